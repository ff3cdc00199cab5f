import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const MINE = graphql(`
  query MyInitiatives($first: Int!, $after: String) {
    myInitiatives(first: $first, after: $after, order: SAVED) {
      totalCount
      edges {
        node {
          id
          title
          state
          receiptNumber
          savedAt
          returnDueAt
          canEdit
          contest {
            id
            titleVi
            titleEn
          }
          illustrative
          area {
            id
            nameVi
            nameEn
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    contests(first: 100) {
      edges {
        node {
          id
          titleVi
          titleEn
          year
          phase
          canDraft
          lastMoment
        }
      }
    }
  }
`);

export type MyRow = ResultOf<typeof MINE>['myInitiatives']['edges'][number]['node'];
export type MyContest = ResultOf<typeof MINE>['contests']['edges'][number]['node'];

export const AREAS = graphql(`
  query AreasToDraftIn($id: ID!) {
    contest(id: $id) {
      id
      areas {
        id
        nameVi
        nameEn
      }
    }
  }
`);

export const BEGIN = graphql(
  `
    mutation BeginDossier($input: DraftInitiativeInput!) {
      answer: draftInitiative(input: $input) {
        __typename
        ... on Initiative {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
