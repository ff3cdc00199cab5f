import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import { createServer as createStore } from 'node:http';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import { SMTPServer } from 'smtp-server';
import { PoolWatch } from '#lib/platform';
import { connected, timed, whileAuditLogIsHeld } from './drills/database-drills.js';
import { type RunningContest, startAlone, startContest } from './support/harness.js';
import { freePort } from './support/server.js';

const ask = (contest: RunningContest, path: string) =>
  timed(async () => {
    const { status, body } = await request(contest.app.getHttpServer()).get(path);
    return { status, body: body as object };
  });

/** A server that takes connections and says nothing. */
async function mute(): Promise<{ port: number; stop: () => void }> {
  const held = new Set<Socket>();
  const server = createServer((socket) => held.add(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const stop = (): void => {
    server.close();
    for (const socket of held) socket.destroy();
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

/** A little longer than an answer is kept. */
const KEPT_MS = 3200;

const WELL = { ready: true, parts: { database: 'ok', migrations: 'ok', files: 'ok', worker: 'away', disk: 'ok', mail: 'ok' } };

test('a server whose parts all answer is alive and ready', async () => {
  const contest = await startAlone();
  try {
    expect((await ask(contest, '/health')).result).toEqual({ status: 200, body: { status: 'ok' } });
    expect((await ask(contest, '/ready')).result).toEqual({ status: 200, body: WELL });
  } finally {
    await contest.stop();
  }
});

test('a worker is there for as long as some schedule was run within the minute, and a server serves without one', async () => {
  const contest = await startAlone();
  try {
    await contest.tick();
    expect((await ask(contest, '/ready')).result).toEqual({ status: 200, body: { ready: true, parts: { ...WELL.parts, worker: 'ok' } } });
    await contest.em().getConnection().execute(`update schedule_lease set held_until = held_until - interval '61 seconds'`);
    await new Promise((resolve) => setTimeout(resolve, KEPT_MS));
    expect((await ask(contest, '/ready')).result).toEqual({ status: 200, body: WELL });
  } finally {
    await contest.stop();
  }
});

test('a disk on which less is free than is to be left is called full before anything fails', async () => {
  const contest = await startContest('2026-03-02T02:00:00Z', { DISK_RESERVE_MB: '999999999' });
  try {
    expect((await ask(contest, '/ready')).result).toEqual({ status: 200, body: { ready: true, parts: { ...WELL.parts, disk: 'full' } } });
  } finally {
    await contest.stop();
  }
});

test('a server whose folder of files is gone is alive but not ready, and ready again once it is back', async () => {
  const contest = await startAlone();
  try {
    const folder = join(contest.config.dataDir, 'files');
    await rename(folder, `${folder}.away`);
    expect((await ask(contest, '/health')).result.status).toBe(200);
    expect((await ask(contest, '/ready')).result).toEqual({ status: 503, body: { ready: false, parts: { ...WELL.parts, files: 'away' } } });

    await rename(`${folder}.away`, folder);
    await new Promise((resolve) => setTimeout(resolve, KEPT_MS));
    expect((await ask(contest, '/ready')).result).toEqual({ status: 200, body: WELL });
  } finally {
    await contest.stop();
  }
});

test.each([
  ['is nowhere', () => Promise.resolve({ port: 1, stop: () => undefined })],
  ['takes connections and says nothing', mute],
])(
  'a file store that %s ends no start: the server serves, is alive at once and says that it is not ready',
  async (_, open) => {
    const { port, stop } = await open();
    const s3 = { S3_ENDPOINT: `http://127.0.0.1:${String(port)}`, S3_ACCESS_KEY: 'a-key', S3_SECRET_KEY: 'a-secret-of-the-store' };
    const contest = await startContest('2026-03-02T02:00:00Z', s3);
    try {
      const [health, ready] = await Promise.all([ask(contest, '/health'), ask(contest, '/ready')]);
      expect(health.result).toEqual({ status: 200, body: { status: 'ok' } });
      expect(ready.result).toEqual({ status: 503, body: { ready: false, parts: { ...WELL.parts, files: 'away' } } });
      expect(health.ms).toBeLessThan(500);
      expect(ready.ms).toBeLessThan(4000);
      expect(await contest.client().ask('{ publicContests { totalCount } }')).toEqual({ totalCount: 0 });
    } finally {
      await contest.stop();
      stop();
    }
  },
  30_000,
);

test('a mail server that says nothing is named, and holds up nobody: mails wait for it', async () => {
  const { port, stop } = await mute();
  const contest = await startContest('2026-03-02T02:00:00Z', { SMTP_URL: `smtp://127.0.0.1:${String(port)}` });
  try {
    expect((await ask(contest, '/ready')).result).toEqual({ status: 200, body: { ready: true, parts: { ...WELL.parts, mail: 'away' } } });
  } finally {
    await contest.stop();
    stop();
  }
});

test('a mail server is not signed in to in order to see whether it is there, and is asked once however many ask', async () => {
  let greeted = 0;
  let attempts = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onConnect(_session, done) {
      greeted += 1;
      done();
    },
    onAuth(_auth, _session, done) {
      attempts += 1;
      done(null, { user: 'somebody' });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const contest = await startContest('2026-03-02T02:00:00Z', { SMTP_URL: `smtp://user:password@127.0.0.1:${String(port)}` });
  try {
    for (let time = 0; time < 5; time += 1)
      for (const { result } of await Promise.all([ask(contest, '/ready'), ask(contest, '/ready')]))
        expect(result).toEqual({ status: 200, body: WELL });
    expect({ greeted, attempts }).toEqual({ greeted: 1, attempts: 0 });
  } finally {
    await contest.stop();
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  }
});

test('a file store that was away at the start is prepared and used once it is there', async () => {
  const port = await freePort();
  const s3 = { S3_ENDPOINT: `http://127.0.0.1:${String(port)}`, S3_ACCESS_KEY: 'a-key', S3_SECRET_KEY: 'a-secret-of-the-store' };
  const contest = await startContest('2026-03-02T02:00:00Z', s3);
  const made = new Set<string>();
  const store = createStore(({ method, url = '' }, response) => {
    const bucket = url.split(/[/?]/)[1] ?? '';
    if (method === 'PUT') made.add(bucket);
    response.writeHead(made.has(bucket) ? 200 : 404, { 'content-length': 0 }).end();
  });
  try {
    expect((await ask(contest, '/ready')).result).toEqual({ status: 503, body: { ready: false, parts: { ...WELL.parts, files: 'away' } } });
    store.listen(port, '127.0.0.1');
    await once(store, 'listening');
    let ready = await ask(contest, '/ready');
    for (let waited = 0; waited < 30 && ready.result.status !== 200; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      ready = await ask(contest, '/ready');
    }
    expect(ready.result).toEqual({ status: 200, body: WELL });
    expect([...made]).toEqual(['sang-kien']);
  } finally {
    await contest.stop();
    store.closeAllConnections();
    store.close();
  }
}, 40_000);

test('a database of an older or a newer version is named', async () => {
  const contest = await startAlone();
  try {
    const migrated = (names: string) =>
      connected(contest.config.databaseUrl, (client) =>
        client.query(
          `drop table if exists migration; create table migration (id serial, name text); insert into migration (name) select unnest('${names}'::text[])`,
        ),
      );
    await migrated('{20261123000000-initial.sql}');
    expect((await ask(contest, '/ready')).result.body).toMatchObject({ ready: false, parts: { migrations: 'behind' } });
    await new Promise((resolve) => setTimeout(resolve, KEPT_MS));
    await migrated('{20991231000000-of-a-later-version.sql}');
    expect((await ask(contest, '/ready')).result.body).toMatchObject({ ready: false, parts: { migrations: 'ahead' } });
  } finally {
    await contest.stop();
  }
});

test('while all connections are in use and a lock holds every act, the server is alive and ready at once', async () => {
  const contest = await startContest('2026-03-02T02:00:00Z', { DATABASE_POOL: '1', DATABASE_CONNECTION_SECONDS: '20' });
  const held = contest.em();
  try {
    await held.begin();
    const [health, ready] = await Promise.all([ask(contest, '/health'), ask(contest, '/ready')]);
    expect([health.result.status, ready.result.status]).toEqual([200, 200]);
    expect(Math.max(health.ms, ready.ms)).toBeLessThan(1000);
    await held.rollback();
    await whileAuditLogIsHeld(contest.config.databaseUrl, async () => {
      expect((await ask(contest, '/ready')).result.status).toBe(200);
    });
  } finally {
    await contest.stop();
  }
});

test('a process whose pool has been of no use for long, while the database takes new connections, ends itself', async () => {
  const contest = await startContest('2026-03-02T02:00:00Z', {
    DATABASE_POOL: '1',
    DATABASE_CONNECTION_SECONDS: '0.2',
    DATABASE_UNUSABLE_SECONDS: '1',
  });
  const held = contest.em();
  const ended = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  try {
    contest.get(PoolWatch).start();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(ended).not.toHaveBeenCalled();
    await held.begin();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(ended).toHaveBeenCalledWith(70);
  } finally {
    await held.rollback();
    await contest.stop();
    ended.mockRestore();
  }
});
