import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const PROCEDURES = graphql(`
  query Procedures($search: String, $fieldName: String, $unchecked: Boolean, $order: ProcedureOrder, $after: String) {
    procedures(first: 25, search: $search, fieldName: $fieldName, unchecked: $unchecked, order: $order, after: $after) {
      totalCount
      edges {
        node {
          id
          procedureCode
          name
          fieldName
          level
          checkedOn
          unchecked
          illustrative
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PROCEDURE_FIELDS = graphql(`
  query ProcedureFields {
    procedureFields {
      fieldName
      procedureCount
    }
  }
`);

const procedureParts = graphql(`
  fragment ProcedureParts on Procedure {
    id
    version
    procedureCode
    name
    fieldName
    level
    sourceUrl
    checkedOn
    unchecked
    illustrative
    versions {
      id
      decisionText
      startsOn
      endsOn
      inForce
      steps
      ways {
        way
        amount
        countedIn
        fee
      }
      items {
        name
        originals
        copies
        form
      }
      legalBases
    }
  }
`);

export const PROCEDURE = graphql(
  `
    query Procedure($id: ID!) {
      procedure(id: $id) {
        ...ProcedureParts
      }
    }
  `,
  [procedureParts],
);

export const CHECK_PROCEDURE = graphql(
  `
    mutation CheckProcedure($input: CheckProcedureInput!) {
      answer: checkProcedure(input: $input) {
        __typename
        ...ProcedureParts
        ...RefusalParts
      }
    }
  `,
  [procedureParts, refusalParts],
);

export type ProcedureRow = ResultOf<typeof PROCEDURES>['procedures']['edges'][number]['node'];
export type ProcedureRead = ResultOf<typeof procedureParts>;
export type ProcedureVersionRead = ProcedureRead['versions'][number];
