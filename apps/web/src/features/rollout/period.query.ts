import { type ResultOf, graphql } from '../../api/graphql';
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
    query ReportingPeriods($first: Int!, $after: String) {
      reportingPeriods(first: $first, after: $after) {
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
    query ReportingPeriodPage($id: ID!) {
      reportingPeriod(id: $id) {
        ...PeriodRow
        exceptions {
          id
          until
          reason
          revokedAt
          unit {
            id
            nameVi
            nameEn
          }
        }
      }
      reportingRates(periodId: $id) {
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
          unit {
            id
            nameVi
            nameEn
          }
        }
      }
      exceptionRequests(periodId: $id, state: REQUESTED, first: 100) {
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
      }
    }
  `,
  [periodRow],
);

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
