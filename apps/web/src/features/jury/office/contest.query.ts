import { type ResultOf, graphql } from '../../../api/graphql';

/** What the pages of the judging say of their contest. */
export const contestOfJudging = graphql(`
  fragment ContestOfJudging on Contest {
    id
    year
    titleVi
    titleEn
    illustrative
    areas {
      id
      nameVi
      nameEn
    }
  }
`);

export type JudgedContest = ResultOf<typeof contestOfJudging>;
