import { type ResultOf, type VariablesOf, graphql } from './graphql';
import { refusalParts } from './refusal';

export const jobParts = graphql(`
  fragment JobParts on Job {
    __typename
    id
    kind
    state
    phase
    progress
    failureMessage
    createdAt
    finishedAt
    cancelRequested
    canCancel
    export {
      title
      format
      fileName
      rows
      size
      fileId
      endsAt
    }
  }
`);

/** A list that can be had as a file. */
export type ListName = VariablesOf<typeof EXPORT_LIST>['input']['list'];
export type ListFormat = VariablesOf<typeof EXPORT_LIST>['input']['format'];
export type JobRead = ResultOf<typeof jobParts>;

export const EXPORT_LIST = graphql(
  `
    mutation ExportList($input: ExportListInput!) {
      answer: exportList(input: $input) {
        ...JobParts
        ...RefusalParts
      }
    }
  `,
  [jobParts, refusalParts],
);

export const CANCEL_JOB = graphql(
  `
    mutation CancelJob($input: CancelJobInput!) {
      answer: cancelJob(input: $input) {
        ...JobParts
        ...RefusalParts
      }
    }
  `,
  [jobParts, refusalParts],
);

export const JOB = graphql(
  `
    query JobOfMine($id: ID!) {
      job(id: $id) {
        ...JobParts
      }
    }
  `,
  [jobParts],
);

export const JOB_LIVE = graphql(
  `
    subscription JobOfMineLive($id: ID!) {
      job(id: $id) {
        ...JobParts
      }
    }
  `,
  [jobParts],
);

export const MY_JOBS = graphql(
  `
    query MyJobs($first: Int!, $after: String) {
      myJobs(first: $first, after: $after) {
        edges {
          node {
            ...JobParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [jobParts],
);

export const MY_JOBS_LIVE = graphql(
  `
    subscription MyJobsLive($first: Int!, $after: String) {
      myJobs(first: $first, after: $after) {
        edges {
          node {
            ...JobParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [jobParts],
);
