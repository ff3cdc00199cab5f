import request from 'supertest';
import { randomId } from '#lib/kernel';
import { type Client, type RunningContest } from './harness.js';
import { aHead } from './heads.js';
import { mutation } from './sign-in.js';

export const OPEN = mutation('openCounter', 'OpenCounterInput', '... on Counter { id counterCode }');
export const ISSUE = mutation('issueSlips', 'IssueSlipsInput', '... on SlipBatch { id codes address issuedOn expiresOn slips }');
export const RECORD = mutation('recordTransactions', 'RecordTransactionsInput', '... on TransactionCount { id transactions source month }');

export interface Said {
  readonly level?: number | string;
  readonly reasons?: string | string[];
  readonly comment?: string;
  readonly slip?: string;
  readonly submission?: string;
}

/** From where somebody rates: a network, and what their browser kept. */
export interface From {
  readonly network?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
}

/** Sends the form of a counter's page, as a browser without a script does. */
export function rate(
  contest: RunningContest,
  code: string,
  said: Said = {},
  { network = '203.0.113.7', cookie = '', headers = {} }: From = {},
) {
  return request(contest.app.getHttpServer())
    .post(`/q/${code}`)
    .set({ 'x-forwarded-for': network, cookie, ...headers })
    .type('form')
    .send({ submission: randomId(), level: 5, ...said });
}

/** Ratings of days that are past, as they stand once they were taken. */
export async function pastRatings(
  contest: RunningContest,
  counterId: string,
  { day, levels, tier = 'OPEN', held = false }: { day: string; levels: readonly number[]; tier?: string; held?: boolean },
): Promise<void> {
  await contest
    .em()
    .getConnection()
    .execute(
      `insert into rating (id, submission_id, counter_id, field, level, reasons, day, tier, standing, rule)
       select gen_random_uuid(), gen_random_uuid(), c.id, c.field, level, '{}', ?::date, ?, ?, ? from counter c, unnest(?::int[]) level where c.id = ?`,
      [day, tier, held ? 'HELD' : 'COUNTED', held ? 'BURST' : null, `{${levels.join(',')}}`, counterId],
    );
}

/** Eleven that are held for a burst of that day; the id of what is to be decided. */
export async function heldRatings(contest: RunningContest, counterId: string, day: string): Promise<string> {
  await pastRatings(contest, counterId, { day, levels: Array<number>(11).fill(5), held: true });
  const id = randomId();
  await contest.em().getConnection().execute(`insert into rating_hold (id, counter_id, day) values (?, ?, ?::date)`, [id, counterId, day]);
  await contest
    .em()
    .getConnection()
    .execute(
      `insert into rating_burst (id, hold_id, started_at, ended_at, network, ratings, usual)
       values (gen_random_uuid(), ?, ?::date + time '02:00', ?::date + time '02:10', '0123456789abcdef', 11, 3)`,
      [id, day, day],
    );
  return id;
}

/** A signal that is open in a unit, and what its weeks are held against. */
export async function aSignal(contest: RunningContest, unitId: string): Promise<{ signalId: string; baseId: string }> {
  const [signalId, baseId] = [randomId(), randomId()];
  const run = (statement: string, values: unknown[]) => contest.em().getConnection().execute(statement, values);
  await run(
    `insert into signal_base (id, unit_id, starts_on, last_week, rated, low, spread) values (?, ?, '2025-06-02', '2025-08-18', 2600, 120, 0.525)`,
    [baseId, unitId],
  );
  await run(
    `insert into signal (id, unit_id, rule, week, latest_week, rated, low, usual_rated, usual_low, opened_on, illustrative)
     values (?, ?, 'LOW_SHARE', '2026-02-16', '2026-02-16', 220, 22, 2600, 120, '2026-02-23', false)`,
    [signalId, unitId],
  );
  return { signalId, baseId };
}

/** What somebody reported at a counter. */
export async function aCase(contest: RunningContest, counterId: string, pastHead = false): Promise<string> {
  const id = randomId();
  await contest
    .em()
    .getConnection()
    .execute(`insert into reported_case (id, counter_id, day, kind, ratings, past_head) values (?, ?, '2026-02-27', 'EXTRA_COST', 1, ?)`, [
      ...[id, counterId, pastHead],
    ]);
  return id;
}

/** What a unit says that it did about a signal; its head answers for it. */
async function anAction(contest: RunningContest, unitId: string, signalId: string): Promise<string> {
  const [id, head] = [randomId(), await aHead(contest, unitId)];
  await contest
    .em()
    .getConnection()
    .execute(
      `insert into corrective_action (id, unit_id, signal_id, root_cause, remedy, owner_id, opened_on, due_on, state, evidence, claimed_on, told)
       values (?, ?, ?, 'Thiếu người trực.', 'Thêm người.', ?, '2026-02-23', '2026-02-27', 'CLAIMED', 'Lịch trực.', '2026-02-26', 0)`,
      [id, unitId, signalId, head.id],
    );
  return id;
}

/** A counter with ratings and words, some that are held, slips, and how many transactions there were. */
export async function aRatedCounter(
  contest: RunningContest,
  organiser: Client,
  unitId: string,
): Promise<
  Readonly<Record<'counterId' | 'holdId' | 'slipBatchId' | 'transactionCountId' | 'signalId' | 'baseId' | 'caseId' | 'actionId', string>>
> {
  const counter = await organiser.ask(OPEN, { input: { unitId, name: 'Quầy số 1', openFrom: '2024-01-02' } });
  const counterId = counter.id as string;
  await pastRatings(contest, counterId, { day: '2026-02-26', levels: [5, 5, 4, 4, 2] });
  await contest
    .em()
    .getConnection()
    .execute(
      `insert into rating_comment (id, rating_id, text, week) select gen_random_uuid(), id, 'Chờ lâu.', '2026-02-23' from rating where level = 2 and counter_id = ?`,
      [counterId],
    );
  const holdId = await heldRatings(contest, counterId, '2026-02-27');
  const batch = await organiser.ask(ISSUE, { input: { counterId, slips: 2 } });
  const transactions = { unitId, month: '2026-02-01', transactions: 100, source: 'Phần mềm một cửa' };
  const count = await organiser.ask(RECORD, { input: transactions });
  const caseId = await aCase(contest, counterId);
  const signal = await aSignal(contest, unitId);
  const known = { counterId, holdId, caseId, ...signal, actionId: await anAction(contest, unitId, signal.signalId) };
  return { ...known, slipBatchId: batch.id as string, transactionCountId: count.id as string };
}
