import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

export const CONTEST_RESULTS = graphql(`
  query ContestResults($contestId: ID!) {
    contest(id: $contestId) {
      id
      titleVi
      titleEn
      year
      illustrative
      phase
      host {
        id
        nameVi
        nameEn
      }
    }
    rounds(contestId: $contestId) {
      id
      key
      nameVi
      nameEn
      state
      last
      closedAt
      criteria {
        key
        nameVi
        nameEn
        max
      }
    }
    contestResults(contestId: $contestId) {
      id
      number
      cause
      madeAt
      supersededAt
      ruleBookNumber
      ruleBookHash
    }
    chairVotes(contestId: $contestId) {
      id
      resultNumber
      reason
      castByName
      castAt
      initiatives {
        initiativeId
        receiptNumber
        title
      }
    }
  }
`);

export const FINAL_STANDINGS = graphql(`
  query FinalStandings($contestId: ID!, $number: Int, $after: String) {
    finalStandings(first: 100, contestId: $contestId, number: $number, after: $after) {
      totalCount
      edges {
        node {
          id
          place
          rank
          score
          rounded
          decidedBy
          initiativeId
          receiptNumber
          title
          ownerNameVi
          ownerNameEn
          eligible
          reached
          state
          track
          trackRank
          voteDue
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const TIES_TO_DECIDE = graphql(`
  query TiesToDecide($contestId: ID!) {
    tiesToDecide(contestId: $contestId) {
      id
      ties {
        rank
        initiatives {
          initiativeId
          receiptNumber
          title
        }
      }
    }
  }
`);

export const CAST_CHAIR_VOTE = graphql(
  `
    mutation CastChairVote($input: CastChairVoteInput!) {
      answer: castChairVote(input: $input) {
        ... on ChairVote {
          __typename
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const RESULT_PACKS = graphql(`
  query ResultPacks($contestId: ID!, $after: String) {
    resultPacks(first: 50, contestId: $contestId, after: $after) {
      edges {
        node {
          id
          fileId
          sha256
          size
          madeAt
          finalNumber
          prizesNumber
          rounds {
            key
            number
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const MAKE_RESULT_PACK = graphql(
  `
    mutation MakeResultPack($input: MakeResultPackInput!) {
      answer: makeResultPack(input: $input) {
        ... on ResultPack {
          __typename
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

type Results = ResultOf<typeof CONTEST_RESULTS>;
export type FinalRound = Results['rounds'][number];
export type ChairVoteCast = Results['chairVotes'][number];
export type FinalStanding = ResultOf<typeof FINAL_STANDINGS>['finalStandings']['edges'][number]['node'];
export type OpenTie = NonNullable<ResultOf<typeof TIES_TO_DECIDE>['tiesToDecide']>['ties'][number];
