import { graphql } from '../../../api/graphql';
import { voiceParts } from '../../../ui/citizens-voice.query';
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

/** What citizens say at the unit's counters of what it has in use; what became of it, and what it came from. */
export const CELL_UNIT = graphql(
  `
    query CellUnit($unitId: ID!, $initiativeId: ID!) {
      publicCitizensVoice(unitId: $unitId, initiativeId: $initiativeId) {
        ...VoiceParts
      }
      unitLineages(unitIds: [$unitId]) {
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
  `,
  [voiceParts],
);
