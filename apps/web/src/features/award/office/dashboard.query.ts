import { type ResultOf, graphql } from '../../../api/graphql';

export const DASHBOARD = graphql(`
  query Dashboard($by: CountBy!, $year: Int) {
    initiativeCounts(by: $by, year: $year) {
      key
      nameVi
      nameEn
      received
      toScreen
      returned
      eligible
      rejected
      withdrawn
    }
    prizeCounts(by: $by, year: $year) {
      key
      nameVi
      nameEn
      prizes
      revoked
      money
    }
    adoptionCounts(by: $by, year: $year) {
      key
      nameVi
      nameEn
      rollouts
      expected
      inUse
      overdue
      coverage
    }
  }
`);

type Counts = ResultOf<typeof DASHBOARD>;
export type InitiativeLine = Counts['initiativeCounts'][number];
export type PrizeLine = Counts['prizeCounts'][number];
export type AdoptionLine = Counts['adoptionCounts'][number];
