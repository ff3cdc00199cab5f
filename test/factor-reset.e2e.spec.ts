import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { FactorReset, SecondFactor } from '#domain/identity';
import { type Role, SYSTEM } from '#lib/kernel';
import { AuditEntry } from '#lib/platform';
import { CookieJar, codeOf } from './support/browser.js';
import { type District, PASSWORD, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { build, run } from './support/server.js';
import { ME, lastMailTo, mutation } from './support/sign-in.js';

const RESET = '... on FactorReset { id state version person { id } decidedAt }';
const PROPOSE = mutation('resetSecondFactor', 'ResetSecondFactorInput', RESET);
const CONFIRM = mutation('confirmFactorReset', 'ConfirmFactorResetInput', RESET);
const REFUSE = mutation('refuseFactorReset', 'RefuseFactorResetInput', RESET);
const WAITING = '{ factorResets(first: 50) { edges { node { id person { fullName } proposedByName reason state } } } }';
const reason = 'Mất điện thoại';

let contest: RunningContest;
let district: District;
let admin: Client;
let leader: Client;

beforeAll(async () => {
  build();
  contest = await startContest();
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

interface Owner {
  readonly id: string;
  readonly email: string;
  readonly secret: string;
  readonly browser: CookieJar;
}

/** `npm run reset-factor` on this database. */
async function resetFactor(...args: string[]): Promise<{ code: number; said: string }> {
  const { databaseUrl, dataDir, secret } = contest.config;
  const program = run('apps/api/src/reset-factor.js', { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, APP_SECRET: secret }, args);
  const said = Promise.all([text(program.stdout!), text(program.stderr!)]);
  const [code] = (await once(program, 'close')) as [number];
  return { code, said: (await said).join('') };
}

let serial = 0;

/** Somebody with a second factor and a browser that is in by it. */
async function owner(role: Role): Promise<Owner> {
  const email = `owner${String((serial += 1))}@example.vn`;
  const { interior, district: unitId } = district.units;
  const id = await aPerson(contest, { unitId: interior, role, roleUnitId: unitId, email, password: PASSWORD });
  const browser = new CookieJar(contest);
  await browser.signIn(email);
  const { secret } = await browser.enrol();
  contest.clock.advance(30_000);
  return { id, email, secret, browser };
}

const hasFactor = async (personId: string): Promise<boolean> => (await contest.em().count(SecondFactor, { person: personId })) > 0;
const propose = (by: Client, personId: string): Promise<any> => by.ask(PROPOSE, { input: { personId, reason } });
const confirm = (by: Client, { id, version }: any): Promise<any> => by.ask(CONFIRM, { input: { resetId: id, version } });

test('a factor that a submitter lost is reset by an administrator: it alone goes, all sessions end, the password stays, the person is told', async () => {
  const { id, email, browser } = await owner('SUBMITTER');

  expect(await propose(admin, id)).toMatchObject({ __typename: 'FactorReset', state: 'DONE', person: { id } });
  expect(await hasFactor(id)).toBe(false);
  expect((await browser.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await lastMailTo(contest, email)).toContain('đã được gỡ để thiết lập lại');
  expect(await new CookieJar(contest).signIn(email, 'not-the-password')).toBe('SIGN_IN_FAILED');
  expect(await new CookieJar(contest).signIn(email)).toBe('Session');
  expect(await propose(admin, id)).toMatchObject({ code: 'FACTOR_NONE', path: 'personId' });
});

test('nobody resets their own, nor that of somebody out of reach', async () => {
  const { id } = await owner('SUBMITTER');
  const local = await contest.as(await aPerson(contest, { unitId: district.units.anKhanh, role: 'ADMIN' }));

  expect(await propose(admin, district.people.admin)).toMatchObject({ code: 'FACTOR_OWN', path: 'personId' });
  expect(await propose(local, id)).toMatchObject({ code: 'NOT_FOUND', path: 'personId' });
  expect(await hasFactor(id)).toBe(true);
});

test.each(['ORGANISER', 'LEADER', 'ADMIN', 'JUDGE'] as const)(
  'of a %s it takes two others, and nothing is gone between the two',
  async (role) => {
    const { id, email, browser } = await owner(role);

    const proposed = await propose(admin, id);
    expect(proposed).toMatchObject({ state: 'PROPOSED', decidedAt: null });
    expect(await lastMailTo(contest, email)).toContain('đang chờ người thứ hai xác nhận');
    expect((await browser.ask(ME)).id).toBe(id);
    expect(await new CookieJar(contest).signIn(email)).toBe('CodeOwed');
    expect((await leader.ask(WAITING)).edges.map(({ node }: any) => node.id)).toContain(proposed.id);
    expect(await propose(leader, id)).toMatchObject({ code: 'FACTOR_RESET_PROPOSED' });
    expect(await confirm(admin, proposed)).toMatchObject({ code: 'SECOND_PERSON_SAME' });
    expect(await hasFactor(id)).toBe(true);

    expect(await confirm(leader, { ...proposed, version: Number(proposed.version) + 1 })).toMatchObject({ code: 'STALE', path: 'version' });
    expect(await confirm(leader, proposed)).toMatchObject({ state: 'DONE', decidedAt: contest.clock.now().toISOString() });
    expect(await confirm(leader, { ...proposed, version: Number(proposed.version) + 1 })).toMatchObject({ code: 'FACTOR_RESET_DECIDED' });
    expect(await hasFactor(id)).toBe(false);
    expect((await browser.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const back = new CookieJar(contest);
    expect(await back.signIn(email)).toBe('Session');
    const needed = role !== 'JUDGE';
    expect((await back.send('{ myNotices(first: 1) { totalCount } }')).errors?.[0]?.extensions.code).toBe(
      needed ? 'FACTOR_NEEDED' : undefined,
    );
  },
);

test('an administrator with all accounts of their making, and the password of an organiser, does not come in as the organiser', async () => {
  const victim = await owner('ORGANISER');
  const mallory = await owner('ADMIN');
  const puppet = await owner('ADMIN');
  await contest.em().getConnection().execute('update person set created_by = ? where id = ?', [mallory.id, puppet.id]);

  const proposed = await propose(mallory.browser, victim.id);
  const answers = [
    await confirm(mallory.browser, proposed),
    await confirm(puppet.browser, proposed),
    await propose(puppet.browser, victim.id),
  ];
  const thief = new CookieJar(contest);

  expect(proposed).toMatchObject({ state: 'PROPOSED' });
  expect(answers.map(({ code }) => code)).toEqual(['SECOND_PERSON_SAME', 'SECOND_PERSON_TIED', 'FACTOR_RESET_PROPOSED']);
  expect(await thief.signIn(victim.email)).toBe('CodeOwed');
  expect(await thief.giveCode('123456')).toBe('CODE_WRONG');
  expect((await victim.browser.ask(ME)).id).toBe(victim.id);
  expect(await hasFactor(victim.id)).toBe(true);
});

test('whoever comes in with their factor has not lost it: what was proposed is taken back', async () => {
  const { id, email, secret } = await owner('ORGANISER');
  const proposed = await propose(admin, id);
  const browser = new CookieJar(contest);
  await browser.signIn(email);

  expect(await browser.giveCode(codeOf(contest, secret))).toBe('Session');
  expect(await contest.em().findOneOrFail(FactorReset, { id: proposed.id })).toMatchObject({ state: 'WITHDRAWN' });
  expect(await confirm(leader, { ...proposed, version: 2 })).toMatchObject({ code: 'FACTOR_RESET_DECIDED' });
});

test('it is refused by a second person with a reason, or taken back by who proposed it; the one concerned reads nothing of it and decides nothing', async () => {
  const { id, browser } = await owner('ADMIN');
  const end = (by: Client, { id: resetId, version }: any) => by.ask(REFUSE, { input: { resetId, version, reason: 'Chưa xác minh được' } });

  const first = await propose(admin, id);
  expect((await browser.ask(WAITING)).edges.map(({ node }: any) => node.id)).not.toContain(first.id);
  expect(await end(browser, first)).toMatchObject({ code: 'FACTOR_OWN' });
  expect(await confirm(browser, first)).toMatchObject({ code: 'FACTOR_OWN' });
  expect(await end(leader, first)).toMatchObject({ state: 'REFUSED' });
  const second = await propose(admin, id);
  expect(await end(admin, second)).toMatchObject({ state: 'WITHDRAWN' });
  expect(await hasFactor(id)).toBe(true);
});

test('where no two people are left, whoever keeps the machine takes a factor off: recorded, told to its owner and to all who decide on resets', async () => {
  const { id, email, browser } = await owner('LEADER');
  const open = await propose(admin, id);

  expect(await resetFactor()).toEqual({ code: 1, said: expect.stringContaining('npm run reset-factor -- <address> --reason') });
  expect(await resetFactor('nobody@example.vn', '--reason', 'Mất')).toEqual({ code: 1, said: expect.stringContaining('Không tìm thấy') });
  expect(await hasFactor(id)).toBe(true);
  expect(await resetFactor(email.toUpperCase(), '--reason', 'Mất điện thoại')).toEqual({ code: 0, said: expect.stringContaining(email) });

  expect(await hasFactor(id)).toBe(false);
  expect((await browser.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await contest.em().find(FactorReset, { person: id }, { orderBy: { id: 'asc' } })).toMatchObject([
    { id: open.id, state: 'WITHDRAWN' },
    { state: 'DONE', proposedBy: null, needsSecond: true, reason: 'Mất điện thoại' },
  ]);
  const entries = await contest.em().find(AuditEntry, { operation: 'resetFactorAtTheMachine', subjectType: 'FactorReset' });
  expect(entries.map(({ body }) => JSON.parse(body))).toContainEqual(
    expect.objectContaining({ actor: SYSTEM.id, reason: 'Mất điện thoại', after: { state: 'DONE', person: id, proposedBy: null } }),
  );
  // The program goes by the machine's clock.
  contest.clock.set(new Date());
  expect(await lastMailTo(contest, email)).toContain('đã được gỡ để thiết lập lại');
  const { edges } = await (await contest.as(district.people.leader)).ask('{ myNotices(first: 50) { edges { node { text } } } }');
  expect(edges.map(({ node }: any) => node.text)).toContainEqual(expect.stringContaining('Người vận hành máy chủ đã đặt lại'));
  expect(await resetFactor(email, '--reason', 'Mất')).toEqual({ code: 1, said: expect.stringContaining('chưa có xác thực hai bước') });
});

test('the database keeps no reset of a factor near the judging that one person made', async () => {
  const { id } = await owner('ORGANISER');
  const { id: resetId } = await propose(await contest.as(district.people.admin), id);
  const force = async (by: string | null) =>
    contest
      .em()
      .getConnection()
      .execute(`update factor_reset set state = 'DONE', decided_by = ? where id = ?`, [by, resetId])
      .then(
        () => 'kept',
        (error: unknown) => (error as { constraint?: string }).constraint,
      );

  expect([await force(null), await force(district.people.admin), await force(id)]).toEqual([
    'factor_reset_second_person',
    'factor_reset_second_person',
    'factor_reset_by_another',
  ]);
});
