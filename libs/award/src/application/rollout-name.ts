import { type RawBuilder, sql } from 'kysely';

/** A roll-out as whoever points to it shows it. */
export interface RolloutName {
  readonly id: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly byDecision: boolean;
}

/** Row `r` of roll-outs as others name it, as JSON. */
export const rolloutName = (r: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_build_object('id', ${r}.id, 'titleVi', ${r}.title_vi, 'titleEn', ${r}.title_en, 'byDecision', ${r}.kind = 'DECISION')`;
