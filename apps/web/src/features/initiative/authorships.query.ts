import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const authorshipRow = graphql(`
  fragment AuthorshipRow on Authorship {
    id
    initiative {
      title
      receiptNumber
      id
    }
    contest {
      titleVi
      titleEn
    }
    owner {
      nameVi
      nameEn
    }
    authors {
      person {
        id
        fullName
      }
      share
      lead
    }
    share
    lead
    askedAt
    answer
    answeredAt
    declineReason
    canAnswer
    mayRead
  }
`);

export const AUTHORSHIPS = graphql(
  `
    query MyAuthorships($first: Int!, $after: String, $answered: Boolean!) {
      myAuthorships(first: $first, after: $after, answered: $answered) {
        totalCount
        edges {
          node {
            ...AuthorshipRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [authorshipRow],
);

export const CONFIRM_AUTHORSHIP = graphql(
  `
    mutation ConfirmAuthorship($input: AuthorshipInput!) {
      answer: confirmAuthorship(input: $input) {
        __typename
        ...AuthorshipRow
        ...RefusalParts
      }
    }
  `,
  [authorshipRow, refusalParts],
);

export const DECLINE_AUTHORSHIP = graphql(
  `
    mutation DeclineAuthorship($input: DeclineAuthorshipInput!) {
      answer: declineAuthorship(input: $input) {
        __typename
        ...AuthorshipRow
        ...RefusalParts
      }
    }
  `,
  [authorshipRow, refusalParts],
);

export type AuthorshipRow = ResultOf<typeof authorshipRow>;
