import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

export const FACTOR_RESETS = graphql(`
  query FactorResets($after: String) {
    factorResets(first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          person {
            id
            fullName
          }
          reason
          proposedByName
          proposedAt
          version
          canConfirm
          canRefuse
          whyNotConfirm {
            code
            message
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

export type FactorResetRow = ResultOf<typeof FACTOR_RESETS>['factorResets']['edges'][number]['node'];

export const RESET_FACTOR = graphql(
  `
    mutation ResetSecondFactor($input: ResetSecondFactorInput!) {
      answer: resetSecondFactor(input: $input) {
        __typename
        ... on FactorReset {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CONFIRM_RESET = graphql(
  `
    mutation ConfirmFactorReset($input: ConfirmFactorResetInput!) {
      answer: confirmFactorReset(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REFUSE_RESET = graphql(
  `
    mutation RefuseFactorReset($input: RefuseFactorResetInput!) {
      answer: refuseFactorReset(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
