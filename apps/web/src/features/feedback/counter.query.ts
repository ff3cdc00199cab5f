import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const counterParts = graphql(`
  fragment CounterParts on Counter {
    id
    version
    counterCode
    name
    fieldName
    adoptionId
    openFrom
    openTo
    open
    illustrative
    canManage
    canIssueSlips
    unit {
      id
      nameVi
      nameEn
    }
  }
`);

export const COUNTERS = graphql(
  `
    query Counters($open: Boolean, $search: String, $order: NameOrder, $after: String) {
      counters(first: 25, open: $open, search: $search, order: $order, after: $after) {
        edges {
          node {
            ...CounterParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [counterParts],
);

/** The communes of today, of which a counter may be. */
export const COUNTER_UNITS = graphql(`
  query CounterUnits {
    publicUnits {
      id
      nameVi
      nameEn
      validTo
    }
    procedureFields {
      fieldName
    }
  }
`);

export const OPEN_COUNTER = graphql(
  `
    mutation OpenCounter($input: OpenCounterInput!) {
      answer: openCounter(input: $input) {
        __typename
        ...CounterParts
        ...RefusalParts
      }
    }
  `,
  [counterParts, refusalParts],
);

export const EDIT_COUNTER = graphql(
  `
    mutation EditCounter($input: EditCounterInput!) {
      answer: editCounter(input: $input) {
        __typename
        ...CounterParts
        ...RefusalParts
      }
    }
  `,
  [counterParts, refusalParts],
);

export const CLOSE_COUNTER = graphql(
  `
    mutation CloseCounter($input: CloseCounterInput!) {
      answer: closeCounter(input: $input) {
        __typename
        ...CounterParts
        ...RefusalParts
      }
    }
  `,
  [counterParts, refusalParts],
);

export const COUNTER_SHEET = graphql(`
  query CounterSheet($counterId: ID!, $paper: SheetPaper!) {
    counterSheet(counterId: $counterId, paper: $paper) {
      url
    }
  }
`);

export type CounterRow = ResultOf<typeof counterParts>;
