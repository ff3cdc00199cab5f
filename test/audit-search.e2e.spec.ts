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

  test('no act with a card, and nothing that a judge did with its dossier, is found before the round is closed', async () => {
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
    const { rows } = await sql<{ hash: string }>`select e.hash from audit_entry e join scorecard c on c.initiative_id::text = e.subject_id
      and c.judge_id = e.actor_id join round r on r.id = c.round_id where e.subject_type = 'Initiative' and r.state = 'OPEN'`.execute(
      world.contest.em().getKysely(),
    );
    const sealed = new Set(rows.map(({ hash }) => hash));
    const found = await Promise.all(['openDossier', 'attest'].map((operation) => entriesOf(leader, { operation })));
    expect(rows.length).toBeGreaterThan(0);
    expect(found.flat().filter(({ hash }) => sealed.has(hash))).toEqual([]);
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

  test('a place in the chain, and its head, do not tell of acts that are under the seal', async () => {
    const admin = await world.contest.as(await world.person('ADMIN'));
    const db = world.contest.em().getKysely();
    const { opened } = (await sql<{ opened: string }>`select min(opened_at) as opened from round where state <> 'CLOSED'`.execute(db))
      .rows[0]!;
    const head = await admin.ask(HEAD);
    const judge = await sql<{ id: string }>`select judge_id as id from scorecard c join round r on r.id = c.round_id
      where r.state = 'OPEN' limit 1`.execute(db);
    await (await world.contest.as(judge.rows[0]!.id)).ask('{ me { id } }');
    await entriesOf(admin);

    const entries = await entriesOf(admin);
    const since = entries.filter(({ at }) => new Date(at) >= new Date(opened));
    expect(since).not.toEqual([]);
    expect(since.filter(({ seq }) => seq !== null)).toEqual([]);
    expect(head).toMatchObject({ entries: null });
    expect(await admin.ask(HEAD)).toEqual(head);

    await sql`update round set state = 'CLOSED', closed_at = now() where state = 'OPEN'`.execute(db);
    expect((await entriesOf(admin)).filter(({ seq }) => seq === null)).toEqual([]);
    expect(await admin.ask(HEAD)).toMatchObject({ entries: expect.any(Number) });
  });
});
