import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { sql } from 'kysely';
import { Contest } from '#domain/contest';
import { Mail } from '#domain/notice';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { UnitOfWork, Worker } from '#lib/platform';
import { PhaseService } from '../libs/contest/src/application/phase.service.js';
import { timed } from './drills/database-drills.js';
import { aContest } from './support/contests.js';
import { markMigrated } from './support/database.js';
import { aDistrict } from './support/factories.js';
import { type RunningContest, startAlone, startContest } from './support/harness.js';
import { build, freePort, isWell, run } from './support/server.js';

const wording = { vi: { subject: 'Kết quả', text: 'Đã có kết quả.' }, en: { subject: 'Result', text: 'There is a result.' } };
const tell = (contest: RunningContest, personId: string, dedupeKey: string) =>
  contest.get(NoticeService).tell(SYSTEM, { people: [personId], kind: 'identity.rescued', wording, path: '/', dedupeKey });

/** A mail server that takes connections and says nothing; `met` counts them. */
async function hangingMailServer() {
  const held = new Set<Socket>();
  const server = createServer((socket) => held.add(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    met: () => held.size,
    stop: () => {
      server.close();
      for (const socket of held) socket.destroy();
    },
  };
}

const until = async (reached: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> => {
  for (let waited = 0; waited < ms; waited += 50) {
    if (await reached()) return;
    await pause(50);
  }
  throw new Error('It did not come to it');
};

test('while a mail server hangs, events are delivered, and a stop takes no longer than a few seconds', async () => {
  const mails = await hangingMailServer();
  const contest = await startContest('2026-03-02T02:00:00Z', { SMTP_URL: mails.url });
  try {
    const { people } = await aDistrict(contest);
    await contest.drain();
    for (let at = 0; at < 5; at += 1) await tell(contest, people.judge, `mail:${String(at)}`);
    contest.get(Worker).start();
    await until(() => mails.met() > 0);

    await contest.get(UnitOfWork).act(SYSTEM, 'test', ({ emit }) => {
      emit({ type: 'identity.passwordLinkRequested', payload: { personId: people.judge, kind: 'INVITATION' } });
      return Promise.resolve();
    });
    const delivered = await timed(() => until(async () => (await contest.em().count(Mail, { secret: true })) > 0));
    const stopped = await timed(() => contest.get(Worker).beforeApplicationShutdown());

    expect(delivered.ms).toBeLessThan(3000);
    expect(stopped.ms).toBeLessThan(2000);
    // What was broken off is anybody's at once, and is not held against the mail.
    const waiting = await contest.em().find(Mail, { secret: false, sentAt: null });
    expect(waiting.map(({ attempts, lastError, nextAttemptAt }) => ({ attempts, lastError, nextAttemptAt }))).toEqual(
      Array.from({ length: 5 }, () => ({ attempts: 0, lastError: null, nextAttemptAt: contest.clock.now() })),
    );
  } finally {
    await contest.stop();
    mails.stop();
  }
}, 60_000);

test('a server process told to end while its mail server hangs is gone within a few seconds', async () => {
  build();
  const mails = await hangingMailServer();
  const contest = await startAlone(new Date().toISOString());
  try {
    const { people } = await aDistrict(contest);
    await tell(contest, people.judge, 'mail:1');
    const { databaseUrl, dataDir, secret } = contest.config;
    const port = String(await freePort());
    const environment = {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      APP_SECRET: secret,
      HOST: '127.0.0.1',
      PORT: port,
      SMTP_URL: mails.url,
    };
    await markMigrated(databaseUrl);
    const program = run('server/main.js', environment);
    program.stdout?.resume();
    program.stderr?.resume();
    await isWell(`http://127.0.0.1:${port}`, program);
    await until(() => mails.met() > 0);

    const ended = once(program, 'exit');
    program.kill('SIGTERM');
    expect((await timed(() => ended)).ms).toBeLessThan(6000);
  } finally {
    await contest.stop();
    mails.stop();
  }
}, 90_000);

test('a mail server that answers by the drop is broken off after the time that a mail may take', async () => {
  const held = new Set<Socket>();
  const server = createServer((socket) => {
    held.add(socket.on('error', () => undefined));
    const drop = setInterval(() => socket.write('220-not yet\r\n'), 100);
    socket.on('close', () => {
      clearInterval(drop);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `smtp://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const contest = await startContest('2026-03-02T02:00:00Z', { SMTP_URL: url, MAIL_SECONDS: '1' });
  try {
    const { people } = await aDistrict(contest);
    await tell(contest, people.judge, 'mail:1');
    expect((await timed(() => contest.tick())).ms).toBeLessThan(4000);
    expect(await contest.em().findOneOrFail(Mail, { dedupeKey: 'mail:1' })).toMatchObject({ attempts: 1, sentAt: null });
  } finally {
    await contest.stop();
    server.close();
    for (const socket of held) socket.destroy();
  }
}, 30_000);

test("one contest's fault keeps no other where it is, and is kept until it is over", async () => {
  const contest = await startAlone();
  try {
    const district = await aDistrict(contest);
    const years = [];
    for (const year of [2026, 2027, 2028]) years.push(await aContest(contest, district, { year }));
    const ids = years.map(({ id }) => id).sort();
    const at = async () => (await contest.em().find(Contest, { id: { $in: ids } }, { orderBy: { id: 'asc' } })).map(({ phase }) => phase);
    const [before] = await at();
    const enter = contest.get(PhaseService).enter.bind(contest.get(PhaseService));
    const broken = jest.spyOn(contest.get(PhaseService), 'enter').mockImplementation((act, one, next) => {
      if (one.id === ids[0]) throw new TypeError('a plan that nobody foresaw');
      return enter(act, one, next);
    });
    contest.clock.advance(400 * 86_400_000);
    await contest.tick();
    const [first, ...others] = await at();
    expect(first).toBe(before);
    expect(others.every((phase) => phase !== before)).toBe(true);
    const faults = sql<object>`select schedule, item, error, times from schedule_fault`;
    expect((await faults.execute(contest.em().getKysely())).rows).toEqual([
      { schedule: 'contest.advancePhases', item: ids[0], error: 'TypeError: a plan that nobody foresaw', times: 1 },
    ]);

    broken.mockRestore();
    await contest.tick();
    expect((await at())[0]).not.toBe(before);
    expect((await faults.execute(contest.em().getKysely())).rows).toEqual([]);
  } finally {
    await contest.stop();
  }
}, 60_000);

test('with one connection alone, everything works, one thing after another', async () => {
  const contest = await startContest('2026-03-02T02:00:00Z', { DATABASE_POOL: '1' });
  try {
    const district = await aDistrict(contest);
    await aContest(contest, district);
    await tell(contest, district.people.judge, 'mail:1');
    const reader = await contest.as(district.people.submitter);
    const [, ...totals] = await Promise.all([
      contest.tick(),
      ...Array.from({ length: 8 }, async () => (await reader.ask('{ myNotices { totalCount } }')).totalCount as number),
    ]);
    expect(totals).toHaveLength(8);
    expect(await contest.em().count(Mail, { sentAt: { $ne: null } })).toBeGreaterThan(0);
  } finally {
    await contest.stop();
  }
}, 60_000);
