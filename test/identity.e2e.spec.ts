import { sql } from 'kysely';
import { OneTimeLink, Session, TOKEN_SCOPES } from '#domain/identity';
import { Mail } from '#domain/notice';
import { SessionService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { verifyAudit } from '#lib/platform';
import { aDistrict, type District, PASSWORD } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ME, lastMailTo, mutation, signIn, someone, tokenIn, withCookie } from './support/sign-in.js';

const SESSION = '... on Session { id revokedAt }';
const RESET = mutation('requestPasswordReset', 'RequestPasswordResetInput', '... on PasswordLinkRequest { id }');
const SET = mutation('resetPassword', 'ResetPasswordInput', '... on PasswordSet { id }');
const PERSON = '... on Person { id disabledAt version grants { role } }';

let contest: RunningContest;
let district: District;
let admin: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
});

afterAll(() => contest.stop());

test('signing in sets a cookie that scripts cannot read, and that opens what the person may do', async () => {
  const { id, email } = await someone(contest, district);

  const { body, header, cookie } = await signIn(contest, email.toUpperCase());

  expect(body).toMatchObject({ __typename: 'Session', kind: 'COOKIE', current: true });
  expect(header).toMatch(/HttpOnly/);
  expect(header).toMatch(/SameSite=Lax/);
  expect(await withCookie(contest, cookie).ask(ME)).toMatchObject({
    id,
    roles: ['SUBMITTER'],
    person: { email, unit: { nameVi: 'Phòng Tài chính - Kế hoạch' } },
  });
  expect(JSON.stringify(await contest.em().find(Session, { person: id }))).not.toContain(cookie);
});

test('an unknown address, a wrong password and a disabled account get the same answer, after the same work', async () => {
  const known = await someone(contest, district);
  const disabled = await someone(contest, district);
  await admin.ask(mutation('disableAccount', 'AccountInput', PERSON), { input: { personId: disabled.id, reason: 'Đã chuyển công tác' } });
  const timed = async (email: string, password: string) => {
    const start = performance.now();
    const { body, cookie } = await signIn(contest, email, password);
    return { body, cookie, took: performance.now() - start };
  };

  const answers = [
    await timed('nobody@example.vn', PASSWORD),
    await timed(known.email, 'not-the-password'),
    await timed(disabled.email, PASSWORD),
  ];

  expect(answers.map(({ body }) => body.code)).toEqual(['SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED']);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answers.map(({ cookie }) => cookie)).toEqual([null, null, null]);
  expect(answers[0]!.took).toBeGreaterThan(answers[1]!.took / 4);
});

test('signing out ends this session, signing out everywhere ends all, programs too', async () => {
  const { id, email } = await someone(contest, district);
  const first = (await signIn(contest, email)).cookie;
  const second = (await signIn(contest, email)).cookie;
  const program = await contest.as(id);

  expect(await withCookie(contest, first).ask(mutation('signOut', 'SignOutInput', SESSION), { input: {} })).toMatchObject({
    __typename: 'Session',
    revokedAt: contest.clock.now().toISOString(),
  });
  expect((await withCookie(contest, first).send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await withCookie(contest, second).ask(ME)).id).toBe(id);

  await withCookie(contest, second).ask(mutation('signOutEverywhere', 'SignOutInput', SESSION), { input: {} });
  expect((await withCookie(contest, second).send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await program.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('one sees which browser a session is of and when it was last used, to the hour, and ends all others at once', async () => {
  const { email } = await someone(contest, district);
  const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36';
  const here = withCookie(contest, (await signIn(contest, email, PASSWORD, { 'user-agent': agent })).cookie);
  const there = withCookie(contest, (await signIn(contest, email)).cookie);
  const opened = contest.clock.now().toISOString();
  contest.clock.advance(2 * 3_600_000);

  const { edges } = await here.ask('{ mySessions(first: 10) { edges { node { browser lastUsedAt current } } } }');
  expect(edges.map(({ node }: any) => node)).toEqual(
    expect.arrayContaining([
      { browser: 'Chrome · Windows', lastUsedAt: contest.clock.now().toISOString(), current: true },
      { browser: null, lastUsedAt: opened, current: false },
    ]),
  );
  expect(await here.ask(mutation('revokeOtherSessions', 'SignOutInput', SESSION), { input: {} })).toMatchObject({ revokedAt: null });

  expect((await there.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await here.ask('{ mySessions(first: 10) { totalCount } }')).toEqual({ totalCount: 1 });
});

test('a session ends by itself', async () => {
  const { email } = await someone(contest, district);
  const { cookie } = await signIn(contest, email);

  contest.clock.advance(12 * 3_600_000 + 1000);

  expect((await withCookie(contest, cookie).send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a token for a program is shown once, works, is listed and can be taken back', async () => {
  const { id, email } = await someone(contest, district);
  const browser = withCookie(contest, (await signIn(contest, email)).cookie);
  const CREATE = mutation('createAccessToken', 'CreateAccessTokenInput', '... on AccessToken { id label token }');
  const asked = { label: 'Báo cáo tuần', scopes: ['IDENTITY_READ'], expiresAt: new Date(contest.clock.now().getTime() + 86_400_000) };
  const input = { ...asked, clientMutationId: 'token-for-reports' };

  const made = await browser.ask(CREATE, { input });
  const again = await browser.ask(CREATE, { input });
  const program = contest.client({ authorization: `Bearer ${String(made.token)}` });

  expect(again).toEqual({ ...made, token: null });
  expect((await program.ask(ME)).id).toBe(id);
  expect((await browser.ask('{ mySessions(first: 10) { totalCount edges { node { kind label current } } } }')).edges).toEqual(
    expect.arrayContaining([
      { node: { kind: 'BEARER', label: 'Báo cáo tuần', current: false } },
      { node: { kind: 'COOKIE', label: null, current: true } },
    ]),
  );
  await browser.ask(mutation('revokeSession', 'RevokeSessionInput', SESSION), { input: { sessionId: made.id } });
  expect((await program.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await browser.ask(CREATE, { input: { ...asked, expiresAt: '2030-01-01T00:00:00Z' } })).toMatchObject({
    code: 'TOKEN_LIFETIME',
    path: 'expiresAt',
  });
});

test('the key of what one typed and did not send is the same at each sign-in, of nobody else, and of no program', async () => {
  const DRAFT_KEY = '{ draftKey { id key } }';
  const { id, email } = await someone(contest, district);
  const other = await someone(contest, district);
  const keyOf = async (address: string) => withCookie(contest, (await signIn(contest, address)).cookie).ask(DRAFT_KEY);
  const expiresAt = new Date(contest.clock.now().getTime() + 86_400_000);
  const made = await withCookie(contest, (await signIn(contest, email)).cookie).ask(
    mutation('createAccessToken', 'CreateAccessTokenInput', '... on AccessToken { token }'),
    { input: { label: 'Báo cáo tuần', scopes: TOKEN_SCOPES, expiresAt } },
  );
  const program = contest.client({ authorization: `Bearer ${String(made.token)}` });

  const key = await keyOf(email);

  expect(key).toEqual({ id, key: expect.stringMatching(/^[\w-]{43}$/) });
  expect(await keyOf(email)).toEqual(key);
  expect((await keyOf(other.email)).key).not.toBe(key.key);
  expect((await program.send(DRAFT_KEY)).errors?.[0]?.extensions.code).toBe('TOKEN_SCOPE');
  expect((await contest.client({}).send(DRAFT_KEY)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test("another person's session is not found", async () => {
  const { id } = await someone(contest, district);
  const { id: sessionId } = await contest.get(SessionService).open(SYSTEM, id, { factorAt: null });

  expect(await admin.ask(mutation('revokeSession', 'RevokeSessionInput', SESSION), { input: { sessionId } })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await contest.em().findOneOrFail(Session, sessionId)).revokedAt).toBeNull();
});

test('changing the password takes the present one, keeps to the policy, and ends the other sessions', async () => {
  const { email } = await someone(contest, district);
  const here = withCookie(contest, (await signIn(contest, email)).cookie);
  const elsewhere = withCookie(contest, (await signIn(contest, email)).cookie);
  const change = (present: string, password: string) =>
    here.ask(mutation('changePassword', 'ChangePasswordInput', SESSION), { input: { present, password } });

  expect(await change('not-the-password', 'mot-mat-khau-moi')).toMatchObject({ code: 'PASSWORD_WRONG', path: 'present' });
  expect(await change(PASSWORD, 'ngan')).toMatchObject({ code: 'PASSWORD_TOO_SHORT', path: 'password' });
  for (const length of [201, 1500])
    expect(await change(PASSWORD, 'dài'.repeat(length).slice(0, length))).toMatchObject({
      ...{ code: 'PASSWORD_TOO_LONG', path: 'password', message: 'Mật khẩu có nhiều nhất 200 ký tự.' },
    });
  expect(await change(PASSWORD, email)).toMatchObject({ code: 'PASSWORD_IS_NAME' });
  expect((await elsewhere.ask(ME)).person.email).toBe(email);
  expect(await change(PASSWORD, 'mot-mat-khau-moi')).toMatchObject({ __typename: 'Session', revokedAt: null });
  expect((await elsewhere.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await signIn(contest, email)).body.code).toBe('SIGN_IN_FAILED');
  expect((await signIn(contest, email, 'mot-mat-khau-moi')).body.__typename).toBe('Session');
});

test('a forgotten password is set again by a mailed link, once, and all sessions end', async () => {
  const { email } = await someone(contest, district);
  const before = withCookie(contest, (await signIn(contest, email)).cookie);
  const visitor = contest.client();

  await visitor.ask(RESET, { input: { email } });
  const mail = await lastMailTo(contest, email);
  const token = tokenIn(mail);

  expect(mail).toContain('trong vòng một giờ');
  expect(await contest.em().find(OneTimeLink, { tokenHash: token })).toEqual([]);
  expect(await contest.em().findOneOrFail(Mail, { toAddress: email })).toMatchObject({ text: '', path: null, secret: true });
  expect(await visitor.ask(SET, { input: { token, password: 'ngan' } })).toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => visitor.ask(SET, { input: { token, password: 'mot-mat-khau-moi' } })));
  expect(outcomes.map((outcome) => outcome.code ?? outcome.__typename).sort()).toEqual([
    'LINK_INVALID',
    'LINK_INVALID',
    'LINK_INVALID',
    'LINK_INVALID',
    'PasswordSet',
  ]);
  expect((await before.send(ME)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await signIn(contest, email, 'mot-mat-khau-moi')).body.__typename).toBe('Session');
});

test('asking for a reset says nothing of whether the address is known; nobody gets a mail for one that is not', async () => {
  const { email } = await someone(contest, district);
  const visitor = contest.client();
  const mails = await contest.em().count(Mail);

  const known = await visitor.ask(RESET, { input: { email } });
  const unknown = await visitor.ask(RESET, { input: { email: 'nobody@example.vn' } });
  await contest.drain();

  expect([known.__typename, unknown.__typename]).toEqual(['PasswordLinkRequest', 'PasswordLinkRequest']);
  expect(await contest.em().count(Mail)).toBe(mails + 1);
});

test('a link for a reset ends after an hour, and when a newer one is sent', async () => {
  const { email } = await someone(contest, district);
  const visitor = contest.client();
  await visitor.ask(RESET, { input: { email } });
  const older = tokenIn(await lastMailTo(contest, email));
  contest.clock.advance(60_000);
  await visitor.ask(RESET, { input: { email } });
  const newer = tokenIn(await lastMailTo(contest, email));

  expect(newer).not.toBe(older);
  expect(await visitor.ask(SET, { input: { token: older, password: 'mot-mat-khau-moi' } })).toMatchObject({
    code: 'LINK_INVALID',
    path: 'token',
  });
  contest.clock.advance(3_600_000);
  expect(await visitor.ask(SET, { input: { token: newer, password: 'mot-mat-khau-moi' } })).toMatchObject({ code: 'LINK_INVALID' });
  expect((await signIn(contest, email)).body.__typename).toBe('Session');
});

test('what is over is swept away after its time', async () => {
  const { id, email } = await someone(contest, district);
  await signIn(contest, email, 'not-the-password');
  await contest.get(SessionService).open(SYSTEM, id, { factorAt: null });
  contest.clock.advance(32 * 86_400_000);

  await contest.tick();

  expect(await contest.em().count(Session, { person: id })).toBe(0);
  expect((await sql<{ n: number }>`select count(*)::int as n from attempt_count`.execute(contest.em().getKysely())).rows[0]?.n).toBe(0);
});

test('an address that somebody typed in vain is erased after ninety days, and the chain holds', async () => {
  await signIn(contest, 'a.stranger@example.vn', 'not-the-password');
  const kept = async () =>
    JSON.stringify(
      (
        await sql`select p.salt, p.value from audit_personal p join audit_entry e using (seq) where e.operation = 'signIn'`.execute(
          contest.em().getKysely(),
        )
      ).rows,
    );
  expect(await kept()).toContain('a.stranger@example.vn');
  contest.clock.advance(91 * 86_400_000);

  await contest.tick();

  expect(await kept()).not.toContain('example.vn');
  expect((await verifyAudit(contest.em().getKysely() as never, null)).fault).toBeNull();
});
