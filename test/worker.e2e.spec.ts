import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { sql } from 'kysely';
import { Mail } from '#domain/notice';
import { OneTimeLink } from '#domain/identity';
import { MailService } from '#lib/notice';
import { SYSTEM } from '#lib/kernel';
import { MutationKeys, PlatformSweep, UnitOfWork, Worker } from '#lib/platform';
import { aDistrict, type District } from './support/factories.js';
import { type RunningContest, startAlone } from './support/harness.js';

let contest: RunningContest;
let district: District;

beforeEach(async () => {
  contest = await startAlone();
  district = await aDistrict(contest);
  // What its people's grants told of is delivered and gone before a test begins.
  await contest.drain();
  await sql`delete from outbox_event`.execute(contest.em().getKysely());
  await sql`delete from outbox_delivery`.execute(contest.em().getKysely());
});

afterEach(() => contest.stop());

/** An act that tells of an invitation; the handler makes a link and a mail. */
const emitOne = (notBefore?: Date) =>
  contest.get(UnitOfWork).act(SYSTEM, 'test', ({ emit }) => {
    emit({ type: 'identity.passwordLinkRequested', payload: { personId: district.people.judge, kind: 'INVITATION' }, notBefore });
    return Promise.resolve();
  });

const events = async () =>
  (
    await sql<{
      attempts: number;
      done: boolean;
      last_error: string | null;
    }>`select attempts, done_at is not null as done, last_error from outbox_event order by id`.execute(contest.em().getKysely())
  ).rows;

const effects = async () => ({ links: await contest.em().count(OneTimeLink), mails: await contest.em().count(Mail) });

test('a handler that fails leaves nothing behind, is tried again later, and has its effect once', async () => {
  const write = jest.spyOn(contest.get(MailService), 'writeSecret').mockRejectedValueOnce(new Error('disk full'));
  await emitOne();

  await contest.drain();
  expect(await events()).toEqual([{ attempts: 1, done: false, last_error: 'Error: disk full' }]);
  expect(await effects()).toEqual({ links: 0, mails: 0 });

  await contest.drain();
  expect(write).toHaveBeenCalledTimes(1);
  contest.clock.advance(31_000);
  await contest.drain();
  expect(await events()).toEqual([{ attempts: 2, done: true, last_error: null }]);
  expect(await effects()).toEqual({ links: 1, mails: 1 });
});

test('an event delivered a second time, as after a crash, has no second effect', async () => {
  await emitOne();
  await contest.drain();
  await sql`update outbox_event set done_at = null, available_at = ${contest.clock.now()}`.execute(contest.em().getKysely());

  await contest.drain();

  expect(await effects()).toEqual({ links: 1, mails: 1 });
});

test('many workers at once deliver each event once', async () => {
  for (let i = 0; i < 30; i += 1) await emitOne();

  const worker = contest.get(Worker);
  const delivered = await Promise.all(Array.from({ length: 4 }, () => worker.drain()));

  expect(delivered.reduce((sum, n) => sum + n, 0)).toBe(30);
  expect(await effects()).toEqual({ links: 30, mails: 30 });
});

test('an event for later waits for its time', async () => {
  await emitOne(new Date('2026-03-02T03:00:00Z'));

  await contest.drain();
  expect(await effects()).toEqual({ links: 0, mails: 0 });
  contest.clock.set('2026-03-02T03:00:00Z');
  await contest.drain();
  expect(await effects()).toEqual({ links: 1, mails: 1 });
});

test('an act that fails tells of nothing', async () => {
  await contest
    .get(UnitOfWork)
    .act(SYSTEM, 'test', ({ emit, record }) => {
      emit({ type: 'identity.passwordLinkRequested', payload: { personId: district.people.judge, kind: 'INVITATION' } });
      record({ subject: { type: 'Test', id: '1' } });
      return Promise.reject(new Error('no'));
    })
    .catch(() => undefined);

  expect(await events()).toEqual([]);
});

test('a started worker drains and sends by itself, and stops with the application', async () => {
  const worker = contest.get(Worker);
  worker.start();
  await emitOne();

  for (let i = 0; i < 500 && (await contest.em().count(Mail, { sentAt: { $ne: null } })) === 0; i += 1) await pause(100);

  expect(await contest.em().findOneOrFail(Mail, { person: district.people.judge })).toMatchObject({
    attempts: 1,
    lastError: null,
    secret: true,
    text: '',
  });
});

test('one event that has failed for months does not hold up the others', async () => {
  await emitOne();
  await sql`update outbox_event set attempts = 5000`.execute(contest.em().getKysely());
  await emitOne();

  await contest.drain();

  expect(await effects()).toEqual({ links: 2, mails: 2 });
});

test('a worker that is told to stop delivers no further event, and gives up no connection in the middle of one', async () => {
  const worker = contest.get(Worker);
  for (let i = 0; i < 3; i += 1) await emitOne();
  const write = jest.spyOn(contest.get(MailService), 'writeSecret');
  let stopped: Promise<void> = Promise.resolve();
  write.mockImplementation(async () => {
    stopped = worker.beforeApplicationShutdown();
    await pause(50);
  });

  worker.start();
  for (let i = 0; i < 100 && write.mock.calls.length === 0; i += 1) await pause(50);
  await stopped;

  expect(write).toHaveBeenCalledTimes(1);
  expect((await events()).filter(({ done }) => done)).toHaveLength(1);
});

test('what guards against repeats goes after thirty days, what still waits does not', async () => {
  const db = contest.em().getKysely();
  const sizes = async () => {
    const { rows } = await sql`select (select count(*)::int from mutation_key) as keys, (select count(*)::int from outbox_event) as events,
      (select count(*)::int from outbox_delivery) as deliveries`.execute(db);
    return rows[0];
  };
  await emitOne();
  await emitOne(new Date('2026-12-31T00:00:00Z'));
  await contest
    .get(MutationKeys)
    .once({ actor: SYSTEM, operation: 'test', key: 'key-of-a-test', input: {}, resultType: 'Test' }, () => Promise.resolve({ id: 'x' }));
  await contest.drain();
  contest.clock.advance(29 * 86_400_000);
  await contest.get(PlatformSweep).sweep();
  expect(await sizes()).toEqual({ keys: 1, events: 2, deliveries: 1 });

  contest.clock.advance(2 * 86_400_000);
  await contest.get(PlatformSweep).sweep();

  expect(await sizes()).toEqual({ keys: 0, events: 1, deliveries: 0 });
});
