import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { jest } from '@jest/globals';
import { sql } from 'kysely';
import { Mail } from '#domain/notice';
import { Refused, SYSTEM } from '#lib/kernel';
import { MailService, NoticeService } from '#lib/notice';
import { Handlers, Job, JobsService, OutboxEvent, UnitOfWork, Worker } from '#lib/platform';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

const FIELDS = 'id kind state about personId item attempts error nextAttemptAt failedAt canRetry canDiscard';
const LIST = `query ($kind: UndeliveredKind) { undelivered(first: 20, kind: $kind) { edges { node { ${FIELDS} } } } }`;
const RETRY = `mutation ($input: RetryUndeliveredInput!) { retryUndelivered(input: $input) { __typename ... on Undelivered { ${FIELDS} } ... on Refusal { code } } }`;
const DISCARD = `mutation ($input: DiscardUndeliveredInput!) { discardUndelivered(input: $input) { __typename ... on Undelivered { ${FIELDS} } ... on Refusal { code } } }`;

/** What the server says to the recipient; null: it takes the mail. Whoever is asked next waits for what holds it. */
let says: number | null = null;
let hold: Promise<void> | null = null;
let asked = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo(_address, _session, done) {
    asked += 1;
    const held = hold ?? Promise.resolve();
    hold = null;
    void held.then(() => {
      done(says === null ? null : Object.assign(new Error('no'), { responseCode: says }));
    });
  },
  onData(stream, _session, done) {
    stream.resume();
    stream.on('end', done);
  },
});

let contest: RunningContest;
let district: District;
let admin: Client;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  contest = await startContest('2026-03-02T02:00:00Z', { SMTP_URL: `smtp://127.0.0.1:${String(port)}` });
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
});

afterAll(async () => {
  await contest.stop();
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
});

beforeEach(async () => {
  says = null;
  await contest.tick();
  asked = 0;
});

const wording = { vi: { subject: 'Kết quả', text: 'Đã có kết quả.' }, en: { subject: 'Result', text: 'There is a result.' } };
const tell = (dedupeKey: string) =>
  contest.get(NoticeService).tell(SYSTEM, { people: [district.people.judge], kind: 'award.published', wording, path: '/', dedupeKey });
const mailOf = (dedupeKey: string) => contest.em().findOneOrFail(Mail, { dedupeKey });
const listed = async (variables = {}) => (await admin.ask(LIST, variables)).edges.map(({ node }: any) => node);
const emit = () =>
  contest.get(UnitOfWork).act(SYSTEM, 'test', ({ emit: tells }) => {
    tells({ type: 'identity.passwordLinkRequested', payload: { personId: district.people.judge, kind: 'INVITATION' } });
    return Promise.resolve();
  });

test('of several at their last try, those that a worker which dies has not begun are as they were', async () => {
  says = 451;
  for (const key of ['last:1', 'last:2']) await tell(key);
  for (let at = 0; at < 2; at += 1) await emit();
  const last = (table: string, when: string) =>
    sql`update ${sql.table(table)} set attempts = 11, ${sql.ref(when)} = ${contest.clock.now()} where attempts = 0`.execute(
      contest.em().getKysely(),
    );
  await last('outbox_event', 'available_at');
  await last('mail', 'next_attempt_at');
  let release: () => void = () => undefined;
  const dead = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  hold = dead();
  const sending = contest.get(MailService).sendMails();
  while (asked === 0) await pause(20);
  const mails = await contest.em().find(Mail, { dedupeKey: { $like: 'last:%' } }, { orderBy: { failedAt: 'asc' } });
  expect(mails.map(({ attempts, failedAt }) => ({ attempts, failedAt }))).toEqual([
    { attempts: 12, failedAt: contest.clock.now() },
    { attempts: 11, failedAt: null },
  ]);
  release();
  await sending;

  const deliver = jest.spyOn(contest.get(MailService), 'writeSecret').mockImplementation(dead);
  const draining = contest.drain();
  while (deliver.mock.calls.length === 0) await pause(20);
  const events = await contest
    .em()
    .find(OutboxEvent, { doneAt: null, attempts: { $gte: 11 }, type: 'identity.passwordLinkRequested' }, { orderBy: { failedAt: 'asc' } });
  expect(events.map(({ attempts, failedAt }) => ({ attempts, failedAt })).slice(-2)).toEqual([
    { attempts: 12, failedAt: contest.clock.now() },
    { attempts: 11, failedAt: null },
  ]);
  deliver.mockRestore();
  release();
  await draining;
  await sql`update outbox_event set failed_at = null, done_at = now() where failed_at is not null`.execute(contest.em().getKysely());
  await sql`update mail set failed_at = null, discarded_at = now() where failed_at is not null`.execute(contest.em().getKysely());
});

test('a worker that has lost a mail to another does not take back the proof that it was sent', async () => {
  await tell('stale:1');
  let release: () => void = () => undefined;
  hold = new Promise((resolve) => {
    release = resolve;
  });
  const first = contest.get(MailService).sendMails();
  while (asked === 0) await pause(20);
  contest.clock.advance(3_600_000);
  await contest.get(MailService).sendMails();
  const sent = await mailOf('stale:1');
  expect(sent).toMatchObject({ attempts: 2, sentAt: contest.clock.now(), failedAt: null, lastError: null });

  says = 550;
  release();
  await first;

  expect(await mailOf('stale:1')).toMatchObject({
    attempts: 2,
    sentAt: sent.sentAt,
    messageId: sent.messageId,
    failedAt: null,
    lastError: null,
  });
});

test('a worker that does not run a schedule says nothing of how it goes', async () => {
  const { schedules } = contest.get(Handlers);
  let runs = 0;
  const fails = {
    name: 'test.elsewhere',
    seconds: 3600,
    run: () => {
      runs += 1;
      return Promise.reject(new Error('no plan'));
    },
  };
  const others = schedules.splice(0, schedules.length, fails);
  const round = (contest.get(Worker) as unknown as { runGuarded(schedule: object, signal: AbortSignal): Promise<void> }).runGuarded.bind(
    contest.get(Worker),
  );
  const never = new AbortController().signal;
  try {
    await round(fails, never);
    await sql`update schedule_lease set holder = gen_random_uuid(), held_until = now() + interval '1 hour' where name = 'test.elsewhere'`.execute(
      contest.em().getKysely(),
    );
    await round(fails, never);
    expect(runs).toBe(1);
    expect(await listed({ kind: 'SCHEDULE' })).toMatchObject([{ about: 'test.elsewhere', attempts: 1 }]);
    await sql`update schedule_lease set held_until = now() where name = 'test.elsewhere'`.execute(contest.em().getKysely());
    await round({ ...fails, run: () => Promise.resolve() }, never);
    expect(await listed({ kind: 'SCHEDULE' })).toEqual([]);
  } finally {
    schedules.splice(0, schedules.length, ...others);
  }
});

describe('a job that nobody asked for', () => {
  const SUBJECT = '00000000-0000-7000-8000-0000000000ab';
  let runs = 0;
  let outcome: () => Promise<void> = () => Promise.resolve();
  const ask = async (): Promise<string> => {
    runs = 0;
    contest.get(Handlers).jobs.set('test.pack', async () => {
      runs += 1;
      await outcome();
      return () => Promise.resolve();
    });
    const order = { kind: 'test.pack', subject: { type: 'Test', id: SUBJECT }, input: {} };
    return (await contest.get(UnitOfWork).act(SYSTEM, 'test', (act) => contest.get(JobsService).ask(act, order))).id;
  };
  const forHours = async () => {
    for (let time = 0; time < 20; time += 1) {
      await contest.drain();
      contest.clock.advance(3_600_000);
    }
  };

  test('is tried for hours while the store is away, is shown with the error, and done when somebody has it tried again', async () => {
    outcome = () => Promise.reject(new Refused('STORE_UNAVAILABLE'));
    const id = await ask();
    await contest.drain();
    const shown = { id, kind: 'JOB', about: 'test.pack', personId: null, item: SUBJECT, error: 'STORE_UNAVAILABLE', canRetry: true };
    const next = new Date(contest.clock.now().getTime() + 30_000).toISOString();
    expect(await listed({ kind: 'JOB' })).toEqual([
      { ...shown, state: 'WAITING', attempts: 1, nextAttemptAt: next, failedAt: null, canDiscard: false },
    ]);
    expect(await admin.ask(DISCARD, { input: { undeliveredId: id, reason: 'Còn chờ.' } })).toMatchObject({ code: 'JOB_NOT_OVER' });
    await forHours();
    expect(runs).toBe(12);
    expect(await listed({ kind: 'JOB' })).toEqual([
      { ...shown, state: 'FAILED', attempts: 12, nextAttemptAt: null, failedAt: expect.any(String), canDiscard: true },
    ]);

    outcome = () => Promise.resolve();
    expect(await admin.ask(RETRY, { input: { undeliveredId: id } })).toMatchObject({ id, state: 'WAITING', attempts: 0, failedAt: null });
    await contest.drain();
    expect(await contest.em().findOneOrFail(Job, { id })).toMatchObject({ state: 'DONE', attempts: 1, lastError: null, refusalCode: null });
    expect(await listed({ kind: 'JOB' })).toEqual([]);
    expect(await admin.ask(RETRY, { input: { undeliveredId: id } })).toEqual({ __typename: 'Refusal', code: 'ALREADY_DELIVERED' });
  });

  test('is shown where a rule refuses it, and listed no more once it is discarded', async () => {
    outcome = () => Promise.reject(new Refused('FILE_EMPTY'));
    const id = await ask();
    await contest.drain();
    expect(await listed({ kind: 'JOB' })).toMatchObject([{ id, state: 'FAILED', attempts: 1, error: 'FILE_EMPTY', canDiscard: true }]);
    expect(await admin.ask(DISCARD, { input: { undeliveredId: id, reason: 'Không còn cần.' } })).toMatchObject({ id, state: 'DISCARDED' });
    expect(await listed({ kind: 'JOB' })).toEqual([]);
    expect(await admin.ask(RETRY, { input: { undeliveredId: id } })).toEqual({ __typename: 'Refusal', code: 'ALREADY_DISCARDED' });
  });
});
