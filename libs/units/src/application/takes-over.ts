import { type RawBuilder, sql } from 'kysely';
import { LINEAGE_KINDS, takesOver } from '../domain/lineage.js';

/** True of a link `l` by which the new unit goes on with what the old one had begun. */
export const goesOn = (l: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`${l}.kind in (${sql.join(LINEAGE_KINDS.filter(takesOver))})`;
