import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const officeRound = graphql(`
  fragment OfficeRound on Round {
    id
    version
    contestId
    nameVi
    nameEn
    ordinal
    last
    state
    openedAt
    closedAt
    dueAt
    aggregation
    ruleBookHash
    judgesPerInitiative
    minimumCards
    furtherMark
    visibility
    calibration
    presentation {
      presentMinutes
      questionMinutes
      marksInRoom
    }
    progress {
      due
      signed
      short
      initiatives
      reopenings
      conflicted
      untrimmed
    }
    canOpen
    whyNotOpen {
      code
      message
    }
    canAssign
    whyNotAssign {
      code
      message
    }
    canMoveDue
    canClose
    whyNotClose {
      code
      message
    }
  }
`);

export type OfficeRound = ResultOf<typeof officeRound>;
export type Progress = NonNullable<OfficeRound['progress']>;

export const ROUNDS = graphql(
  `
    query OfficeRounds($contestId: ID!) {
      rounds(contestId: $contestId) {
        ...OfficeRound
      }
    }
  `,
  [officeRound],
);

export const ROUND = graphql(
  `
    query OfficeRoundNow($id: ID!) {
      round(id: $id) {
        ...OfficeRound
      }
    }
  `,
  [officeRound],
);

export const ROUND_LIVE = graphql(
  `
    subscription OfficeRoundLive($id: ID!) {
      round(id: $id) {
        ...OfficeRound
      }
    }
  `,
  [officeRound],
);

export const PLAN_ROUNDS = graphql(
  `
    mutation PlanRounds($input: PlanRoundsInput!) {
      answer: planRounds(input: $input) {
        __typename
        ... on Round {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

/** What the opening of the first round freezes. */
export const BOOK_TO_FREEZE = graphql(`
  query BookToFreeze($contestId: ID!) {
    contest(id: $contestId) {
      id
      ruleBook {
        id
        hash
        contentHash
      }
    }
  }
`);

export const OPEN_ROUND = graphql(
  `
    mutation OpenRound($input: OpenRoundInput!) {
      answer: openRound(input: $input) {
        __typename
        ... on Round {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const MOVE_DUE = graphql(
  `
    mutation MoveRoundDue($input: MoveRoundDueInput!) {
      answer: moveRoundDue(input: $input) {
        __typename
        ... on Round {
          id
          version
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CLOSE_ROUND = graphql(
  `
    mutation CloseRound($input: CloseRoundInput!) {
      answer: closeRound(input: $input) {
        __typename
        ... on Round {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

/** Cards of further judges, called where first cards diverge: whose they are and whether they are signed. */
export const FURTHER_CARDS = graphql(`
  query FurtherCards($roundId: ID!, $after: String) {
    assignmentMatrix(roundId: $roundId, first: 200, after: $after) {
      judges {
        judgeId
        fullName
      }
      rows {
        initiativeId
        receiptNumber
        title
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
  }
`);

const reopening = graphql(`
  fragment OfficeReopening on Reopening {
    id
    version
    initiativeId
    receiptNumber
    title
    judgeName
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

export const REOPENINGS = graphql(
  `
    query OfficeReopenings($roundId: ID!, $after: String) {
      reopenings(roundId: $roundId, first: 100, after: $after) {
        totalCount
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
    }
  `,
  [reopening],
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
