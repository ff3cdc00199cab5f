import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { contestOfJudging } from '../../jury/shared';
import { proposalJob } from './proposals.query';
import { officeRound } from './rounds.query';

const assignmentTable = graphql(`
  fragment AssignmentTable on Query {
    jury(contestId: $contestId, first: 100) {
      edges {
        node {
          id
          person {
            id
          }
          areaIds
        }
      }
    }
    assignmentMatrix(roundId: $roundId, first: 200, after: $after, shortOnly: $shortOnly) {
      needed
      totalCount
      judges {
        judge {
          id
          fullName
        }
        unit {
          nameVi
          nameEn
        }
        seated
        available
        loadMin
        loadMax
        load
        signed
      }
      rows {
        initiative {
          id
          receiptNumber
          title
        }
        areaId
        missing
        cells {
          judgeId
          scorecardId
          state
          extra
          attested
          conflicted
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** All that the page of the assignments opens with: who judges what, and the proposals that one has asked for. */
export const ASSIGNMENTS_PAGE = graphql(
  `
    query AssignmentsPage($roundId: ID!, $contestId: ID!, $shortOnly: Boolean, $after: String) {
      contest(id: $contestId) {
        ...ContestOfJudging
      }
      round(id: $roundId) {
        ...OfficeRound
      }
      myJobs(kinds: ["scoring.proposeAssignment"], first: 20) {
        edges {
          node {
            ...ProposalJob
          }
        }
      }
      ...AssignmentTable
    }
  `,
  [contestOfJudging, officeRound, proposalJob, assignmentTable],
);

export type MatrixAnswer = ResultOf<typeof assignmentTable>;
export type Matrix = MatrixAnswer['assignmentMatrix'];
export type MatrixJudge = Matrix['judges'][number];
export type MatrixRow = Matrix['rows'][number];
export type MatrixCell = MatrixRow['cells'][number];

/** Who judges one initiative, and why somebody may not. */
export const CARDS_OF_INITIATIVE = graphql(`
  query CardsOfInitiative($roundId: ID!, $initiativeId: ID!) {
    assignments(roundId: $roundId, initiativeId: $initiativeId, first: 100) {
      edges {
        node {
          id
          judge {
            id
            fullName
          }
          state
          extra
          attested
          conflicted
          declined
          excuseReason
          assignedAt
          canExcuse
          canRequestReopening
          canUnassign
          conflict {
            type
            source
            reason
          }
        }
      }
    }
  }
`);

export type AssignedCard = ResultOf<typeof CARDS_OF_INITIATIVE>['assignments']['edges'][number]['node'];

export const ASSIGN_JUDGE = graphql(
  `
    mutation AssignJudge($input: AssignJudgeInput!) {
      answer: assignJudge(input: $input) {
        __typename
        ... on RoundAssignment {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const UNASSIGN_JUDGE = graphql(
  `
    mutation UnassignJudge($input: UnassignJudgeInput!) {
      answer: unassignJudge(input: $input) {
        __typename
        ... on Round {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const EXCUSE_CARD = graphql(
  `
    mutation ExcuseCard($input: ExcuseCardInput!) {
      answer: excuseCard(input: $input) {
        __typename
        ... on RoundAssignment {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const ASSIGN_ROUND = graphql(
  `
    mutation AssignRound($input: AssignRoundInput!) {
      answer: assignRound(input: $input) {
        __typename
        ... on Round {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
