import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';
import { adoptionRow } from './adoption.query';

const reportParts = graphql(
  `
    fragment ReportParts on Report {
      id
      version
      state
      note
      canReport
      canApprove
      receivedAt
      submittedAt
      decidedAt
      onTime
      returnReason
      period {
        id
        nameVi
        nameEn
        startsOn
        endsOn
        dueOn
      }
      unit {
        id
        nameVi
        nameEn
      }
      figures {
        id
        indicatorId
        value
        numerator
        denominator
        note
        startsOn
        endsOn
        jump {
          question
          reason
        }
      }
      problems {
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const expectedParts = graphql(`
  fragment ExpectedParts on ExpectedFigure {
    id
    rollout {
      id
      titleVi
      titleEn
    }
    startedOn
    countedBySystem
    indicator {
      id
      nameVi
      nameEn
      unitVi
      unitEn
      aggregation
      decimals
    }
    last {
      id
      periodNameVi
      periodNameEn
      value
      numerator
      denominator
    }
  }
`);

/** Of a commune's reports, each period with what stands in the way of typing it. */
const myReport = graphql(
  `
    fragment MyReportRow on MyReport {
      id
      reportId
      state
      onTime
      canReport
      whyNotReport {
        ...RefusalParts
      }
      canRequestException
      period {
        id
        nameVi
        nameEn
        startsOn
        endsOn
        dueOn
      }
      unit {
        id
        nameVi
        nameEn
      }
    }
  `,
  [refusalParts],
);

const reportsOfMine = graphql(
  `
    fragment ReportsOfMine on MyReportConnection {
      edges {
        node {
          ...MyReportRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [myReport],
);

export const MY_REPORTS = graphql(
  `
    query MyReports($first: Int!, $after: String) {
      serverTime
      myReports(first: $first, after: $after) {
        ...ReportsOfMine
      }
    }
  `,
  [reportsOfMine],
);

/** All that one unit is to adopt. */
export const ADOPTIONS_OF_UNIT = graphql(
  `
    query AdoptionsOfUnit($unitId: ID!, $after: String) {
      adoptions(unitId: $unitId, first: 100, after: $after) {
        edges {
          node {
            ...AdoptionRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [adoptionRow],
);

const requestsOfPeriod = graphql(`
  fragment ExceptionsAskedFor on ExceptionRequestConnection {
    edges {
      node {
        id
        state
        requestedAt
        reason
        decisionReason
        until
        unit {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export const REQUESTS_OF_PERIOD = graphql(
  `
    query RequestsOfPeriod($periodId: ID!, $after: String) {
      exceptionRequests(periodId: $periodId, first: 100, after: $after) {
        ...ExceptionsAskedFor
      }
    }
  `,
  [requestsOfPeriod],
);

/** Whether it is one's own to type, and what was asked for where it is shut; of both lists the first page. */
export const BESIDE_REPORT = graphql(
  `
    query BesideReport($periodId: ID!, $mine: Boolean!) {
      myReports(first: 100) @include(if: $mine) {
        ...ReportsOfMine
      }
      exceptionRequests(periodId: $periodId, first: 100) {
        ...ExceptionsAskedFor
      }
    }
  `,
  [reportsOfMine, requestsOfPeriod],
);

export const REPORT = graphql(
  `
    query ReportOfUnit($periodId: ID!, $unitId: ID!) {
      serverTime
      expectedFigures(periodId: $periodId, unitId: $unitId) {
        ...ExpectedParts
      }
      reports(periodId: $periodId, unitId: $unitId, first: 1) {
        edges {
          node {
            ...ReportParts
          }
        }
      }
    }
  `,
  [expectedParts, reportParts],
);

export const SAVE_REPORT = graphql(
  `
    mutation SaveReport($input: SaveReportInput!) {
      answer: saveReport(input: $input) {
        __typename
        ...ReportParts
        ...RefusalParts
      }
    }
  `,
  [reportParts, refusalParts],
);

export const SUBMIT_REPORT = graphql(
  `
    mutation SubmitReport($input: SubmitReportInput!) {
      answer: submitReport(input: $input) {
        __typename
        ...ReportParts
        ...RefusalParts
      }
    }
  `,
  [reportParts, refusalParts],
);

export const APPROVE_REPORT = graphql(
  `
    mutation ApproveReport($input: ApproveReportInput!) {
      answer: approveReport(input: $input) {
        __typename
        ...ReportParts
        ...RefusalParts
      }
    }
  `,
  [reportParts, refusalParts],
);

export const RETURN_REPORT = graphql(
  `
    mutation ReturnReport($input: ReturnReportInput!) {
      answer: returnReport(input: $input) {
        __typename
        ...ReportParts
        ...RefusalParts
      }
    }
  `,
  [reportParts, refusalParts],
);

export const REQUEST_EXCEPTION = graphql(
  `
    mutation RequestException($input: RequestExceptionInput!) {
      answer: requestException(input: $input) {
        __typename
        ... on ExceptionRequest {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export type ReportRead = ResultOf<typeof reportParts>;
export type Expected = ResultOf<typeof expectedParts>;
export type MyReportRow = ResultOf<typeof myReport>;
export type ExceptionRow = ResultOf<typeof requestsOfPeriod>['edges'][number]['node'];
