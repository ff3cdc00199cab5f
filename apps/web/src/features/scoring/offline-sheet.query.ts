import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const OFFLINE_SHEET = graphql(`
  query OfflineSheet($roundId: ID!) {
    round(id: $roundId) {
      id
      nameVi
      nameEn
      state
      criteria {
        key
        nameVi
        nameEn
        max
      }
    }
    offlineSheetOutlook(roundId: $roundId) {
      id
      initiatives
      canIssue
      whyNotIssue {
        code
        message
      }
    }
    offlineSheet(roundId: $roundId) {
      id
      number
      sheetCode
      initiatives
      fileId
      issuedAt
    }
  }
`);

export type SheetAnswer = ResultOf<typeof OFFLINE_SHEET>;
export type Sheet = NonNullable<SheetAnswer['offlineSheet']>;

export const ISSUE_SHEET = graphql(
  `
    mutation IssueOfflineSheet($input: IssueOfflineSheetInput!) {
      answer: issueOfflineSheet(input: $input) {
        __typename
        ... on OfflineSheet {
          id
          fileId
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const COMPARE_SHEET = graphql(`
  query CompareOfflineSheet($fileId: ID!) {
    compareOfflineSheet(fileId: $fileId) {
      sheetId
      number
      fingerprint
      changes
      cards {
        scorecardId
        receiptNumber
        title
        changed
        canImport
        whyNotImport {
          code
          message
        }
        criteria {
          criterion
          cell
          pointsNow
          pointsOnSheet
          commentNow
          commentOnSheet
          changed
        }
      }
    }
  }
`);

export type SheetDifference = ResultOf<typeof COMPARE_SHEET>['compareOfflineSheet'];

export const IMPORT_SHEET = graphql(
  `
    mutation ImportOfflineSheet($input: ImportOfflineSheetInput!) {
      answer: importOfflineSheet(input: $input) {
        __typename
        ... on OfflineSheet {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
