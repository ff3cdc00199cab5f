import { type ResultOf, graphql } from '../../api/graphql';
import { voiceParts } from '../../ui/citizens-voice.query';

export const WINNERS = graphql(`
  query Winners(
    $search: String
    $year: Int
    $areaId: ID
    $unitId: ID
    $tierKey: String
    $revoked: Boolean
    $order: WinnerOrder
    $after: String
  ) {
    winners(
      first: 25
      search: $search
      year: $year
      areaId: $areaId
      unitId: $unitId
      tierKey: $tierKey
      revoked: $revoked
      order: $order
      after: $after
    ) {
      totalCount
      edges {
        node {
          id
          initiative {
            id
            receiptNumber
            title
          }
          contest {
            year
          }
          tier {
            nameVi
            nameEn
          }
          unit {
            id
            nameVi
            nameEn
          }
          decisionNumber
          decidedOn
          illustrative
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

/** What the list can be narrowed to. */
export const WINNER_CHOICES = graphql(`
  query WinnerChoices {
    publicContests(first: 100) {
      edges {
        node {
          id
          year
          areas {
            id
            nameVi
            nameEn
          }
          prizePlan {
            key
            nameVi
            nameEn
          }
        }
      }
    }
    winningUnits {
      id
      nameVi
      nameEn
      validTo
    }
  }
`);

export const PUBLIC_INITIATIVE = graphql(
  `
    query PublicInitiative($id: ID!) {
      publicInitiative(id: $id) {
        id
        title
        receiptNumber
        illustrative
        track
        unit {
          id
          nameVi
          nameEn
        }
        area {
          id
          nameVi
          nameEn
        }
        contest {
          id
          year
          titleVi
          titleEn
        }
        authors {
          person {
            id
            fullName
          }
          share
        }
        texts {
          kind
          text
        }
        prizes {
          awardId
          nameVi
          nameEn
          amount
          decisionNumber
          decidedOn
          revokedAt
        }
        rollout {
          id
          titleVi
          titleEn
          decisionNumber
          decidedOn
          startedOn
          service
          adoptions {
            unit {
              id
              statisticsCode
              nameVi
              nameEn
            }
            state
            since
            confirmed
          }
        }
        grewFrom {
          id
          title
          year
        }
        grewInto {
          id
          title
          year
        }
      }
      publicRecognition(initiativeId: $id) {
        id
        unit {
          id
          nameVi
          nameEn
        }
        decisionNumber
        decidedOn
        influence
      }
      publicCitizensVoice(initiativeId: $id) {
        ...VoiceParts
      }
    }
  `,
  [voiceParts],
);

export type Winner = ResultOf<typeof WINNERS>['winners']['edges'][number]['node'];
export type WinnerChoices = ResultOf<typeof WINNER_CHOICES>;
export type PublicInitiative = NonNullable<ResultOf<typeof PUBLIC_INITIATIVE>['publicInitiative']>;

export type PublicRecognition = NonNullable<ResultOf<typeof PUBLIC_INITIATIVE>['publicRecognition']>;

export type PublicVoice = NonNullable<ResultOf<typeof PUBLIC_INITIATIVE>['publicCitizensVoice']>;
