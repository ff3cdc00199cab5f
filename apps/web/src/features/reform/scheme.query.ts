import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const schemeParts = graphql(`
  fragment IndexSchemeParts on IndexScheme {
    id
    version
    nameVi
    nameEn
    decisionNumber
    decidedOn
    issuer
    fromYear
    total
    step
    state
    maximaSum
    illustrative
    fields {
      id
      criterionCode
      nameVi
      nameEn
      criteria {
        id
        criterionCode
        nameVi
        nameEn
        maximum
        comparableWithId
      }
    }
    whyNotEdit {
      code
      message
    }
    whyNotPutInForce {
      code
      message
    }
  }
`);

export const INDEX_SCHEMES = graphql(
  `
    query IndexSchemes {
      indexSchemes {
        ...IndexSchemeParts
      }
    }
  `,
  [schemeParts],
);

export const ENTER_INDEX_SCHEME = graphql(
  `
    mutation EnterIndexScheme($input: EnterIndexSchemeInput!) {
      answer: enterIndexScheme(input: $input) {
        __typename
        ... on IndexScheme {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const EDIT_INDEX_SCHEME = graphql(
  `
    mutation EditIndexScheme($input: EditIndexSchemeInput!) {
      answer: editIndexScheme(input: $input) {
        __typename
        ... on IndexScheme {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const PUT_INDEX_SCHEME_IN_FORCE = graphql(
  `
    mutation PutIndexSchemeInForce($input: PutIndexSchemeInForceInput!) {
      answer: putIndexSchemeInForce(input: $input) {
        __typename
        ... on IndexScheme {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export type SchemeShown = ResultOf<typeof schemeParts>;
