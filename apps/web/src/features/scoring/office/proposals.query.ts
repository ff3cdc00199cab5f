import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

export const proposalJob = graphql(`
  fragment ProposalJob on Job {
    id
    subjectId
    state
    phase
    progress
    createdAt
    finishedAt
    failureMessage
    canCancel
    cancelRequested
  }
`);

export type ProposalJob = ResultOf<typeof proposalJob>;

export const PROPOSAL_JOB_LIVE = graphql(
  `
    subscription ProposalJobLive($id: ID!) {
      job(id: $id) {
        ...ProposalJob
      }
    }
  `,
  [proposalJob],
);

export const CANCEL_JOB = graphql(
  `
    mutation CancelProposal($input: CancelJobInput!) {
      answer: cancelJob(input: $input) {
        __typename
        ... on Job {
          id
          state
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const PROPOSE = graphql(
  `
    mutation ProposeAssignment($input: ProposeAssignmentInput!) {
      answer: proposeAssignment(input: $input) {
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

const proposal = graphql(`
  fragment OfficeProposal on AssignmentProposal {
    id
    roundId
    madeAt
    objective
    loads
    keep
    sameUnitAtMost
    reassignStarted
    kept
    added
    dropped
    released
    spread
    totalFit
    worstFit
    optimal
    gap
    worstGap
    appliedAt
    canApply
    shortCount
    short {
      initiative {
        id
        receiptNumber
        title
      }
      missing
      reason
      judges
      binding {
        kind
        judges
        unit {
          nameVi
          nameEn
        }
        atMost
      }
    }
    judgeLoads {
      judge {
        id
        fullName
      }
      load
      before
      missing
    }
  }
`);

export type Proposal = ResultOf<typeof proposal>;
export type ShortInitiative = Proposal['short'][number];

/** Those that are looked at, each by the id of its job: one, or two beside each other. */
export const PROPOSALS = graphql(
  `
    query AssignmentProposals($a: ID!, $b: ID!, $hasA: Boolean!, $hasB: Boolean!) {
      a: assignmentProposal(id: $a) @include(if: $hasA) {
        ...OfficeProposal
      }
      b: assignmentProposal(id: $b) @include(if: $hasB) {
        ...OfficeProposal
      }
    }
  `,
  [proposal],
);

export const PROPOSED_CARDS = graphql(`
  query ProposedCards($proposalId: ID!, $fate: CardFate, $after: String) {
    proposedCards(proposalId: $proposalId, fate: $fate, first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          initiative {
            receiptNumber
            title
          }
          judge {
            fullName
          }
          fit
          fate
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type ProposedCard = ResultOf<typeof PROPOSED_CARDS>['proposedCards']['edges'][number]['node'];

export const APPLY = graphql(
  `
    mutation ApplyAssignment($input: ApplyAssignmentInput!) {
      answer: applyAssignment(input: $input) {
        __typename
        ... on AssignmentProposal {
          id
          appliedAt
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
