import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { contestOfJudging } from '../../jury/shared';

export const officeRound = graphql(`
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
      contest(id: $contestId) {
        ...ContestOfJudging
      }
      contestJudging(contestId: $contestId) {
        id
        canPlanRounds
        whyNotPlanRounds {
          code
          message
        }
      }
      rounds(contestId: $contestId) {
        ...OfficeRound
      }
    }
  `,
  [contestOfJudging, officeRound],
);

export type JudgingOfContest = NonNullable<ResultOf<typeof ROUNDS>['contestJudging']>;

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
