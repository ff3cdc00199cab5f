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
    query YearMatters($id: ID!) {
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
      nudges {
        id
        kind
        subjectId
        at
        people {
          personId
        }
      }
    }
  `,
  [refusalParts],
);

/** Dossiers that are with their units to be completed. */
export const YEAR_RETURNED = graphql(`
  query YearReturned($id: ID!, $after: String) {
    initiatives(contestId: $id, states: [RETURNED], first: 100, after: $after) {
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Who was invited to judge. */
export const YEAR_INVITED = graphql(`
  query YearInvited($id: ID!, $after: String) {
    juryInvitations(contestId: $id, first: 100, after: $after) {
      edges {
        node {
          id
          fullName
          state
          invitedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** How far all is that is rolled out. */
export const YEAR_ROLLOUTS = graphql(`
  query YearRollouts($after: String) {
    rollouts(first: 100, after: $after) {
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What waits for whoever looks. */
export const YEAR_AWAITING = graphql(`
  query YearAwaiting($after: String) {
    awaiting(first: 100, after: $after) {
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Lists = ResultOf<typeof YEAR_RETURNED> &
  ResultOf<typeof YEAR_INVITED> &
  ResultOf<typeof YEAR_ROLLOUTS> &
  ResultOf<typeof YEAR_AWAITING>;
export type YearMatters = ResultOf<typeof YEAR_MATTERS> & Partial<Lists>;
export type RoundOfYear = YearMatters['rounds'][number];

export const NUDGE = graphql(
  `
    mutation Nudge($input: NudgeInput!) {
      answer: nudge(input: $input) {
        ... on Nudge {
          __typename
          id
          people {
            personId
            fullName
          }
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

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
