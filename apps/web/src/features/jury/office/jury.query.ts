import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { contestOfJudging } from './contest.query';
import { roundName } from './running-round';

const juryMember = graphql(`
  fragment OfficeJuryMember on JuryMember {
    id
    version
    person {
      id
      fullName
    }
    unit {
      nameVi
      nameEn
    }
    chair
    loadMin
    loadMax
    absentFrom
    absentTo
    areaIds
    canSetTerms
  }
`);

export type JuryMember = ResultOf<typeof juryMember>;

/** A page of the jury. */
export const officeJury = graphql(
  `
    fragment OfficeJury on JuryMemberConnection {
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
  `,
  [juryMember],
);

const officeJuryPairs = graphql(`
  fragment OfficeJuryPairs on JuryPairConnection {
    edges {
      node {
        id
        version
        judge {
          fullName
        }
        other {
          fullName
        }
        reason
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

/** All that the page of the jury opens with: of the judges one page, of the pairs the first; where it is narrowed, all who can be a pair too. */
export const JURY_PAGE = graphql(
  `
    query JuryPage($contestId: ID!, $search: String, $areaId: ID, $order: JuryOrder, $narrowed: Boolean!, $after: String) {
      contest(id: $contestId) {
        ...ContestOfJudging
      }
      rounds(contestId: $contestId) {
        ...RoundName
      }
      jury(contestId: $contestId, search: $search, areaId: $areaId, order: $order, first: 100, after: $after) {
        ...OfficeJury
      }
      everybody: jury(contestId: $contestId, first: 100) @include(if: $narrowed) {
        ...OfficeJury
      }
      juryPairs(contestId: $contestId, first: 100) {
        ...OfficeJuryPairs
      }
    }
  `,
  [contestOfJudging, roundName, officeJury, officeJuryPairs],
);

export type JuryPage = ResultOf<typeof JURY_PAGE>;
export type JuryPairRow = ResultOf<typeof officeJuryPairs>['edges'][number]['node'];

/** The pairs after the first page of them. */
export const MORE_JURY_PAIRS = graphql(
  `
    query MoreJuryPairs($contestId: ID!, $after: String) {
      juryPairs(contestId: $contestId, first: 100, after: $after) {
        ...OfficeJuryPairs
      }
    }
  `,
  [officeJuryPairs],
);

/** How many cards each judge has in a round, and how many of them are signed. */
export const loadsOfRound = graphql(`
  fragment LoadsOfRound on AssignmentMatrix {
    judges {
      judge {
        id
        fullName
      }
      available
      seated
      load
      signed
    }
  }
`);

export type JudgeLoad = ResultOf<typeof loadsOfRound>['judges'][number];

export const ROUND_LOADS = graphql(
  `
    query RoundLoads($roundId: ID!) {
      assignmentMatrix(roundId: $roundId, first: 1) {
        ...LoadsOfRound
      }
    }
  `,
  [loadsOfRound],
);

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
