import { type RawBuilder, sql } from 'kysely';
import { type RoundState } from '../../domain/round/round.entity.js';

/** A round as others name it. */
export interface RoundName {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly state: RoundState;
  /** As text: PostgreSQL writes it into JSON. Null where none is set. */
  readonly dueAt: Date | string | null;
}

/** Row `r` of rounds as others name it, as JSON. */
export const roundName = (r: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_build_object('id', ${r}.id, 'nameVi', ${r}.rule->>'nameVi', 'nameEn', ${r}.rule->>'nameEn', 'state', ${r}.state, 'dueAt', ${r}.due_at)`;
