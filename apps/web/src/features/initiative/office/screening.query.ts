import { graphql } from '../../../api/graphql';

export const WAITING = graphql(`
  query WaitingToBeScreened($contestId: ID!, $first: Int!) {
    initiatives(contestId: $contestId, states: [SUBMITTED], order: RECEIVED_FIRST, first: $first) {
      totalCount
      edges {
        node {
          id
        }
      }
    }
  }
`);
