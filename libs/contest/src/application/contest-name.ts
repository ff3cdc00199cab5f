import { type RawBuilder, sql } from 'kysely';

/** A contest as others name it. */
export interface ContestName {
  readonly id: string;
  readonly year: number;
  readonly titleVi: string;
  readonly titleEn: string;
}

/** Row `c` of contests as others name it, as JSON. */
export const contestName = (c: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_build_object('id', ${c}.id, 'year', ${c}.year, 'titleVi', ${c}.title, 'titleEn', ${c}.title_en)`;
