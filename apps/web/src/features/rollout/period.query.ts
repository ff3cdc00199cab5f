import { type ResultOf, graphql } from '../../api/graphql';
import { nudgesTold } from '../../api/nudge.query';
import { refusalParts } from '../../api/refusal';

const periodRow = graphql(`
  fragment PeriodRow on ReportingPeriod {
    id
    version
    nameVi
    nameEn
    startsOn
    endsOn
    dueOn
    closedAt
    canManage
  }
`);

export const PERIODS = graphql(
  `
    query ReportingPeriods($first: Int!, $order: AgeOrder, $after: String) {
      serverTime
      reportingPeriods(first: $first, order: $order, after: $after) {
        edges {
          node {
            ...PeriodRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [periodRow],
);

export const PERIOD = graphql(
  `
    query ReportingPeriodPage($id: ID!, $after: String) {
      serverTime
      ...NudgesTold
      reportingPeriod(id: $id) {
        ...PeriodRow
        exceptions {
          id
          until
          reason
          grantedByName
          grantedAt
          revokedAt
          revokedByName
          revocationReason
          canRevoke
          unit {
            id
            nameVi
            nameEn
          }
        }
      }
      reportingRates(periodIds: [$id]) {
        periodId
        expected
        received
        onTime
        receivedRate
        onTimeRate
        units {
          expected
          received
          onTime
          state
          nudge {
            kind
            subjectId
          }
          unit {
            id
            nameVi
            nameEn
          }
        }
      }
      exceptionRequests(periodId: $id, state: REQUESTED, first: 100, after: $after) {
        edges {
          node {
            id
            reason
            requestedAt
            requestedByName
            canDecide
            unit {
              id
              nameVi
              nameEn
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
  [periodRow, nudgesTold],
);

export const OPEN_PERIOD = graphql(
  `
    mutation OpenReportingPeriod($input: OpenReportingPeriodInput!) {
      answer: openReportingPeriod(input: $input) {
        __typename
        ...PeriodRow
        ...RefusalParts
      }
    }
  `,
  [periodRow, refusalParts],
);

export const REVOKE_EXCEPTION = graphql(
  `
    mutation RevokeException($input: RevokeExceptionInput!) {
      answer: revokeException(input: $input) {
        __typename
        ...PeriodRow
        ...RefusalParts
      }
    }
  `,
  [periodRow, refusalParts],
);

/** Who was expected to report in each period, who did, and who in time. */
export const PERIOD_RATES = graphql(`
  query PeriodRates($periodIds: [ID!]!) {
    reportingRates(periodIds: $periodIds) {
      periodId
      units {
        expected
        received
        onTime
        unit {
          id
          nameVi
          nameEn
        }
      }
    }
  }
`);

export const OVERDUE = graphql(
  `
    query Overdue($first: Int!, $after: String, $asOf: LocalDate, $kind: OverdueKind, $order: OverdueOrder) {
      serverTime
      ...NudgesTold
      overdue(first: $first, after: $after, asOf: $asOf, kind: $kind, order: $order) {
        totalCount
        edges {
          node {
            id
            kind
            dueOn
            daysLate
            periodId
            adoptionId
            titleVi
            titleEn
            nudge {
              kind
              subjectId
            }
            unit {
              id
              nameVi
              nameEn
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
  [nudgesTold],
);

export type OverduePage = ResultOf<typeof OVERDUE>;
export type OverdueRow = OverduePage['overdue']['edges'][number]['node'];

export const CLOSE_PERIOD = graphql(
  `
    mutation ClosePeriod($input: ClosePeriodInput!) {
      answer: closePeriod(input: $input) {
        __typename
        ...PeriodRow
        ...RefusalParts
      }
    }
  `,
  [periodRow, refusalParts],
);

export const GRANT_EXCEPTION = graphql(
  `
    mutation GrantException($input: GrantExceptionInput!) {
      answer: grantException(input: $input) {
        __typename
        ...PeriodRow
        ...RefusalParts
      }
    }
  `,
  [periodRow, refusalParts],
);

export const REFUSE_EXCEPTION = graphql(
  `
    mutation RefuseException($input: RefuseExceptionInput!) {
      answer: refuseException(input: $input) {
        __typename
        ... on ExceptionRequest {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export type PeriodRow = ResultOf<typeof periodRow>;
export type PeriodPage = ResultOf<typeof PERIOD>;
export type WaitingRequest = PeriodPage['exceptionRequests']['edges'][number]['node'];
