import { type ResultOf, graphql } from '../../api/graphql';

/** What one signed before on a card that was reopened or corrected. */
export const EARLIER_VERSIONS = graphql(`
  query EarlierVersions($cardId: ID!) {
    scorecardVersions(scorecardId: $cardId) {
      id
      number
      signedAt
      total
      hash
      marks {
        criterion
        points
        comment
      }
    }
  }
`);

export type EarlierVersion = ResultOf<typeof EARLIER_VERSIONS>['scorecardVersions'][number];
