import { type ResultOf, graphql } from '../../../api/graphql';
import { nudgesTold } from '../../../api/nudge.query';
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

/** Dossiers that are with their units to be completed. */
const returnedOfYear = graphql(`
  fragment ReturnedOfYear on Query {
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
const invitedOfYear = graphql(`
  fragment InvitedOfYear on Query {
    juryInvitations(contestId: $id, first: 100, after: $after) {
      edges {
        node {
          id
          person {
            fullName
          }
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
const rolloutsOfYear = graphql(`
  fragment RolloutsOfYear on Query {
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
const awaitingOfYear = graphql(`
  fragment AwaitingOfYear on Query {
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

/** All that the page opens with: what its reader may not see is not asked for. Of a list the first page. */
export const YEAR_PAGE = graphql(
  `
    query YearPage($id: ID!, $after: String, $screens: Boolean!, $seats: Boolean!, $rollsOut: Boolean!) {
      serverTime
      contest(id: $id) {
        ...ContestOfYear
      }
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
      ...NudgesTold
      ...ReturnedOfYear @include(if: $screens)
      ...InvitedOfYear @include(if: $seats)
      ...RolloutsOfYear @include(if: $rollsOut)
      ...AwaitingOfYear
    }
  `,
  [contestOfYear, refusalParts, nudgesTold, returnedOfYear, invitedOfYear, rolloutsOfYear, awaitingOfYear],
);

/** The pages of the lists after their first. */
export const MORE_RETURNED = graphql(
  `
    query MoreReturned($id: ID!, $after: String) {
      ...ReturnedOfYear
    }
  `,
  [returnedOfYear],
);

export const MORE_INVITED = graphql(
  `
    query MoreInvited($id: ID!, $after: String) {
      ...InvitedOfYear
    }
  `,
  [invitedOfYear],
);

export const MORE_ROLLOUTS = graphql(
  `
    query MoreRollouts($after: String) {
      ...RolloutsOfYear
    }
  `,
  [rolloutsOfYear],
);

export const MORE_AWAITING = graphql(
  `
    query MoreAwaiting($after: String) {
      ...AwaitingOfYear
    }
  `,
  [awaitingOfYear],
);

type Lists = ResultOf<typeof returnedOfYear> &
  ResultOf<typeof invitedOfYear> &
  ResultOf<typeof rolloutsOfYear> &
  ResultOf<typeof awaitingOfYear>;
export type YearMatters = Pick<ResultOf<typeof YEAR_PAGE>, 'serverTime' | 'contest' | 'rounds' | 'nudges'> & Partial<Lists>;
export type RoundOfYear = YearMatters['rounds'][number];

/** How far each judge is in a round; no score is in it. */
export const YEAR_SIGNING = graphql(`
  query YearSigning($roundId: ID!) {
    assignmentMatrix(roundId: $roundId, first: 1) {
      judges {
        judge {
          id
          fullName
        }
        load
        signed
        seated
      }
    }
  }
`);

export type JudgeOfYear = ResultOf<typeof YEAR_SIGNING>['assignmentMatrix']['judges'][number];
