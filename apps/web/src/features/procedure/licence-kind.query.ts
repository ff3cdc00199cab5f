import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const kindParts = graphql(`
  fragment LicenceKindParts on LicenceKind {
    id
    version
    kindCode
    name
    term {
      amount
      countedIn
    }
    fileBefore {
      amount
      countedIn
    }
    steps
    procedure {
      id
      name
    }
    legalBasis
    startsOn
    endsOn
    inForce
    illustrative
    canEdit
  }
`);

export const LICENCE_KINDS = graphql(
  `
    query LicenceKinds {
      licenceKinds {
        ...LicenceKindParts
      }
      licenceCounts {
        unit {
          id
          nameVi
          nameEn
        }
        kind {
          id
          name
        }
        valid
        due
        overdue
        expired
      }
    }
  `,
  [kindParts],
);

/** The procedures among which that of a renewal is looked for. */
export const FIND_PROCEDURES = graphql(`
  query FindProcedures($search: String!) {
    procedures(first: 10, search: $search) {
      edges {
        node {
          id
          procedureCode
          name
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const ENTER_LICENCE_KIND = graphql(
  `
    mutation EnterLicenceKind($input: EnterLicenceKindInput!) {
      answer: enterLicenceKind(input: $input) {
        __typename
        ...LicenceKindParts
        ...RefusalParts
      }
    }
  `,
  [kindParts, refusalParts],
);

export const EDIT_LICENCE_KIND = graphql(
  `
    mutation EditLicenceKind($input: EditLicenceKindInput!) {
      answer: editLicenceKind(input: $input) {
        __typename
        ...LicenceKindParts
        ...RefusalParts
      }
    }
  `,
  [kindParts, refusalParts],
);

export type LicenceKindRow = ResultOf<typeof kindParts>;
export type LicenceCountRow = ResultOf<typeof LICENCE_KINDS>['licenceCounts'][number];
export type Term = LicenceKindRow['fileBefore'];
