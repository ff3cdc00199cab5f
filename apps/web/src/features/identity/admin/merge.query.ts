import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

export const DOUBLES = graphql(`
  query Doubles($order: AgeOrder, $after: String) {
    personDoubles(first: 50, order: $order, after: $after) {
      totalCount
      edges {
        node {
          id
          version
          first {
            id
            fullName
            email
          }
          second {
            id
            fullName
            email
          }
          foundAt
          canKeepApart
          sameName
          sameMailbox
          unit {
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

export type DoubleRow = ResultOf<typeof DOUBLES>['personDoubles']['edges'][number]['node'];

export const MERGES = graphql(`
  query Merges($order: AgeOrder, $after: String) {
    personMerges(first: 50, order: $order, after: $after) {
      totalCount
      edges {
        node {
          id
          version
          merged {
            id
            fullName
          }
          kept {
            id
            fullName
          }
          state
          reason
          undoReason
          proposedByName
          proposedAt
          canConfirm
          canRefuse
          canUndo
          whyNotConfirm {
            message
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

export type MergeRow = ResultOf<typeof MERGES>['personMerges']['edges'][number]['node'];

const side = graphql(`
  fragment MergeSide on Person {
    id
    fullName
    email
    phone
    hasAccount
    disabledAt
    unit {
      id
      nameVi
      nameEn
    }
    grants {
      id
      role
      unit {
        id
        nameVi
        nameEn
      }
    }
    positions {
      id
      titleVi
      titleEn
      to
    }
  }
`);

export type MergeSide = ResultOf<typeof side>;

export const OUTLOOK = graphql(
  `
    query MergeOutlook($mergedId: ID!, $keptId: ID!) {
      mergeOutlook(mergedId: $mergedId, keptId: $keptId) {
        id
        needsSecond
        merged {
          ...MergeSide
        }
        kept {
          ...MergeSide
        }
        touched {
          kind
          merged
          kept
        }
        whyNotMerge {
          problems {
            code
            message
          }
        }
      }
    }
  `,
  [side],
);

export type Outlook = NonNullable<ResultOf<typeof OUTLOOK>['mergeOutlook']>;

export const MERGE_PERSONS = graphql(
  `
    mutation MergePersons($input: MergePersonsInput!) {
      answer: mergePersons(input: $input) {
        __typename
        ... on PersonMerge {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CONFIRM_MERGE = graphql(
  `
    mutation ConfirmPersonMerge($input: ConfirmPersonMergeInput!) {
      answer: confirmPersonMerge(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REFUSE_MERGE = graphql(
  `
    mutation RefusePersonMerge($input: RefusePersonMergeInput!) {
      answer: refusePersonMerge(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const UNDO_MERGE = graphql(
  `
    mutation UndoPersonMerge($input: UndoPersonMergeInput!) {
      answer: undoPersonMerge(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const KEEP_APART = graphql(
  `
    mutation KeepPersonsApart($input: KeepPersonsApartInput!) {
      answer: keepPersonsApart(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
