import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const reopening = graphql(`
  fragment OfficeReopening on Reopening {
    id
    version
    roundId
    initiative {
      id
      receiptNumber
      title
    }
    judge {
      fullName
    }
    reason
    requestedAt
    requestedByName
    state
    decidedAt
    decidedByName
    decisionReason
    canDecide
    canWithdraw
    whyNotDecide {
      code
      message
    }
  }
`);

export type OfficeReopening = ResultOf<typeof reopening>;

/** A page of the reopenings of a round. */
export const officeReopenings = graphql(
  `
    fragment OfficeReopenings on ReopeningConnection {
      edges {
        node {
          ...OfficeReopening
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [reopening],
);

export const REOPENINGS = graphql(
  `
    query ReopeningsOfRound($roundId: ID!, $after: String) {
      reopenings(roundId: $roundId, first: 100, after: $after) {
        ...OfficeReopenings
      }
    }
  `,
  [officeReopenings],
);

export const APPROVE_REOPENING = graphql(
  `
    mutation ApproveReopening($input: ApproveReopeningInput!) {
      answer: approveReopening(input: $input) {
        __typename
        ... on Reopening {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REFUSE_REOPENING = graphql(
  `
    mutation RefuseReopening($input: RefuseReopeningInput!) {
      answer: refuseReopening(input: $input) {
        __typename
        ... on Reopening {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
