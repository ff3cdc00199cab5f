import { sql } from 'kysely';
import { aContest } from './support/contests.js';
import { type DemoWorld, demoWorld } from './support/demo-world.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { mutation } from './support/sign-in.js';

const ENTRIES = `query ($actorId: ID, $operation: String, $subjectType: String, $subjectId: String, $from: LocalDate, $to: LocalDate) {
  auditEntries(first: 100, actorId: $actorId, operation: $operation, subjectType: $subjectType, subjectId: $subjectId, doneFrom: $from, doneTo: $to) {
    totalCount edges { node { seq at actorId actorName operation subjectType subjectId before after reason readable hash } } } }`;
const HEAD = '{ auditHead { entries hash at } }';
const VERIFY = mutation('verifyAudit', 'VerifyAuditInput', '... on Job { id state }');
const JOB = 'query ($id: ID!) { job(id: $id) { state failureCode failureMessage } }';

const entriesOf = async (client: Client, filter: Record<string, unknown> = {}): Promise<any[]> =>
  ((await client.ask(ENTRIES, filter)) as { edges: { node: any }[] }).edges.map(({ node }) => node);

describe('in a district', () => {
  let contest: RunningContest;
  let district: District;
  let admin: Client;

  beforeAll(async () => {
    contest = await startContest();
    district = await aDistrict(contest);
    admin = await contest.as(district.people.admin);
  });
  afterAll(() => contest.stop());

  const verified = async (head: string | null): Promise<any> => {
    const { id } = await admin.ask(VERIFY, { input: { head } });
    await contest.drain();
    return admin.ask(JOB, { id });
  };

  test('an act is found by who, what, when and subject, with what it was and became and why', async () => {
    const { id } = await admin.ask(mutation('createPerson', 'CreatePersonInput', '... on Person { id }'), {
      input: { fullName: 'Phí Thị Mão', unitId: district.units.culture },
    });
    const found = await entriesOf(admin, {
      actorId: district.people.admin,
      operation: 'createPerson',
      subjectType: 'Person',
      subjectId: id,
    });

    expect(found).toEqual([
      expect.objectContaining({ actorId: district.people.admin, operation: 'createPerson', subjectId: id, before: null, readable: true }),
    ]);
    expect(found[0].after).toContain(district.units.culture);
    expect(JSON.stringify(found)).not.toContain('Phí Thị Mão');
    expect(await entriesOf(admin, { subjectId: id, to: '2020-01-01' })).toEqual([]);
  });

  test('that somebody read the log stands in it, with what they looked for', async () => {
    await entriesOf(admin, { operation: 'signIn' });
    const [read] = await entriesOf(admin, { operation: 'readAudit' });

    expect(read).toMatchObject({ actorId: district.people.admin, subjectType: 'AuditEntry' });
    const { rows } = await sql`select 1 from audit_entry where operation = 'readAudit' and body like '%"operation":"signIn"%'`.execute(
      contest.em().getKysely(),
    );
    expect(rows).toHaveLength(1);
  });

  test('who reads the log without the right to a matter sees the act and not its content', async () => {
    const leader = await contest.as(district.people.leader);
    await aContest(contest, district);
    const filter = { subjectType: 'Contest' };

    expect(await entriesOf(leader, filter)).not.toEqual([]);
    for (const entry of await entriesOf(admin, filter))
      expect(entry).toMatchObject({ readable: false, before: null, after: null, reason: null });
    for (const entry of await entriesOf(leader, filter)) expect(entry.readable).toBe(true);
  });

  test('the chain is verified by a job, against its head of any day, and a changed entry is named', async () => {
    const head = await admin.ask(HEAD);
    expect(await verified(head.hash)).toEqual({ state: 'DONE', failureCode: null, failureMessage: null });
    expect(await verified('0'.repeat(64))).toMatchObject({ state: 'FAILED', failureCode: 'AUDIT_CUT' });

    const db = contest.em().getKysely();
    await sql`alter table audit_entry disable trigger user`.execute(db);
    await sql`update audit_entry set body = replace(body, '"after"', '"aftes"') where seq = 3`.execute(db);
    expect(await verified(null)).toMatchObject({
      state: 'FAILED',
      failureCode: 'AUDIT_CHANGED',
      failureMessage: 'Bút toán nhật ký số 3 đã bị sửa sau khi ghi.',
    });
  });
});

describe('while a round is open', () => {
  let world: DemoWorld;

  beforeAll(async () => {
    world = await demoWorld();
  }, 400_000);
  afterAll(() => world.contest.stop());

  test('no act with a card, and no dossier that a judge opened, is found before the round is closed', async () => {
    const leader = await world.contest.as(await world.person('LEADER'));
    const ofOpen = await world.one(sql`select e.subject_id as id from audit_entry e join scorecard c on c.id::text = e.subject_id
      join round r on r.id = c.round_id where e.subject_type = 'Scorecard' and r.state = 'OPEN' limit 1`);
    const ofClosed = await world.one(sql`select e.subject_id as id from audit_entry e join scorecard c on c.id::text = e.subject_id
      join round r on r.id = c.round_id where e.subject_type = 'Scorecard' and r.state = 'CLOSED' limit 1`);

    // One judge has had a card of the same initiative in a round that is closed.
    await sql`update scorecard set (initiative_id, judge_id) = (
        select c.initiative_id, c.judge_id from audit_entry e join scorecard c on c.initiative_id::text = e.subject_id and c.judge_id = e.actor_id
        join round r on r.id = c.round_id where e.operation = 'openDossier' and r.state = 'OPEN' order by c.id limit 1)
      where id = (select c.id from scorecard c join round r on r.id = c.round_id where r.state = 'CLOSED' order by c.id limit 1)`.execute(
      world.contest.em().getKysely(),
    );
    const opened = await entriesOf(leader, { operation: 'openDossier' });
    const { rows } = await sql<{
      seq: number;
    }>`select e.seq::float8 as seq from audit_entry e join scorecard c on c.initiative_id::text = e.subject_id
      and c.judge_id = e.actor_id join round r on r.id = c.round_id where e.operation = 'openDossier' and r.state = 'OPEN'`.execute(
      world.contest.em().getKysely(),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(opened.filter(({ seq }) => rows.some((row) => row.seq === seq))).toEqual([]);
    expect(await entriesOf(leader, { subjectType: 'Scorecard', subjectId: ofOpen })).toEqual([]);
    expect(await entriesOf(leader, { subjectType: 'Scorecard', subjectId: ofClosed })).not.toEqual([]);
  });

  test('who is shut out of a judging finds no act of any', async () => {
    const leader = await world.contest.as(await world.person('LEADER'));
    const db = world.contest.em().getKysely();
    expect(await entriesOf(leader, { subjectType: 'Round' })).not.toEqual([]);
    await sql`update conflict set active = true, person_id = ${await world.person('LEADER')}
      where id = (select c.id from conflict c join contest ct on ct.id = c.contest_id where ct.phase = 'JUDGING' order by c.id limit 1)`.execute(
      db,
    );

    for (const subjectType of ['Conflict', 'Round', 'Scorecard', 'AwardDecision'])
      expect([subjectType, await entriesOf(leader, { subjectType })]).toEqual([subjectType, []]);
    expect(await entriesOf(leader, { subjectType: 'Initiative' })).not.toEqual([]);
  });
});
