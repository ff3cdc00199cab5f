import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const ACHIEVEMENTS = graphql(`
  query Achievements($mine: Boolean, $personId: ID, $states: [AchievementState!], $order: AchievementOrder, $after: String) {
    achievements(first: 25, mine: $mine, personId: $personId, states: $states, order: $order, after: $after) {
      edges {
        node {
          id
          person {
            id
            fullName
          }
          kind {
            id
            nameVi
            nameEn
          }
          unitThen {
            id
            nameVi
            nameEn
          }
          year
          without
          decisionNumber
          state
          illustrative
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    titleKinds {
      id
      kindCode
      nameVi
      nameEn
    }
  }
`);

const achievementParts = graphql(`
  fragment AchievementParts on Achievement {
    id
    version
    person {
      id
      fullName
    }
    kind {
      id
      nameVi
      nameEn
    }
    unit {
      id
      nameVi
      nameEn
    }
    unitThen {
      id
      nameVi
      nameEn
    }
    year
    without
    detail
    decisionNumber
    decidedOn
    issuer
    source
    state
    declaredByName
    settledByName
    rejectionReason
    revocationNumber
    revokedOn
    revocationReason
    withdrawalReason
    illustrative
    whyNotConfirm {
      code
      message
    }
    whyNotReject {
      code
      message
    }
    whyNotRevoke {
      code
      message
    }
    whyNotWithdraw {
      code
      message
    }
    whyNotAttach {
      code
      message
    }
    basedOn {
      id
      year
      kind {
        id
        nameVi
        nameEn
      }
    }
  }
`);

export const ACHIEVEMENT = graphql(
  `
    query Achievement($id: ID!) {
      achievement(id: $id) {
        ...AchievementParts
      }
    }
  `,
  [achievementParts],
);

export const DECLARE_ACHIEVEMENT = graphql(
  `
    mutation DeclareAchievement($input: DeclareAchievementInput!) {
      answer: declareAchievement(input: $input) {
        __typename
        ...AchievementParts
        ...RefusalParts
      }
    }
  `,
  [achievementParts, refusalParts],
);

export const CONFIRM_ACHIEVEMENT = graphql(
  `
    mutation ConfirmAchievement($input: ConfirmAchievementInput!) {
      answer: confirmAchievement(input: $input) {
        __typename
        ...AchievementParts
        ...RefusalParts
      }
    }
  `,
  [achievementParts, refusalParts],
);

export const REJECT_ACHIEVEMENT = graphql(
  `
    mutation RejectAchievement($input: RejectAchievementInput!) {
      answer: rejectAchievement(input: $input) {
        __typename
        ...AchievementParts
        ...RefusalParts
      }
    }
  `,
  [achievementParts, refusalParts],
);

export const WITHDRAW_ACHIEVEMENT = graphql(
  `
    mutation WithdrawAchievement($input: WithdrawAchievementInput!) {
      answer: withdrawAchievement(input: $input) {
        __typename
        ...AchievementParts
        ...RefusalParts
      }
    }
  `,
  [achievementParts, refusalParts],
);

export const REVOKE_ACHIEVEMENT = graphql(
  `
    mutation RevokeAchievement($input: RevokeAchievementInput!) {
      answer: revokeAchievement(input: $input) {
        __typename
        ...AchievementParts
        ...RefusalParts
      }
    }
  `,
  [achievementParts, refusalParts],
);

export type AchievementRow = ResultOf<typeof ACHIEVEMENTS>['achievements']['edges'][number]['node'];
export type TitleKindRow = ResultOf<typeof ACHIEVEMENTS>['titleKinds'][number];
export type AchievementShown = NonNullable<ResultOf<typeof ACHIEVEMENT>['achievement']>;
export type AchievementState = AchievementRow['state'];
export type AchievementSource = AchievementShown['source'];
