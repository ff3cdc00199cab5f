import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const juryMember = graphql(`
  fragment OfficeJuryMember on JuryMember {
    id
    version
    personId
    fullName
    unitNameVi
    unitNameEn
    chair
    loadMin
    loadMax
    absentFrom
    absentTo
    areaIds
  }
`);

export type JuryMember = ResultOf<typeof juryMember>;

export const JURY = graphql(
  `
    query OfficeJury($contestId: ID!, $after: String) {
      jury(contestId: $contestId, first: 100, after: $after) {
        totalCount
        edges {
          node {
            ...OfficeJuryMember
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [juryMember],
);

/** How many cards each judge has in a round, and how many of them are signed. */
export const ROUND_LOADS = graphql(`
  query RoundLoads($roundId: ID!) {
    assignmentMatrix(roundId: $roundId, first: 1) {
      judges {
        judgeId
        fullName
        available
        seated
        load
        signed
      }
    }
  }
`);

export type JudgeLoad = ResultOf<typeof ROUND_LOADS>['assignmentMatrix']['judges'][number];

export const SET_TERMS = graphql(
  `
    mutation SetJuryTerms($input: SetJuryTermsInput!) {
      answer: setJuryTerms(input: $input) {
        __typename
        ... on JuryMember {
          id
          version
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const juryPair = graphql(`
  fragment OfficeJuryPair on JuryPair {
    id
    version
    judgeName
    otherName
    reason
  }
`);

export type JuryPair = ResultOf<typeof juryPair>;

export const JURY_PAIRS = graphql(
  `
    query OfficeJuryPairs($contestId: ID!, $after: String) {
      juryPairs(contestId: $contestId, first: 100, after: $after) {
        totalCount
        edges {
          node {
            ...OfficeJuryPair
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [juryPair],
);

export const SET_PAIR = graphql(
  `
    mutation SetJuryPair($input: SetJuryPairInput!) {
      answer: setJuryPair(input: $input) {
        __typename
        ... on JuryPair {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REMOVE_PAIR = graphql(
  `
    mutation RemoveJuryPair($input: RemoveJuryPairInput!) {
      answer: removeJuryPair(input: $input) {
        __typename
        ... on JuryPair {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);
