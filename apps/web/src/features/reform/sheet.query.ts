import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const sheetParts = graphql(`
  fragment IndexSheetParts on IndexSheet {
    id
    version
    yearId
    year
    selfDueOn
    state
    unit {
      id
      nameVi
      nameEn
    }
    scheme {
      id
      nameVi
      nameEn
      total
      step
      illustrative
    }
    submittedAt
    submittedByName
    assessedAt
    assessedByName
    settledAt
    settledByName
    selfTotal
    assessedTotal
    finalTotal
    finalPercent
    unscored
    fields {
      id
      criterionCode
      nameVi
      nameEn
      scores {
        id
        criterionCode
        nameVi
        nameEn
        maximum
        selfPoints
        evidence
        assessedPoints
        assessedReason
        finalPoints
        finalReason
      }
    }
    whyNotScore {
      code
      message
    }
    whyNotSubmit {
      code
      message
    }
    whyNotAssess {
      code
      message
    }
    whyNotSettle {
      code
      message
    }
  }
`);

export const INDEX_SHEET = graphql(
  `
    query IndexSheet($id: ID!) {
      indexSheet(id: $id) {
        ...IndexSheetParts
      }
    }
  `,
  [sheetParts],
);

/** What was settled of the unit over the years. */
export const UNIT_INDEX = graphql(`
  query UnitIndex($unitId: ID!) {
    unitIndex(unitId: $unitId) {
      id
      year
      total
      sharePercent
      scheme {
        id
        nameVi
        nameEn
        total
      }
    }
  }
`);

export const SAVE_INDEX_SCORES = graphql(
  `
    mutation SaveIndexScores($input: SaveIndexScoresInput!) {
      answer: saveIndexScores(input: $input) {
        __typename
        ...IndexSheetParts
        ...RefusalParts
      }
    }
  `,
  [sheetParts, refusalParts],
);

export const SUBMIT_INDEX_SHEET = graphql(
  `
    mutation SubmitIndexSheet($input: SubmitIndexSheetInput!) {
      answer: submitIndexSheet(input: $input) {
        __typename
        ...IndexSheetParts
        ...RefusalParts
      }
    }
  `,
  [sheetParts, refusalParts],
);

export const ASSESS_INDEX_SHEET = graphql(
  `
    mutation AssessIndexSheet($input: AssessIndexSheetInput!) {
      answer: assessIndexSheet(input: $input) {
        __typename
        ...IndexSheetParts
        ...RefusalParts
      }
    }
  `,
  [sheetParts, refusalParts],
);

export const SETTLE_INDEX_SHEET = graphql(
  `
    mutation SettleIndexSheet($input: SettleIndexSheetInput!) {
      answer: settleIndexSheet(input: $input) {
        __typename
        ...IndexSheetParts
        ...RefusalParts
      }
    }
  `,
  [sheetParts, refusalParts],
);

export type SheetShown = NonNullable<ResultOf<typeof INDEX_SHEET>['indexSheet']>;
export type ScoreShown = SheetShown['fields'][number]['scores'][number];
export type UnitYear = ResultOf<typeof UNIT_INDEX>['unitIndex'][number];
