import { type ResultOf, graphql } from '../../../api/graphql';

export const ADOPTIONS = graphql(`
  query Adoptions(
    $first: Int!
    $after: String
    $year: Int
    $areaId: ID
    $unitId: ID
    $countedAs: AdoptionCounted
    $state: AdoptionState
    $order: AdoptionOrder
  ) {
    adoptions(
      first: $first
      after: $after
      year: $year
      areaId: $areaId
      unitId: $unitId
      countedAs: $countedAs
      state: $state
      order: $order
    ) {
      totalCount
      edges {
        node {
          id
          rollout {
            id
            titleVi
            titleEn
          }
          state
          basis
          since
          confirmed
          overdue
          dueOn
          unit {
            id
            nameVi
            nameEn
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

/** Of which years, areas and communes there are roll-outs, each with how many. */
export const ROLLOUT_COUNTS = graphql(`
  query RolloutCounts {
    byYear: adoptionCounts(by: YEAR) {
      key
      nameVi
      nameEn
      rollouts
    }
    byArea: adoptionCounts(by: AREA) {
      key
      nameVi
      nameEn
      rollouts
    }
    byUnit: adoptionCounts(by: UNIT) {
      key
      nameVi
      nameEn
      rollouts
    }
  }
`);

export type AdoptionListed = ResultOf<typeof ADOPTIONS>['adoptions']['edges'][number]['node'];
