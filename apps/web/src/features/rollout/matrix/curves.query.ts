import { type ResultOf, graphql } from '../../../api/graphql';

export const CURVES = graphql(`
  query AdoptionCurves($rolloutIds: [ID!]!, $from: LocalDate, $upTo: LocalDate) {
    adoptionCurves(rolloutIds: $rolloutIds, from: $from, upTo: $upTo, step: MONTH) {
      rollout {
        id
        titleVi
        titleEn
      }
      startedOn
      points {
        on
        expected
        inUse
      }
    }
  }
`);

export type AdoptionCurve = ResultOf<typeof CURVES>['adoptionCurves'][number];

/** What is counted of a roll-out, by commune. */
export const TILE_INDICATORS = graphql(`
  query TileIndicators($id: ID!) {
    rollout(id: $id) {
      id
      indicators {
        id
        nameVi
        nameEn
        unitVi
        unitEn
        aggregation
      }
    }
  }
`);

export const TILE_FIGURES = graphql(`
  query TileFigures($indicatorId: ID!, $upTo: LocalDate) {
    cumulative(indicatorId: $indicatorId, upTo: $upTo, reading: OLD) {
      indicatorId
      from
      upTo
      lines {
        value
        unit {
          id
        }
        parts {
          disputed
        }
      }
    }
  }
`);
