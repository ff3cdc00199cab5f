import { SYSTEM } from '#lib/kernel';
import { CalendarService } from '#lib/units';
import { A_NOTICE } from './support/calendars.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { OPEN, RECORD, heldRatings, pastRatings } from './support/ratings.js';
import { aRollout, adoptionOf } from './support/rollouts.js';
import { mutation } from './support/sign-in.js';

const DECIDE = mutation('decideRatings', 'DecideRatingsInput', '... on RatingHold { id }');
const SHARE = '{ ratings percent low high weighted transactions coverage }';
const PUBLISHED = `query ($month: LocalDate) { publicRatings(month: $month) { month publishedOn share ${SHARE} levels { level rated counted held excluded }
  units { unit { nameVi } rank share ${SHARE} fields { fieldName share ${SHARE} openShare ${SHARE} slipShare ${SHARE} } } } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;

beforeEach(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  await contest.get(CalendarService).enterWorkingCalendar(SYSTEM, { year: 2026, ...A_NOTICE });
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const open = async (unitId: string, name: string, more: object = {}): Promise<string> =>
  (await organiser.ask(OPEN, { input: { unitId, name, openFrom: '2024-01-02', ...more } })).id as string;
const times = (count: number, level: number): number[] => Array<number>(count).fill(level);
const published = (month: string | null = null) => contest.client().ask(PUBLISHED, { month });
const record = (more: Record<string, unknown>) =>
  organiser.ask(RECORD, {
    input: { unitId: district.units.anKhanh, month: '2026-02-01', transactions: 100, source: 'Phần mềm một cửa', ...more },
  });

async function threeFields(): Promise<void> {
  const { anKhanh } = district.units;
  const counters = [];
  for (const fieldName of ['Hộ tịch', 'Đất đai', 'Chứng thực']) counters.push(await open(anKhanh, `Quầy ${fieldName}`, { fieldName }));
  await pastRatings(contest, counters[0]!, { day: '2026-02-10', levels: [...times(90, 5), ...times(10, 1)] });
  await pastRatings(contest, counters[1]!, { day: '2026-02-20', levels: [...times(150, 4), ...times(50, 3)] });
  await pastRatings(contest, counters[2]!, { day: '2026-02-26', levels: [...times(30, 4), ...times(20, 2)] });
}

test('services 2: a month is published after five working days, weighed by transactions: 84.55 % [79.42, 88.58], and plain where these are not known', async () => {
  await threeFields();
  contest.clock.set('2026-03-06T16:59:00Z');
  await contest.tick();
  expect(await published()).toBeNull();
  contest.clock.set('2026-03-09T02:00:00Z');
  await contest.tick();
  expect((await published()).share).toEqual({
    ...{ ratings: 350, percent: '77.14', low: '72.46', high: '81.23' },
    ...{ weighted: false, transactions: null, coverage: null },
  });
  for (const [fieldName, transactions] of [
    ['Hộ tịch', 4000],
    ['Đất đai', 1000],
    ['Chứng thực', 500],
  ] as const)
    await record({ fieldName, transactions });
  expect((await published('2026-02-01')).share).toEqual({
    ...{ ratings: 350, percent: '84.55', low: '79.42', high: '88.58' },
    ...{ weighted: true, transactions: 5500, coverage: '6.36' },
  });
});

test('of what is small nothing is shown, nor what would give it away; communes whose intervals overlap share a rank', async () => {
  const { anKhanh, sonDong, laPhu } = district.units;
  const [birth, land] = [await open(anKhanh, 'Quầy 1', { fieldName: 'Hộ tịch' }), await open(anKhanh, 'Quầy 2', { fieldName: 'Đất đai' })];
  await pastRatings(contest, birth, { day: '2026-02-10', levels: times(40, 5) });
  await pastRatings(contest, land, { day: '2026-02-10', levels: times(4, 1) });
  await pastRatings(contest, await open(sonDong, 'Quầy 1'), { day: '2026-02-10', levels: [...times(36, 5), ...times(4, 1)] });
  await pastRatings(contest, await open(laPhu, 'Quầy 1'), { day: '2026-02-10', levels: [...times(5, 5), ...times(55, 1)] });
  contest.clock.set('2026-03-09T02:00:00Z');
  await contest.tick();
  const { units } = await published();
  const latest = await contest.client().ask('{ publicRatings { month } }');
  expect(latest).toEqual({ month: '2026-02-01' });
  expect(units.map(({ unit, rank, share }: any) => [unit.nameVi, rank, share.ratings])).toEqual([
    ['Xã An Khánh', 1, 44],
    ['Xã La Phù', 3, 60],
    ['Xã Sơn Đồng', 1, 40],
  ]);
  expect(units[0].fields).toEqual([
    { fieldName: 'Đất đai', share: null, openShare: null, slipShare: null },
    { fieldName: 'Hộ tịch', share: null, openShare: null, slipShare: null },
  ]);
});

test('what was held and left out is published by level; a verdict after that changes the month no more', async () => {
  const counterId = await open(district.units.anKhanh, 'Quầy 1');
  await pastRatings(contest, counterId, { day: '2026-02-10', levels: [...times(20, 4), ...times(5, 2)] });
  const [early, late] = [await heldRatings(contest, counterId, '2026-02-11'), await heldRatings(contest, counterId, '2026-02-12')];
  const decide = (holdId: string, verdict: string) =>
    organiser.ask(DECIDE, { input: { holdId, version: 1, verdict, reason: 'Một người gửi.' } });
  await decide(early, 'EXCLUDE');
  contest.clock.set('2026-03-09T02:00:00Z');
  await contest.tick();
  const before = await published();
  expect(before.share.ratings).toBe(25);
  expect(before.levels).toEqual([
    { level: 1, rated: 0, counted: 0, held: 0, excluded: 0 },
    { level: 2, rated: 5, counted: 5, held: 0, excluded: 0 },
    { level: 3, rated: 0, counted: 0, held: 0, excluded: 0 },
    { level: 4, rated: 20, counted: 20, held: 0, excluded: 0 },
    { level: 5, rated: 22, counted: 0, held: 22, excluded: 11 },
  ]);
  await decide(late, 'COUNT');
  await contest.tick();
  expect(await published()).toEqual(before);
  expect(await rows('select 1 from rating_publication')).toHaveLength(1);
});

test('of fewer than ten ratings in a month nothing is published but that it was', async () => {
  await pastRatings(contest, await open(district.units.anKhanh, 'Quầy 1'), { day: '2026-02-10', levels: times(9, 5) });
  contest.clock.set('2026-03-09T02:00:00Z');
  await contest.tick();
  expect(await published()).toMatchObject({ share: null, levels: [], units: [{ rank: null, share: null, fields: [{ share: null }] }] });
});

test('transactions are of a month that is over, with their source, said anew by who may, and weigh at once', async () => {
  expect(await record({ month: '2026-03-01' })).toMatchObject({ code: 'MONTH_NOT_OVER', path: 'month' });
  expect(await record({ month: '2026-02-02' })).toMatchObject({ code: 'MONTH_FIRST_DAY', path: 'month' });
  const { id } = await record({});
  expect(await record({ transactions: 120 })).toMatchObject({ id, transactions: 120 });
  const officer = await contest.as(await aPerson(contest, { unitId: district.units.anKhanh, role: 'COMMUNE_OFFICER' }));
  const listed = '{ transactionCounts(first: 5) { edges { node { transactions source } } } }';
  expect(await officer.ask(listed)).toEqual({ edges: [{ node: { transactions: 120, source: 'Phần mềm một cửa' } }] });
  const entries = await rows(`select body from audit_entry where operation = 'recordTransactions' order by seq`);
  expect(JSON.parse(entries.at(-1)?.body as string)).toMatchObject({ before: { transactions: 100 }, after: { transactions: 120 } });
});

test('the figures of a roll-out that runs on ratings come by themselves from the counters of its communes, by half-months, and no share of fewer than five', async () => {
  await aRollout(contest, district, organiser, { service: 'COUNTER_RATINGS', indicators: [] });
  const { id: other } = await aRollout(contest, district, organiser);
  const { id: adoptionId } = (await adoptionOf(organiser, other, district.units.anKhanh))!;
  const counterId = await open(district.units.anKhanh, 'Quầy 1');
  const ofAnother = await open(district.units.anKhanh, 'Quầy 2', { adoptionId });
  await pastRatings(contest, ofAnother, { day: '2026-02-10', levels: times(7, 5) });
  await pastRatings(contest, counterId, { day: '2026-02-10', levels: [...times(8, 5), ...times(2, 1)] });
  await pastRatings(contest, counterId, { day: '2026-02-20', levels: times(4, 5) });
  contest.clock.set('2026-03-02T17:30:00Z');
  await contest.tick();
  const figures = () =>
    rows(`select i.key, f.starts_on::text as "from", f.value::int as value, f.numerator::int as numerator, f.denominator::int as denominator
      from figure f join indicator i on i.id = f.indicator_id where f.source_kind = 'SYSTEM' order by i.key, f.starts_on`);
  const none = { value: null, numerator: null, denominator: null };
  expect(await figures()).toEqual([
    { ...none, key: 'qr.low', from: '2026-02-01', numerator: 2, denominator: 10 },
    { ...none, key: 'qr.ratings', from: '2026-02-01', value: 10 },
    { ...none, key: 'qr.ratings', from: '2026-02-15', value: 4 },
    { ...none, key: 'qr.satisfied', from: '2026-02-01', numerator: 8, denominator: 10 },
  ]);
  await heldRatings(contest, counterId, '2026-02-11');
  await contest.tick();
  expect(await rows(`select 1 from schedule_fault`)).toEqual([]);
  expect((await figures())[1]).toMatchObject({ value: 10 });
});
