import { graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

export const SUBMIT_PLAN = graphql(
  `
    mutation SubmitPlan($input: SubmitPlanInput!) {
      answer: submitPlan(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const APPROVE_PLAN = graphql(
  `
    mutation ApprovePlan($input: ApprovePlanInput!) {
      answer: approvePlan(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const RETURN_PLAN = graphql(
  `
    mutation ReturnPlan($input: ReturnPlanInput!) {
      answer: returnPlan(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const SET_PLAN_APPROVAL = graphql(
  `
    mutation SetPlanApproval($input: SetPlanApprovalInput!) {
      answer: setPlanApproval(input: $input) {
        __typename
        ... on Contest {
          id
          version
          phase
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
