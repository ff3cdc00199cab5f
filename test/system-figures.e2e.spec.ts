import { SYSTEM } from '#lib/kernel';
import { SystemFigureService } from '#lib/rollout';
import { CalendarService } from '#lib/units';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aRollout } from './support/rollouts.js';

const CUMULATIVE = `query ($indicatorId: ID!, $upTo: LocalDate) { cumulative(indicatorId: $indicatorId, upTo: $upTo) { total { value }
  lines { unit { nameVi } value parts { disputed figures { startsOn endsOn value source sourceKind verified counted disputedBy restatedBecause jump { question } communes { value } } } }
  host { figures { source sourceKind counted disputedBy communes { value units pieces exceeds } } } } }`;
const RECORD = `mutation ($input: RecordFigureInput!) { recordFigure(input: $input) { __typename ... on Figure { id sourceKind } ... on Refusal { code path } } }`;

const FIRST = { from: '2026-02-01', to: '2026-02-14' };
const SECOND = { from: '2026-02-15', to: '2026-02-28' };

let contest: RunningContest;
let district: District;
let organiser: Client;
let indicators: Record<string, string>;

beforeEach(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  ({ indicators } = await aRollout(contest, district, organiser));
  await contest.get(CalendarService).enterWorkingCalendar(SYSTEM, {
    ...{ year: 2026, decisionNumber: '15/TB-UBND', issuer: 'Ủy ban nhân dân huyện', decidedOn: '2025-12-10' },
    ...{ daysOff: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'], daysWorked: [] },
  });
});
afterEach(() => contest.stop());

interface Counted {
  readonly unitId?: string;
  readonly reason?: string;
}

const count = (window: typeof FIRST, value: string, { unitId = district.units.anKhanh, reason }: Counted = {}) =>
  contest.get(SystemFigureService).restateSystemFigure(SYSTEM, {
    ...{ indicatorId: indicators['qr.ratings']!, unitId, window, reason },
    numbers: { value, numerator: null, denominator: null },
  });
const say = (unitId: string, more: Record<string, unknown>) =>
  organiser.ask(RECORD, {
    input: {
      indicatorId: indicators['qr.ratings'],
      unitId,
      startsOn: FIRST.from,
      endsOn: SECOND.to,
      source: 'Báo Hà Nội mới',
      value: '100',
      ...more,
    },
  });
const read = () => organiser.ask(CUMULATIVE, { indicatorId: indicators['qr.ratings'] });
const figuresOf = async (nameVi: string) =>
  (await read()).lines.find(({ unit }: any) => unit?.nameVi === nameVi).parts.flatMap(({ figures }: any) => figures);
const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);

test('what the system counted is written and verified at once, by nobody, with one entry in the log', async () => {
  await count(SECOND, '40');
  expect(await figuresOf('Xã An Khánh')).toMatchObject([
    {
      startsOn: SECOND.from,
      endsOn: SECOND.to,
      value: '40',
      source: 'Hệ thống',
      sourceKind: 'SYSTEM',
      verified: true,
      counted: true,
      restatedBecause: null,
      jump: null,
    },
  ]);
  expect(await rows('select verified, verified_at = at as at_once, by_id, verified_by_id from figure')).toEqual([
    { verified: true, at_once: true, by_id: null, verified_by_id: null },
  ]);
  await count(SECOND, '40');
  expect(await rows(`select operation from audit_entry where operation = 'restateSystemFigure'`)).toHaveLength(1);
});

test('it changes without a word for five working days after its piece, then only with a reason, which is shown', async () => {
  await count(SECOND, '40');
  await count(SECOND, '41');
  contest.clock.set('2026-03-06T16:59:00Z');
  await count(SECOND, '42');
  contest.clock.set('2026-03-06T17:00:00Z');
  await expect(count(SECOND, '43')).rejects.toMatchObject({ code: 'REASON_MISSING', path: 'reason' });
  expect(await figuresOf('Xã An Khánh')).toMatchObject([{ value: '42', restatedBecause: null }]);
  await count(SECOND, '43', { reason: 'Loại một đợt đánh giá dồn.' });
  expect(await figuresOf('Xã An Khánh')).toMatchObject([{ value: '43', verified: true, restatedBecause: 'Loại một đợt đánh giá dồn.' }]);
  const entries = await rows(`select body from audit_entry where operation = 'restateSystemFigure' order by seq`);
  expect(JSON.parse(entries.at(-1)?.body ?? '')).toMatchObject({
    before: { value: '42' },
    after: { value: '43' },
    reason: 'Loại một đợt đánh giá dồn.',
  });
});

test('of a year whose days off are not known nobody can say that a piece has settled', async () => {
  const window = { from: '2025-06-01', to: '2025-06-14' };
  await count(window, '40');
  await expect(count(window, '41')).rejects.toMatchObject({ code: 'CALENDAR_MISSING' });
});

test('a window that is no piece, one ahead, a unit that takes no part and numbers of another kind are refused, and nothing is written', async () => {
  await expect(count({ from: FIRST.from, to: SECOND.to }, '1')).rejects.toMatchObject({ code: 'FIGURE_NOT_A_PIECE' });
  await expect(count({ from: '2026-03-01', to: '2026-03-14' }, '1')).rejects.toMatchObject({ code: 'FIGURE_IN_FUTURE' });
  await expect(count(FIRST, '1', { unitId: district.units.finance })).rejects.toMatchObject({ code: 'UNIT_NOT_IN_ROLLOUT' });
  await expect(count(FIRST, '2.5')).rejects.toMatchObject({ code: 'FIGURE_NOT_WHOLE' });
  expect(await rows('select 1 from figure')).toEqual([]);
});

test('two runs that count a piece at once leave one figure', async () => {
  await Promise.all([count(FIRST, '7'), count(FIRST, '7')]);
  expect(await rows(`select value::text from figure`)).toEqual([{ value: '7' }]);
});

test('nobody types the name of the system, whether the office or a commune; of which kind a source is, the act says', async () => {
  expect(await say(district.units.anKhanh, { source: 'HỆ THỐNG' })).toEqual({
    __typename: 'Refusal',
    code: 'SOURCE_RESERVED',
    path: 'source',
  });
  expect(await say(district.units.anKhanh, { sourceKind: 'PRESS' })).toMatchObject({ sourceKind: 'PRESS' });
  expect(await say(district.units.sonDong, {})).toMatchObject({ sourceKind: 'OTHER' });
  const officer = await contest.as(await aPerson(contest, { unitId: district.units.anKhanh, role: 'COMMUNE_OFFICER' }));
  const { id: periodId } = await organiser.ask(
    `mutation ($input: OpenReportingPeriodInput!) { openReportingPeriod(input: $input) { ... on ReportingPeriod { id } } }`,
    {
      input: {
        ...{ hostUnitId: district.units.district, key: 'T2', nameVi: 'Tháng 2', nameEn: 'February' },
        ...{ startsOn: FIRST.from, endsOn: SECOND.to, dueOn: '2026-03-05' },
      },
    },
  );
  const save = (source?: string) =>
    officer.ask(
      `mutation ($input: SaveReportInput!) { saveReport(input: $input) { ... on Report { figures { sourceKind } } ... on Refusal { code path } } }`,
      {
        input: {
          periodId,
          unitId: district.units.anKhanh,
          version: 0,
          figures: [{ indicatorId: indicators['qr.ratings'], value: '90', source }],
        },
      },
    );
  expect(await save('system')).toEqual({ code: 'SOURCE_RESERVED', path: 'figures.0.source' });
  expect(await save()).toEqual({ figures: [{ sourceKind: 'REPORTED' }] });
});

test('what the press says of the same days is disputed within a unit; of the district it stands beside the sum of its communes', async () => {
  await count(FIRST, '70');
  await count(SECOND, '80', { unitId: district.units.sonDong });
  await say(district.units.anKhanh, { value: '60', sourceKind: 'PRESS' });
  await say(district.units.district, { sourceKind: 'PRESS' });
  const figures = await figuresOf('Xã An Khánh');
  expect(figures.map(({ sourceKind, counted, disputedBy }: any) => [sourceKind, counted, disputedBy.length])).toEqual([
    ['SYSTEM', true, 1],
    ['PRESS', false, 1],
  ]);
  expect((await read()).host.figures).toMatchObject([
    { sourceKind: 'PRESS', disputedBy: [], communes: { value: '150', units: 2, pieces: 2, exceeds: true } },
  ]);
});

test('the database keeps no figure of the system that a person wrote, that is no piece, or that bears another name', async () => {
  const insert = (column: string, value: string, kind = 'SYSTEM') => {
    const row = {
      starts_on: `'2026-02-01'`,
      ends_on: `'2026-02-14'`,
      source: `'Hệ thống'`,
      verified: 'true',
      verified_at: 'now()',
      by_id: 'null',
      [column]: value,
    };
    return rows(`insert into figure (id, indicator_id, unit_id, value, source_kind, illustrative, at, ${Object.keys(row).join(', ')})
      values (gen_random_uuid(), '${indicators['qr.ratings']!}', '${district.units.anKhanh}', 1, '${kind}', false, now(), ${Object.values(row).join(', ')})`);
  };
  await expect(insert('by_id', '(select id from person limit 1)')).rejects.toMatchObject({ constraint: 'figure_system_by_nobody' });
  await expect(insert('ends_on', `'2026-02-15'`)).rejects.toMatchObject({ constraint: 'figure_system_in_pieces' });
  await expect(insert('source', `'Báo'`)).rejects.toMatchObject({ constraint: 'figure_system_named' });
  await expect(insert('source', `'SYSTEM '`, 'PRESS')).rejects.toMatchObject({ constraint: 'figure_system_named' });
  await insert('starts_on', `'2026-02-01'`);
});
