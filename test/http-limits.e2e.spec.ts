import { setTimeout as pause } from 'node:timers/promises';
import { type RunningContest, startContest } from './support/harness.js';
import { portOf, rawRequest, sendRaw } from './support/raw-http.js';
import { ObjectStore } from '#lib/platform';
import { type UploadTry, newIncomingKey } from '../libs/platform/src/files/index.js';
import { swept } from './support/stores.js';

let contest: RunningContest;
let port: number;

beforeAll(async () => {
  contest = await startContest(undefined, {
    HTTP_HEADERS_MS: '600',
    HTTP_BODY_MS: '700',
    HTTP_STALL_MS: '500',
    HTTP_IDLE_MS: '400',
    HTTP_CONNECTIONS: '1800',
  });
  port = portOf(contest.app);
});

afterAll(() => contest.stop());

const POST = rawRequest('POST /graphql', { 'content-type': 'application/json', 'content-length': '100', connection: 'keep-alive' });

/** A body as it came over the wire, byte by byte. */
const readJson = (body: string): any => JSON.parse(Buffer.from(body, 'latin1').toString('utf8'));

/** The head of a request with a part of so many bytes, and its upload. */
async function uploadRequest(size: number): Promise<{ head: string; upload: UploadTry }> {
  const store = contest.get(ObjectStore);
  const key = newIncomingKey();
  const upload = { key, token: await store.begin(key, 'text/plain'), size, partSize: size };
  const url = await store.presignPart({ upload, part: { number: 1, offset: 0, size }, expiresInSeconds: 600 });
  const { pathname, search } = new URL(url, 'http://x');
  return { head: rawRequest(`PUT ${pathname}${search}`, { 'content-length': String(size) }), upload };
}

test.each([
  ['a head that does not end', 'POST /graphql HTTP/1.1\r\nhost: x\r\n'],
  ['a body of which half comes', `${POST}{"query":`],
  [
    'a body in pieces that never end',
    `${rawRequest('POST /graphql', { 'content-type': 'application/json', 'transfer-encoding': 'chunked' })}4\r\n{"qu\r\n`,
  ],
  ['a body to an address that is none', `${rawRequest('POST /nowhere', { 'content-type': 'application/json', 'content-length': '9' })}{`],
])('%s is ended with 408', async (_, bytes) => {
  const { status, headers, took } = await sendRaw(port, bytes);

  expect({ status, ends: headers.connection }).toEqual({ status: 408, ends: 'close' });
  expect(took).toBeLessThan(5000);
});

test.each([
  ['Vietnamese where nothing is asked for', {}, 'Yêu cầu gửi quá chậm nên bị dừng. Hãy kiểm tra đường truyền rồi gửi lại.'],
  [
    'the language that was asked for',
    { 'accept-language': 'en' },
    'The request came in too slowly and was stopped. Check the connection and send it again.',
  ],
])('who sent a body too slowly is told so in %s', async (_, asked, message) => {
  const head = { 'content-type': 'application/json', 'content-length': '9', ...asked };
  const { status, body } = await sendRaw(port, rawRequest('POST /graphql', head));
  expect([status, readJson(body)]).toEqual([408, { statusCode: 408, error: 'Request Timeout', code: 'REQUEST_SLOW', message }]);
});

test('what is no request, and a head that does not come, are told so in Vietnamese', async () => {
  const told = async (bytes: string) => readJson((await sendRaw(port, bytes)).body);
  expect(await told('GET /health HTTP/1.1\r\nhost: x\r\n')).toMatchObject({ statusCode: 408, code: 'REQUEST_SLOW' });
  expect(await told('HELLO\r\n\r\n')).toEqual({
    ...{ statusCode: 400, error: 'Bad Request', code: 'REQUEST_UNREADABLE' },
    message: 'Không đọc được yêu cầu. Hãy tải lại trang rồi thực hiện lại.',
  });
});

test.each([
  ['a connection that says nothing', ''],
  ['a connection that says no more after its answer', rawRequest('GET /health', { connection: 'keep-alive' })],
  ['a body after an answer that did not need it', `${rawRequest('GET /health', { 'content-length': '50', connection: 'keep-alive' })}{`],
])('%s is ended', async (_, bytes) => {
  expect((await sendRaw(port, bytes)).took).toBeLessThan(5000);
});

test('a head that drips in byte by byte gets no more time than one that stands still', async () => {
  const drip = await sendRaw(port, 'GET /health HTTP/1.1\r\nhost: x\r\nx: ', (socket) => {
    const timer = setInterval(() => socket.write('y'), 50);
    socket.once('close', () => {
      clearInterval(timer);
    });
  });

  expect(drip.status).toBe(408);
  expect(drip.took).toBeLessThan(5000);
});

test('a body that drips in byte by byte gets no more time than one that stands still', async () => {
  const drip = await sendRaw(port, POST, (socket) => {
    const timer = setInterval(() => socket.write(' '), 50);
    socket.once('close', () => {
      clearInterval(timer);
    });
  });

  expect(drip.status).toBe(408);
  expect(drip.took).toBeLessThan(3000);
});

test('an upload that moves slowly goes on to its end, one that stands still is ended and leaves nothing', async () => {
  const [first, second] = [await uploadRequest(12), await uploadRequest(12)];
  const slow = await sendRaw(port, first.head, (socket) => {
    let sent = 0;
    const timer = setInterval(() => {
      socket.write('z');
      sent += 1;
      if (sent === 12) clearInterval(timer);
    }, 200);
  });
  const still = await sendRaw(port, `${second.head}zzz`);

  expect(slow.status).toBe(201);
  expect(slow.took).toBeGreaterThan(2000);
  expect({ status: still.status, ends: still.headers.connection }).toEqual({ status: 408, ends: 'close' });
  await pause(100);
  const store = contest.get(ObjectStore);
  expect([await store.arrived(first.upload), await store.arrived(second.upload)]).toEqual([[{ number: 1, size: 12 }], []]);
  for (const { upload } of [first, second]) await store.giveUp(upload);
  expect(await swept(store, new Date('2099-01-01T00:00:00Z'))).toBe(0);
});

test('1,500 half-sent bodies are all ended with 408, and meanwhile the server answers', async () => {
  const half = Promise.all(Array.from({ length: 1500 }, () => sendRaw(port, `${POST}{"query":`)));
  await pause(200);
  const health = await sendRaw(port, rawRequest('GET /health'));
  const answers = await half;

  expect(health.status).toBe(200);
  expect(answers.filter(({ status }) => status === 408)).toHaveLength(1500);
  expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(20_000);
}, 60_000);
