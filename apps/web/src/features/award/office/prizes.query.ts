import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const prizeGiven = graphql(`
  fragment PrizeOnList on Award {
    __typename
    id
    version
    initiative {
      id
      receiptNumber
      title
    }
    unit {
      nameVi
      nameEn
    }
    tier {
      id
      nameVi
      nameEn
      ordinal
    }
    track
    amount
    rank
    departureKind
    departureReason
    revokedAt
    revocationReason
    replacesId
    replacedById
    replacementReason
    decisionNumber
    decidedOn
    authors {
      person {
        id
        fullName
      }
    }
  }
`);

export const awardList = graphql(
  `
    fragment AwardList on AwardDecision {
      __typename
      id
      version
      contestId
      state
      number
      decidedOn
      approvedAt
      publishedAt
      returnReason
      standingsChanged
      canChange
      canApprove
      whyNotApprove {
        ...RefusalParts
      }
      canReturn
      canPublish
      canRevoke
      whyNotSubmit {
        ...RefusalParts
      }
      awards {
        ...PrizeOnList
      }
      ties {
        track
        rank
        score
        decided
        initiatives {
          id
          receiptNumber
          title
        }
        prizes {
          tierId
          key
          nameVi
          nameEn
          quantity
        }
      }
      withheld {
        initiative {
          id
          receiptNumber
          title
        }
        kind
        reason
      }
    }
  `,
  [prizeGiven, refusalParts],
);

export const AWARD_LIST = graphql(
  `
    query PrizesOfTheList($contestId: ID!) {
      contest(id: $contestId) {
        id
        titleVi
        titleEn
        year
        illustrative
        phase
        host {
          id
          nameVi
          nameEn
        }
        prizePlan {
          id
          key
          nameVi
          nameEn
          quantity
          amount
          track
        }
      }
      contestAwards(contestId: $contestId) {
        id
        canPropose
      }
      awardDecision(contestId: $contestId) {
        ...AwardList
      }
    }
  `,
  [awardList],
);

/** Who may be put on the list: everybody in the final standings, by place. */
export const ON_THE_LADDER = graphql(`
  query OnTheLadder($contestId: ID!, $after: String) {
    finalStandings(first: 100, contestId: $contestId, after: $after) {
      edges {
        node {
          id
          rank
          initiative {
            id
            receiptNumber
            title
          }
          eligible
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PROPOSE_AWARDS = graphql(
  `
    mutation ProposeAwards($input: ProposeAwardsInput!) {
      answer: proposeAwards(input: $input) {
        ...AwardList
        ...RefusalParts
      }
    }
  `,
  [awardList, refusalParts],
);

export const SUBMIT_AWARDS = graphql(
  `
    mutation SubmitAwards($input: AwardDecisionInput!) {
      answer: submitAwards(input: $input) {
        ...AwardList
        ...RefusalParts
      }
    }
  `,
  [awardList, refusalParts],
);

export const PUBLISH_AWARDS = graphql(
  `
    mutation PublishAwards($input: AwardDecisionInput!) {
      answer: publishAwards(input: $input) {
        ...AwardList
        ...RefusalParts
      }
    }
  `,
  [awardList, refusalParts],
);

export const APPROVE_AWARDS = graphql(
  `
    mutation ApproveAwards($input: ApproveAwardsInput!) {
      answer: approveAwards(input: $input) {
        ...AwardList
        ...RefusalParts
      }
    }
  `,
  [awardList, refusalParts],
);

export const RETURN_AWARDS = graphql(
  `
    mutation ReturnAwards($input: ReturnAwardsInput!) {
      answer: returnAwards(input: $input) {
        ...AwardList
        ...RefusalParts
      }
    }
  `,
  [awardList, refusalParts],
);

export const DECIDE_TIE = graphql(
  `
    mutation DecideTie($input: DecideTieInput!) {
      answer: decideTie(input: $input) {
        ...AwardList
        ...RefusalParts
      }
    }
  `,
  [awardList, refusalParts],
);

export const REMOVE_AWARD = graphql(
  `
    mutation RemoveAward($input: RemoveAwardInput!) {
      answer: removeAward(input: $input) {
        ...AwardList
        ...RefusalParts
      }
    }
  `,
  [awardList, refusalParts],
);

export const GIVE_AWARD = graphql(
  `
    mutation GiveAward($input: GiveAwardInput!) {
      answer: giveAward(input: $input) {
        ...PrizeOnList
        ...RefusalParts
      }
    }
  `,
  [prizeGiven, refusalParts],
);

export const CHANGE_AWARD = graphql(
  `
    mutation ChangeAward($input: ChangeAwardInput!) {
      answer: changeAward(input: $input) {
        ...PrizeOnList
        ...RefusalParts
      }
    }
  `,
  [prizeGiven, refusalParts],
);

export const REVOKE_AWARD = graphql(
  `
    mutation RevokeAward($input: RevokeAwardInput!) {
      answer: revokeAward(input: $input) {
        ...PrizeOnList
        ...RefusalParts
      }
    }
  `,
  [prizeGiven, refusalParts],
);

export const REPLACE_AWARD = graphql(
  `
    mutation ReplaceAward($input: ReplaceAwardInput!) {
      answer: replaceAward(input: $input) {
        ...PrizeOnList
        ...RefusalParts
      }
    }
  `,
  [prizeGiven, refusalParts],
);

export type PrizeOnList = ResultOf<typeof prizeGiven>;
export type AwardListRead = ResultOf<typeof awardList>;
type Contest = NonNullable<ResultOf<typeof AWARD_LIST>['contest']>;
export type Tier = Contest['prizePlan'][number];
export type TieOnList = AwardListRead['ties'][number];
