import { SYSTEM } from '#lib/kernel';
import { CalendarService } from '#lib/units';
import { A_NOTICE } from './support/calendars.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aHead } from './support/heads.js';
import { OPEN, pastRatings } from './support/ratings.js';
import { mutation } from './support/sign-in.js';

const CLOSE = mutation('closeSignal', 'CloseSignalInput', '... on Signal { id version closedAt conclusion whyNotClose { code } }');
const REBASE = mutation('rebaseSignals', 'RebaseSignalsInput', '... on SignalBase { id startsOn lastWeek ratings lowRatings reason }');
const SIGNALS = `query ($open: Boolean) { signals(first: 10, open: $open) { edges { node { id version rule week latestWeek ratings lowRatings usualPercent
  openedOn conclusion unit { nameVi } whyNotClose { code } } } } }`;
const TERMS =
  '{ signalTerms { checksAYear falseLowShares falseWorseRuns bases { id version startsOn lastWeek ratings lowRatings usualPercent reason canRebase } } }';

/** Services 3: 120 of 2,600 in twelve weeks. */
const LOW = [9, 12, 7, 10, 14, 8, 11, 9, 13, 10, 8, 9];
const RATED = [210, 240, 190, 220, 250, 200, 230, 205, 245, 215, 195, 200];
const MONDAY = '2026-01-05';

let contest: RunningContest;
let district: District;
let organiser: Client;
let counterId: string;

beforeEach(async () => {
  contest = await startContest('2026-04-03T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  await contest.get(CalendarService).enterWorkingCalendar(SYSTEM, { year: 2026, ...A_NOTICE });
  const counter = await organiser.ask(OPEN, { input: { unitId: district.units.anKhanh, name: 'Quầy số 1', openFrom: '2024-01-02' } });
  counterId = counter.id as string;
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const at = (moment: string) => {
  contest.clock.set(moment);
};
const weekFrom = (monday: string, weeks: number): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
const week = (at: number, low: number, rated: number): Promise<void> =>
  pastRatings(contest, counterId, {
    day: weekFrom(MONDAY, at),
    levels: [...Array<number>(low).fill(1), ...Array<number>(rated - low).fill(5)],
  });
const usual = async (): Promise<void> => {
  for (const [at, low] of LOW.entries()) await week(at, low, RATED[at] ?? 0);
};
const signals = async (client: Client = organiser, open: boolean | null = null): Promise<any[]> =>
  (await client.ask(SIGNALS, { open })).edges.map(({ node }: any) => node);
test('services 3: where 120 of 2,600 are usual, 21 low ones of 220 open nothing and 22 a signal, when the week is over', async () => {
  await usual();
  await week(12, 21, 220);
  at('2026-04-06T02:00:00Z');
  await contest.tick();
  expect(await signals()).toEqual([]);
  await week(13, 22, 220);
  at('2026-04-12T02:00:00Z');
  await contest.tick();
  expect(await signals()).toEqual([]);
  at('2026-04-13T02:00:00Z');
  await contest.tick();
  expect(await signals()).toMatchObject([
    {
      ...{ rule: 'LOW_SHARE', week: '2026-04-06', latestWeek: '2026-04-06', ratings: 220, lowRatings: 22, usualPercent: '4.62' },
      ...{ openedOn: '2026-04-13', conclusion: null, unit: { nameVi: 'Xã An Khánh' }, whyNotClose: null },
    },
  ]);
});

test('what is usual is of the first twelve weeks that settled, and is not before; with it stands how often chance alone opens a signal', async () => {
  await usual();
  await contest.tick();
  expect((await organiser.ask(TERMS)).bases).toEqual([]);
  at('2026-04-04T02:00:00Z');
  await contest.tick();
  expect(await organiser.ask(TERMS)).toMatchObject({
    ...{ checksAYear: 52, falseLowShares: '0.1', falseWorseRuns: '0.2' },
    bases: [
      { startsOn: MONDAY, lastWeek: '2026-03-23', ratings: 2600, lowRatings: 120, usualPercent: '4.62', reason: null, canRebase: true },
    ],
  });
});

test('one signal of a commune and a rule is open at a time; after it was closed the next bad week opens another', async () => {
  await usual();
  await week(12, 30, 220);
  await week(13, 31, 220);
  at('2026-04-20T02:00:00Z');
  await contest.tick();
  await contest.tick();
  const [open] = await signals();
  expect(await signals()).toMatchObject([{ week: '2026-03-30', latestWeek: '2026-04-06' }]);
  const input = { signalId: open.id, version: open.version, conclusion: 'Thiếu người trực vào buổi chiều.' };
  expect(await organiser.ask(CLOSE, { input })).toMatchObject({ conclusion: input.conclusion, whyNotClose: { code: 'SIGNAL_CLOSED' } });
  expect(await organiser.ask(CLOSE, { input })).toMatchObject({ code: 'SIGNAL_CLOSED' });
  await contest.tick();
  expect(await signals(organiser, true)).toEqual([]);
  await week(14, 30, 220);
  at('2026-04-27T02:00:00Z');
  await contest.tick();
  expect(await signals(organiser, true)).toMatchObject([{ week: '2026-04-13' }]);
  expect(await rows(`select body::jsonb->'after'->>'rule' as rule from audit_entry where operation = 'closeSignal'`)).toEqual([
    { rule: 'LOW_SHARE' },
  ]);
});

test('seven weeks in a row on the worse side open a signal of their own', async () => {
  await usual();
  for (let at = 12; at < 19; at++) await week(at, 3, 50);
  at('2026-05-18T02:00:00Z');
  await contest.tick();
  expect(await signals()).toMatchObject([{ rule: 'WORSE_RUN', week: '2026-05-11', ratings: 350, lowRatings: 21 }]);
});

test('what is held counts for no signal until it is decided on', async () => {
  await usual();
  await week(12, 5, 200);
  await pastRatings(contest, counterId, { day: '2026-03-31', levels: Array<number>(20).fill(1), held: true });
  at('2026-04-13T02:00:00Z');
  await contest.tick();
  expect(await signals()).toEqual([]);
  await rows(`update rating set standing = 'COUNTED' where standing = 'HELD'`);
  await contest.tick();
  expect(await signals()).toMatchObject([{ ratings: 220, lowRatings: 25 }]);
});

test('the head of the commune reads its signals and is told, and so is the office; another head and the counter’s officer read nothing', async () => {
  const head = await aHead(contest, district.units.anKhanh);
  const officer = await contest.as(await aPerson(contest, { unitId: district.units.anKhanh, role: 'COMMUNE_OFFICER' }));
  await usual();
  await week(12, 30, 220);
  at('2026-04-13T02:00:00Z');
  await contest.tick();
  await contest.tick();
  expect(await signals(head.client)).toMatchObject([{ lowRatings: 30, whyNotClose: { code: 'SIGNAL_OF_OFFICE' } }]);
  expect(await signals(officer)).toEqual([]);
  const told = await rows(`select person_id as id from notice where kind = 'signal.opened'`);
  expect(told.map(({ id }) => id as string).sort()).toEqual([district.people.organiser, head.id].sort());
  const [open] = await signals();
  const input = { signalId: open.id, version: open.version, conclusion: 'Đã nhắc nhở.' };
  expect((await head.client.send(CLOSE, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('other weeks are taken for usual by a person alone, with a reason, and not twice', async () => {
  await usual();
  at('2026-04-07T02:00:00Z');
  await contest.tick();
  const [base] = (await organiser.ask(TERMS)).bases;
  const input = { baseId: base.id, version: base.version, reason: 'Quầy chuyển sang trụ sở mới.' };
  expect(await organiser.ask(REBASE, { input })).toMatchObject({ code: 'BASE_TAKEN' });
  for (const next of [12, 13]) await week(next, 20, 200);
  at('2026-04-22T02:00:00Z');
  expect(await organiser.ask(REBASE, { input })).toMatchObject({
    startsOn: weekFrom(MONDAY, 2),
    lastWeek: '2026-04-06',
    reason: input.reason,
  });
  expect(await rows(`select body::jsonb->>'reason' as reason from audit_entry where operation = 'rebaseSignals'`)).toEqual([
    { reason: input.reason },
  ]);
});
