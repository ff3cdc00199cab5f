import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const fourWeeksParts = graphql(`
  fragment FourWeeksParts on FourWeeks {
    from
    to
    ratings
    lowRatings
  }
`);

const actionParts = graphql(
  `
    fragment ActionParts on CorrectiveAction {
      id
      version
      unit {
        id
        nameVi
        nameEn
      }
      rootCause
      remedy
      ownerName
      dueOn
      late
      state
      evidence
      verifiedOn
      effectFrom
      effectCheck
      reason
      canClaim
      whyNotVerify {
        code
        message
      }
      whyNotConfirmEffect {
        code
        message
      }
      moves
      signalId
      openedOn
      claimedOn
      checkedOn
      before {
        ...FourWeeksParts
      }
      after {
        ...FourWeeksParts
      }
      illustrative
    }
  `,
  [fourWeeksParts],
);

/** The list, and how many there are in all that one may read of. */
export const CORRECTIVE_ACTIONS = graphql(
  `
    query CorrectiveActions($states: [ActionState!], $order: AgeOrder, $after: String) {
      correctiveActions(first: 25, states: $states, order: $order, after: $after) {
        edges {
          node {
            ...ActionParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      actionCounts {
        counts {
          state
          count
        }
        due
        inTime
        checked
        effective
      }
    }
  `,
  [actionParts],
);

export const OPEN_ACTION = graphql(
  `
    mutation OpenAction($input: OpenActionInput!) {
      answer: openAction(input: $input) {
        __typename
        ...ActionParts
        ...RefusalParts
      }
    }
  `,
  [actionParts, refusalParts],
);

export const CLAIM_ACTION = graphql(
  `
    mutation ClaimAction($input: ClaimActionInput!) {
      answer: claimAction(input: $input) {
        __typename
        ...ActionParts
        ...RefusalParts
      }
    }
  `,
  [actionParts, refusalParts],
);

export const VERIFY_ACTION = graphql(
  `
    mutation VerifyAction($input: VerifyActionInput!) {
      answer: verifyAction(input: $input) {
        __typename
        ...ActionParts
        ...RefusalParts
      }
    }
  `,
  [actionParts, refusalParts],
);

export const CONFIRM_EFFECT = graphql(
  `
    mutation ConfirmEffect($input: ConfirmEffectInput!) {
      answer: confirmEffect(input: $input) {
        __typename
        ...ActionParts
        ...RefusalParts
      }
    }
  `,
  [actionParts, refusalParts],
);

export const REOPEN_ACTION = graphql(
  `
    mutation ReopenAction($input: ReopenActionInput!) {
      answer: reopenAction(input: $input) {
        __typename
        ...ActionParts
        ...RefusalParts
      }
    }
  `,
  [actionParts, refusalParts],
);

export const CANCEL_ACTION = graphql(
  `
    mutation CancelAction($input: CancelActionInput!) {
      answer: cancelAction(input: $input) {
        __typename
        ...ActionParts
        ...RefusalParts
      }
    }
  `,
  [actionParts, refusalParts],
);

export type ActionRow = ResultOf<typeof CORRECTIVE_ACTIONS>['correctiveActions']['edges'][number]['node'];
export type ActionState = ActionRow['state'];
export type ActionCounts = ResultOf<typeof CORRECTIVE_ACTIONS>['actionCounts'];
export type FourWeeks = NonNullable<ActionRow['before']>;
