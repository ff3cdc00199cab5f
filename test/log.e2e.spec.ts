import { jest } from '@jest/globals';
import { sql } from 'kysely';
import request from 'supertest';
import { Refusals } from '#lib/platform';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { mutation, signIn } from './support/sign-in.js';

let contest: RunningContest;
let district: District;
const written: string[] = [];

beforeAll(async () => {
  contest = await startContest(undefined, { LOG_LEVEL: 'info' });
  district = await aDistrict(contest);
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
});

beforeEach(() => {
  written.length = 0;
});

afterAll(async () => {
  jest.restoreAllMocks();
  await contest.stop();
});

const post = (body: object | string) =>
  request(contest.app.getHttpServer()).post('/graphql').set('content-type', 'application/json').send(body);

test('refusals, and requests that cannot be read, are counted by code and leave the log empty', async () => {
  const admin = await contest.as(district.people.admin);
  const before = new Map(contest.get(Refusals).counts());

  await signIn(contest, 'nobody@example.vn', 'not-the-password');
  await contest.client().send('{ me { id } }');
  await contest.client().send('{ me { id } }');
  await admin.send('{ contests(first: 100000) { totalCount } }');
  await admin.send('{ nothing }');
  await admin.ask(mutation('revokeSession', 'RevokeSessionInput', '... on Session { id }'), {
    input: { sessionId: district.people.admin },
  });
  await post('{');
  await post({ query: 'x'.repeat(2_000_000) });
  await request(contest.app.getHttpServer()).get('/nowhere');
  await request(contest.app.getHttpServer()).get('/%zz');
  await request(contest.app.getHttpServer()).put('/files/u/incoming/x').set('content-type', 'text/plain').send('x');

  expect(written).toEqual([]);
  const counted = [...contest.get(Refusals).counts()].map(([code, n]) => [code, n - (before.get(code) ?? 0)]);
  expect(Object.fromEntries(counted)).toMatchObject({ SIGN_IN_FAILED: 1, UNAUTHENTICATED: 2, NOT_FOUND: 1, FILE_URL_INVALID: 1 });
});

test('an unexpected error is one line of JSON under the id that the answer bears, with where it was', async () => {
  await sql`alter table contest rename to contest_away`.execute(contest.em().getKysely());
  const { errors } = await contest.client().send('{ publicContests(first: 1) { totalCount } }');
  await sql`alter table contest_away rename to contest`.execute(contest.em().getKysely());

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL', id: expect.any(String) });
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(/^\{.*\}\n$/);
  expect(JSON.parse(written[0] ?? '')).toMatchObject({
    level: 'error',
    context: 'GraphQL',
    message: `Unexpected error ${String(errors?.[0]?.extensions.id)}`,
    id: errors?.[0]?.extensions.id,
    sqlState: '42P01',
    error: expect.stringMatching(/relation "contest" does not exist\n {4}at /),
  });
});

test('a row that the database refuses does not stand in the log', async () => {
  await sql`alter table person add constraint nobody_knows check (phone is null)`.execute(contest.em().getKysely());
  const admin = await contest.as(district.people.admin);
  const { errors } = await admin.send(mutation('createPerson', 'CreatePersonInput', '... on Person { id }'), {
    input: { fullName: 'Tên chỉ người này biết', phone: '0900000001', unitId: district.units.finance, locale: 'vi' },
  });
  await sql`alter table person drop constraint nobody_knows`.execute(contest.em().getKysely());

  expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
  expect(written).toHaveLength(1);
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ sqlState: '23514', constraint: 'nobody_knows' });
  expect(written.join()).not.toMatch(/chỉ người này biết|0900000001/);
});
