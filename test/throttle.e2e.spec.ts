import { aDistrict, type District } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { SIGN_IN, mutation, someone } from './support/sign-in.js';

let contest: RunningContest;
let district: District;

afterEach(() => contest.stop());

const begin = async (settings?: Record<string, string>) => {
  contest = await startContest(undefined, settings);
  district = await aDistrict(contest);
};

const attempt = async (from: string, email: string): Promise<string> => {
  const reply = await contest.client({ 'x-forwarded-for': from }).ask(SIGN_IN, { input: { email, password: 'one password for all' } });
  return reply.code as string;
};

test('one password is not tried on every account from one network address', async () => {
  await begin({ TRUSTED_PROXIES: 'loopback' });
  const answers = await Promise.all(Array.from({ length: 105 }, (_, i) => attempt('203.0.113.7', `official${String(i)}@example.vn`)));

  expect(answers.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(5);
  expect(await attempt('203.0.113.8', 'official1@example.vn')).toBe('SIGN_IN_FAILED');
  contest.clock.advance(15 * 60_000);
  expect(await attempt('203.0.113.7', 'official200@example.vn')).toBe('SIGN_IN_FAILED');
});

test('nobody gets more tries by saying that he is somebody else', async () => {
  await begin();
  const answers = await Promise.all(
    Array.from({ length: 105 }, (_, i) => attempt(`203.0.113.${String(i)}`, `official${String(i)}@example.vn`)),
  );

  expect(answers.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(5);
});

test('more changes of a password at once than there are connections are all answered', async () => {
  await begin();
  const { id } = await someone(contest, district);
  const own = await contest.as(id);
  const CHANGE = mutation('changePassword', 'ChangePasswordInput', '... on Session { id }');

  const replies = await Promise.all(
    Array.from({ length: 24 }, (_, i) =>
      own.ask(CHANGE, {
        input: { present: 'not the present one', password: 'a new one, long enough', clientMutationId: `change-number-${String(i)}` },
      }),
    ),
  );

  expect(new Set(replies.map(({ code }) => code))).toEqual(new Set(['PASSWORD_WRONG']));
});
