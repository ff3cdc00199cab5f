import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

export const WITHOUT_SUBMISSION = graphql(`
  query UnitsWithoutSubmission($contestId: ID!, $after: String) {
    unitsWithoutSubmission(contestId: $contestId, first: 50, after: $after) {
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
`);

export type SilentUnit = ResultOf<typeof WITHOUT_SUBMISSION>['unitsWithoutSubmission']['edges'][number]['node'];

export const ROSTER = graphql(`
  query RosterOfContest($id: ID!) {
    roster(id: $id) {
      id
      asOf
      unitCount
    }
  }
`);

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
