import { type ResultOf, graphql } from '../../../api/graphql';
import { contestOfJudging, loadsOfRound } from '../../jury/shared';
import { officeReopenings } from './reopenings.query';
import { officeRound } from './rounds.query';

/** All that the page of a round opens with: what its reader may not see is not asked for. Of the reopenings the first page. */
export const ROUND_PAGE = graphql(
  `
    query RoundPage($contestId: ID!, $roundId: ID!, $assigns: Boolean!, $runs: Boolean!) {
      contest(id: $contestId) {
        ...ContestOfJudging
      }
      round(id: $roundId) {
        ...OfficeRound
      }
      assignmentMatrix(roundId: $roundId, first: 1) @include(if: $assigns) {
        ...LoadsOfRound
      }
      reopenings(roundId: $roundId, first: 100) @include(if: $runs) {
        ...OfficeReopenings
      }
    }
  `,
  [contestOfJudging, officeRound, loadsOfRound, officeReopenings],
);

/** Cards of further judges, called where first cards diverge: whose they are and whether they are signed. */
const furtherCards = graphql(`
  fragment FurtherCardsOfRound on AssignmentMatrix {
    judges {
      judge {
        id
        fullName
      }
    }
    rows {
      initiative {
        id
        receiptNumber
        title
      }
      cells {
        judgeId
        scorecardId
        state
        extra
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export type FurtherMatrix = ResultOf<typeof furtherCards>;

/** What only an anonymous round has, how many names wait for a decision, and only one that settles. */
export const ROUND_AS_IT_STANDS = graphql(
  `
    query RoundAsItStands($contestId: ID!, $roundId: ID!, $anonymous: Boolean!, $settling: Boolean!) {
      nameLooks(contestId: $contestId, states: [UNDECIDED], first: 1) @include(if: $anonymous) {
        totalCount
      }
      assignmentMatrix(roundId: $roundId, first: 200) @include(if: $settling) {
        ...FurtherCardsOfRound
      }
    }
  `,
  [furtherCards],
);

/** The cards of further judges after the first page of initiatives. */
export const MORE_FURTHER_CARDS = graphql(
  `
    query MoreFurtherCards($roundId: ID!, $after: String) {
      assignmentMatrix(roundId: $roundId, first: 200, after: $after) {
        ...FurtherCardsOfRound
      }
    }
  `,
  [furtherCards],
);
