import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const AUDIT = graphql(`
  query AuditEntries(
    $actorId: ID
    $operation: String
    $subjectType: String
    $subjectId: String
    $from: LocalDate
    $to: LocalDate
    $order: AgeOrder
    $after: String
  ) {
    auditEntries(
      first: 50
      actorId: $actorId
      operation: $operation
      subjectType: $subjectType
      subjectId: $subjectId
      doneFrom: $from
      doneTo: $to
      order: $order
      after: $after
    ) {
      edges {
        node {
          seq
          at
          actorId
          actorName
          operation
          subjectType
          subjectId
          before
          after
          reason
          readable
          hash
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type AuditRow = ResultOf<typeof AUDIT>['auditEntries']['edges'][number]['node'];

export const AUDIT_HEAD = graphql(`
  query AuditHead {
    auditHead {
      entries
      hash
      at
    }
  }
`);

export const VERIFY_AUDIT = graphql(
  `
    mutation VerifyAudit($input: VerifyAuditInput!) {
      answer: verifyAudit(input: $input) {
        __typename
        ... on Job {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const VERIFYING = graphql(`
  query Verifying($id: ID!) {
    job(id: $id) {
      id
      state
      failureMessage
      finishedAt
    }
  }
`);
