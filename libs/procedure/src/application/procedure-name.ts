import { type RawBuilder, sql } from 'kysely';

/** A procedure as others name it. */
export interface ProcedureName {
  readonly id: string;
  readonly procedureCode: string;
  readonly name: string;
}

/** Row `p` of procedures as others name it, as JSON. */
export const procedureName = (p: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_build_object('id', ${p}.id, 'procedureCode', ${p}.code, 'name', ${p}.name)`;
