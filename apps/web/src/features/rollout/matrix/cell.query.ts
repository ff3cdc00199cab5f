import { graphql } from '../../../api/graphql';
import { adoptionParts } from '../adoption.query';

/** One commune in one roll-out, and what shuts its figures. */
export const CELL = graphql(
  `
    query CellOfMatrix($adoptionId: ID!, $rolloutId: ID!) {
      serverTime
      adoption(id: $adoptionId) {
        ...AdoptionParts
      }
      rollout(id: $rolloutId) {
        id
        canManage
        indicators {
          id
          nameVi
          nameEn
          unitVi
          unitEn
          aggregation
        }
      }
      reportingPeriods(first: 5) {
        edges {
          node {
            id
            nameVi
            nameEn
            closedAt
          }
        }
      }
    }
  `,
  [adoptionParts],
);

/** What became of a unit, and what it came from. */
export const CELL_LINEAGE = graphql(`
  query CellLineage($unitIds: [ID!]!) {
    unitLineages(unitIds: $unitIds) {
      id
      kind
      effectiveOn
      removedAt
      from {
        id
        nameVi
        nameEn
      }
      to {
        id
        nameVi
        nameEn
      }
    }
  }
`);
