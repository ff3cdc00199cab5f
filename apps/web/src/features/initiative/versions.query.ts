import { type ResultOf, graphql } from '../../api/graphql';

export const VERSION = graphql(`
  query DossierVersion($id: ID!) {
    initiativeVersion(id: $id) {
      id
      number
      title
      problem
      solution
      novelty
      effect
      confidential
      authors {
        person {
          id
          fullName
        }
        share
        lead
      }
      files {
        id
        fileName
        caption
        kind
      }
      submittedByName
      confirmedByName
      hash
      submittedAt
    }
  }
`);

export const DIFFERENCE = graphql(`
  query DossierDifference($fromId: ID!, $toId: ID!) {
    initiativeDifference(fromId: $fromId, toId: $toId) {
      initiativeId
      fields {
        field
        parts {
          kind
          text
        }
      }
    }
  }
`);

export const VERSIONS = graphql(`
  query DossierVersions($id: ID!) {
    initiative(id: $id) {
      id
      title
      versions {
        id
        number
        hash
        submittedAt
      }
    }
  }
`);

export type Version = NonNullable<ResultOf<typeof VERSION>['initiativeVersion']>;
type FieldDifference = NonNullable<ResultOf<typeof DIFFERENCE>['initiativeDifference']>['fields'][number];
export type Field = FieldDifference['field'];
export type Part = FieldDifference['parts'][number];
