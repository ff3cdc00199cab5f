import { type ResultOf, graphql } from '../../../api/graphql';

/** What the pages of the judging say of their contest. */
export const CONTEST_OF_JUDGING = graphql(`
  query ContestOfJudging($contestId: ID!) {
    contest(id: $contestId) {
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
  }
`);

export type JudgedContest = NonNullable<ResultOf<typeof CONTEST_OF_JUDGING>['contest']>;
