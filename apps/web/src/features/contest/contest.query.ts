import { type ResultOf, graphql } from '../../api/graphql';

export const PUBLIC_CONTEST = graphql(`
  query PublicContest($id: ID!) {
    serverTime
    publicContest(id: $id) {
      id
      year
      titleVi
      titleEn
      objectives
      phase
      cancelReason
      recorded
      illustrative
      host {
        id
        nameVi
        nameEn
      }
      phases {
        kind
        startsAt
        endsAt
        enteredAt
      }
      areas {
        id
        nameVi
        nameEn
      }
      prizePlan {
        id
        nameVi
        nameEn
        quantity
        amount
        track
      }
      documents {
        id
        kind
        number
        issuedOn
        title
        fileId
        illustrative
      }
      judging {
        publicRanking
        publicPack
        combination {
          kind
        }
        rounding {
          places
          rankOn
        }
        tieBreak {
          kind
          criterion
          round
        }
        rounds {
          key
          nameVi
          nameEn
          judgesPerInitiative
          minimumCards
          weight
          aggregation {
            kind
          }
          cutOff {
            score
            top
          }
          rubric {
            key
            nameVi
            nameEn
            guidanceVi
            guidanceEn
            max
            children {
              key
              nameVi
              nameEn
              max
            }
          }
        }
      }
    }
  }
`);

/** A signed address of a paper, good for some minutes. */
export const PUBLIC_DOCUMENT = graphql(`
  query PublicDocument($id: ID!) {
    publicDocument(id: $id) {
      url
    }
  }
`);

export type PublicContest = NonNullable<ResultOf<typeof PUBLIC_CONTEST>['publicContest']>;
export type Judging = NonNullable<PublicContest['judging']>;
