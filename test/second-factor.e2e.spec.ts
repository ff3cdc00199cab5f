import { sql } from 'kysely';
import { RecoveryCode, SecondFactor, Session } from '#domain/identity';
import { CookieJar, codeOf } from './support/browser.js';
import { myDataOf } from './support/exporting.js';
import { type District, PASSWORD, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { ME, lastMailTo, mutation, someone } from './support/sign-in.js';

const ENROL = mutation('enrolSecondFactor', 'EnrolSecondFactorInput', '... on SecondFactorEnrolment { id secret uri }');
const CONFIRM = mutation('confirmSecondFactor', 'ConfirmSecondFactorInput', '... on SecondFactor { id recoveryCodes }');
const RENEW = mutation('renewRecoveryCodes', 'ProofInput', '... on SecondFactor { recoveryCodes recoveryCodesLeft }');
const REMOVE = mutation('removeSecondFactor', 'ProofInput', '... on SecondFactor { confirmedAt recoveryCodesLeft }');
const CREATE = mutation('createAccessToken', 'CreateAccessTokenInput', '... on AccessToken { token }');
const STATE = '{ me { roles secondFactor { needed confirmedAt recoveryCodesLeft recoveryCodes } } }';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const jar = () => new CookieJar(contest);
const halfMinutes = (n: number): void => {
  contest.clock.advance(n * 30_000);
};

/** Somebody of no role over the judging who has set up a factor of their own will, and the browser that did. */
async function withFactor() {
  const { id, email } = await someone(contest, district);
  const browser = jar();
  await browser.signIn(email);
  return { id, email, browser, ...(await browser.enrol()) };
}

test('with a factor the password opens nothing; the code in the same browser does, and is asked for again each time', async () => {
  const { email, secret, browser } = await withFactor();
  expect(await browser.ask(STATE)).toMatchObject({ secondFactor: { needed: false, recoveryCodesLeft: 10, recoveryCodes: null } });
  halfMinutes(1);
  const elsewhere = jar();

  expect(await elsewhere.signIn(email)).toBe('CodeOwed');
  expect((await elsewhere.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await jar().giveCode(codeOf(contest, secret))).toBe('SIGN_IN_ENDED');
  expect(await elsewhere.giveCode(codeOf(contest, secret))).toBe('Session');
  expect((await elsewhere.ask(ME)).person.email).toBe(email);
  expect(await elsewhere.giveCode(codeOf(contest, secret, 1))).toBe('SIGN_IN_ENDED');
});

test('a code is taken once, nor one that is older; a clock may be half a minute ahead or behind, and no more', async () => {
  const { email, secret } = await withFactor();
  halfMinutes(4);
  const tries: string[] = [];
  for (const steps of [-2, 2, -1, -1, 0, -1, 1, 0]) {
    const browser = jar();
    await browser.signIn(email);
    tries.push(`${String(steps)}: ${await browser.giveCode(codeOf(contest, secret, steps))}`);
  }

  expect(tries).toEqual([
    '-2: CODE_WRONG',
    '2: CODE_WRONG',
    '-1: Session',
    '-1: CODE_USED',
    '0: Session',
    '-1: CODE_USED',
    '1: Session',
    '0: CODE_USED',
  ]);
});

test('the code by which it was set up is used up, and of ten sign-ins at once by one code one comes in', async () => {
  const { email, secret } = await withFactor();
  const first = jar();
  await first.signIn(email);
  expect(await first.giveCode(codeOf(contest, secret))).toBe('CODE_USED');
  halfMinutes(1);

  const browsers = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const browser = jar();
      await browser.signIn(email);
      return browser;
    }),
  );
  const answers = await Promise.all(browsers.map((browser) => browser.giveCode(codeOf(contest, secret))));
  expect(answers.toSorted()).toEqual([...Array<string>(9).fill('CODE_USED'), 'Session'].toSorted());
});

test('a sign-in that owes its code ends after ten minutes, with a new password, and when the account is disabled', async () => {
  const { id, email, secret, browser } = await withFactor();
  halfMinutes(1);
  const [late, other, shut] = [jar(), jar(), jar()];

  await late.signIn(email);
  contest.clock.advance(600_000);
  expect(await late.giveCode(codeOf(contest, secret))).toBe('SIGN_IN_ENDED');
  await other.signIn(email);
  await browser.ask(mutation('changePassword', 'ChangePasswordInput', ''), { input: { present: PASSWORD, password: 'mot-mat-khau-moi' } });
  expect(await other.giveCode(codeOf(contest, secret))).toBe('SIGN_IN_ENDED');
  await shut.signIn(email, 'mot-mat-khau-moi');
  const admin = await contest.as(district.people.admin);
  await admin.ask(mutation('disableAccount', 'AccountInput', ''), { input: { personId: id, reason: 'Chuyển công tác' } });
  expect(await shut.giveCode(codeOf(contest, secret))).toBe('SIGN_IN_ENDED');
});

test('wrong codes are slowed down: a stranger with the password gets twenty-six in an hour, and the owner’s own device is not held up', async () => {
  const { email, secret, browser } = await withFactor();
  halfMinutes(1);
  const stranger = jar();
  const answers: string[] = [];
  for (let minute = 0; minute < 60; minute += 1) {
    await stranger.signIn(email);
    for (let i = 0; i < 3; i += 1) answers.push(await stranger.giveCode('000000'));
    contest.clock.advance(60_000);
  }
  await browser.signIn(email);

  expect(answers.filter((answer) => answer === 'CODE_WRONG').length).toBeLessThanOrEqual(26);
  expect(new Set(answers)).toEqual(new Set(['CODE_WRONG', 'TOO_MANY_REQUESTS']));
  await stranger.signIn(email);
  expect(await stranger.giveCode(codeOf(contest, secret))).toMatch(/TOO_MANY_REQUESTS|Session/);
  halfMinutes(1);
  expect(await browser.giveCode(codeOf(contest, secret))).toBe('Session');
  const refused = await sql<{ body: string }>`
    select e.operation as body from audit_entry e where e.operation = 'confirmSignIn' and e.subject_type = 'SignIn'`.execute(
    contest.em().getKysely(),
  );
  expect(refused.rows.length).toBeGreaterThan(10);
});

test('a recovery code lets in once, however it is typed; how many are left is told by notice and mail', async () => {
  const { id, email, recoveryCodes } = await withFactor();
  const [code = '', next = ''] = recoveryCodes;
  expect(recoveryCodes).toHaveLength(10);
  expect(new Set(recoveryCodes).size).toBe(10);
  const give = async (typed: string) => {
    const browser = jar();
    await browser.signIn(email);
    return browser.giveCode(typed);
  };

  expect(await give(code)).toBe('Session');
  expect(await give(code)).toBe('CODE_WRONG');
  expect(await give(next.toLowerCase().replaceAll('-', ' '))).toBe('Session');
  expect(await give(`${next.slice(0, 4)}-AAAA-AAAA`)).toBe('CODE_WRONG');
  expect(await lastMailTo(contest, email)).toContain('còn lại 8 mã');
  const kept = JSON.stringify(await contest.em().find(RecoveryCode, { factor: { person: id } }));
  expect(kept).not.toContain(code.replaceAll('-', ''));
  const { rows } = await sql<{ hash: string }>`
    select c.code_hash as hash from recovery_code c join second_factor f on f.id = c.factor_id where f.person_id = ${id}`.execute(
    contest.em().getKysely(),
  );
  expect(rows.every(({ hash }) => hash.startsWith('$argon2id$'))).toBe(true);
});

test('setting it up asks for the password and is in force with the first code, within an hour', async () => {
  const { id, email } = await someone(contest, district);
  const browser = jar();
  const other = jar();
  await browser.signIn(email);
  await other.signIn(email);
  const program = await browser.ask(CREATE, { input: { label: 'x', scopes: ['IDENTITY_READ'], expiresAt: '2026-12-01T00:00:00Z' } });

  expect(await browser.ask(ENROL, { input: { password: 'not-the-password' } })).toMatchObject({ code: 'PASSWORD_WRONG', path: 'password' });
  const begun = await browser.ask(ENROL, { input: { password: PASSWORD } });
  expect(begun).toEqual({
    __typename: 'SecondFactorEnrolment',
    id: expect.any(String),
    secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
    uri: expect.any(String),
  });
  expect(decodeURIComponent(begun.uri as string)).toBe(
    `otpauth://totp/Sáng kiến:${email}?issuer=Sáng kiến&secret=${String(begun.secret)}&algorithm=SHA1&digits=6&period=30`,
  );
  expect(await jar().signIn(email)).toBe('Session');
  const confirm = async (enrolmentId: string, secret: string, steps = 0) =>
    browser.ask(CONFIRM, { input: { enrolmentId, code: codeOf(contest, secret, steps) } });
  expect(await confirm(begun.id, begun.secret, 5)).toMatchObject({ code: 'CODE_WRONG', path: 'code' });
  contest.clock.advance(3_600_001);
  expect(await confirm(begun.id, begun.secret)).toMatchObject({ code: 'ENROLMENT_ENDED' });
  const again = await browser.ask(ENROL, { input: { password: PASSWORD } });
  expect(await confirm(begun.id, begun.secret)).toMatchObject({ code: 'ENROLMENT_ENDED' });
  expect(await confirm(again.id, again.secret)).toMatchObject({ __typename: 'SecondFactor', id });

  expect(await lastMailTo(contest, email)).toContain('Xác thực hai bước đã được thiết lập');
  expect((await browser.ask(ME)).id).toBe(id);
  expect((await other.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await contest.client({ authorization: `Bearer ${String(program.token)}` }).send(ME)).errors?.[0]?.extensions.code).toBe(
    'UNAUTHENTICATED',
  );
});

test('another takes its place, and it is removed, by password and code alone; other sessions end', async () => {
  const { email, secret, browser, recoveryCodes } = await withFactor();
  halfMinutes(1);
  const other = jar();
  await other.signIn(email);
  await other.giveCode(codeOf(contest, secret));
  halfMinutes(1);
  const proof = (code: string, password = PASSWORD) => ({ input: { password, code } });

  expect(await browser.ask(ENROL, proof(''))).toMatchObject({ code: 'CODE_WRONG' });
  expect(await browser.ask(RENEW, proof(codeOf(contest, secret), 'not-the-password'))).toMatchObject({ code: 'PASSWORD_WRONG' });
  const renewed = await browser.ask(RENEW, proof(codeOf(contest, secret)));
  expect(renewed).toMatchObject({ recoveryCodesLeft: 10 });
  expect(renewed.recoveryCodes).not.toContain(recoveryCodes[0]);
  const begun = await browser.ask(ENROL, proof(renewed.recoveryCodes[0] as string));
  const { recoveryCodes: newest } = await browser.ask(CONFIRM, { input: { enrolmentId: begun.id, code: codeOf(contest, begun.secret) } });
  expect(newest).toHaveLength(10);
  expect((await other.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  halfMinutes(1);
  expect(await browser.ask(REMOVE, proof(codeOf(contest, secret)))).toMatchObject({ code: 'CODE_WRONG' });
  expect(await browser.ask(REMOVE, proof(codeOf(contest, begun.secret)))).toEqual({
    __typename: 'SecondFactor',
    confirmedAt: null,
    recoveryCodesLeft: 0,
  });
  expect(await browser.ask(RENEW, proof('000000'))).toMatchObject({ code: 'FACTOR_NONE' });
  expect(await jar().signIn(email)).toBe('Session');
});

test('the secret is in no row, log of acts, list of one’s data or answer sent again', async () => {
  const { id, email } = await someone(contest, district);
  const browser = jar();
  await browser.signIn(email);
  const input = { password: PASSWORD, clientMutationId: 'set-up-by-phone' };
  const begun = await browser.ask(ENROL, { input });
  expect(await browser.ask(ENROL, { input })).toEqual({ ...begun, secret: null, uri: null });
  const confirming = { enrolmentId: begun.id, code: codeOf(contest, begun.secret), clientMutationId: 'its-first-code' };
  const { recoveryCodes } = await browser.ask(CONFIRM, { input: confirming });
  expect(await browser.ask(CONFIRM, { input: confirming })).toEqual({ __typename: 'SecondFactor', id, recoveryCodes: null });
  await contest.drain();

  const em = contest.em();
  const tables = [
    'second_factor',
    'recovery_code',
    'audit_entry',
    'audit_personal',
    'outbox_event',
    'mutation_key',
    'notice',
    'mail',
    'session',
  ];
  const rows = await Promise.all(tables.map((table) => em.getConnection().execute(`select * from ${table}`)));
  const everything = JSON.stringify([rows, await myDataOf(contest, await contest.as(id)), await em.find(SecondFactor, { person: id })]);
  for (const secret of [
    begun.secret as string,
    ...(recoveryCodes as string[]),
    ...(recoveryCodes as string[]).map((code) => code.replaceAll('-', '')),
  ])
    expect(everything).not.toContain(secret);
  expect(everything).toContain('secondFactor');
});

test('what was begun and not ended is swept after a day', async () => {
  const { id, email } = await withFactor();
  const { email: other, id: otherId } = await someone(contest, district);
  const browser = jar();
  await browser.signIn(other);
  await browser.ask(ENROL, { input: { password: PASSWORD } });
  await jar().signIn(email);
  contest.clock.advance(25 * 3_600_000);
  await contest.tick();

  const count = async (table: string, personId: string) =>
    (await contest.em().getConnection().execute(`select 1 from ${table} where person_id = ?`, [personId])).length;
  expect([await count('pending_sign_in', id), await count('second_factor', id), await count('second_factor', otherId)]).toEqual([0, 1, 0]);
  expect(await contest.em().count(Session, { person: id, factorAt: { $ne: null } })).toBe(1);
});
