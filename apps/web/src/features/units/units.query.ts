import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const unitRow = graphql(`
  fragment UnitRow on Unit {
    id
    kind
    statisticsCode
    abbreviation
    nameVi
    nameEn
    parentId
    validFrom
    validTo
    version
    canEdit
  }
`);

const lineageRow = graphql(`
  fragment LineageRow on UnitLineage {
    id
    canRemove
    kind
    effectiveOn
    from {
      id
      nameVi
      nameEn
    }
    to {
      id
      nameVi
      nameEn
    }
  }
`);

export const UNITS = graphql(
  `
    query Units($search: String, $kind: UnitKind, $asOf: LocalDate, $belowId: ID, $order: NameOrder, $after: String) {
      units(first: 50, search: $search, kind: $kind, asOf: $asOf, belowId: $belowId, order: $order, after: $after) {
        totalCount
        edges {
          node {
            ...UnitRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [unitRow],
);

export const UNIT = graphql(
  `
    query Unit($id: ID!) {
      unit(id: $id) {
        ...UnitRow
      }
      unitLineage(unitId: $id, first: 100) {
        edges {
          node {
            ...LineageRow
          }
        }
      }
    }
  `,
  [unitRow, lineageRow],
);

/** What the neighbours of a unit came from and became: the whole picture of a reorganisation. */
export const LINEAGES = graphql(
  `
    query UnitLineages($unitIds: [ID!]!) {
      unitLineages(unitIds: $unitIds) {
        ...LineageRow
      }
    }
  `,
  [lineageRow],
);

export const FIND_UNITS = graphql(`
  query FindUnitsOf($search: String, $asOf: LocalDate) {
    units(first: 20, search: $search, asOf: $asOf) {
      edges {
        node {
          id
          nameVi
          nameEn
          statisticsCode
        }
      }
    }
  }
`);

export type UnitRow = ResultOf<typeof unitRow>;
export type LineageRow = ResultOf<typeof lineageRow>;

export const CREATE_UNIT = graphql(
  `
    mutation CreateUnit($input: CreateUnitInput!) {
      answer: createUnit(input: $input) {
        __typename
        ... on Unit {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const EDIT_UNIT = graphql(
  `
    mutation EditUnit($input: EditUnitInput!) {
      answer: editUnit(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CLOSE_UNIT = graphql(
  `
    mutation CloseUnit($input: CloseUnitInput!) {
      answer: closeUnit(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const RECORD_LINEAGE = graphql(
  `
    mutation RecordLineage($input: RecordLineageInput!) {
      answer: recordLineage(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REMOVE_LINEAGE = graphql(
  `
    mutation RemoveLineage($input: RemoveLineageInput!) {
      answer: removeLineage(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
