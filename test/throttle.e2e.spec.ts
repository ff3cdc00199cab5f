import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type District, PASSWORD, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { Browser, SIGN_IN, lastMailTo, mutation, signIn, someone, tokenIn } from './support/sign-in.js';

const RESET = mutation('requestPasswordReset', 'RequestPasswordResetInput', '... on PasswordLinkRequest { id }');
const SET = mutation('resetPassword', 'ResetPasswordInput', '... on PasswordSet { id }');
const CHANGE = mutation('changePassword', 'ChangePasswordInput', '... on Session { id }');
const MINUTE = 60_000;

let contest: RunningContest;
let district: District;

afterEach(() => contest.stop());

const begin = async (settings: Record<string, string> = { TRUSTED_PROXIES: 'loopback' }) => {
  contest = await startContest(undefined, settings);
  district = await aDistrict(contest);
};

const at = (address: number | string) => new Browser(contest, typeof address === 'number' ? `203.0.113.${String(address)}` : address);

/** All of them, forty at a time. */
async function inTurns<T>(count: number, act: (i: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  while (done.length < count) {
    const turn = Array.from({ length: Math.min(40, count - done.length) }, (_, i) => act(done.length + i));
    done.push(...(await Promise.all(turn)));
  }
  return done;
}

let addresses = 0;

/** So many wrong guesses at an account, each from an address that nobody has used before. */
const guessFromEverywhere = (email: string, guesses: number) =>
  inTurns(guesses, () => {
    addresses += 1;
    return at(`198.18.${String(Math.floor(addresses / 250))}.${String(addresses % 250)}`).signIn(email, 'not-the-password');
  });

const counted = (answers: readonly string[]) => ({
  looked: answers.filter((code) => code === 'SIGN_IN_FAILED').length,
  held: answers.filter((code) => code === 'TOO_MANY_REQUESTS').length,
});

test('a stranger who guesses is held up after the fifth wrong password, the owner on a device he has used before is not', async () => {
  await begin();
  const { email } = await someone(contest, district);
  const owner = at(1);
  expect(await owner.signIn(email)).toBe('Session');

  expect(await at(66).guess(email, 7)).toEqual([...Array<string>(5).fill('SIGN_IN_FAILED'), 'TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
  await guessFromEverywhere(email, 102);

  expect(await owner.signIn(email)).toBe('Session');
  contest.clock.advance(300 * 86_400_000);
  await contest.tick();
  await guessFromEverywhere(email, 102);
  expect(await owner.signIn(email)).toBe('Session');
});

test('the owner at another address and on a new device comes in while a stranger guesses, from one address or from sixty', async () => {
  await begin();
  const { email } = await someone(contest, district);

  await at(66).guess(email, 20);
  expect(await at(1).signIn(email)).toBe('Session');
  await guessFromEverywhere(email, 60);
  expect(await at(2).signIn(email)).toBe('Session');
});

test('a few addresses that guess again and again do not use up what is kept for others', async () => {
  await begin();
  const { email } = await someone(contest, district);

  for (let minute = 0; minute < 60; minute += 1) {
    for (let address = 60; address < 66; address += 1) await at(address).guess(email, 1);
    contest.clock.advance(MINUTE);
  }

  expect(await at(1).signIn(email)).toBe('Session');
}, 60_000);

test('guesses from any number of addresses get a hundred tries at once and one more every other minute: 130 in the first hour', async () => {
  await begin();
  const { email } = await someone(contest, district);

  expect(counted(await guessFromEverywhere(email, 105))).toEqual({ looked: 100, held: 5 });
  expect(await at(1).signIn(email)).toBe('TOO_MANY_REQUESTS');
  contest.clock.advance(2 * MINUTE);
  expect(counted(await guessFromEverywhere(email, 10))).toEqual({ looked: 1, held: 9 });
  contest.clock.advance(56 * MINUTE);
  expect(counted(await guessFromEverywhere(email, 30))).toEqual({ looked: 28, held: 2 });
}, 60_000);

test('in an office behind one address nobody is held up by the wrong passwords of a colleague', async () => {
  await begin();
  const [mai, lan] = [await someone(contest, district), await someone(contest, district)];

  await at(7).guess(mai.email, 12);
  await Promise.all(Array.from({ length: 150 }, (_, i) => at(7).signIn(`official${String(i)}@example.vn`, 'one for all')));

  expect(await at(7).signIn(lan.email)).toBe('Session');
});

test('one password is tried on three hundred accounts from one address, and then on one more every nine seconds', async () => {
  await begin();
  const spray = (from: number, count: number) =>
    inTurns(count, (i) => at(7).signIn(`official${String(from + i)}@example.vn`, 'one for all'));

  expect(counted(await spray(0, 305))).toEqual({ looked: 300, held: 5 });
  contest.clock.advance(18_000);
  expect(counted(await spray(400, 4))).toEqual({ looked: 2, held: 2 });
  expect(await at(8).signIn('official1@example.vn')).toBe('SIGN_IN_FAILED');
}, 60_000);

test('without a trusted proxy nothing is counted by address, and nobody gets more tries by naming one', async () => {
  await begin({});
  const { email } = await someone(contest, district);

  await inTurns(12, (i) => at(7).signIn(`official${String(i)}@example.vn`, 'one for all'));
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from attempt_count`.execute(contest.em().getKysely());
  expect(rows).toEqual([{ n: 12 }]);
  expect(counted(await guessFromEverywhere(email, 103))).toEqual({ looked: 100, held: 3 });
}, 60_000);

test('guesses at once get no more tries than guesses in turn', async () => {
  await begin();
  const { email } = await someone(contest, district);

  expect(counted(await Promise.all(Array.from({ length: 30 }, () => at(66).signIn(email, 'not-the-password'))))).toEqual({
    looked: 5,
    held: 25,
  });
});

test('a wrong password is counted even from somebody signed in who sends a key', async () => {
  await begin();
  const { email } = await someone(contest, district);
  const { authorization } = await contest.headersOf(district.people.submitter);
  const own = contest.client({ authorization, 'x-forwarded-for': '203.0.113.66' });
  for (let i = 0; i < 5; i += 1)
    await own.ask(SIGN_IN, { input: { email, password: 'not-the-password', clientMutationId: `guess-number-${String(i)}` } });

  expect(await at(66).signIn(email)).toBe('TOO_MANY_REQUESTS');
});

test('an address that nobody has is held up as one that somebody has, with the seconds to wait', async () => {
  await begin();
  const { email } = await someone(contest, district);
  const known = [...(await at(66).guess(email, 8)), ...(await guessFromEverywhere(email, 102))];
  const unknown = [...(await at(67).guess('nobody@example.vn', 8)), ...(await guessFromEverywhere('nobody@example.vn', 102))];

  expect(counted(unknown)).toEqual(counted(known));
  const held = await signIn(contest, email, 'not-the-password', at(66).headers());
  expect(held.body).toEqual({
    __typename: 'Refusal',
    code: 'TOO_MANY_REQUESTS',
    path: null,
    message: expect.stringMatching(/sau [\d.]+ giây/),
  });
  expect(held.header).toBe('');
});

test('a device is known by a random cookie that scripts cannot read, and only for the account that it came in to', async () => {
  await begin();
  const [mai, lan] = [await someone(contest, district), await someone(contest, district)];
  const { header } = await signIn(contest, mai.email, PASSWORD, at(1).headers());
  const [cookie = ''] = header.split(',').filter((part) => part.startsWith('thiet-bi='));
  const shared = at(1);
  shared.keep(header);

  expect(header).toMatch(
    /thiet-bi=[\w-]{43}; Max-Age=\d+; Path=\/graphql; Expires=[^;]+; HttpOnly; SameSite=Strict|thiet-bi=[\w-]{43}; Path=\/graphql; Expires=[^;]+; HttpOnly; SameSite=Strict/,
  );
  const { rows } = await sql<{ token_hash: string }>`select token_hash from known_device`.execute(contest.em().getKysely());
  const token = /thiet-bi=([\w-]+)/.exec(cookie)?.[1] ?? '';
  expect(rows).toEqual([{ token_hash: createHash('sha256').update(`${mai.id}:${token}`).digest('hex') }]);
  await guessFromEverywhere(lan.email, 102);
  expect([await shared.signIn(lan.email), await shared.signIn(mai.email)]).toEqual(['TOO_MANY_REQUESTS', 'Session']);
});

test('whoever guesses on a device that is known for the account is held up on it, and nobody else is', async () => {
  await begin();
  const { email } = await someone(contest, district);
  const [office, home] = [at(1), at(2)];
  await office.signIn(email);
  await home.signIn(email);

  expect(counted(await office.guess(email, 12))).toEqual({ looked: 10, held: 2 });
  expect([await office.signIn(email), await home.signIn(email)]).toEqual(['TOO_MANY_REQUESTS', 'Session']);
  contest.clock.advance(MINUTE);
  expect(await office.signIn(email)).toBe('Session');
});

test('of the devices of a person the twenty that were used last are known', async () => {
  await begin();
  const { email, id } = await someone(contest, district);
  const first = at(1);
  await first.signIn(email);
  for (let i = 0; i < 20; i += 1) {
    contest.clock.advance(MINUTE);
    await at(2).signIn(email);
  }
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from known_device where person_id = ${id}`.execute(
    contest.em().getKysely(),
  );

  expect(rows).toEqual([{ n: 20 }]);
  await guessFromEverywhere(email, 102);
  expect(await first.signIn(email)).toBe('TOO_MANY_REQUESTS');
});

test('a password set by a mailed link lets its owner in at once, whoever has guessed, and forgets the devices before it', async () => {
  await begin();
  const { email } = await someone(contest, district);
  const thief = at(66);
  await thief.signIn(email);
  await contest.client().ask(RESET, { input: { email } });
  const token = tokenIn(await lastMailTo(contest, email));
  await guessFromEverywhere(email, 102);
  const owner = at(1);

  const set = await owner.send(SET, { input: { token, password: 'mot-mat-khau-moi' } });
  expect(set.__typename).toBe('PasswordSet');
  await guessFromEverywhere(email, 102);

  expect([await owner.signIn(email, 'mot-mat-khau-moi'), await thief.signIn(email, 'mot-mat-khau-moi')]).toEqual([
    'Session',
    'TOO_MANY_REQUESTS',
  ]);
}, 60_000);

test('a stranger who asks for links again and again does not keep one from the owner, and does not fill his box', async () => {
  await begin();
  const { email } = await someone(contest, district);
  const known = at(1);
  await known.signIn(email);
  const ask = async (browser: Browser, address = email) => {
    const { code, __typename } = await browser.send(RESET, { input: { email: address } });
    return (code ?? __typename) as string;
  };
  const all = (count: number, address: string) =>
    Promise.all(Array.from({ length: count }, (_, i) => ask(at(`198.18.0.${String(i)}`), address)));

  const one = await Promise.all(Array.from({ length: 6 }, () => ask(at(66))));
  expect(one.filter((code) => code === 'PasswordLinkRequest')).toHaveLength(4);
  expect(await ask(at(2))).toBe('PasswordLinkRequest');
  expect((await all(30, email)).filter((code) => code === 'PasswordLinkRequest')).toHaveLength(7);
  expect((await all(30, 'nobody@example.vn')).filter((code) => code === 'PasswordLinkRequest')).toHaveLength(12);
  expect(await ask(known)).toBe('PasswordLinkRequest');
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from outbox_event where payload ->> 'kind' = 'PASSWORD_RESET'
    and payload ->> 'personId' is not null`.execute(contest.em().getKysely());
  expect(rows).toEqual([{ n: 13 }]);
});

test('more changes of a password at once than there are connections are all answered, and five of them looked at', async () => {
  await begin();
  const { id } = await someone(contest, district);
  const [own, other] = [await contest.as(id), await contest.as(id)];
  const change = (client: typeof own, i: number) =>
    client.ask(CHANGE, {
      input: { present: 'not the present one', password: 'a new one, long enough', clientMutationId: `change-number-${String(i)}` },
    });

  const replies = await Promise.all(Array.from({ length: 24 }, (_, i) => change(own, i)));

  expect(replies.map(({ code }) => code).sort()).toEqual([
    ...Array<string>(5).fill('PASSWORD_WRONG'),
    ...Array<string>(19).fill('TOO_MANY_REQUESTS'),
  ]);
  expect((await change(other, 99)).code).toBe('PASSWORD_WRONG');
});
