import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import request from 'supertest';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { SIGN_IN } from './support/sign-in.js';

let contest: RunningContest;
let district: District;

const begin = async (settings: Record<string, string>) => {
  contest = await startContest(undefined, settings);
  district = await aDistrict(contest);
};
afterEach(() => contest.stop());

const ASK = '{ publicContests(first: 10) { totalCount } }';

const ask = async (from?: string, query = ASK, variables = {}, headers: Record<string, string> = {}) => {
  const forwarded = from === undefined ? {} : { 'x-forwarded-for': from };
  const reply = await request(contest.app.getHttpServer())
    .post('/graphql')
    .set({ ...headers, ...forwarded })
    .send({ query, variables });
  return { status: reply.status, retryAfter: reply.headers['retry-after'], body: reply.body };
};

/** How many are answered before the first that is refused, and that refusal. */
async function untilRefused(from: (n: number) => string | undefined) {
  for (let answered = 0; answered < 400; answered += 1) {
    const reply = await ask(from(answered));
    if (reply.status !== 200) return { answered, reply };
  }
  return { answered: 400, reply: null };
}

test('who asks too much without an account is told how long to wait, and is served after that; others are served meanwhile', async () => {
  await begin({ TRUSTED_PROXIES: 'loopback', ANONYMOUS_COST: '10000' });

  const { answered, reply } = await untilRefused(() => '203.0.113.7');
  const seconds = Number(reply?.retryAfter);

  expect(answered).toBeGreaterThan(10);
  expect(reply).toEqual({
    status: 429,
    retryAfter: String(seconds),
    body: {
      errors: [
        {
          message: `Quá nhiều yêu cầu. Hãy thử lại sau ${String(seconds)} giây.`,
          extensions: {
            code: 'TOO_MANY_REQUESTS',
            path: null,
            messages: {
              vi: `Quá nhiều yêu cầu. Hãy thử lại sau ${String(seconds)} giây.`,
              en: `Too many requests. Try again in ${String(seconds)} seconds.`,
            },
          },
        },
      ],
    },
  });
  expect((await ask('203.0.113.8')).status).toBe(200);
  expect((await ask('2001:db8::1')).status).toBe(200);
  await pause(seconds * 1000 + 1);
  expect((await ask('203.0.113.7')).status).toBe(200);
});

test('whoever is signed in has no such limit, and signing in is not refused where all is spent', async () => {
  await begin({ TRUSTED_PROXIES: 'loopback', ANONYMOUS_COST: '5000', ANONYMOUS_COST_TOTAL: '5000' });
  await untilRefused(() => '203.0.113.7');

  const bearer = await contest.headersOf(district.people.organiser);
  const signIn = await ask('203.0.113.7', SIGN_IN, { input: { email: 'nobody@example.vn', password: 'not the right one' } });

  expect((await ask('203.0.113.7', ASK, {}, bearer)).status).toBe(200);
  expect(signIn).toMatchObject({ status: 200, body: { data: { signIn: { code: 'SIGN_IN_FAILED' } } } });
  expect((await ask('203.0.113.7')).status).toBe(429);
});

test('all without an account together have a limit, from however many addresses they ask', async () => {
  await begin({ TRUSTED_PROXIES: 'loopback', ANONYMOUS_COST: '10000', ANONYMOUS_COST_TOTAL: '50000' });

  const { answered, reply } = await untilRefused((n) => `203.0.113.${String(n)}`);

  expect(reply?.body.errors[0].extensions.code).toBe('TOO_MANY_REQUESTS');
  expect(answered).toBeGreaterThan(50);
  await pause(Number(reply?.retryAfter) * 1000 + 1);
  expect((await ask('203.0.113.1')).status).toBe(200);
});

test('behind a proxy that is not trusted nothing is limited by address, all together are, and the log says so at the start and at the first such request', async () => {
  const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  await begin({ ANONYMOUS_COST: '3000', ANONYMOUS_COST_TOTAL: '50000' });

  const { answered } = await untilRefused(() => '203.0.113.7');
  const said = warned.mock.calls.filter(([message]) => String(message).includes('TRUSTED_PROXIES'));
  warned.mockRestore();

  expect(answered).toBeGreaterThan(50);
  expect(said).toEqual([
    ['TRUSTED_PROXIES is not set: behind a reverse proxy nothing is limited by address.'],
    ['A request came through a proxy, and TRUSTED_PROXIES is not set: nothing is limited by address.'],
  ]);
});

test('what is refused costs no more than being refused', async () => {
  await begin({ TRUSTED_PROXIES: 'loopback', ANONYMOUS_COST: '40000' });
  const dear = '{ people(first: 100) { totalCount edges { node { id fullName email phone locale external } } } }';
  const codes: string[] = [];
  for (let n = 0; n < 30; n += 1) codes.push((await ask('203.0.113.7', dear)).body.errors[0].extensions.code);

  expect(new Set(codes)).toEqual(new Set(['UNAUTHENTICATED']));
});

test('a document that cannot be read costs too', async () => {
  await begin({ TRUSTED_PROXIES: 'loopback', ANONYMOUS_COST: '10000' });
  const codes: string[] = [];
  for (let n = 0; n < 30; n += 1) codes.push((await ask('203.0.113.7', `{ nothing${String(n)} `)).body.errors[0].extensions.code);

  expect(new Set(codes)).toEqual(new Set(['GRAPHQL_PARSE_FAILED', 'TOO_MANY_REQUESTS']));
});

test('the schema is hidden, also from those who guess, unless it is shown by a setting', async () => {
  await begin({});
  const hidden = await ask(undefined, '{ __schema { queryType { name } } }');
  const guessed = await ask(undefined, '{ publicContst { totalCount } }');

  expect(hidden.body).toEqual({
    errors: [
      expect.objectContaining({
        message: expect.stringContaining('introspection'),
        extensions: expect.objectContaining({ code: 'GRAPHQL_VALIDATION_FAILED' }),
      }),
    ],
  });
  expect(guessed.body.errors[0].message).toBe('Cannot query field "publicContst" on type "Query".');
});

test('where the schema is shown it is read once as a whole in a request, and no twenty times', async () => {
  await begin({ DEMO: '1' });
  const whole =
    '__schema { types { name description fields { name description args { name description } type { name ofType { name } } } } }';
  const twenty = Array.from({ length: 20 }, (_, n) => `a${String(n)}: ${whole}`).join(' ');

  const once = await ask(undefined, `{ ${whole} }`);
  const often = await ask(undefined, `{ ${twenty} }`);

  expect(once.body.data.__schema.types.length).toBeGreaterThan(400);
  expect(often.body).toEqual({
    errors: [{ message: expect.any(String), extensions: expect.objectContaining({ code: 'QUERY_TOO_COSTLY' }) }],
  });
});
