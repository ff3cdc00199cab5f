import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const noticeRow = graphql(`
  fragment NoticeRow on Notice {
    id
    kind
    createdAt
    readAt
    subject
    text
    link
    mailState
    mailedAt
  }
`);

export const NOTICES = graphql(
  `
    query MyNotices($first: Int!, $after: String, $unread: Boolean) {
      myNotices(first: $first, after: $after, unread: $unread) {
        totalCount
        edges {
          node {
            ...NoticeRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [noticeRow],
);

export const NOTICES_LIVE = graphql(
  `
    subscription MyNoticesLive($first: Int!, $after: String, $unread: Boolean) {
      myNotices(first: $first, after: $after, unread: $unread) {
        totalCount
        edges {
          node {
            ...NoticeRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [noticeRow],
);

export const MARK_READ = graphql(
  `
    mutation MarkNoticeRead($input: MarkNoticeReadInput!) {
      answer: markNoticeRead(input: $input) {
        __typename
        ... on Notice {
          id
          readAt
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const MARK_ALL_READ = graphql(
  `
    mutation MarkNoticesRead($input: MarkNoticesReadInput!) {
      answer: markNoticesRead(input: $input) {
        __typename
        ... on NoticesRead {
          id
          unread
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export type NoticeRow = ResultOf<typeof noticeRow>;
