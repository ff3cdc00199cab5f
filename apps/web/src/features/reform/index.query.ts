import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';
import { schemeParts } from './scheme.query';

export const listedParts = graphql(`
  fragment IndexListedParts on IndexYearSummary {
    id
    year
    selfDueOn
    units
    settled
    scheme {
      id
      nameVi
      nameEn
      decisionNumber
      decidedOn
      issuer
      total
      illustrative
    }
  }
`);

/** Years, and to the office its schemes. */
export const INDEX_YEARS = graphql(
  `
    query IndexYears($office: Boolean!, $order: AgeOrder, $after: String) {
      indexYears(first: 25, order: $order, after: $after) {
        totalCount
        edges {
          node {
            ...IndexListedParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      indexSchemes @include(if: $office) {
        ...IndexSchemeParts
      }
    }
  `,
  [listedParts, schemeParts],
);

/** The units of today, of which a year asks some to score themselves. */
export const UNITS_TO_SCORE = graphql(`
  query UnitsToScore($after: String) {
    units(first: 100, after: $after) {
      edges {
        node {
          id
          kind
          nameVi
          nameEn
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const yearParts = graphql(`
  fragment IndexYearParts on IndexYear {
    id
    year
    selfDueOn
    units
    settled
    scheme {
      id
      nameVi
      nameEn
      decisionNumber
      decidedOn
      issuer
      total
      illustrative
    }
    fields {
      id
      criterionCode
      nameVi
      nameEn
      maximum
    }
    rows {
      id
      unit {
        id
        nameVi
        nameEn
      }
      state
      selfTotal
      total
      sharePercent
      rank
      fields {
        fieldId
        points
        sharePercent
      }
    }
  }
`);

export const INDEX_YEAR = graphql(
  `
    query IndexYear($yearId: ID!, $after: String) {
      indexYear(yearId: $yearId) {
        ...IndexYearParts
      }
      indexYears(first: 100, after: $after) {
        edges {
          node {
            id
            year
            settled
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [yearParts],
);

export const PUBLIC_INDEX_YEARS = graphql(
  `
    query PublicIndexYears($order: AgeOrder, $after: String) {
      publicIndexYears(first: 25, order: $order, after: $after) {
        edges {
          node {
            ...IndexListedParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [listedParts],
);

export const PUBLIC_INDEX_YEAR = graphql(
  `
    query PublicIndexYear($yearId: ID!) {
      publicIndexYear(yearId: $yearId) {
        ...IndexYearParts
      }
    }
  `,
  [yearParts],
);

export const INDEX_COMPARISON = graphql(`
  query IndexComparison($yearId: ID!, $withId: ID!) {
    indexComparison(yearId: $yearId, withId: $withId) {
      before {
        id
        year
        scheme {
          id
          nameVi
          nameEn
        }
      }
      now {
        id
        year
        scheme {
          id
          nameVi
          nameEn
        }
      }
      common {
        criterionCode
        codeBefore
        nameVi
        nameEn
        maximum
        maximumBefore
      }
      units {
        unit {
          id
          nameVi
          nameEn
        }
        before {
          points
          maximum
          sharePercent
        }
        now {
          points
          maximum
          sharePercent
        }
        change
        totalChange
      }
      whyNotTotals {
        code
        message
      }
    }
  }
`);

export const OPEN_INDEX_YEAR = graphql(
  `
    mutation OpenIndexYear($input: OpenIndexYearInput!) {
      answer: openIndexYear(input: $input) {
        __typename
        ... on IndexYear {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export type YearListed = ResultOf<typeof listedParts>;
export type YearShown = ResultOf<typeof yearParts>;
export type YearRow = YearShown['rows'][number];
export type ComparisonShown = NonNullable<ResultOf<typeof INDEX_COMPARISON>['indexComparison']>;
export type UnitChoice = ResultOf<typeof UNITS_TO_SCORE>['units']['edges'][number]['node'];
export type SheetState = YearRow['state'];
