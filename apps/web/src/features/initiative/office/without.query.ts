import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { contestOfDossiers, unitsOfRoster } from './office.query';

export const WITHOUT_SUBMISSION = graphql(
  `
    query UnitsWithoutSubmission($contestId: ID!, $order: NameOrder, $after: String) {
      contest(id: $contestId) {
        ...ContestOfDossiers
      }
      unitsWithoutSubmission(contestId: $contestId, first: 50, order: $order, after: $after) {
        totalCount
        edges {
          node {
            id
            canSay
            unit {
              id
              nameVi
              nameEn
            }
            said {
              id
              version
              reason
              byName
              at
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [contestOfDossiers],
);

export type SilentUnit = ResultOf<typeof WITHOUT_SUBMISSION>['unitsWithoutSubmission']['edges'][number]['node'];

/** Who counts as taking part, of the units the first page. */
export const ROSTER = graphql(
  `
    query RosterOfContest($rosterId: ID!) {
      roster(id: $rosterId) {
        id
        asOf
        unitCount
      }
      rosterUnits(rosterId: $rosterId, first: 100) {
        ...UnitsOnRoster
      }
    }
  `,
  [unitsOfRoster],
);

export const GIVE_REASON = graphql(
  `
    mutation GiveNoSubmissionReason($input: GiveNoSubmissionReasonInput!) {
      answer: giveNoSubmissionReason(input: $input) {
        __typename
        ... on NoSubmission {
          id
          version
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
