import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const contestOfYear = graphql(
  `
    fragment ContestOfYear on Contest {
      id
      year
      titleVi
      titleEn
      phase
      nextPhase
      nextPhaseAt
      due
      heldAt
      heldReason
      illustrative
      rosterAsOf
      canSetDates
      canAdvance
      host {
        id
        nameVi
        nameEn
      }
      whyNotAdvance {
        ...RefusalParts
      }
      phases {
        kind
        startsAt
        endsAt
        enteredAt
      }
      decisions {
        id
        kind
        number
        reason
        takenAt
      }
      documents {
        id
        kind
        number
      }
    }
  `,
  [refusalParts],
);

export const YEAR_CONTEST = graphql(
  `
    query YearContest($id: ID!) {
      contest(id: $id) {
        ...ContestOfYear
      }
    }
  `,
  [contestOfYear],
);

export const YEAR_CONTEST_LIVE = graphql(
  `
    subscription YearContestLive($id: ID!) {
      contest(id: $id) {
        ...ContestOfYear
      }
    }
  `,
  [contestOfYear],
);

export type ContestOfYear = ResultOf<typeof contestOfYear>;

/** All else of the page that does not hang on the round which is open. */
export const YEAR_MATTERS = graphql(
  `
    query YearMatters($id: ID!, $screens: Boolean!, $invites: Boolean!, $rollsOut: Boolean!) {
      serverTime
      rounds(contestId: $id) {
        id
        nameVi
        nameEn
        state
        openedAt
        dueAt
        progress {
          due
          signed
          short
          conflicted
          reopenings
        }
        whyNotClose {
          ...RefusalParts
        }
        canClose
      }
      initiatives(contestId: $id, states: [RETURNED], first: 50) @include(if: $screens) {
        totalCount
        edges {
          node {
            id
            title
            receiptNumber
            submittedAt
            returnDueAt
            owner {
              id
              nameVi
              nameEn
            }
          }
        }
      }
      juryInvitations(contestId: $id, first: 100) @include(if: $invites) {
        edges {
          node {
            id
            fullName
            state
            invitedAt
          }
        }
      }
      rollouts(first: 100) @include(if: $rollsOut) {
        totalCount
        edges {
          node {
            id
            exempt
            counts {
              state
              count
            }
          }
        }
      }
      awaiting(first: 100) {
        edges {
          node {
            id
            label
            subject
            subjectId
            since
            due
            late
            who
            count
            link
          }
        }
      }
    }
  `,
  [refusalParts],
);

export type YearMatters = ResultOf<typeof YEAR_MATTERS>;
export type RoundOfYear = YearMatters['rounds'][number];

/** How far each judge is in a round; no score is in it. */
export const YEAR_SIGNING = graphql(`
  query YearSigning($roundId: ID!) {
    assignmentMatrix(roundId: $roundId, first: 1) {
      judges {
        judgeId
        fullName
        load
        signed
        seated
      }
    }
  }
`);

export type JudgeOfYear = ResultOf<typeof YEAR_SIGNING>['assignmentMatrix']['judges'][number];
