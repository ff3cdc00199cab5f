import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { contestOfJudging } from './contest.query';
import { officeJury } from './jury.query';

const conflict = graphql(`
  fragment OfficeConflict on Conflict {
    id
    version
    contestId
    initiative {
      id
      receiptNumber
      title
    }
    person {
      fullName
    }
    type
    source
    pinned
    active
    waits
    reason
    answer
    createdAt
    canLift
    canPin
    canDecide
    canWithdraw
  }
`);

export type OfficeConflict = ResultOf<typeof conflict>;

/** All that the page of the conflicts opens with; of the judges, whose conflicts one can look at alone, the first page. */
export const CONFLICTS = graphql(
  `
    query OfficeConflicts(
      $contestId: ID!
      $personId: ID
      $types: [ConflictType!]
      $active: Boolean
      $waits: Boolean
      $search: String
      $order: AgeOrder
      $after: String
    ) {
      contest(id: $contestId) {
        ...ContestOfJudging
      }
      contestJudging(contestId: $contestId) {
        id
        canSetConflict
      }
      jury(contestId: $contestId, first: 100) {
        ...OfficeJury
      }
      conflicts(
        contestId: $contestId
        personId: $personId
        types: $types
        active: $active
        waits: $waits
        search: $search
        order: $order
        first: 50
        after: $after
      ) {
        totalCount
        edges {
          node {
            ...OfficeConflict
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [contestOfJudging, officeJury, conflict],
);

/** The judges after the first page of them. */
export const MORE_JURY = graphql(
  `
    query MoreJury($contestId: ID!, $after: String) {
      jury(contestId: $contestId, first: 100, after: $after) {
        ...OfficeJury
      }
    }
  `,
  [officeJury],
);

export const CONFLICTS_TO_DECIDE = graphql(
  `
    query ConflictsToDecide($after: String) {
      conflictsToDecide(first: 50, after: $after) {
        totalCount
        edges {
          node {
            ...OfficeConflict
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [conflict],
);

export const SET_CONFLICT = graphql(
  `
    mutation SetConflict($input: SetConflictInput!) {
      answer: setConflict(input: $input) {
        __typename
        ... on Conflict {
          id
          waits
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const LIFT_CONFLICT = graphql(
  `
    mutation LiftConflict($input: LiftConflictInput!) {
      answer: liftConflict(input: $input) {
        __typename
        ... on Conflict {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const PIN_CONFLICT = graphql(
  `
    mutation PinConflict($input: PinConflictInput!) {
      answer: pinConflict(input: $input) {
        __typename
        ... on Conflict {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CONFIRM_CONFLICT = graphql(
  `
    mutation ConfirmConflict($input: DecideConflictInput!) {
      answer: confirmConflict(input: $input) {
        __typename
        ... on Conflict {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REFUSE_CONFLICT = graphql(
  `
    mutation RefuseConflict($input: DecideConflictInput!) {
      answer: refuseConflict(input: $input) {
        __typename
        ... on Conflict {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const WITHDRAW_CONFLICT = graphql(
  `
    mutation WithdrawConflict($input: WithdrawConflictInput!) {
      answer: withdrawConflict(input: $input) {
        __typename
        ... on Conflict {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
