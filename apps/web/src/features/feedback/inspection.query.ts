import { type ResultOf, graphql } from '../../api/graphql';

const inspectionListed = graphql(`
  fragment InspectionListed on Inspection {
    id
    kind
    state
    hidden
    unit {
      id
      nameVi
      nameEn
    }
    decisionNumber
    decidedOn
    startedAt
    scorePercent
    illustrative
  }
`);

export const inspectionParts = graphql(
  `
    fragment InspectionParts on Inspection {
      ...InspectionListed
      version
      orderedByName
      team {
        person {
          id
          fullName
        }
        leads
      }
      items {
        id
        version
        question
        answer
        remark
        canOpenAction
      }
      callOffReason
      yes
      no
      notApplicable
      conclusion
      drawnUpAt
      teamSignerName
      teamSignedAt
      unitSignerName
      unitSignedAt
      signRefusal
      whyNotCallOff {
        code
      }
      whyNotStart {
        code
      }
      whyNotAnswer {
        code
      }
      whyNotDrawUp {
        code
        message
      }
      whyNotSign {
        code
      }
      whyNotRecordRefusal {
        code
      }
    }
  `,
  [inspectionListed],
);

export const INSPECTIONS = graphql(
  `
    query Inspections($states: [InspectionState!], $order: AgeOrder, $after: String) {
      inspections(first: 25, states: $states, order: $order, after: $after) {
        edges {
          node {
            ...InspectionListed
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [inspectionListed],
);

export const INSPECTION = graphql(
  `
    query Inspection($id: ID!) {
      inspection(id: $id) {
        ...InspectionParts
      }
    }
  `,
  [inspectionParts],
);

/** Who can be in a team, and which units can be inspected, by name. */
export const FIND_FOR_TEAM = graphql(`
  query FindForTeam($search: String!) {
    people(search: $search, first: 8) {
      edges {
        node {
          id
          fullName
          unit {
            id
            nameVi
            nameEn
          }
        }
      }
    }
  }
`);

export const FIND_UNITS = graphql(`
  query FindUnitsToInspect($search: String!, $asOf: LocalDate) {
    units(search: $search, asOf: $asOf, first: 8) {
      edges {
        node {
          id
          nameVi
          nameEn
        }
      }
    }
  }
`);

export type InspectionRow = ResultOf<typeof INSPECTIONS>['inspections']['edges'][number]['node'];
export type InspectionShown = NonNullable<ResultOf<typeof INSPECTION>['inspection']>;
export type InspectionItem = InspectionShown['items'][number];
export type InspectionState = InspectionRow['state'];
export type InspectionKind = InspectionRow['kind'];
export type InspectionAnswer = NonNullable<InspectionItem['answer']>;
