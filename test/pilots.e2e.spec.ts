import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import {
  A_PILOT,
  PILOT,
  PILOTS,
  PUBLIC_PILOT,
  PUBLIC_PILOTS,
  eightCommunes,
  enterAll,
  filesOf,
  pilotAct,
  placesOf,
} from './support/pilots.js';
import { twoYears } from './support/recognitions.js';
import { aRollout } from './support/rollouts.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
let communes: string[];
let rolloutId: string;

beforeEach(async () => {
  contest = await startContest('2026-03-01T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  await twoYears(contest);
  communes = await eightCommunes(contest, district);
  rolloutId = (await aRollout(contest, district, organiser)).id;
});
afterEach(() => contest.stop());

const rows = (query: string, values: unknown[] = []): Promise<any[]> => contest.em().getConnection().execute(query, values);
const send = (client: Client, name: string, input: object): Promise<any> => client.ask(pilotAct(name), { input });
const drafted = (more: object = {}): Promise<any> =>
  send(organiser, 'draftPilot', { ...A_PILOT, rolloutId, units: placesOf(communes, 3), ...more });
const step = (name: string, { id, version }: any, more: object = {}): Promise<any> =>
  send(organiser, name, { pilotId: id, version, ...more });
/** Halves of days by two files: 8.5 days on the average are one of 8 and one of 9. */
const halves = (mean: number): number[] => [Math.floor(mean), Math.ceil(mean)];
const BEFORE = [8, 7, 9, 8.5, 7.5, 8, 6.5, 9];
const SINCE = [5, 4.5, 6.5, 8, 7, 8, 6, 8.5];
const at = (means: readonly number[], unitId: string): number => means[communes.indexOf(unitId)]!;

async function running(since: readonly number[] = SINCE, more: object = {}): Promise<any> {
  const draft = await drafted(more);
  const known = await enterAll(organiser, draft, (unitId) => [
    ...filesOf('2026-01-09', halves(at(BEFORE, unitId))),
    ...filesOf('2025-12-05', halves(at(BEFORE, unitId))),
  ]);
  const registered = await step('registerPilot', known);
  contest.clock.set(new Date('2026-03-02T02:00:00Z'));
  const started = await step('startPilot', registered);
  contest.clock.set(new Date('2026-05-04T02:00:00Z'));
  return enterAll(organiser, started, (unitId) => filesOf('2026-04-03', halves(at(since, unitId))));
}

test('a pilot from its draft to what was concluded: a result is told to nobody before it has ended', async () => {
  const run = await running();
  expect(run).toMatchObject({ state: 'RUNNING', result: null, whyNotRegister: { code: 'PILOT_STATE' }, whyNotEnd: null });
  expect(run.leastChance).toBeCloseTo(1 / 56, 12);
  expect(run.units.every(({ change, meanSince, filesSince }: any) => change === null && meanSince === null && filesSince === 2)).toBe(true);
  expect((await contest.client().ask(PUBLIC_PILOT, { id: run.id })).result).toBeNull();
  const ended = await step('endPilot', run);
  expect(ended).toMatchObject({ state: 'ENDED', endedOn: '2026-05-04', result: { shown: true, savedFiles: 6, savedAgainstLimit: 28 } });
  expect(ended.result.main).toMatchObject({ arrangements: 56, asLow: 1 });
  expect(ended.result.main.difference).toBeCloseTo(-8 / 3 + 0.4, 12);
  expect(ended.result.placebo.difference).toBeCloseTo(0, 12);
  expect(ended.result.otherDays).toBeNull();
  expect(ended.result.savedAgainstBefore).toBeCloseTo(16, 12);
  expect(await step('concludePilot', ended, { outcome: 'NOT_SHOWN', conclusion: 'Chưa rõ.' })).toMatchObject({
    code: 'PILOT_SHOWN',
    path: 'outcome',
  });
  const done = await step('concludePilot', ended, { outcome: 'EXTEND', conclusion: 'Nhân rộng ra toàn huyện.' });
  expect(done).toMatchObject({ state: 'EXTEND', concludedOn: '2026-05-04', whyNotConclude: { code: 'PILOT_STATE' } });
});

test('what was not shown is public all the same, and is not extended', async () => {
  const ended = await step('endPilot', await running([7, 6.5, 8, 8, 7, 8, 6, 8]));
  expect(ended.result).toMatchObject({ shown: false });
  expect(ended.result.main.asLow).toBeGreaterThan(2);
  expect(await step('concludePilot', ended, { outcome: 'EXTEND', conclusion: 'Cứ nhân rộng.' })).toMatchObject({ code: 'PILOT_NOT_SHOWN' });
  await step('concludePilot', ended, { outcome: 'NOT_SHOWN', conclusion: 'Chưa thấy tác dụng.' });
  const told = await contest.client().ask(PUBLIC_PILOT, { id: ended.id });
  expect(told).toMatchObject({ state: 'NOT_SHOWN', conclusion: 'Chưa thấy tác dụng.', result: { shown: false } });
  expect(told.units).toHaveLength(8);
});

test('on one day of the week the other days stand beside it: what was moved is not saved', async () => {
  const draft = await drafted({ weekday: 5 });
  const known = await enterAll(organiser, draft, () => [...filesOf('2026-01-09', [8]), ...filesOf('2026-01-08', [8])]);
  const registered = await step('registerPilot', known);
  contest.clock.set(new Date('2026-05-04T02:00:00Z'));
  const started = await step('startPilot', registered);
  const pilots = communes.slice(0, 3);
  const run = await enterAll(organiser, started, (unitId) => [
    ...filesOf('2026-04-03', [pilots.includes(unitId) ? 5 : 8]),
    ...filesOf('2026-04-02', [pilots.includes(unitId) ? 11 : 8]),
  ]);
  const { result } = await step('endPilot', run);
  expect([result.main.difference, result.otherDays.difference]).toEqual([-3, 3]);
});

test('no unit is held against itself, and nothing against a time after its start', async () => {
  const both = [...placesOf(communes, 3), { unitId: communes[0], arm: 'COMPARISON' }];
  expect(await drafted({ units: both })).toMatchObject({ code: 'PILOT_UNIT_TWICE', path: 'units.8.unitId' });
  expect(await drafted({ baselineTo: '2026-03-02' })).toMatchObject({ code: 'PILOT_BASELINE_AFTER_START', path: 'baselineTo' });
  expect(await drafted({ units: placesOf(communes, 8) })).toMatchObject({ code: 'PILOT_ARM_EMPTY' });
  expect(await rows('select id from pilot')).toEqual([]);
  const { id, units } = await drafted();
  await expect(rows(`update pilot set baseline_to = starts_on where id = ?`, [id])).rejects.toThrow('pilot_baseline_before_start');
  await expect(
    rows(`insert into pilot_unit (id, pilot_id, unit_id, arm) values (gen_random_uuid(), ?, ?, 'COMPARISON')`, [id, units[0].unit.id]),
  ).rejects.toThrow('pilot_unit_once');
});

test('it is registered before its first day, with files of before of every unit, and stands from then on, whoever writes', async () => {
  const draft = await drafted();
  expect(draft.whyNotRegister).toMatchObject({ code: 'PILOT_BEFORE_MISSING' });
  expect(await step('registerPilot', draft)).toMatchObject({ code: 'PILOT_BEFORE_MISSING' });
  const known = await enterAll(organiser, draft, () => filesOf('2026-01-09', [8]));
  contest.clock.set(new Date('2026-02-28T02:00:00Z'));
  expect(await step('registerPilot', known)).toMatchObject({ code: 'PILOT_BASELINE_NOT_OVER' });
  contest.clock.set(new Date('2026-03-02T02:00:00Z'));
  expect(await step('registerPilot', known)).toMatchObject({ code: 'PILOT_TOO_LATE' });
  contest.clock.set(new Date('2026-03-01T02:00:00Z'));
  const registered = await step('registerPilot', known);
  expect(registered).toMatchObject({ state: 'REGISTERED', whyNotStart: { code: 'PILOT_NOT_YET' } });
  expect(await step('startPilot', registered)).toMatchObject({ code: 'PILOT_NOT_YET' });
  expect(await step('editPilot', registered, { ...A_PILOT, units: placesOf(communes, 3) })).toMatchObject({ code: 'PILOT_STATE' });
  for (const change of [`measure = 'WORKING_DAYS'`, `baseline_from = baseline_from - 1`, `limit_days = 3`, `weekday = 5`])
    await expect(rows(`update pilot set ${change}`)).rejects.toThrow('as it was registered');
  await expect(rows(`update pilot_unit set arm = 'PILOT' where arm <> 'PILOT'`)).rejects.toThrow('as they were registered');
  await expect(rows(`delete from pilot_file`)).rejects.toThrow('in their time');
  const place = registered.units[0];
  expect(await send(organiser, 'enterPilotFiles', { pilotUnitId: place.id, version: place.version, files: [] })).toMatchObject({
    code: 'PILOT_STATE',
  });
});

test('a commune enters its own files and no others; the same list again changes nothing, another takes its place', async () => {
  const { id, units } = await drafted({ measure: 'WORKING_DAYS' });
  const own = units.find(({ unit }: any) => unit.id === district.units.anKhanh);
  const other = units.find(({ unit }: any) => unit.id === district.units.sonDong);
  const enter = (place: any, version: number, files: object[]): Promise<any> =>
    send(officer, 'enterPilotFiles', { pilotUnitId: place.id, version, files });
  const mine = (pilot: any): any => pilot.units.find((one: any) => one.id === own.id);
  const first = mine(await enter(own, 1, filesOf('2026-01-09', [3, 4])));
  // Over a Saturday and a Sunday: one working day, and two.
  expect(first).toMatchObject({ version: 2, filesBefore: 2, meanBefore: 1.5, whyNotEnter: null });
  expect(mine(await enter(own, 2, filesOf('2026-01-09', [3, 4]))).version).toBe(2);
  expect(mine(await enter(own, 2, filesOf('2026-01-09', [3])))).toMatchObject({ version: 3, filesBefore: 1 });
  expect(await enter(own, 2, [])).toMatchObject({ code: 'STALE' });
  expect(await enter(other, 1, [])).toMatchObject({ code: 'NOT_FOUND' });
  expect(await enter(own, 3, filesOf('2026-03-03', [1]))).toMatchObject({ code: 'PILOT_FILE_OUTSIDE', path: 'files.0.receivedOn' });
  expect(await enter(own, 3, [{ receivedOn: '2026-02-27', doneOn: '2026-02-26' }])).toMatchObject({ code: 'PILOT_FILE_DONE_FIRST' });
  expect(await enter(own, 3, [{ receivedOn: '2026-02-27', doneOn: '2026-04-26' }])).toMatchObject({ code: 'DATE_IN_FUTURE' });
  expect(await enter(own, 3, [{ receivedOn: '2026-02-27', doneOn: '2026-02-28', procedureCode: '1.000001' }])).toMatchObject({
    code: 'PILOT_PROCEDURE_UNKNOWN',
  });
  const seen = await officer.ask(PILOT, { id });
  expect(seen).toMatchObject({ whyNotEdit: { code: 'PILOT_OF_OFFICE' } });
  expect(seen.units.find((one: any) => one.id === other.id).whyNotEnter).toMatchObject({ code: 'PILOT_FILES_OF_UNIT' });
  const log = await rows(`select operation from audit_entry where subject_type = 'Pilot' order by seq`);
  expect(log.map(({ operation }) => operation)).toEqual(['draftPilot', 'enterPilotFiles', 'enterPilotFiles']);
});

test('a draft written anew keeps the files of the units that stay, and loses those of the others', async () => {
  const known = await enterAll(organiser, await drafted(), () => filesOf('2026-01-09', [8]));
  const edited = await step('editPilot', known, { ...A_PILOT, title: 'Thứ Sáu xanh', units: placesOf(communes.slice(1), 2) });
  expect(edited.units.map(({ arm, filesBefore }: any) => [arm, filesBefore])).toEqual([
    ...[1, 2].map(() => ['PILOT', 1]),
    ...[1, 2, 3, 4, 5].map(() => ['COMPARISON', 1]),
  ]);
  expect(await step('editPilot', edited, { ...A_PILOT, title: 'Thứ Sáu xanh', units: placesOf(communes.slice(1), 2) })).toMatchObject({
    version: edited.version,
  });
});

test('a draft is the district’s own; the public reads what is registered, and who leads reads all and does nothing', async () => {
  const draft = await drafted();
  expect(await contest.client().ask(PUBLIC_PILOT, { id: draft.id })).toBeNull();
  expect(await contest.client().ask(PUBLIC_PILOTS)).toEqual({ totalCount: 0, edges: [] });
  const leader = await contest.as(district.people.leader);
  expect((await leader.ask(PILOTS, {})).totalCount).toBe(1);
  expect((await leader.ask(PILOTS, { states: ['ENDED'] })).totalCount).toBe(0);
  expect(await leader.ask(PILOT, { id: draft.id })).toMatchObject({ whyNotRegister: { code: 'PILOT_OF_OFFICE' } });
});

test('before its last day a pilot ends with a reason', async () => {
  const draft = await drafted();
  const known = await enterAll(organiser, draft, () => filesOf('2026-01-09', [8]));
  const registered = await step('registerPilot', known);
  contest.clock.set(new Date('2026-03-10T02:00:00Z'));
  const started = await step('startPilot', registered);
  expect(await step('endPilot', started)).toMatchObject({ code: 'REASON_MISSING' });
  const ended = await step('endPilot', started, { reason: 'Thiên tai.' });
  expect(ended).toMatchObject({ state: 'ENDED', result: { main: null, shown: false, savedFiles: 0 } });
});
