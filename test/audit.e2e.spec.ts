import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { PersonService } from '#lib/identity';
import { type AuditVerdict, verifyAudit } from '#lib/platform';
import { aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let intact: AuditVerdict;

beforeAll(async () => {
  contest = await startContest();
  await aDistrict(contest);
  intact = await verifyAudit(contest.em().getKysely() as never, null);
});
afterAll(() => contest.stop());

class Undone extends Error {}

/** What is found once the log was tampered with; the tampering is undone. */
async function foundAfter(tamper: (db: Kysely<never>) => Promise<unknown>, head: string | null = null): Promise<AuditVerdict> {
  let verdict: AuditVerdict | undefined;
  const trial = contest.em().transactional(async (em) => {
    const db = em.getKysely() as unknown as Kysely<never>;
    await tamper(db);
    verdict = await verifyAudit(db, head);
    throw new Undone();
  });
  await expect(trial).rejects.toThrow(Undone);
  if (!verdict) throw new Error('Nothing was verified');
  return verdict;
}

const faultAfter = async (tamper: (db: Kysely<never>) => Promise<unknown>, head: string | null = null) =>
  (await foundAfter(tamper, head)).fault;

const chained = (previous: string, body: string): string => createHash('sha256').update(previous).update(body).digest('hex');

async function entry(seq: number): Promise<{ body: string; hash: string; previous_hash: string }> {
  const { rows } = await sql<{
    body: string;
    hash: string;
    previous_hash: string;
  }>`select body, hash, previous_hash from audit_entry where seq = ${seq}`.execute(contest.em().getKysely());
  return rows[0]!;
}

/** Moves all entries from one on, as somebody would who closes a gap or makes room. */
async function shift(db: Kysely<never>, from: number, by: 1 | -1): Promise<void> {
  await sql`update audit_entry set seq = -seq where seq >= ${from}`.execute(db);
  await sql`update audit_entry set seq = -seq + ${by} where seq < 0`.execute(db);
}

/** An entry that looks like the fifth, and hashes rightly after whatever it is put behind. */
async function forged(db: Kysely<never>, seq: number): Promise<void> {
  const { body } = await entry(5);
  const { hash: previous } = await entry(seq - 1);
  const other = body.replace(/"operation":"[^"]*"/, '"operation":"grantRole"');
  await sql`insert into audit_entry (seq, at, actor_id, operation, subject_type, subject_id, body, previous_hash, hash)
    select ${seq}, at, actor_id, 'grantRole', subject_type, subject_id, ${other}, ${previous}, ${chained(previous, other)} from audit_entry where (body::jsonb->>'subjectId') = ${(JSON.parse(body) as { subjectId: string }).subjectId} limit 1`.execute(
    db,
  );
}

test('the log of an untouched database holds, and its last hash is the head', async () => {
  expect(intact.fault).toBeNull();
  expect(intact.entries).toBeGreaterThan(20);
  expect(intact.head).toBe((await entry(intact.entries)).hash);
  const later = await contest
    .get(PersonService)
    .createPerson(SYSTEM, { fullName: 'Phạm Văn Sau', email: 'sau@example.vn', unitId: null, external: true, password: null });
  expect(later.id).toBeTruthy();
  const { fault, entries } = await verifyAudit(contest.em().getKysely() as never, intact.head);
  expect({ fault, grew: entries > intact.entries }).toEqual({ fault: null, grew: true });
});

test.each([
  ['its text', sql`update audit_entry set body = replace(body, '"reason":null', '"reason":"khác"') where seq = 7`],
  ['its hash', sql`update audit_entry set hash = ${'0'.repeat(64)} where seq = 7`],
  ['the hash of the one before it', sql`update audit_entry set previous_hash = ${'0'.repeat(64)} where seq = 7`],
  ['who did it', sql`update audit_entry set actor_id = '01900000-0000-7000-8000-000000000001' where seq = 7`],
  ['what was done', sql`update audit_entry set operation = 'nothing' where seq = 7`],
  ['to what it was done', sql`update audit_entry set subject_id = 'x' where seq = 7`],
  ['when it was done', sql`update audit_entry set at = at + interval '1 second' where seq = 7`],
])('changed in %s, the seventh is named', async (_, change) => {
  expect(await faultAfter((db) => change.execute(db))).toEqual({ seq: 7, what: 'CHANGED' });
});

test('changed and hashed anew, an entry no longer carries the next', async () => {
  const { body, previous_hash: previous } = await entry(7);
  const other = body.replace('"reason":null', '"reason":"khác"');
  const change = sql`update audit_entry set body = ${other}, hash = ${chained(previous, other)} where seq = 7`;
  expect(await faultAfter((db) => change.execute(db))).toEqual({ seq: 7, what: 'REPLACED' });
});

test('removed from the middle or from the front, an entry is missed by its number', async () => {
  expect(await faultAfter((db) => sql`delete from audit_entry where seq = 7`.execute(db))).toEqual({ seq: 7, what: 'REMOVED' });
  expect(await faultAfter((db) => sql`delete from audit_entry where seq = 1`.execute(db))).toEqual({ seq: 1, what: 'REMOVED' });
});

test('removed, and the gap closed, it is missed by the entry after it', async () => {
  const fault = await faultAfter(async (db) => {
    await sql`delete from audit_entry where seq = 7`.execute(db);
    await shift(db, 8, -1);
  });
  expect(fault).toEqual({ seq: 6, what: 'REPLACED' });
});

test('put between two others with a right hash, the inserted entry is named itself', async () => {
  const fault = await faultAfter(async (db) => {
    await shift(db, 7, 1);
    await forged(db, 7);
  });
  expect(fault).toEqual({ seq: 7, what: 'INSERTED' });
});

test('a personal value that is not the one written is found; one erased leaves the chain whole', async () => {
  const { rows } = await sql<{ seq: string }>`select seq from audit_personal order by seq limit 1`.execute(contest.em().getKysely());
  const seq = Number(rows[0]?.seq);
  expect(
    await faultAfter((db) => sql`update audit_personal set value = '{"fullName":"Người Khác"}' where seq = ${seq}`.execute(db)),
  ).toEqual({ seq, what: 'PERSONAL_CHANGED' });
  expect(await faultAfter((db) => sql`update audit_personal set salt = 'x' where seq = ${seq}`.execute(db))).toEqual({
    seq,
    what: 'PERSONAL_CHANGED',
  });
  expect(
    await faultAfter((db) => sql`update audit_personal set value = null, salt = '', erased_at = now() where seq = ${seq}`.execute(db)),
  ).toBeNull();
});

test('a tail that was cut shows against a head that was kept, and not without one', async () => {
  const { head, entries } = await verifyAudit(contest.em().getKysely() as never, null);
  const cut = (db: Kysely<never>) => sql`delete from audit_entry where seq > ${entries - 3}`.execute(db);
  expect(await foundAfter(cut)).toMatchObject({ fault: null, entries: entries - 3 });
  expect(await faultAfter(cut, head)).toEqual({ seq: entries - 2, what: 'CUT' });
});
