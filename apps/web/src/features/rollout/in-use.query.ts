import { type ResultOf, graphql } from '../../api/graphql';

/** Which commune is how far with which initiative. */
export const IN_USE = graphql(`
  query InUse($asOf: LocalDate, $reading: UnitReading!, $year: Int, $areaId: ID, $after: String) {
    publicMatrix(first: 50, asOf: $asOf, reading: $reading, year: $year, areaId: $areaId, after: $after) {
      asOf
      reading
      totalCount
      units {
        id
        statisticsCode
        nameVi
        nameEn
      }
      rows {
        rollout {
          id
          titleVi
          titleEn
        }
        initiative {
          id
        }
        year
        startedOn
        inUse
        expected
        exempt
        coverage
        counts {
          state
          count
        }
        cells {
          unitId
          state
          since
          confirmed
          counts {
            state
            count
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

/** What the list can be narrowed to, where the units of today come from, and what is made up. */
export const IN_USE_CHOICES = graphql(`
  query InUseChoices($after: String) {
    publicUnits {
      id
      nameVi
      nameEn
      cameFrom {
        unitId
        kind
      }
    }
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
        }
      }
    }
    publicRollouts(first: 100, after: $after) {
      edges {
        node {
          id
          initiative {
            id
          }
          year
          illustrative
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type InUseMatrix = ResultOf<typeof IN_USE>['publicMatrix'];
export type InUseRow = InUseMatrix['rows'][number];
export type InUseChoices = ResultOf<typeof IN_USE_CHOICES>;

/** What the address of the page says beside its path. */
export interface InUseSearch {
  readonly initiative?: string;
  readonly units?: 'today';
  readonly year?: number;
  readonly area?: string;
  readonly asOf?: string;
  readonly after?: string;
}
