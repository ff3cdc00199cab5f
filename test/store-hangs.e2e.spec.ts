import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { FileAccess, ObjectStore, StoredFile } from '#lib/platform';
import { aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { CONFIRM_UPLOAD } from './support/uploads.js';
import { BoundedStore } from '../libs/platform/src/files/index.js';
import { swept } from './support/stores.js';

const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename ... on FileUpload { id } ... on Refusal { code message } } }`;
const GIVE_UP = `mutation ($input: FileInput!) { giveUpUpload(input: $input) { __typename ... on FileUpload { id givenUpAt } ... on Refusal { code } } }`;
const UPLOAD = `query ($id: ID!) { upload(id: $id) { id } }`;
const DOWNLOAD = `query ($id: ID!) { fileDownload(id: $id) { url } }`;
const TIMEOUT_MS = 3000;

/** A store of the test's own: it says yes to everything, or never answers, or stops in the middle of a content, or says no in one of its ways. */
type Mood = 'well' | 'hangs' | 'stalls' | 'full' | 'overloaded' | 'uploads';
let mood: Mood = 'well';
const fault = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`;
/** Of three uploads of long ago one is over when its turn comes, and one is not to be ended. */
const saysNo = (how: Mood, { method, url = '' }: IncomingMessage): [status: number, body: string] | null => {
  if (how === 'full') return [507, fault('XMinioStorageFull')];
  if (how === 'overloaded') return [503, fault('SlowDown')];
  if (how !== 'uploads') return null;
  if (method === 'DELETE' && url.includes('/over')) return [404, fault('NoSuchUpload')];
  if (method === 'DELETE' && url.includes('/locked')) return [403, fault('AccessDenied')];
  if (method === 'DELETE') return [204, ''];
  if (method !== 'GET') return null;
  if (!/[?&]uploads/.test(url)) return [404, fault('NoSuchUpload')];
  const upload = (key: string, initiated: string) =>
    `<Upload><Key>incoming/${key}</Key><UploadId>${key}</UploadId><Initiated>${initiated}</Initiated></Upload>`;
  const old = ['over', 'locked', 'old'].map((key) => upload(key, '2020-01-01T00:00:00.000Z'));
  return [
    200,
    `<?xml version="1.0"?><ListMultipartUploadsResult>${old.join('')}${upload('new', '2099-01-01T00:00:00.000Z')}</ListMultipartUploadsResult>`,
  ];
};

const answer = (request: IncomingMessage, response: ServerResponse): void => {
  if (mood === 'hangs') return;
  const [status, body] = saysNo(mood, request) ?? [];
  if (body !== undefined) {
    request.resume();
    response.writeHead(status ?? 500, { 'content-type': 'application/xml' });
    response.end(body);
    return;
  }
  if (mood === 'stalls' && request.method === 'GET') {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('%PDF-1.4');
    return;
  }
  request.resume();
  response.writeHead(200, { etag: '"e"', 'last-modified': new Date().toUTCString(), 'content-length': 0 });
  response.end();
};

let server: Server;
let contest: RunningContest;
let owner: Client;
let ownerId: string;

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  contest = await startContest(new Date().toISOString(), {
    S3_ENDPOINT: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    S3_ACCESS_KEY: 'access',
    S3_SECRET_KEY: 'secret',
    STORE_TIMEOUT: String(TIMEOUT_MS / 1000),
    STORE_STALL: String(TIMEOUT_MS / 1000),
    DATABASE_POOL: '4',
  });
  ownerId = (await aDistrict(contest)).people.submitter;
  owner = await contest.as(ownerId);
  contest.get(FileAccess).register({
    type: 'adoption',
    called: 'A thing.',
    context: 'test',
    limitsFor: () => Promise.resolve({ maxFiles: 100, maxBytes: 1000 }),
    mayRead: () => Promise.resolve(true),
  });
});
beforeEach(() => {
  mood = 'well';
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await contest.stop();
});

const announce = async (): Promise<any> =>
  owner.ask(REQUEST, {
    input: { ownerType: 'adoption', ownerId: randomUUID(), fileName: 'a.pdf', contentType: 'application/pdf', size: 500 },
  });
const code = async (asked: Promise<{ errors?: { extensions: Record<string, any> }[] }>): Promise<unknown> =>
  (await asked).errors?.[0]?.extensions.code;

/** How long it took, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** A file that was kept while the store was well. */
async function aKeptFile(): Promise<string> {
  const em = contest.em();
  const id = randomUUID();
  const file = { ownerType: 'adoption', ownerId: randomUUID(), fileName: 'a.pdf', contentType: 'application/pdf', size: 1000 };
  const kept = { sha256: 'a'.repeat(64), declaredSha256: null, incomingKey: 'incoming/a', uploadToken: null, uploadedBy: ownerId };
  const at = contest.clock.now();
  await em.insert(StoredFile, { id, ...file, ...kept, createdAt: at, keptAt: at, removedAt: null });
  return id;
}

async function inTransactions(): Promise<number> {
  const rows: { open: number }[] = await contest
    .em()
    .getConnection()
    .execute(`select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`);
  return rows[0]!.open;
}

test('while the store hangs each act that needs it is refused in time, and nothing is written', async () => {
  const { id } = await announce();
  const file = await aKeptFile();
  mood = 'hangs';

  for (const [what, asked] of Object.entries({
    upload: () => code(owner.send(UPLOAD, { id })),
    confirm: () => owner.ask(CONFIRM_UPLOAD, { input: { fileId: id } }).then((reply) => reply.code as string),
    download: () => code(owner.send(DOWNLOAD, { id: file })),
  })) {
    let said: unknown;
    const took = await timed(async () => (said = await asked()));
    expect([what, said]).toEqual([what, 'STORE_BUSY']);
    expect(took).toBeLessThan(TIMEOUT_MS * 2.5);
  }
  expect(await contest.em().findOneOrFail(StoredFile, { id })).toMatchObject({ keptAt: null, removedAt: null });
});

test('while twenty confirmations wait for a store that hangs, no transaction is open, and what needs no store goes on', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, async () => (await announce()).id as string));
  mood = 'hangs';
  let waiting = 20;
  const confirming = ids.map((fileId) =>
    owner.ask(CONFIRM_UPLOAD, { input: { fileId, clientMutationId: `key-of-${fileId}` } }).finally(() => (waiting -= 1)),
  );

  // First each has its right to the file looked at; then all wait for the store.
  for (let quiet = 0; quiet < 10; quiet = (await inTransactions()) === 0 ? quiet + 1 : 0) await sleep(20);
  expect(waiting).toBe(20);
  expect(await timed(announce)).toBeLessThan(TIMEOUT_MS / 2);
  expect((await Promise.all(confirming)).map((reply) => reply.code as string)).toEqual(Array(20).fill('STORE_BUSY'));
});

test('an upload is given up while the store hangs; what is left there is swept', async () => {
  const { id } = await announce();
  mood = 'hangs';

  const took = await timed(async () => {
    expect(await owner.ask(GIVE_UP, { input: { fileId: id } })).toMatchObject({ __typename: 'FileUpload', givenUpAt: expect.any(String) });
  });

  expect(took).toBeLessThan(TIMEOUT_MS * 2.5);
});

test('a content that stops half way is not waited for without end', async () => {
  await aKeptFile();
  mood = 'stalls';
  const store = contest.get(ObjectStore);

  const took = await timed(async () => {
    const content = await store.open(`files/${'a'.repeat(64)}`);
    await expect(content.toArray()).rejects.toMatchObject({ code: 'STORE_BUSY' });
  });

  expect(took).toBeLessThan(TIMEOUT_MS * 2.5);
});

test('a slow reader is no store that hangs', async () => {
  const store = contest.get(ObjectStore);
  const content = Buffer.alloc(300_000, 'a');
  server.once('request', () => undefined);
  server.removeAllListeners('request');
  server.on('request', (_request: IncomingMessage, response: ServerResponse) => response.end(content));
  try {
    let read = 0;
    for await (const piece of await store.open(`files/${'a'.repeat(64)}`)) {
      if (read === 0) await sleep(TIMEOUT_MS * 1.5);
      read += (piece as Buffer).length;
    }
    expect(read).toBe(content.length);
  } finally {
    server.removeAllListeners('request');
    server.on('request', answer);
  }
});

test('what the server itself writes is bounded too, from memory and from a stream, and so is a list', async () => {
  const store = contest.get(ObjectStore);
  mood = 'hangs';
  const key = () => `files/${randomUUID()}`;
  const list = async (): Promise<void> => {
    for await (const { key: found } of store.list('files/')) expect(found).toBe('never');
  };

  const asked = [
    store.put(key(), Buffer.from('a'), 'text/plain'),
    store.put(key(), Readable.from([Buffer.from('a')]), 'text/plain'),
    store.copy(key(), key()),
    store.remove(key()),
    swept(store, new Date()),
    list(),
  ];

  const took = await timed(async () => {
    for (const each of asked) await expect(each).rejects.toMatchObject({ code: 'STORE_BUSY' });
  });
  expect(took).toBeLessThan(TIMEOUT_MS * 2.5);
  await expect(store.health()).rejects.toThrow();
});

test('unfinished uploads are swept one by one: one that is over by itself, or is not to be ended, keeps no other', async () => {
  mood = 'uploads';
  const steps: (boolean | string)[] = [];
  for await (const step of contest.get(ObjectStore).sweepUnfinished(new Date())) steps.push(step instanceof Error ? step.message : step);
  expect(steps).toEqual([true, 'no', true, false]);
});

test('a sweep has as much time as it needs, as long as each of its steps ends in time', async () => {
  const slowly = {
    async *sweepUnfinished() {
      for (let step = 0; step < 6; step += 1) {
        await sleep(100);
        yield true;
      }
    },
  } as unknown as ObjectStore;
  expect(await swept(new BoundedStore(slowly, { callMs: 250, stallMs: 250 }), new Date())).toBe(6);
});

test('a store that is full is said to be full, one that has too much to do to be away; it is asked once, and the log stays lines of JSON', async () => {
  const store = contest.get(ObjectStore);
  const printed = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const put = () => store.put(`files/${randomUUID()}`, Buffer.from('a'), 'text/plain');
  let asked = 0;
  const count = () => (asked += 1);
  server.on('request', count);
  mood = 'full';
  await expect(put()).rejects.toMatchObject({ code: 'STORE_FULL' });
  mood = 'overloaded';
  await expect(put()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  server.off('request', count);
  expect(asked).toBe(2);
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
});

test('a store that is away is said to be away, and the same act goes on once it is back', async () => {
  const { id } = await announce();
  const { port } = server.address() as AddressInfo;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const input = { fileId: id, clientMutationId: 'the-same-key-again' };

  expect(await owner.ask(CONFIRM_UPLOAD, { input })).toEqual({ __typename: 'Refusal', code: 'STORE_UNAVAILABLE' });
  expect(await code(owner.send(UPLOAD, { id }))).toBe('STORE_UNAVAILABLE');

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  // The store of this test has nothing: it says an upload of no bytes is there, which is not the one that was announced.
  expect((await owner.ask(CONFIRM_UPLOAD, { input })).code).toBe('FILE_NOT_UPLOADED');
});
