import { type ResultOf, graphql } from '../../api/graphql';

/** Of how a contest ended, what stands beside its prizes. */
export const CONTEST_RESULT = graphql(`
  query ContestResult($id: ID!) {
    publicContest(id: $id) {
      id
      year
      titleVi
      titleEn
      phase
      illustrative
      judging {
        publicRanking
      }
    }
    publicResultPack(contestId: $id) {
      id
      url
      size
      sha256
      madeAt
    }
  }
`);

export const PRIZES_OF_CONTEST = graphql(`
  query PrizesOfContest($id: ID!, $after: String) {
    winners(first: 100, contestId: $id, after: $after) {
      edges {
        node {
          id
          initiative {
            id
            receiptNumber
            title
          }
          tier {
            nameVi
            nameEn
            ordinal
          }
          rank
          amount
          unit {
            nameVi
            nameEn
          }
          decisionNumber
          decidedOn
          revokedAt
          authors {
            person {
              fullName
            }
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

export type PrizeGiven = ResultOf<typeof PRIZES_OF_CONTEST>['winners']['edges'][number]['node'];

/** Where the rule book lets everybody read it. */
export const PUBLIC_RANKING = graphql(`
  query PublicRanking($id: ID!, $after: String) {
    publicRanking(first: 50, contestId: $id, after: $after) {
      totalCount
      edges {
        node {
          id
          initiative {
            id
            title
            receiptNumber
          }
          owner {
            id
            nameVi
            nameEn
          }
          rank
          rounded
          track
          trackRank
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Ranked = ResultOf<typeof PUBLIC_RANKING>['publicRanking']['edges'][number]['node'];
