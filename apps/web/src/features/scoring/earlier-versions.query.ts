import { type ResultOf, graphql } from '../../api/graphql';

/** What one signed before on a card that was reopened or corrected. */
export const earlierVersion = graphql(`
  fragment EarlierVersion on ScorecardVersion {
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
`);

export type EarlierVersion = ResultOf<typeof earlierVersion>;
