import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const importParts = graphql(`
  fragment ImportParts on Import {
    __typename
    id
    kind
    title
    state
    unit {
      id
      nameVi
      nameEn
    }
    personName
    own
    fileName
    jobId
    running
    makeCount
    changeCount
    leaveCount
    problemCount
    createdAt
    checkedAt
    appliedAt
    rowsUntil
    version
    whyNotGiveUp {
      code
    }
    whyNotApply {
      code
      message
    }
  }
`);

export type ImportRead = ResultOf<typeof importParts>;

export const IMPORT_KINDS = graphql(`
  query ImportKinds {
    importKinds {
      name
      title
      unitIs
      unit {
        id
        nameVi
        nameEn
      }
      columns {
        key
        head
        required
        hint
        example
      }
      maxRows
      maxBytes
    }
  }
`);

export type ImportKindRead = ResultOf<typeof IMPORT_KINDS>['importKinds'][number];

export const IMPORTS = graphql(
  `
    query Imports($kind: ImportName, $order: AgeOrder, $after: String) {
      imports(first: 25, kind: $kind, order: $order, after: $after) {
        totalCount
        edges {
          node {
            ...ImportParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [importParts],
);

export const IMPORT = graphql(
  `
    query ImportAndRows($id: ID!, $fate: ImportFate, $after: String) {
      import(id: $id) {
        ...ImportParts
      }
      importRows(importId: $id, fate: $fate, first: 50, after: $after) {
        totalCount
        edges {
          node {
            id
            number
            fate
            subject
            cells {
              column
              typed
            }
            steps
            problems {
              head
              value
              code
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
  `,
  [importParts],
);

export type ImportRowRead = ResultOf<typeof IMPORT>['importRows']['edges'][number]['node'];

export const BEGIN_IMPORT = graphql(
  `
    mutation BeginImport($input: BeginImportInput!) {
      answer: beginImport(input: $input) {
        ... on Import {
          __typename
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const CHECK_IMPORT = graphql(
  `
    mutation CheckImport($input: CheckImportInput!) {
      answer: checkImport(input: $input) {
        ...ImportParts
        ...RefusalParts
      }
    }
  `,
  [importParts, refusalParts],
);

export const APPLY_IMPORT = graphql(
  `
    mutation ApplyImport($input: ApplyImportInput!) {
      answer: applyImport(input: $input) {
        ...ImportParts
        ...RefusalParts
      }
    }
  `,
  [importParts, refusalParts],
);

export const GIVE_UP_IMPORT = graphql(
  `
    mutation GiveUpImport($input: GiveUpImportInput!) {
      answer: giveUpImport(input: $input) {
        ...ImportParts
        ...RefusalParts
      }
    }
  `,
  [importParts, refusalParts],
);

export const MAKE_TEMPLATE = graphql(
  `
    mutation MakeImportTemplate($input: MakeImportTemplateInput!) {
      answer: makeImportTemplate(input: $input) {
        ... on Job {
          __typename
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
