import { randomId } from '#lib/kernel';
import { type District, aUnit } from './factories.js';
import { type Client, type RunningContest } from './harness.js';
import { aRollout } from './rollouts.js';
import { mutation } from './sign-in.js';
import { type Twice } from './twice.js';

const DIFFERENCE = 'difference arrangements asLow asFar chance leaveOneOutLow leaveOneOutHigh';
const WHOLE = `id state startsOn endsOn measure limitDays weekday baselineFrom baselineTo earlierFrom registeredAt endedOn concludedOn conclusion leastChance
  result { main { ${DIFFERENCE} } placebo { ${DIFFERENCE} } otherDays { ${DIFFERENCE} } savedFiles savedAgainstBefore savedAgainstLimit shown }`;
const PLACES = 'units { id unit { id } arm filesBefore filesSince meanBefore meanSince change';
export const SHOWN = `version ${WHOLE} ${PLACES} version whyNotEnter { code } }
  whyNotEdit { code } whyNotRegister { code } whyNotStart { code } whyNotEnd { code } whyNotConclude { code }`;
export const pilotAct = (name: string): string =>
  mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on Pilot { ${SHOWN} }`);
export const PILOT = `query ($id: ID!) { pilot(id: $id) { ${SHOWN} } }`;
export const PUBLIC_PILOT = `query ($id: ID!) { publicPilot(id: $id) { ${WHOLE} ${PLACES} } } }`;
export const PILOTS =
  'query ($states: [PilotState!]) { pilots(first: 50, states: $states) { totalCount edges { node { id title state pilotUnits comparisonUnits } } } }';
export const PUBLIC_PILOTS = '{ publicPilots(first: 50) { totalCount edges { node { id state } } } }';

/** From 2 March to the end of April 2026, against January and February. */
export const A_PILOT = {
  title: 'Ngày thứ Sáu xanh',
  procedureFields: [],
  weekday: null,
  startsOn: '2026-03-02',
  endsOn: '2026-04-30',
  legalBases: ['Quyết định số 18/2020/QĐ-UBND'],
  measure: 'CALENDAR_DAYS',
  limitDays: 10,
  baselineFrom: '2026-01-01',
  baselineTo: '2026-02-28',
};

/** So many files received on a day that took so many days each. */
export const filesOf = (receivedOn: string, days: readonly number[]): { receivedOn: string; doneOn: string }[] =>
  days.map((took) => ({ receivedOn, doneOn: new Date(Date.parse(receivedOn) + took * 86_400_000).toISOString().slice(0, 10) }));

/** The communes of the district and as many more as it takes for three that try and five to compare with. */
export async function eightCommunes(contest: RunningContest, { units }: District): Promise<string[]> {
  const more: string[] = [];
  for (const at of [1, 2, 3, 4, 5]) more.push(await aUnit(contest, `Xã Thứ ${String(at)}`, { kind: 'COMMUNE', parentId: units.district }));
  return [units.anKhanh, units.sonDong, units.laPhu, ...more];
}

export const placesOf = (ids: readonly string[], pilots: number): { unitId: string; arm: string }[] =>
  ids.map((unitId, at) => ({ unitId, arm: at < pilots ? 'PILOT' : 'COMPARISON' }));

/** Enters files of each unit of a pilot, by its id. */
export async function enterAll(client: Client, pilot: any, files: (unitId: string) => readonly object[]): Promise<any> {
  let last = pilot;
  for (const { id, version, unit } of pilot.units) {
    last = await client.ask(pilotAct('enterPilotFiles'), { input: { pilotUnitId: id, version, files: files(unit.id) } });
    if (last.__typename === 'Refusal') throw new Error(JSON.stringify(last));
  }
  return last;
}

/** A draft of the district whose acts the gates try, with a commune of it. */
export async function theirPilots(contest: RunningContest, { units }: District): Promise<Readonly<Record<string, string>>> {
  const [pilotId, pilotUnitId] = [randomId(), randomId()];
  const rows = (statement: string, values: unknown[]) => contest.em().getConnection().execute(statement, values);
  await rows(
    `insert into pilot (id, rollout_id, host_id, title, state, fields, starts_on, ends_on, basis, measure, baseline_from, baseline_to)
     select ?, (select id from rollout order by id limit 1), ?, 'Thứ Sáu xanh', 'DRAFT', '{}', '2030-03-04', '2030-04-30', '{}', 'CALENDAR_DAYS', '2026-01-01', '2026-02-28'`,
    [pilotId, units.district],
  );
  await rows(`insert into pilot_unit (id, pilot_id, unit_id, arm) values (?, ?, ?, 'PILOT')`, [pilotUnitId, pilotId, units.anKhanh]);
  return { pilotId, pilotUnitId };
}

/** Every mutation on pilots, each sent twice. */
export async function playPilots(contest: RunningContest, twice: Twice, district: District): Promise<void> {
  const { organiser, communeOfficer } = district.people;
  const { anKhanh, sonDong } = district.units;
  const send = (name: string, input: Record<string, unknown>, by = organiser): Promise<any> => twice.send(by, name, input, 10);
  const { id: rolloutId } = await aRollout(contest, district, await contest.as(organiser));
  const now = contest.clock.now();
  const dayOff = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const windows = {
    startsOn: dayOff(10),
    endsOn: dayOff(20),
    baselineFrom: dayOff(-20),
    baselineTo: dayOff(-5),
    units: placesOf([anKhanh, sonDong], 1),
  };
  const draft = await send('draftPilot', { ...A_PILOT, ...windows, rolloutId });
  const edited = await send('editPilot', { ...A_PILOT, ...windows, pilotId: draft.id, version: draft.version, limitDays: 5 });
  const found = await contest.em().getConnection().execute(`select id, unit_id from pilot_unit where pilot_id = ?`, [draft.id]);
  for (const { id, unit_id } of found)
    await send(
      'enterPilotFiles',
      { pilotUnitId: id, version: 1, files: filesOf(dayOff(-10), [3, 4]) },
      unit_id === anKhanh ? communeOfficer : organiser,
    );
  const of = (one: any) => ({ pilotId: draft.id as string, version: one.version as number });
  const registered = await send('registerPilot', of(edited));
  await contest.em().getConnection().execute(`set session_replication_role = replica;
    update pilot set starts_on = starts_on - 10, ends_on = ends_on - 20, registered_at = registered_at - interval '12 days', baseline_to = baseline_to - 10;
    set session_replication_role = origin`);
  const started = await send('startPilot', of(registered));
  const ended = await send('endPilot', { ...of(started), reason: 'Hết thời gian.' });
  await send('concludePilot', { ...of(ended), outcome: 'STOP', conclusion: 'Dừng để hoàn thiện.' });
}
