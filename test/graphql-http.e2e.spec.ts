import { serverAudits } from 'graphql-http';
import { sql } from 'kysely';
import request from 'supertest';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;
let origin: string;

beforeAll(async () => {
  contest = await startContest(undefined, { INTROSPECTION: '1' });
  district = await aDistrict(contest);
  origin = await contest.app.getUrl();
});
afterAll(() => contest.stop());

/** A GET without this header could be sent by a page of somebody else's; the audits do not know of it. */
const asOurs: typeof fetch = (url, init) =>
  fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), 'apollo-require-preflight': '1' } });

const audits = serverAudits({ url: () => `${origin}/graphql`, fetchFn: asOurs });

test.each(audits.map((audit) => [audit.name, audit] as const))('GraphQL over HTTP: %s', async (_, audit) => {
  const { status, ...why } = await audit.fn();

  expect({ status, why: 'reason' in why ? why.reason : null }).toEqual({ status: 'ok', why: null });
});

const GET = (query: Record<string, string>, headers: Record<string, string>) =>
  request(contest.app.getHttpServer())
    .get('/graphql')
    .query(query)
    .set({ 'apollo-require-preflight': '1', ...headers });

const POST = (body: object, accept = 'application/json') =>
  request(contest.app.getHttpServer()).post('/graphql').set('accept', accept).send(body);

const sessions = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from session`.execute(contest.em().getKysely())).rows[0]!.n;

const TOKEN =
  'mutation A { createAccessToken(input: { label: "x", scopes: [CONTEST_READ], expiresAt: "2026-12-31T00:00:00Z" }) { __typename ... on AccessToken { token } ... on Refusal { code } } } mutation B { createAccessToken(input: { label: "y", scopes: [CONTEST_READ], expiresAt: "2026-12-31T00:00:00Z" }) { __typename } }';

test.each([
  ['by its name', { query: TOKEN, operationName: 'A' }, 405],
  ['by the name of none', { query: TOKEN, operationName: 'zzz' }, 400],
  ['by no name where there are several', { query: TOKEN }, 400],
])('GET runs no mutation: asked for %s', async (_, query, status) => {
  const headers = { ...(await contest.headersOf(district.people.organiser)), accept: 'application/graphql-response+json' };
  const before = await sessions();

  for (const time of ['first', 'second', 'third']) {
    const reply = await GET(query, headers);
    expect({ time, status: reply.status, data: reply.body.data }).toEqual({ time, status, data: undefined });
  }
  expect(await sessions()).toBe(before);
});

/** Beside GraphQL's own words, which are for who wrote the request. */
const TO_PEOPLE = {
  vi: 'Yêu cầu không phù hợp với phiên bản hiện tại của hệ thống. Hãy tải lại trang rồi thực hiện lại.',
  en: 'The request does not fit the present version of the platform. Load the page again and repeat it.',
};

test.each([
  ['unknown', { query: 'query A { __typename } query B { __typename }', operationName: 'C' }, 'Unknown operation named "C".'],
  [
    'not given where there are several',
    { query: 'query A { __typename } query B { __typename }' },
    'Must provide operation name if query contains multiple operations.',
  ],
  ['empty where there are several', { query: 'query A { __typename } query B { __typename }', operationName: '' }, expect.any(String)],
])('a name of an operation that is %s is refused, however often it is sent', async (_, body, message) => {
  for (const time of ['first', 'second', 'third']) {
    const reply = await POST(body);
    expect({ time, body: reply.body }).toEqual({
      time,
      body: { errors: [{ message, extensions: { code: 'OPERATION_RESOLUTION_FAILURE', messages: TO_PEOPLE } }] },
    });
  }
});

test.each([
  ['a syntax error', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
  ['a field that there is not', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a variable of another type',
    { query: 'query ($n: Int) { publicContests(first: $n) { totalCount } }', variables: { n: 'x' } },
    'BAD_USER_INPUT',
  ],
  ['more than a request may hold', { query: `{ ${'__typename '.repeat(3100)} }` }, 'QUERY_TOO_LONG'],
])('%s is answered with 400 to who asks for GraphQL, with 200 to who asks for JSON', async (_, body, code) => {
  for (const [accept, status] of [
    ['application/graphql-response+json', 400],
    ['application/json', 200],
    ['application/graphql-response+json, application/json;q=0.5', 400],
    ['*/*', 200],
  ] as const) {
    const reply = await POST(body, accept);
    expect({ accept, status: reply.status, code: reply.body.errors?.[0]?.extensions.code }).toEqual({ accept, status, code });
    expect(reply.body).not.toHaveProperty('data');
  }
});

test('another page cannot send a request of its own making', async () => {
  const reply = await request(contest.app.getHttpServer()).get('/graphql').query({ query: '{ __typename }' });

  expect(reply.status).toBe(400);
});

test.each([1, 2])('asking by a hash instead of a query is said to be not supported (version %d)', async (version) => {
  const reply = await POST({ extensions: { persistedQuery: { version, sha256Hash: 'a'.repeat(64) } } });

  expect(reply.body).toEqual({
    errors: [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED', messages: TO_PEOPLE } }],
  });
});
