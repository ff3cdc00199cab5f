import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { personalHash } from './audit-body.js';

export interface AuditRow {
  readonly seq: string;
  readonly at: string;
  readonly actor_id: string;
  readonly operation: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly body: string;
  readonly previous_hash: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly value: unknown;
}

/**
 * The first entry that does not fit, and what is wrong with it. `REPLACED`: it hashes rightly, but is not the one that the
 * next was written after, so that it was written anew, or what stood between the two was removed.
 */
export interface AuditFault {
  readonly seq: number;
  readonly what: 'CHANGED' | 'REMOVED' | 'INSERTED' | 'REPLACED' | 'PERSONAL_CHANGED' | 'CUT';
}

export interface AuditVerdict {
  readonly entries: number;
  /** The hash of the last entry: print it or mail it, and a cut tail or a rebuilt chain shows against it. */
  readonly head: string;
  readonly fault: AuditFault | null;
}

const BATCH = 2000;

/** What is wrong with an entry that should follow `seq` and `hash`; null where it fits. */
export function faultOf(row: AuditRow, seq: number, hash: string): AuditFault | null {
  const at = Number(row.seq);
  if (at > seq + 1) return { seq: seq + 1, what: 'REMOVED' };
  if (row.hash !== createHash('sha256').update(row.previous_hash).update(row.body).digest('hex')) return { seq: at, what: 'CHANGED' };
  if (row.previous_hash !== hash) return { seq, what: 'REPLACED' };
  const facts = JSON.parse(row.body) as Record<string, string | null>;
  const told = [row.at, row.actor_id, row.operation, row.subject_type, row.subject_id];
  const written = [facts.at, facts.actor, facts.operation, facts.subjectType, facts.subjectId];
  if (told.some((value, i) => value !== written[i])) return { seq: at, what: 'CHANGED' };
  if (row.salt !== null && personalHash(row.salt, row.value) !== facts.personalHash) return { seq: at, what: 'PERSONAL_CHANGED' };
  return null;
}

/** Walks the whole chain in batches. `head`, where given, must be the hash of an entry of it: else the tail was cut or the chain rebuilt. */
export async function verifyAudit(db: Kysely<never>, head: string | null): Promise<AuditVerdict> {
  let seq = 0;
  let hash = '';
  let headSeen = head === null;
  for (;;) {
    const { rows } = await sql<AuditRow>`
      select e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_id, e.operation, e.subject_type,
             e.subject_id, e.body, e.previous_hash, e.hash, p.salt, p.value
      from audit_entry e left join audit_personal p on p.seq = e.seq and p.erased_at is null
      where e.seq > ${seq} order by e.seq limit ${BATCH}`.execute(db);
    for (const row of rows) {
      const fault = faultOf(row, seq, hash);
      if (fault)
        return { entries: seq, head: hash, fault: fault.what === 'REPLACED' ? await insertedOr(db, fault, row.previous_hash) : fault };
      seq = Number(row.seq);
      hash = row.hash;
      headSeen ||= hash === head;
    }
    if (rows.length < BATCH) break;
  }
  return { entries: seq, head: hash, fault: headSeen ? null : { seq: seq + 1, what: 'CUT' } };
}

/** Where the entry that the misfit was written after is still there, further up, what stands between them was inserted. */
async function insertedOr(db: Kysely<never>, fault: AuditFault, previousHash: string): Promise<AuditFault> {
  const { rows } = await sql<{ seq: string }>`select seq from audit_entry where hash = ${previousHash} and seq < ${fault.seq}`.execute(db);
  return rows[0] ? { seq: Number(rows[0].seq) + 1, what: 'INSERTED' } : fault;
}
