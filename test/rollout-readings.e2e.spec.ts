import { type LineageFacts, carrierAsOf, isConfirmed } from '#domain/rollout';
import { SYSTEM } from '#lib/kernel';
import { UnitService } from '#lib/units';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aRollout, adoptionOf, takeThrough } from './support/rollouts.js';
import { countQueries } from './support/count-queries.js';

const MATRIX = `query ($asOf: LocalDate, $reading: UnitReading! = OLD, $first: Int! = 50) { rolloutMatrix(asOf: $asOf, reading: $reading, first: $first) { asOf reading units { id nameVi }
  rows { rollout { id } expected exempt inUse coverage counts { state count } cells { unitId adoptionId state basis since confirmed overdue exempt counts { state count } parts { unit { nameVi } adoptionId state basis } } } } }`;
const CUMULATIVE = `query ($indicatorId: ID!, $unitId: ID, $upTo: LocalDate, $reading: UnitReading! = OLD) { cumulative(indicatorId: $indicatorId, unitId: $unitId, upTo: $upTo, reading: $reading) {
  from upTo total { value numerator denominator } lines { unit { nameVi } value numerator denominator meetsTarget
    parts { unit { nameVi } value disputed gaps { from to } figures { figureId startsOn endsOn value source verified counted disputedBy } } }
  host { value disputed figures { source startsOn value counted disputedBy figureId } } } }`;
const RECORD = `mutation ($input: RecordFigureInput!) { recordFigure(input: $input) { __typename ... on Figure { id value verified } ... on Refusal { code path } } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;
let rollout: { id: string; indicators: Record<string, string> };
let officers: Record<string, Client>;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  const { anKhanh, sonDong, laPhu } = district.units;
  const officerOf = async (unitId: string) => contest.as(await aPerson(contest, { unitId, role: 'COMMUNE_OFFICER' }));
  officers = {
    [anKhanh]: await contest.as(district.people.communeOfficer),
    [sonDong]: await officerOf(sonDong),
    [laPhu]: await officerOf(laPhu),
  };
  rollout = await aRollout(contest, district, organiser);
  await takeThrough(officers[anKhanh]!, { rolloutId: rollout.id, unitId: anKhanh }, [
    ['IN_USE', '2024-02-12', 'Đã thí điểm tại xã bạn.'],
    ['SUSTAINED', '2024-08-12'],
  ]);
  await takeThrough(officers[sonDong]!, { rolloutId: rollout.id, unitId: sonDong }, [
    ['PREPARING', '2024-01-08'],
    ['IN_USE', '2024-03-04', 'Đã thí điểm tại xã bạn.'],
  ]);
  const units = contest.get(UnitService);
  const reorganisedOn = '2025-07-01';
  const created = async (nameVi: string, code: string) =>
    (
      await units.createUnit(SYSTEM, {
        kind: 'COMMUNE',
        statisticsCode: code,
        abbreviation: null,
        nameVi,
        nameEn: nameVi,
        parentId: district.units.district,
        validFrom: reorganisedOn,
      })
    ).id;
  for (const unitId of [anKhanh, sonDong, laPhu])
    await units.closeUnit(SYSTEM, { unitId, version: 1, validTo: '2025-06-30', reason: 'Sắp xếp đơn vị hành chính.' });
  const became = async (fromId: string, toId: string, kind: 'WHOLE' | 'REST' | 'PART_AREA' | 'SPLIT') => {
    await units.recordLineage(SYSTEM, { fromId, toId, kind, effectiveOn: reorganisedOn });
  };
  const after = { an: await created('Xã An Khánh mới', '09877'), duong: await created('Phường Dương Nội', '09886') };
  await became(anKhanh, after.an, 'REST');
  await became(anKhanh, after.duong, 'PART_AREA');
  await became(sonDong, after.an, 'WHOLE');
  await became(laPhu, after.duong, 'SPLIT');
  await became(laPhu, after.an, 'SPLIT');
});
afterAll(() => contest.stop());

const record = (unitId: string, key: string, said: Record<string, unknown>) =>
  organiser.ask(RECORD, {
    input: { indicatorId: rollout.indicators[key], unitId, startsOn: '2024-01-02', endsOn: '2024-06-14', source: 'Báo cáo', ...said },
  });

const cellsOf = (matrix: any) =>
  Object.fromEntries(
    matrix.rows[0].cells.map((cell: any) => [matrix.units.find(({ id }: any) => id === cell.unitId)?.nameVi ?? 'none', cell]),
  );

test('the matrix shows each commune as it was on a day', async () => {
  const now = await organiser.ask(MATRIX, {});
  expect(now.rows[0]).toMatchObject({ rollout: { id: rollout.id }, expected: 3, exempt: 0, inUse: 2, coverage: '66.7' });
  expect(now.rows[0].counts).toEqual([
    { state: 'IN_USE', count: 1 },
    { state: 'NOT_STARTED', count: 1 },
    { state: 'SUSTAINED', count: 1 },
  ]);
  const cells = cellsOf(now);
  expect(cells['Xã An Khánh']).toMatchObject({
    state: 'SUSTAINED',
    since: '2024-08-12',
    confirmed: false,
    overdue: false,
    basis: 'REQUIRED',
    counts: null,
  });
  expect(cells['Xã La Phù']).toMatchObject({ state: 'NOT_STARTED', since: '2024-01-02', confirmed: null, overdue: true });
  const then = cellsOf(await organiser.ask(MATRIX, { asOf: '2024-02-29' }));
  expect([then['Xã An Khánh'].state, then['Xã Sơn Đồng'].state, then['Xã La Phù'].overdue]).toEqual(['IN_USE', 'PREPARING', false]);
  expect((await organiser.ask(MATRIX, { asOf: '2023-12-31' })).rows).toEqual([]);
});

test('on the new units states are counts of the predecessors, and what was split stands on no unit', async () => {
  const matrix = await organiser.ask(MATRIX, { asOf: '2025-06-30', reading: 'NEW' });
  const cells = cellsOf(matrix);
  expect(matrix.units.map(({ nameVi }: any) => nameVi)).toEqual(['Xã An Khánh mới']);
  expect(cells['Xã An Khánh mới']).toMatchObject({
    state: null,
    adoptionId: null,
    exempt: 0,
    counts: [
      { state: 'IN_USE', count: 1 },
      { state: 'SUSTAINED', count: 1 },
    ],
  });
  expect(cells.none).toMatchObject({ unitId: null, counts: [{ state: 'NOT_STARTED', count: 1 }], overdue: true });
  const old = cellsOf(await organiser.ask(MATRIX, { asOf: '2025-06-30' }));
  const part = (nameVi: string) => ({ unit: { nameVi }, adoptionId: old[nameVi].adoptionId, state: old[nameVi].state, basis: 'REQUIRED' });
  expect(cells['Xã An Khánh mới'].parts).toEqual([part('Xã Sơn Đồng'), part('Xã An Khánh')]);
  expect([cells.none.parts, old['Xã La Phù'].parts]).toEqual([[part('Xã La Phù')], null]);
  expect(matrix.rows[0]).toMatchObject({ expected: 3, inUse: 2, coverage: '66.7' });
});

test('what the statement says of confirmation and of new units is what the rules say', async () => {
  const { anKhanh, sonDong, laPhu } = district.units;
  const days = ['2024-08-12', '2025-02-11', '2025-02-12', '2025-08-11', '2025-08-12', '2026-03-02'];
  const shown = [];
  for (const asOf of days) shown.push(cellsOf(await organiser.ask(MATRIX, { asOf }))['Xã An Khánh'].confirmed);
  expect(shown).toEqual(
    days.map((asOf) => isConfirmed({ state: 'SUSTAINED', since: '2024-08-12', evidenceOn: ['2024-02-12', '2024-08-12'] }, asOf)),
  );
  const lineage = await contest
    .em()
    .getConnection()
    .execute<LineageFacts[]>(`select from_id as "fromId", to_id as "toId", kind, effective_on::text as "effectiveOn" from unit_lineage`);
  const carrier = carrierAsOf(lineage, '2026-03-02');
  const { cells } = (await organiser.ask(MATRIX, { reading: 'NEW' })).rows[0];
  expect(new Set(cells.map(({ unitId }: any) => unitId))).toEqual(new Set([anKhanh, sonDong, laPhu].map(carrier)));
});

test('the matrix and every list take as many statements for three rows as for one', async () => {
  const lists = [
    MATRIX,
    MATRIX.replace('= OLD', '= NEW'),
    '{ rollouts { edges { node { id leadUnit { nameVi } indicators { key } counts { state count } } } } }',
    '{ publicRollouts { edges { node { id inUseIn { nameVi } } } } }',
    '{ adoptions { edges { node { id unit { nameVi } history { byName } evidence { note } } } } }',
    `{ figures(indicatorId: "${rollout.indicators['qr.ratings']!}") { edges { node { id unit { nameVi } } } } }`,
    '{ reports { edges { node { id figures { value } unit { nameVi } } } } }',
    '{ reportingPeriods { edges { node { id exceptions { reason } } } } }',
    '{ overdue { edges { node { id unit { nameVi } } } } }',
  ];
  const counts = async () => {
    const found = [];
    for (const list of lists) found.push(await countQueries(() => organiser.ask(list)));
    return found;
  };
  const warm = await counts();
  expect(warm.length).toBe(lists.length);
  const one = await counts();
  await aRollout(contest, district, organiser);
  await aRollout(contest, district, organiser);
  expect((await organiser.ask(MATRIX, {})).rows).toHaveLength(3);
  expect(await counts()).toEqual(one);
  expect((await organiser.ask(MATRIX, { first: 1 })).rows).toHaveLength(1);
  expect((await organiser.send(MATRIX, { first: 1_000_000 })).errors?.[0]?.extensions).toMatchObject({ code: 'PAGE_SIZE', path: 'first' });
});

test('anyone sees where an initiative is in use, and nothing of those that are not', async () => {
  const visitor = contest.client();
  const { edges } = await visitor.ask(
    '{ publicRollouts(first: 100) { edges { node { id expected inUse coverage inUseIn { nameVi } } } } }',
  );
  const node = edges.map(({ node }: any) => node).find(({ id }: any) => id === rollout.id);
  expect(node).toEqual({
    id: rollout.id,
    expected: 3,
    inUse: 2,
    coverage: '66.7',
    inUseIn: [{ nameVi: 'Xã Sơn Đồng' }, { nameVi: 'Xã An Khánh' }],
  });
  expect((await visitor.send(MATRIX, {})).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('figures add up over windows that do not overlap, gaps are shown, and totals are the same on old and new units', async () => {
  const { anKhanh, sonDong, laPhu } = district.units;
  await record(anKhanh, 'qr.ratings', { value: '100', endsOn: '2024-03-14' });
  await record(anKhanh, 'qr.ratings', { value: '250' });
  await record(anKhanh, 'qr.ratings', { value: '90', startsOn: '2024-06-15', endsOn: '2024-09-14' });
  await record(sonDong, 'qr.ratings', { value: '60' });
  await record(laPhu, 'qr.ratings', { value: '7' });
  const old = await organiser.ask(CUMULATIVE, { indicatorId: rollout.indicators['qr.ratings'], upTo: '2024-12-14' });
  expect([old.from, old.upTo, old.total.value]).toEqual(['2024-01-02', '2024-12-14', '407']);
  const line = old.lines.find(({ unit }: any) => unit.nameVi === 'Xã An Khánh');
  expect([line.value, line.parts[0].gaps, line.parts[0].figures.map(({ counted }: any) => counted)]).toEqual([
    '340',
    [{ from: '2024-09-15', to: '2024-12-14' }],
    [false, true, true],
  ]);

  const now = await organiser.ask(CUMULATIVE, { indicatorId: rollout.indicators['qr.ratings'], upTo: '2024-12-14', reading: 'NEW' });
  expect(now.total).toEqual(old.total);
  expect(now.lines.map(({ unit, value }: any) => [unit?.nameVi ?? null, value])).toEqual(
    expect.arrayContaining([
      ['Xã An Khánh mới', '400'],
      [null, '7'],
    ]),
  );
  expect(now.lines).toHaveLength(2);
});

test('the figures of one unit are asked for alone, and the total stays that of all', async () => {
  const { anKhanh } = district.units;
  const asked = { indicatorId: rollout.indicators['qr.ratings'], upTo: '2024-12-14' };
  const all = await organiser.ask(CUMULATIVE, asked);
  const one = await organiser.ask(CUMULATIVE, { ...asked, unitId: anKhanh });

  expect(one).toEqual({ ...all, lines: all.lines.filter(({ unit }: any) => unit.nameVi === 'Xã An Khánh') });
});

test('a ratio is the ratio of sums over the communes', async () => {
  const { anKhanh, sonDong } = district.units;
  await record(anKhanh, 'qr.satisfied', { numerator: '90', denominator: '100' });
  await record(sonDong, 'qr.satisfied', { numerator: '1', denominator: '2' });
  const { total, lines } = await organiser.ask(CUMULATIVE, { indicatorId: rollout.indicators['qr.satisfied'], upTo: '2024-12-14' });
  expect(total).toEqual({ value: '89.2157', numerator: '91', denominator: '102' });
  expect(lines.map(({ meetsTarget }: any) => meetsTarget).sort()).toEqual([false, false, null]);
});

test('two sources that disagree stand side by side and are flagged; the district as a whole is in no total', async () => {
  const { laPhu } = district.units;
  const told = await record(laPhu, 'qr.counters', { value: '5', source: 'Báo cáo xã' });
  const checked = await record(laPhu, 'qr.counters', { value: '3', source: 'Kiểm tra đột xuất', verified: true });
  const { lines, total } = await organiser.ask(CUMULATIVE, { indicatorId: rollout.indicators['qr.counters'], upTo: '2024-12-14' });
  const part = lines.find(({ unit }: any) => unit.nameVi === 'Xã La Phù').parts[0];
  expect([part.value, part.disputed, total.value]).toEqual(['3', true, null]);
  expect(part.figures.map(({ figureId, counted, disputedBy }: any) => [figureId, counted, disputedBy])).toEqual([
    [told.id, false, [checked.id]],
    [checked.id, true, [told.id]],
  ]);

  const press = { value: '21325', startsOn: '2023-11-01' };
  const month = await record(district.units.district, 'qr.ratings', { ...press, endsOn: '2023-11-30', source: 'Báo Kinh tế & Đô thị' });
  const year = await record(district.units.district, 'qr.ratings', { ...press, endsOn: '2024-11-30', source: 'Báo Lao động Thủ đô' });
  const both = await organiser.ask(CUMULATIVE, { indicatorId: rollout.indicators['qr.ratings'], upTo: '2024-12-14' });
  expect(both.total.value).toBe('407');
  expect(both.host).toMatchObject({ value: '21325', disputed: true });
  expect(both.host.figures.map(({ figureId, counted, disputedBy }: any) => [figureId, counted, disputedBy])).toEqual([
    [month.id, false, [year.id]],
    [year.id, true, [month.id]],
  ]);
});

test.each<[string, string, string | null, Record<string, unknown>]>([
  ['a second figure of one source for one window', 'FIGURE_TWICE', null, { value: '1' }],
  ['a ratio for a sum', 'FIGURE_KIND', 'value', { numerator: '1', denominator: '2', source: 'Khác' }],
  ['a window ahead', 'FIGURE_IN_FUTURE', 'endsOn', { value: '1', endsOn: '2030-01-01' }],
])('%s is refused', async (_, code, path, said) => {
  await record(district.units.anKhanh, 'qr.ratings', { value: '1', source: 'Nguồn' });
  const before = await contest.em().getConnection().execute('select count(*) from figure');
  expect(await record(district.units.anKhanh, 'qr.ratings', { source: 'Nguồn', ...said })).toEqual({ __typename: 'Refusal', code, path });
  expect(await contest.em().getConnection().execute('select count(*) from figure')).toEqual(before);
});

test('a unit that has no part in the rollout has no figures', async () => {
  expect(await record(district.units.finance, 'qr.ratings', { value: '1' })).toEqual({
    __typename: 'Refusal',
    code: 'UNIT_NOT_IN_ROLLOUT',
    path: 'unitId',
  });
  const adoption = await adoptionOf(organiser, rollout.id, district.units.anKhanh);
  expect(adoption.unit.nameVi).toBe('Xã An Khánh');
});
