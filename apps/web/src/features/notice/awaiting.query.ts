import { type ResultOf, graphql } from '../../api/graphql';

const awaitedRow = graphql(`
  fragment AwaitedRow on Awaited {
    id
    kind
    label
    subject
    since
    due
    late
    who
    count
    link
    nudgedAt
  }
`);

export const AWAITING = graphql(
  `
    query Awaiting($first: Int!, $kinds: [AwaitedKind!]) {
      awaiting(first: $first, kinds: $kinds) {
        totalCount
        edges {
          node {
            ...AwaitedRow
          }
        }
      }
    }
  `,
  [awaitedRow],
);

export const AWAITING_LIVE = graphql(
  `
    subscription AwaitingLive($first: Int!, $kinds: [AwaitedKind!]) {
      awaiting(first: $first, kinds: $kinds) {
        totalCount
        edges {
          node {
            ...AwaitedRow
          }
        }
      }
    }
  `,
  [awaitedRow],
);

export type AwaitedRow = ResultOf<typeof awaitedRow>;
