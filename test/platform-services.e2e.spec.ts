import { SYSTEM } from '#lib/kernel';
import { CalendarService } from '#lib/units';
import { A_NOTICE } from './support/calendars.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { OPEN, pastRatings } from './support/ratings.js';
import { aRollout, last, sum } from './support/rollouts.js';

const EDIT = `mutation ($input: EditRolloutInput!) { editRollout(input: $input) { __typename ... on Rollout { version service indicators { key nameVi } }
  ... on Refusal { code path } } }`;
const ROLLOUT =
  '($id: ID!) { rollout(id: $id) { version service initiative { id } titleVi titleEn reason leadUnit { id } indicators { key } } }';
const SHARE = '{ ratings percent low high }';
const VOICE = `query ($initiativeId: ID!, $unitId: ID) { publicCitizensVoice(initiativeId: $initiativeId, unitId: $unitId) { month units { unit { nameVi } share ${SHARE} } } }`;
const PUBLISHED = `{ publicRatings { units { unit { nameVi } share ${SHARE} } } }`;
const OF_INITIATIVE = 'query ($id: ID!) { publicInitiative(id: $id) { rollout { service } } }';

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
const times = (count: number, level: number): number[] => Array<number>(count).fill(level);
const read = (id: string) => organiser.ask(`query ${ROLLOUT}`, { id });
const voice = (initiativeId: string, unitId: string | null = null) => contest.client().ask(VOICE, { initiativeId, unitId });

async function edit(id: string, changes: object): Promise<any> {
  const { version, titleVi, titleEn, reason, leadUnit } = await read(id);
  return organiser.ask(EDIT, { input: { rolloutId: id, version, titleVi, titleEn, reason, leadUnitId: leadUnit.id, ...changes } });
}

async function rated(unitId: string, levels: readonly number[]): Promise<void> {
  const { id } = await organiser.ask(OPEN, { input: { unitId, name: 'Quầy tổng hợp', openFrom: '2024-01-02' } });
  await pastRatings(contest, id as string, { day: '2026-02-10', levels: [...levels] });
}

async function publish(): Promise<void> {
  contest.clock.set('2026-03-09T02:00:00Z');
  await contest.tick();
}

test('what a service counts becomes indicators of the roll-out that names it, behind those it has, once, and stays when another is named', async () => {
  const { id } = await aRollout(contest, district, organiser, { indicators: [sum, last] });
  expect(await edit(id, { service: 'COUNTER_RATINGS' })).toMatchObject({
    service: 'COUNTER_RATINGS',
    indicators: [
      { key: 'qr.ratings', nameVi: sum.nameVi },
      { key: 'qr.counters' },
      { key: 'qr.satisfied', nameVi: 'Tỷ lệ hài lòng' },
      { key: 'qr.low', nameVi: 'Tỷ lệ không hài lòng' },
    ],
  });
  expect(JSON.parse((await rows(`select body from audit_entry where operation = 'editRollout'`))[0].body as string)).toMatchObject({
    before: { service: null },
    after: { service: 'COUNTER_RATINGS', counted: ['qr.satisfied', 'qr.low'] },
  });
  expect((await edit(id, {})).indicators).toHaveLength(4);
  const { service, indicators } = await edit(id, { service: 'LICENCE_REMINDERS' });
  expect([service, indicators.map(({ key }: any) => key)]).toEqual([
    'LICENCE_REMINDERS',
    ['qr.ratings', 'qr.counters', 'qr.satisfied', 'qr.low', 'licences.cases-reminded', 'licences.renewed-in-time'],
  ]);
});

test('a roll-out that is adopted on a service has its indicators at once, and anyone reads which service it is', async () => {
  const { id } = await aRollout(contest, district, organiser, { indicators: [], service: 'HANDOVERS' });
  const { initiative, indicators } = await read(id);
  expect(indicators.map(({ key }: any) => key)).toEqual(['handover.home', 'handover.ceremonies', 'handover.first-try']);
  expect(await contest.client().ask(OF_INITIATIVE, { id: initiative.id })).toEqual({ rollout: { service: 'HANDOVERS' } });
  await expect(rows(`update rollout set service = 'OTHER'`)).rejects.toThrow('rollout_service');
});

test('citizens’ voice is what the month’s page says of the communes that take part, hidden where that hides it, and of no other', async () => {
  const { anKhanh, sonDong, laPhu } = district.units;
  const { id } = await aRollout(contest, district, organiser, { indicators: [], service: 'COUNTER_RATINGS' });
  const {
    initiative: { id: initiativeId },
  } = await read(id);
  expect(await voice(initiativeId)).toBeNull();
  await rated(anKhanh, [...times(36, 5), ...times(4, 1)]);
  await rated(sonDong, times(4, 1));
  await rated(laPhu, times(30, 4));
  await rows(`delete from adoption_change where adoption_id in (select id from adoption where unit_id = '${laPhu}')`);
  await rows(`delete from adoption where unit_id = '${laPhu}'`);
  await publish();
  const published = (await contest.client().ask(PUBLISHED)).units as { unit: { nameVi: string }; share: unknown }[];
  const taking = published.filter(({ unit }) => unit.nameVi !== 'Xã La Phù');
  expect(published).toHaveLength(3);
  expect(taking.map(({ share }) => share === null)).toContain(true);
  expect(await voice(initiativeId)).toEqual({ month: '2026-02-01', units: taking });
  expect(await voice(initiativeId, anKhanh)).toEqual({
    month: '2026-02-01',
    units: taking.filter(({ unit }) => unit.nameVi === 'Xã An Khánh'),
  });
  expect(await voice(initiativeId, laPhu)).toBeNull();
});

test('there is no voice of an initiative that does not run on ratings, nor of one that nobody knows', async () => {
  const { id } = await aRollout(contest, district, organiser);
  await rated(district.units.anKhanh, times(40, 5));
  await publish();
  expect(await voice((await read(id)).initiative.id as string)).toBeNull();
  expect(await voice('00000000-0000-7000-8000-000000000001')).toBeNull();
});
