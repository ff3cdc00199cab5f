import { graphql } from '../../../api/graphql';

/** What there are dossiers of, each with how many. */
export const DOSSIER_COUNTS = graphql(`
  query DossierCounts {
    byYear: initiativeCounts(by: YEAR) {
      key
      nameVi
      nameEn
      received
    }
    byArea: initiativeCounts(by: AREA) {
      key
      nameVi
      nameEn
      received
    }
    byUnit: initiativeCounts(by: UNIT) {
      key
      nameVi
      nameEn
      received
    }
  }
`);
