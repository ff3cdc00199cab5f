import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const UNDELIVERED = graphql(`
  query Undelivered($kind: UndeliveredKind, $state: UndeliveredState, $order: AgeOrder, $after: String) {
    undelivered(first: 50, kind: $kind, state: $state, order: $order, after: $after) {
      totalCount
      edges {
        node {
          id
          kind
          state
          about
          personId
          item
          attempts
          error
          createdAt
          nextAttemptAt
          failedAt
          canRetry
          canDiscard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type UndeliveredRow = ResultOf<typeof UNDELIVERED>['undelivered']['edges'][number]['node'];

export const RETRY = graphql(
  `
    mutation RetryUndelivered($input: RetryUndeliveredInput!) {
      answer: retryUndelivered(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const DISCARD = graphql(
  `
    mutation DiscardUndelivered($input: DiscardUndeliveredInput!) {
      answer: discardUndelivered(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
