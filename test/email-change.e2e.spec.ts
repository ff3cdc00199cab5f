import { Account, EmailChange, OneTimeLink, Person } from '#domain/identity';
import { PasswordService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { type District, PASSWORD, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { lastMailTo, mutation, signIn, tokenIn } from './support/sign-in.js';

const CHANGE = mutation('changeEmail', 'ChangeEmailInput', '... on EmailChange { id email waits }');
const GIVE_UP = mutation('giveUpEmailChange', 'GiveUpEmailChangeInput', '... on EmailChange { id waits }');
const CONFIRM = mutation('confirmEmail', 'ConfirmEmailInput', '... on EmailConfirmed { id }');

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

let serial = 0;
async function someone(): Promise<{ id: string; email: string; next: string; client: Client }> {
  serial += 1;
  const email = `cu${String(serial)}@example.vn`;
  const id = await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER', email, password: PASSWORD });
  return { id, email, next: `moi${String(serial)}@example.vn`, client: await contest.as(id) };
}
const change = (client: Client, email: string, present = PASSWORD): Promise<any> => client.ask(CHANGE, { input: { email, present } });
const confirm = (token: string): Promise<any> => contest.client().ask(CONFIRM, { input: { token } });
const addressOf = async (id: string) => (await contest.em().findOneOrFail(Person, { id })).email;

test('a new address counts once it was confirmed from there, and the old one is told of it both times', async () => {
  const { id, email, next, client } = await someone();

  expect(await change(client, next.toUpperCase())).toMatchObject({ __typename: 'EmailChange', email: next, waits: true });
  const token = tokenIn(await lastMailTo(contest, next));
  expect(await lastMailTo(contest, email)).toContain('Có yêu cầu đổi địa chỉ thư điện tử');
  expect(await addressOf(id)).toBe(email);
  expect(await client.ask('{ myEmailChange { email } }')).toEqual({ email: next });

  contest.clock.advance(1000);
  expect(await confirm(token)).toMatchObject({ __typename: 'EmailConfirmed' });
  expect(await addressOf(id)).toBe(next);
  expect(await lastMailTo(contest, email)).toContain('đã đổi; từ nay đăng nhập bằng địa chỉ mới');
  expect((await signIn(contest, email)).body.code).toBe('SIGN_IN_FAILED');
  expect((await signIn(contest, next)).body.__typename).toBe('Session');
  expect(await client.ask('{ myEmailChange { email } }')).toBeNull();
  expect(await confirm(token)).toMatchObject({ code: 'LINK_INVALID', path: 'token' });
});

test('a link ends with its day, with the next one, and where it is given up; nothing has changed then', async () => {
  const { id, email, next, client } = await someone();
  await change(client, next);
  const first = tokenIn(await lastMailTo(contest, next));
  contest.clock.advance(1000);
  const { id: changeId } = await change(client, `lai-${next}`);
  const second = tokenIn(await lastMailTo(contest, `lai-${next}`));

  expect(await confirm(first)).toMatchObject({ code: 'LINK_INVALID' });
  expect(await client.ask(GIVE_UP, { input: { changeId } })).toMatchObject({ waits: false });
  expect(await client.ask(GIVE_UP, { input: { changeId } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await confirm(second)).toMatchObject({ code: 'LINK_INVALID' });
  await change(client, next);
  contest.clock.advance(25 * 3_600_000);
  const late = await contest.em().findOneOrFail(EmailChange, { person: id, givenUpAt: null });
  expect(late.waits(contest.clock.now())).toBe(false);
  expect(await confirm(tokenIn(await lastMailTo(contest, next)))).toMatchObject({ code: 'LINK_INVALID' });
  expect(await addressOf(id)).toBe(email);
});

test('no link changes the address of an account that was shut meanwhile', async () => {
  const { id, email, next, client } = await someone();
  await change(client, next);
  const token = tokenIn(await lastMailTo(contest, next));
  await contest.em().nativeUpdate(Account, { person: id }, { disabledAt: contest.clock.now(), disabledReason: 'Nghỉ việc' });
  expect(await confirm(token)).toMatchObject({ code: 'LINK_INVALID' });
  expect(await addressOf(id)).toBe(email);
});

test('nobody gives up what another asked for, and links to set a password that went to the old address end with the change', async () => {
  const { id, next, client } = await someone();
  const other = await someone();
  const { id: changeId } = await change(client, next);
  expect(await other.client.ask(GIVE_UP, { input: { changeId } })).toMatchObject({ code: 'NOT_FOUND' });

  await contest.get(PasswordService).issueLink(SYSTEM, id, 'PASSWORD_RESET');
  expect(await contest.em().count(OneTimeLink, { person: id, usedAt: null })).toBe(1);
  expect(await confirm(tokenIn(await lastMailTo(contest, next)))).toMatchObject({ __typename: 'EmailConfirmed' });
  expect(await contest.em().count(OneTimeLink, { person: id, usedAt: null })).toBe(0);
});

test('it takes the password, another address, and no more than three an hour', async () => {
  const { email, next, client } = await someone();

  expect(await change(client, next, 'not-the-password')).toMatchObject({ code: 'PASSWORD_WRONG', path: 'present' });
  expect(await change(client, email.toUpperCase())).toMatchObject({ code: 'EMAIL_SAME', path: 'email' });
  for (let at = 0; at < 3; at += 1) expect(await change(client, next)).toMatchObject({ __typename: 'EmailChange' });
  expect(await change(client, next)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

test('that somebody has the address already is not told: no link is mailed, and who took it meanwhile keeps it', async () => {
  const one = await someone();
  const other = await someone();
  expect(await change(one.client, other.email)).toMatchObject({ __typename: 'EmailChange' });
  await contest.drain();
  expect((await contest.em().findOneOrFail(EmailChange, { person: one.id })).tokenHash).toBeNull();

  contest.clock.advance(1000);
  await change(one.client, 'dang-tranh@example.vn');
  const token = tokenIn(await lastMailTo(contest, 'dang-tranh@example.vn'));
  await aPerson(contest, { unitId: null, email: 'dang-tranh@example.vn' });
  expect(await confirm(token)).toMatchObject({ code: 'EMAIL_TAKEN' });
  expect(await addressOf(one.id)).toBe(one.email);
});
