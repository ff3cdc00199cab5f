import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { contestOfJudging } from '../../jury/shared';

const nameLook = graphql(`
  fragment NameLookOfInitiative on NameLook {
    id
    version
    receiptNumber
    title
    state
    mentions {
      field
      fileId
      kind
      before
      said
      after
    }
    files {
      id
      fileName
      hasText
    }
    words
    withheld
    hiddenTitle
    reason
    decidedByName
    decidedAt
    whyNotHide {
      code
      message
    }
    whyNotLeave {
      code
      message
    }
  }
`);

export type LookedAt = ResultOf<typeof nameLook>;
export type Mention = LookedAt['mentions'][number];

export const NAME_LOOKS = graphql(
  `
    query NameLooks($contestId: ID!, $states: [NameLookState!], $after: String) {
      contest(id: $contestId) {
        ...ContestOfJudging
      }
      nameLooks(contestId: $contestId, states: $states, first: 20, after: $after) {
        totalCount
        edges {
          node {
            ...NameLookOfInitiative
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [contestOfJudging, nameLook],
);

export const DECIDE_NAMES = graphql(
  `
    mutation DecideNames($input: DecideNamesInput!) {
      answer: decideNames(input: $input) {
        __typename
        ... on NameLook {
          ...NameLookOfInitiative
        }
        ...RefusalParts
      }
    }
  `,
  [nameLook, refusalParts],
);
