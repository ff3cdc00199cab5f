import { sql } from 'kysely';
import request from 'supertest';
import { type RunningContest, startContest } from './support/harness.js';
import { portOf, rawRequest, sendRaw } from './support/raw-http.js';

const STANDING = {
  'cache-control': 'no-store',
  'content-security-policy': expect.stringContaining("default-src 'self'"),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': expect.stringContaining('max-age='),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
};

let contest: RunningContest;

beforeAll(async () => {
  contest = await startContest(undefined, { PUBLIC_URL: 'https://sangkien.example.vn', HTTP_HEADERS_MS: '500', HTTP_BODY_MS: '500' });
});

afterAll(() => contest.stop());

const json = (body: string, headers: Record<string, string> = {}) =>
  rawRequest('POST /graphql', { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers }, body);

test.each([
  ['an answer of the API', 200, json('{"query":"{ __typename }"}')],
  ['what nobody may ask', 200, json('{"query":"{ me { id } }"}')],
  ['a body that is no JSON', 400, json('{')],
  ['a body of no known type', 415, rawRequest('POST /graphql', { 'content-type': 'text/x', 'content-length': '1' }, 'x')],
  ['a body that is too large', 413, rawRequest('POST /graphql', { 'content-type': 'application/json', 'content-length': '9000000' })],
  ['a page that is not there', 404, rawRequest('GET /nowhere')],
  ['a method that is not there', 404, rawRequest('DELETE /graphql')],
  ['an address that cannot be read', 400, rawRequest('GET /%zz')],
  ['a page', 200, rawRequest('GET /')],
  ['a redirection', 302, rawRequest('GET /explorer')],
  ['the health of the server', 200, rawRequest('GET /health')],
  ['a link to a file that is none', 403, rawRequest('GET /files/d/incoming/x?s=1')],
  [
    'an upload that nobody signed',
    403,
    rawRequest('PUT /files/u/incoming/x?s=1', { 'content-type': 'text/plain', 'content-length': '1' }, 'x'),
  ],
  ['a request without a host', 400, 'GET /health HTTP/1.1\r\nconnection: close\r\n\r\n'],
  ['an expectation that nobody knows', 200, rawRequest('GET /health', { expect: 'a miracle' })],
  ['what is no request', 400, 'HELLO\r\n\r\n'],
  ['a head that is too large', 431, rawRequest('GET /health', { x: 'y'.repeat(40_000) })],
  ['a head that does not come', 408, 'GET /health HTTP/1.1\r\nhost: x\r\n'],
  ['a body that does not come', 408, rawRequest('POST /graphql', { 'content-type': 'application/json', 'content-length': '9' })],
])('%s (%i) has the standing headers, is kept by nobody, and says nothing of what the server is made of', async (_, status, bytes) => {
  const answer = await sendRaw(portOf(contest.app), bytes);

  expect({ status: answer.status, headers: answer.headers }).toEqual({ status, headers: expect.objectContaining(STANDING) });
  expect(answer.headers['x-powered-by']).toBeUndefined();
  expect(answer.body).not.toMatch(/node_modules|\.js:|fastify/i);
});

test.each([
  ['a body that is no JSON', json('{')],
  ['an address that cannot be read', rawRequest('GET /%zz')],
  [
    'a body of one who looks on that is no JSON',
    rawRequest('POST /graphql/stream', { 'content-type': 'application/json', 'content-length': '1' }, '{'),
  ],
])('%s is told to be unreadable in the words of the platform', async (_, bytes) => {
  const { body } = await sendRaw(portOf(contest.app), bytes);

  expect(JSON.parse(Buffer.from(body, 'latin1').toString())).toEqual({
    statusCode: 400,
    code: 'REQUEST_UNREADABLE',
    message: 'Không đọc được yêu cầu. Hãy tải lại trang rồi thực hiện lại.',
    technical: expect.any(String),
  });
});

test('so has an answer to what went wrong unexpectedly', async () => {
  await sql`alter table contest rename to contest_away`.execute(contest.em().getKysely());
  const broken = await sendRaw(portOf(contest.app), json('{"query":"{ publicContests(first: 1) { totalCount } }"}'));
  await sql`alter table contest_away rename to contest`.execute(contest.em().getKysely());

  expect(broken.headers).toEqual(expect.objectContaining(STANDING));
  expect(broken.body).toContain('INTERNAL');
  expect(broken.body).not.toContain('contest_away');
});

test('the parts of the pages may be kept, the pages say how', async () => {
  const page = await request(contest.app.getHttpServer()).get('/');

  if (page.status === 200) expect(page.headers).toMatchObject({ ...STANDING, 'cache-control': 'no-store' });
  else expect(page.status).toBe(404);
});
