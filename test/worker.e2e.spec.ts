import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { sql } from 'kysely';
import { Mail } from '#domain/notice';
import { OneTimeLink } from '#domain/identity';
import { MailService } from '#lib/notice';
import { SYSTEM } from '#lib/kernel';
import { UnitOfWork, Worker } from '#lib/platform';
import { aDistrict, type District } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;

beforeEach(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
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

  for (let i = 0; i < 100 && (await contest.em().count(Mail, { sentAt: null })) + (1 - (await contest.em().count(Mail))) > 0; i += 1)
    await pause(100);

  expect(await contest.em().findOneOrFail(Mail, { person: district.people.judge })).toMatchObject({
    attempts: 1,
    lastError: null,
    secret: true,
    text: '',
  });
});
