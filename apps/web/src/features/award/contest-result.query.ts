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

export const PRIZES_OF_YEAR = graphql(`
  query PrizesOfYear($year: Int!) {
    winners(first: 100, year: $year) {
      edges {
        node {
          id
          initiativeId
          initiativeTitle
          receiptNumber
          tierNameVi
          tierNameEn
          tierOrdinal
          rank
          amount
          unitNameVi
          unitNameEn
          decisionNumber
          decidedOn
          revokedAt
          contestId
          authors {
            fullName
          }
        }
      }
    }
  }
`);

export type PrizeGiven = ResultOf<typeof PRIZES_OF_YEAR>['winners']['edges'][number]['node'];
