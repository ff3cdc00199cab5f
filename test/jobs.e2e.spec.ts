import { setTimeout as pause } from 'node:timers/promises';
import { Actor, Refused } from '#lib/kernel';
import { Handlers, Job, type JobEffect, type JobRun, JobRunner, JobsService, PlatformSweep, UnitOfWork, Worker } from '#lib/platform';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startAlone } from './support/harness.js';

let contest: RunningContest;
let district: District;
let organiser: Client;

beforeEach(async () => {
  contest = await startAlone();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  await contest.drain();
});
afterEach(() => contest.stop());

const SUBJECT = '00000000-0000-7000-8000-0000000000aa';
const JOB =
  'query ($id: ID!) { job(id: $id) { id kind subjectId state phase progress failureCode failureMessage finishedAt cancelRequested canCancel } }';
const CANCEL =
  'mutation ($input: CancelJobInput!) { cancelJob(input: $input) { __typename ... on Job { id state cancelRequested canCancel } ... on Refusal { code } } }';

/** What a test's job does; its effect is one entry of the audit log. */
const runs = (handler: (run: JobRun) => Promise<JobEffect> | JobEffect): void => {
  contest.get(Handlers).jobs.set('test.count', async (run) => handler(run));
};
const effect: JobEffect = ({ record }) => {
  record({ subject: { type: 'Test', id: SUBJECT }, after: { counted: true } });
  return Promise.resolve();
};
const count = async (rows: string): Promise<number> => {
  const [row] = await contest.em().getConnection().execute<{ n: number }[]>(`select count(*)::int as n from ${rows}`);
  return row!.n;
};
const effects = () => count(`audit_entry where operation = 'job:test.count'`);

/** A job of the organiser's. */
async function asked(): Promise<string> {
  const order = { kind: 'test.count', subject: { type: 'Test', id: SUBJECT }, input: { upTo: 3 } };
  const ask = contest.get(JobsService);
  const { id } = await contest.get(UnitOfWork).act(new Actor(district.people.organiser, []), 'test', (act) => ask.ask(act, order));
  return id;
}

const read = (id: string) => organiser.ask(JOB, { id });
const rowOf = (id: string) => contest.em().findOneOrFail(Job, { id });
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 200 && !(await holds()); i += 1) await pause(25);
};
/** Ends when it is told to, as a long reckoning does. */
const long = ({ signal }: JobRun) =>
  new Promise<JobEffect>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });

test('a job waits, is run with what was asked, and is done together with what comes of it', async () => {
  const given: unknown[] = [];
  runs(({ id, requestedBy, subjectId, input }) => {
    given.push({ id, requestedBy, subjectId, input });
    return effect;
  });
  const id = await asked();
  expect(await read(id)).toMatchObject({ state: 'QUEUED', phase: null, progress: null, finishedAt: null, canCancel: true });

  await contest.drain();

  expect(given).toEqual([{ id, requestedBy: district.people.organiser, subjectId: SUBJECT, input: { upTo: 3 } }]);
  expect(await read(id)).toMatchObject({ state: 'DONE', failureCode: null, finishedAt: expect.any(String), canCancel: false });
  expect(await effects()).toBe(1);
});

test("a job is seen by who asked for it, and by nobody else; nor is it another's to cancel", async () => {
  runs(() => effect);
  const id = await asked();
  const leader = await contest.as(district.people.leader);
  expect(await leader.ask(JOB, { id })).toBeNull();
  expect(await leader.ask(CANCEL, { input: { jobId: id } })).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });
  expect(await rowOf(id)).toMatchObject({ state: 'QUEUED', cancelRequestedAt: null });
});

test('what the work refuses ends the job with that refusal, and nothing comes of it', async () => {
  runs(() => {
    throw new Refused('FILE_TOO_MANY', { max: 7, open: 2 });
  });
  const id = await asked();
  await contest.drain();
  expect(await read(id)).toMatchObject({
    state: 'FAILED',
    failureCode: 'FILE_TOO_MANY',
    failureMessage: 'Đã đủ 7 tệp, kể cả 2 tệp đang tải lên chưa xác nhận; không thể đính kèm thêm.',
  });

  runs(() => (act) => effect(act).then(() => Promise.reject(new Refused('NOT_FOUND'))));
  const other = await asked();
  await contest.drain();
  expect(await read(other)).toMatchObject({ state: 'FAILED', failureCode: 'NOT_FOUND' });
  expect(await effects()).toBe(0);
});

test.each(['BUSY', 'FILE_BUSY', 'STORE_BUSY', 'STORE_FULL', 'STORE_UNAVAILABLE'])(
  'what says something of the moment only, as %s, is tried again, and ends the job once three tries came to nothing',
  async (code) => {
    let attempts = 0;
    runs(() => (act) => {
      attempts += 1;
      return effect(act).then(() => (attempts === 2 ? undefined : Promise.reject(new Refused(code))));
    });
    const id = await asked();
    await contest.drain();
    expect(await read(id)).toMatchObject({ state: 'QUEUED', failureCode: null, canCancel: true });
    contest.clock.advance(30_000);
    await contest.drain();
    expect(await read(id)).toMatchObject({ state: 'DONE', failureCode: null });
    expect(await effects()).toBe(1);

    const other = await asked();
    for (const seconds of [0, 30, 60]) {
      contest.clock.advance(seconds * 1000);
      await contest.drain();
    }
    expect(attempts).toBe(5);
    expect(await read(other)).toMatchObject({ state: 'FAILED', failureCode: code });
    expect(await effects()).toBe(1);
  },
);

test('a job that waits is cancelled at once, one that is over no more', async () => {
  runs(() => effect);
  const id = await asked();
  expect(await organiser.ask(CANCEL, { input: { jobId: id } })).toMatchObject({ __typename: 'Job', state: 'CANCELLED', canCancel: false });
  await contest.drain();
  expect(await effects()).toBe(0);
  expect(await organiser.ask(CANCEL, { input: { jobId: id } })).toEqual({ __typename: 'Refusal', code: 'JOB_FINISHED' });
});

test('a job that runs is told within a second that it was cancelled, and says how far it is until then', async () => {
  runs((run) => {
    run.progress('COUNTING', 2);
    return long(run);
  });
  const id = await asked();
  const drained = contest.drain();
  await until(async () => (await rowOf(id)).progress === 2);
  expect(await read(id)).toMatchObject({ state: 'RUNNING', phase: 'COUNTING', progress: 2, canCancel: true });

  const begun = performance.now();
  expect(await organiser.ask(CANCEL, { input: { jobId: id } })).toMatchObject({
    state: 'RUNNING',
    cancelRequested: true,
    canCancel: false,
  });
  await drained;
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(await read(id)).toMatchObject({ state: 'CANCELLED', failureCode: null });
});

test('one that was cancelled in its last moment leaves nothing behind', async () => {
  runs(async ({ id }) => {
    await organiser.ask(CANCEL, { input: { jobId: id } });
    return effect;
  });
  const id = await asked();
  await contest.drain();
  expect(await read(id)).toMatchObject({ state: 'CANCELLED' });
  expect(await effects()).toBe(0);
});

test('a worker that hangs holds a job until its lease is over; then another begins anew, and the first writes no more', async () => {
  const id = await asked();
  const wake: (() => void)[] = [];
  runs(async () => {
    await new Promise<void>((resolve) => wake.push(resolve));
    return effect;
  });
  const runner = contest.get(JobRunner);
  const hung = runner.drain();
  await until(() => wake.length === 1);
  await runner.drain();
  expect(wake).toHaveLength(1);

  await contest.em().getConnection().execute(`update job set leased_until = ? where id = ?`, [contest.clock.now(), id]);
  const other = runner.drain();
  await until(() => wake.length === 2);
  wake[0]!();
  await hung;
  expect(await rowOf(id)).toMatchObject({ state: 'RUNNING', attempts: 2 });
  expect(await effects()).toBe(0);
  wake[1]!();
  await other;
  expect(await rowOf(id)).toMatchObject({ state: 'DONE', attempts: 2 });
  expect(await effects()).toBe(1);
});

test('what breaks off is tried three times, each after a longer pause, and then given up', async () => {
  let attempts = 0;
  runs(() => {
    attempts += 1;
    throw new Error('disk full');
  });
  const id = await asked();
  await contest.drain();
  await contest.drain();
  expect([attempts, (await rowOf(id)).state]).toEqual([1, 'QUEUED']);
  contest.clock.advance(29_000);
  await contest.drain();
  expect(attempts).toBe(1);
  for (let i = 0; i < 3; i += 1) {
    contest.clock.advance(60_000);
    await contest.drain();
  }
  expect(attempts).toBe(3);
  expect(await read(id)).toMatchObject({
    state: 'FAILED',
    failureCode: 'JOB_INTERRUPTED',
    failureMessage: expect.stringContaining('3 lần'),
  });
});

test.each([
  ['three times is given up', null, { state: 'FAILED', refusalCode: 'JOB_INTERRUPTED', refusalDetail: { attempts: 3 } }],
  ['and was cancelled meanwhile is cancelled', '2026-03-02T02:00:00Z', { state: 'CANCELLED', refusalCode: null, refusalDetail: null }],
])('a job whose worker died %s', async (_, cancelledAt, outcome) => {
  runs(() => effect);
  const id = await asked();
  await contest
    .em()
    .getConnection()
    .execute(`update job set state = 'RUNNING', attempts = 3, leased_until = ?, cancel_requested_at = ? where id = ?`, [
      contest.clock.now(),
      cancelledAt,
      id,
    ]);
  await contest.drain();
  expect(await rowOf(id)).toMatchObject(outcome);
  expect(await effects()).toBe(0);
});

test('many runners at once run each job once', async () => {
  runs(() => effect);
  const ids: string[] = [];
  for (let i = 0; i < 12; i += 1) ids.push(await asked());
  const runner = contest.get(JobRunner);
  const ran = await Promise.all(Array.from({ length: 4 }, () => runner.drain()));
  expect(ran.reduce((sum, n) => sum + n, 0)).toBe(12);
  expect(await contest.em().count(Job, { id: { $in: ids }, state: 'DONE', attempts: 1 })).toBe(12);
});

test('a worker that stops breaks its job off and gives it back, and delivers events while one runs', async () => {
  runs(long);
  const id = await asked();
  const worker = contest.get(Worker);
  worker.start();
  await until(async () => (await rowOf(id)).state === 'RUNNING');
  const { people } = district;
  const admin = await contest.as(people.admin);
  const input = { fullName: 'Bùi Văn An', email: 'an@example.vn', unitId: district.units.culture };
  await admin.ask('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { __typename } }', { input });
  const waiting = () => count('outbox_event where done_at is null');
  await until(async () => (await waiting()) === 0);
  expect(await waiting()).toBe(0);
  expect(await rowOf(id)).toMatchObject({ state: 'RUNNING' });

  await worker.beforeApplicationShutdown();
  expect(await rowOf(id)).toMatchObject({ state: 'QUEUED', attempts: 0, leasedUntil: null });
});

test('a job of a kind that this version does not know waits for one that does', async () => {
  const id = await asked();
  await contest.drain();
  expect(await rowOf(id)).toMatchObject({ state: 'QUEUED', attempts: 0 });
});

test('jobs that are over go after thirty days', async () => {
  runs(() => effect);
  await asked();
  await contest.drain();
  contest.clock.advance(29 * 86_400_000);
  await contest.get(PlatformSweep).sweep();
  expect(await contest.em().count(Job)).toBe(1);
  const waiting = await asked();
  contest.clock.advance(2 * 86_400_000);
  await contest.get(PlatformSweep).sweep();
  expect((await contest.em().find(Job, {})).map((job) => job.id)).toEqual([waiting]);
});
