import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';

const ownTies = graphql(`
  fragment OwnTies on TiesToDecide {
    id
    canVote
    whyNotVote {
      code
      message
    }
    ties {
      rank
      initiatives {
        id
        receiptNumber
        title
      }
    }
  }
`);

const packsOfResult = graphql(`
  fragment PacksOfResult on ResultPackConnection {
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
`);

/** What a result is read by, its packs, of these the first page, and to the chair of the jury what is theirs to decide. */
export const CONTEST_RESULTS = graphql(
  `
    query ContestResults($contestId: ID!, $votes: Boolean!) {
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
          id
          receiptNumber
          title
        }
      }
      contestJudging(contestId: $contestId) {
        id
        canMakePack
      }
      tiesToDecide(contestId: $contestId) @include(if: $votes) {
        ...OwnTies
      }
      resultPacks(first: 50, contestId: $contestId) {
        ...PacksOfResult
      }
    }
  `,
  [ownTies, packsOfResult],
);

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
          initiative {
            id
            receiptNumber
            title
          }
          owner {
            id
            nameVi
            nameEn
          }
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

export const TIES_TO_DECIDE = graphql(
  `
    query TiesToDecide($contestId: ID!) {
      tiesToDecide(contestId: $contestId) {
        ...OwnTies
      }
    }
  `,
  [ownTies],
);

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

export const RESULT_PACKS = graphql(
  `
    query ResultPacks($contestId: ID!, $after: String) {
      resultPacks(first: 50, contestId: $contestId, after: $after) {
        ...PacksOfResult
      }
    }
  `,
  [packsOfResult],
);

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

export type Results = ResultOf<typeof CONTEST_RESULTS>;
export type FinalRound = Results['rounds'][number];
export type ChairVoteCast = Results['chairVotes'][number];
export type FinalStanding = ResultOf<typeof FINAL_STANDINGS>['finalStandings']['edges'][number]['node'];
export type TiesOfChair = ResultOf<typeof ownTies>;
export type OpenTie = TiesOfChair['ties'][number];
