import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

export const correctionRow = graphql(`
  fragment CorrectionRow on Correction {
    __typename
    id
    version
    contestId
    roundId
    kind
    state
    scorecardId
    initiative {
      id
      receiptNumber
      title
    }
    judge {
      fullName
    }
    reason
    proposedByName
    proposedAt
    signedAt
    decidedByName
    decidedAt
    decisionReason
    resultNumber
    canSign
    canDecide
    whyNotDecide {
      code
      message
    }
    canWithdraw
  }
`);

export const CORRECTIONS = graphql(
  `
    query Corrections($contestId: ID!, $after: String) {
      contest(id: $contestId) {
        id
        titleVi
        titleEn
        year
        illustrative
      }
      rounds(contestId: $contestId) {
        id
        nameVi
        nameEn
        state
        canProposeCorrection
        whyNotProposeCorrection {
          code
          message
        }
      }
      corrections(first: 100, contestId: $contestId, after: $after) {
        totalCount
        edges {
          node {
            ...CorrectionRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [correctionRow],
);

/** Of one, as notices and lists of what waits lead to it. */
export const CORRECTION = graphql(
  `
    query Correction($id: ID!) {
      correction(id: $id) {
        ...CorrectionRow
      }
    }
  `,
  [correctionRow],
);

export const CORRECTION_IMPACT = graphql(`
  query CorrectionImpact($correctionId: ID!) {
    correctionImpact(correctionId: $correctionId) {
      id
      canApply
      whyNotApply {
        code
        message
      }
      rounds {
        round {
          id
          nameVi
          nameEn
        }
        changes {
          initiative {
            id
            receiptNumber
            title
          }
          rankBefore
          rankAfter
          scoreBefore
          scoreAfter
          stateBefore
          stateAfter
        }
      }
      finals {
        initiative {
          id
          receiptNumber
          title
        }
        rankBefore
        rankAfter
        scoreBefore
        scoreAfter
        stateBefore
        stateAfter
      }
      prizes {
        initiative {
          id
          receiptNumber
          title
        }
        beforeVi
        beforeEn
        afterVi
        afterEn
      }
      laterRounds {
        round {
          id
          nameVi
          nameEn
        }
        joins {
          id
          receiptNumber
          title
        }
        leaves {
          id
          receiptNumber
          title
        }
        stays {
          id
          receiptNumber
          title
        }
        late {
          id
          receiptNumber
          title
        }
      }
    }
  }
`);

/** The signed cards of an initiative: one of them is to be corrected. */
export const CARDS_OF_INITIATIVE = graphql(`
  query CardsOfInitiative($roundId: ID!, $initiativeId: ID!) {
    assignments(first: 100, roundId: $roundId, initiativeId: $initiativeId) {
      edges {
        node {
          id
          judge {
            fullName
          }
          state
          extra
        }
      }
    }
  }
`);

export const PROPOSE_CORRECTION = graphql(
  `
    mutation ProposeCorrection($input: ProposeCorrectionInput!) {
      answer: proposeCorrection(input: $input) {
        ...CorrectionRow
        ...RefusalParts
      }
    }
  `,
  [correctionRow, refusalParts],
);

export const APPLY_CORRECTION = graphql(
  `
    mutation ApplyCorrection($input: ApplyCorrectionInput!) {
      answer: applyCorrection(input: $input) {
        ...CorrectionRow
        ...RefusalParts
      }
    }
  `,
  [correctionRow, refusalParts],
);

export const REJECT_CORRECTION = graphql(
  `
    mutation RejectCorrection($input: RejectCorrectionInput!) {
      answer: rejectCorrection(input: $input) {
        ...CorrectionRow
        ...RefusalParts
      }
    }
  `,
  [correctionRow, refusalParts],
);

export const WITHDRAW_CORRECTION = graphql(
  `
    mutation WithdrawCorrection($input: CorrectionInput!) {
      answer: withdrawCorrection(input: $input) {
        ...CorrectionRow
        ...RefusalParts
      }
    }
  `,
  [correctionRow, refusalParts],
);

export const CORRECTIONS_TO_SIGN = graphql(
  `
    query CorrectionsToSign {
      correctionsToSign {
        ...CorrectionRow
      }
    }
  `,
  [correctionRow],
);

export const SIGN_CORRECTION = graphql(
  `
    mutation SignCorrection($input: SignCorrectionInput!) {
      answer: signCorrection(input: $input) {
        ...CorrectionRow
        ...RefusalParts
      }
    }
  `,
  [correctionRow, refusalParts],
);

export type CorrectionRow = ResultOf<typeof correctionRow>;
export type Impact = NonNullable<ResultOf<typeof CORRECTION_IMPACT>['correctionImpact']>;
