import { graphql } from '../../../api/graphql';
import { contestOfDossiers } from './office.query';

export const WAITING = graphql(
  `
    query WaitingToBeScreened($contestId: ID!, $first: Int!) {
      contest(id: $contestId) {
        ...ContestOfDossiers
      }
      initiatives(contestId: $contestId, states: [SUBMITTED], order: RECEIVED_FIRST, first: $first) {
        totalCount
        edges {
          node {
            id
          }
        }
      }
    }
  `,
  [contestOfDossiers],
);
