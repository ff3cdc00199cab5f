import { type Kysely, sql } from 'kysely';

const BATCH = 2000;

/**
 * The audit log as JSON, an entry a line: `seq`, `previousHash`, `hash`, `body`. Anyone can follow the chain in it without the database.
 * Personal values are not in it; who acted is, by id, so that it is for auditors rather than for the public.
 */
export async function* auditLines(db: Kysely<never>): AsyncGenerator<string> {
  for (let seq = 0; ;) {
    const { rows } = await sql<{ seq: number }>`
      select seq::float8 as seq, previous_hash as "previousHash", hash, body from audit_entry e
      where e.seq > ${seq} order by e.seq limit ${BATCH}`.execute(db);
    for (const row of rows) yield `${JSON.stringify(row)}\n`;
    seq = rows.at(-1)?.seq ?? seq;
    if (rows.length < BATCH) return;
  }
}
