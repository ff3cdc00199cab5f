import { SYSTEM } from '#lib/kernel';
import { UnitService } from '#lib/units';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aPastContest, aRollout, anEligibleInitiative } from './support/rollouts.js';
import { done } from './support/world.js';

const RATES = `query ($periodId: ID!) { reportingRates(periodIds: [$periodId]) { expected exempt received units { expected state received unit { nameVi } } } }`;
const OVERDUE = `query ($asOf: LocalDate) { overdue(asOf: $asOf, first: 100) { edges { node { kind periodId dueOn daysLate unit { nameVi } } } } }`;
const MINE = `{ myReports(first: 100) { edges { node { state canReport whyNotReport { code } period { id } unit { id nameVi } } } } }`;
const REPORTS = `query ($periodId: ID) { reports(periodId: $periodId, first: 100) { edges { node { state canApprove note unit { nameVi } figures { value startsOn endsOn } } } } }`;
const FIGURES = `query ($indicatorId: ID!) { figures(indicatorId: $indicatorId, first: 100) { edges { node { value approved unit { nameVi } } } } }`;
const CUMULATIVE = `query ($indicatorId: ID!, $upTo: LocalDate, $reading: UnitReading! = OLD) { cumulative(indicatorId: $indicatorId, upTo: $upTo, reading: $reading) {
  total { value } withSubmitted { value } lines { unit { nameVi } value parts { unit { nameVi } gaps { from to } figures { value source approved counted } } } } }`;
const SAVE = `mutation ($input: SaveReportInput!) { saveReport(input: $input) { ... on Report { id version figures { value startsOn endsOn } } ... on Refusal { code path } } }`;
const OWN = `mutation ($input: RecordOwnAdoptionInput!) { recordOwnAdoption(input: $input) { __typename ... on Adoption { id rollout { id } basis unit { nameVi } since } ... on Refusal { code path } } }`;
const RECORD = `mutation ($input: RecordFigureInput!) { recordFigure(input: $input) { __typename ... on Figure { id } ... on Refusal { code path } } }`;
const REMOVE = `mutation ($input: RemoveLineageInput!) { removeLineage(input: $input) { __typename ... on Refusal { code message } } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
/** Of An Khánh anew, into which An Khánh and Sơn Đồng went; La Phù was split into it and a ward, which also has a strip of Sơn Đồng. */
let heir: { id: string; ward: string; officer: Client; link: string };
let rollout: { id: string; indicators: Record<string, string> };
let keys = 0;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  const { anKhanh, sonDong, laPhu } = district.units;
  const communes = [anKhanh, sonDong].map((unitId) => ({ unitId, basis: 'REQUIRED' }));
  rollout = await aRollout(contest, district, organiser, {
    communes: [...communes, { unitId: laPhu, basis: 'EXEMPT', reason: 'Đang xây trụ sở.' }],
  });
  const units = contest.get(UnitService);
  for (const unitId of [anKhanh, sonDong, laPhu])
    await units.closeUnit(SYSTEM, { unitId, version: 1, validTo: '2025-06-30', reason: 'Sắp xếp.' });
  // Beside the district, as on 1/7/2025: nothing of it is below its host.
  const root = await units.createUnit(SYSTEM, {
    kind: 'CITY',
    nameVi: 'Hà Nội',
    nameEn: 'Hà Nội',
    parentId: null,
    validFrom: '2021-01-01',
  });
  const made = async (nameVi: string) =>
    (await units.createUnit(SYSTEM, { kind: 'COMMUNE', nameVi, nameEn: nameVi, parentId: root.id, validFrom: '2025-07-01' })).id;
  const [id, ward] = [await made('Xã An Khánh mới'), await made('Phường Dương Nội')];
  const became = (fromId: string, toId: string, kind: 'WHOLE' | 'REST' | 'PART_AREA' | 'SPLIT') =>
    units.recordLineage(SYSTEM, { fromId, toId, kind, effectiveOn: '2025-07-01' });
  const link = (await became(anKhanh, id, 'WHOLE')).id;
  await became(sonDong, id, 'REST');
  await became(sonDong, ward, 'PART_AREA');
  await became(laPhu, id, 'SPLIT');
  await became(laPhu, ward, 'SPLIT');
  heir = { id, ward, link, officer: await contest.as(await aPerson(contest, { unitId: id, role: 'COMMUNE_OFFICER' })) };
});
afterAll(() => contest.stop());
beforeEach(() => {
  contest.clock.set('2026-03-02T02:00:00Z');
});

async function aPeriod(startsOn: string, endsOn: string, dueOn: string): Promise<{ id: string; version: number }> {
  keys += 1;
  const named = { hostUnitId: district.units.district, key: `K-${String(keys)}`, nameVi: 'Kỳ', nameEn: 'Period' };
  return done(organiser, 'openReportingPeriod', { ...named, startsOn, endsOn, dueOn });
}
const expectedIn = async (periodId: string) =>
  (await organiser.ask(RATES, { periodId }))[0].units.map(({ unit, expected }: any) => [unit.nameVi, expected]);
const ratings = (value: string, window: object = {}) => ({ indicatorId: rollout.indicators['qr.ratings'], value, ...window });
const saved = (client: Client, periodId: string, unitId: string, ...[figures, version = 0]: [figures: object[], version?: number]) =>
  client.ask(SAVE, { input: { periodId, unitId, version, note: 'Ghi chú', figures } });
const nodes = ({ edges }: any): any[] => edges.map(({ node }: any) => node);
const rowsOf = async () =>
  contest
    .em()
    .getConnection()
    .execute(
      `select (select count(*) from figure) as f, (select count(*) from report) as r, (select count(*) from unit_lineage) as l, (select count(*) from audit_entry) as a`,
    );

test('a unit is expected to report as long as it is there on the last day of the period, its successors from then on', async () => {
  const before = await aPeriod('2025-01-01', '2025-06-30', '2025-07-05');
  const across = await aPeriod('2024-12-15', '2025-12-14', '2025-12-20');
  const after = await aPeriod('2025-07-01', '2025-09-30', '2025-10-05');
  const old = [
    ['Xã Sơn Đồng', true],
    ['Xã An Khánh', true],
    ['Xã La Phù', false],
  ];
  const now = [
    ['Xã An Khánh mới', true],
    ['Phường Dương Nội', false],
  ];
  expect(await expectedIn(before.id)).toEqual(old);
  for (const { id } of [across, after]) expect(new Set(await expectedIn(id))).toEqual(new Set(now));

  const mine = nodes(await heir.officer.ask(MINE)).map(({ period, unit, canReport }) => [period.id, unit.nameVi, canReport]);
  expect(new Set(mine)).toEqual(new Set([after.id, across.id].map((id) => [id, 'Xã An Khánh mới', true])));
  expect(nodes(await officer.ask(MINE)).map(({ period }) => period.id)).toEqual([before.id]);
  expect(await saved(officer, after.id, district.units.anKhanh, [])).toEqual({ code: 'UNIT_CLOSED', path: null });
});

test('a successor reports for its own days to the office of the host, which approves it, and stands on the line of its predecessors', async () => {
  const { anKhanh } = district.units;
  const first = await aPeriod('2024-01-15', '2024-06-14', '2026-06-20');
  const across = await aPeriod('2025-06-15', '2025-12-14', '2026-12-20');
  const given = [
    [officer, first.id, anKhanh, '100'],
    [heir.officer, across.id, heir.id, '40'],
  ] as const;
  for (const [client, periodId, unitId, value] of given) {
    const draft = await saved(client, periodId, unitId, [ratings(value)]);
    const sent = await done(client, 'submitReport', { reportId: draft.id, version: draft.version });
    expect(nodes(await organiser.ask(REPORTS, { periodId }))).toMatchObject([{ state: 'SUBMITTED', canApprove: true }]);
    await done(organiser, 'approveReport', { reportId: draft.id, version: sent.version });
  }
  expect(nodes(await heir.officer.ask(REPORTS, { periodId: across.id }))[0].figures).toEqual([
    { value: '40', startsOn: '2025-07-01', endsOn: '2025-12-14' },
  ]);
  const old = await heir.officer.ask(CUMULATIVE, { indicatorId: rollout.indicators['qr.ratings'], upTo: '2025-12-14' });
  const now = await heir.officer.ask(CUMULATIVE, { indicatorId: rollout.indicators['qr.ratings'], upTo: '2025-12-14', reading: 'NEW' });
  const lines = ({ lines: all }: any) => all.map(({ unit, value }: any) => [unit.nameVi, value]).filter(([, value]: any) => value !== null);
  expect([old.total.value, now.total.value]).toEqual(['140', '140']);
  expect(lines(old)).toEqual([
    ['Xã An Khánh', '100'],
    ['Xã An Khánh mới', '40'],
  ]);
  expect(lines(now)).toEqual([['Xã An Khánh mới', '140']]);
  // Nobody reports for An Khánh after its end, nor for the new one before its begin.
  const gapsOf = (name: string) => old.lines.find(({ unit }: any) => unit.nameVi === name).parts[0].gaps;
  expect(gapsOf('Xã An Khánh')).toEqual([
    { from: '2024-01-02', to: '2024-01-14' },
    { from: '2024-06-15', to: '2025-06-30' },
  ]);
  expect(gapsOf('Xã An Khánh mới')).toEqual([]);

  const before = await rowsOf();
  const input = { lineageId: heir.link, reason: 'Ghi nhầm.' };
  expect(await organiser.ask(REMOVE, { input })).toMatchObject({ code: 'NOT_FOUND' });
  await expect(contest.get(UnitService).removeLineage(SYSTEM, input)).rejects.toMatchObject({
    code: 'LINEAGE_RESTED_ON',
    detail: { count: 1 },
  });
  expect(await rowsOf()).toEqual(before);
});

test('a figure of days after the unit ended is refused', async () => {
  const before = await rowsOf();
  const input = { ...ratings('5'), unitId: district.units.sonDong, source: 'Kiểm tra', startsOn: '2025-06-01', endsOn: '2025-07-01' };
  expect(await organiser.ask(RECORD, { input })).toEqual({ __typename: 'Refusal', code: 'FIGURE_AFTER_UNIT', path: 'endsOn' });
  expect(await rowsOf()).toEqual(before);
  expect(await organiser.ask(RECORD, { input: { ...input, endsOn: '2025-06-30' } })).toMatchObject({ __typename: 'Figure' });
  // Of a successor, which has no adoption of its own, an inspection says something too.
  const since = { ...input, unitId: heir.id, startsOn: '2025-07-01', endsOn: '2025-07-31' };
  expect(await organiser.ask(RECORD, { input: since })).toMatchObject({ __typename: 'Figure' });
});

test('overdue lists what is missing of closed periods too, never of units that had ended, and what was returned', async () => {
  const period = await aPeriod('2025-07-01', '2025-10-31', '2025-11-05');
  const listed = async (asOf: string) =>
    nodes(await organiser.ask(OVERDUE, { asOf }))
      .filter(({ periodId }) => periodId === period.id)
      .map(({ unit, daysLate }) => [unit.nameVi, daysLate]);
  const draft = await saved(heir.officer, period.id, heir.id, [ratings('7')]);
  await done(organiser, 'closePeriod', { periodId: period.id, version: period.version });
  expect(await listed('2025-11-05')).toEqual([]);
  expect(await listed('2026-03-02')).toEqual([['Xã An Khánh mới', 117]]);
  await done(organiser, 'grantException', { periodId: period.id, unitId: heir.id, reason: 'Mất điện.', until: '2026-03-05' });
  const sent = await done(heir.officer, 'submitReport', { reportId: draft.id, version: draft.version });
  expect(await listed('2026-03-02')).toEqual([]);
  await done(organiser, 'returnReport', { reportId: draft.id, version: sent.version, reason: 'Thiếu.' });
  expect(await listed('2026-03-02')).toEqual([['Xã An Khánh mới', 117]]);
});

test('totals hold approved figures alone; the office sees what is submitted, marked so, and nobody but its commune a draft or what was returned', async () => {
  const other = await aDistrict(contest);
  const office = await contest.as(other.people.organiser);
  const leader = await contest.as(other.people.leader);
  const own = await contest.as(other.people.communeOfficer);
  const neighbour = await contest.as(await aPerson(contest, { unitId: other.units.laPhu, role: 'COMMUNE_OFFICER' }));
  const { indicators } = await aRollout(contest, other, office);
  const indicatorId = indicators['qr.ratings'];
  const named = { hostUnitId: other.units.district, key: 'T', nameVi: 'Kỳ', nameEn: 'Period' };
  const period = await done(office, 'openReportingPeriod', { ...named, startsOn: '2024-01-02', endsOn: '2024-06-14', dueOn: '2026-06-20' });
  const shown = async (client: Client) => {
    const { total, withSubmitted, lines } = await client.ask(CUMULATIVE, { indicatorId });
    const said = lines.flatMap(({ parts }: any) =>
      parts.flatMap(({ figures }: any) => figures.map(({ value, approved, counted }: any) => [value, approved, counted])),
    );
    const list = nodes(await client.ask(FIGURES, { indicatorId })).map(({ value, approved }) => [value, approved]);
    const reports = nodes(await client.ask(REPORTS, { periodId: period.id })).map(({ state, note, figures }) => [
      state,
      note,
      figures.length,
    ]);
    return { total: total.value, withSubmitted: withSubmitted?.value ?? null, said, list, reports };
  };
  const nothing = { total: null, withSubmitted: null, said: [], list: [], reports: [] };

  const draft = await saved(own, period.id, other.units.anKhanh, [{ indicatorId, value: '124692' }]);
  for (const client of [office, leader, neighbour]) expect(await shown(client)).toEqual(nothing);
  expect(await shown(own)).toEqual({ ...nothing, list: [['124692', false]], reports: [['DRAFT', 'Ghi chú', 1]] });

  const sent = await done(own, 'submitReport', { reportId: draft.id, version: draft.version });
  const submitted = { ...nothing, said: [['124692', false, false]], list: [['124692', false]], reports: [['SUBMITTED', 'Ghi chú', 1]] };
  expect(await shown(office)).toEqual({ ...submitted, withSubmitted: '124692' });
  expect(await shown(own)).toEqual(submitted);
  expect(await shown(leader)).toEqual({ ...nothing, reports: [['SUBMITTED', null, 0]] });
  expect(await shown(neighbour)).toEqual(nothing);

  const returned = await done(office, 'returnReport', { reportId: draft.id, version: sent.version, reason: 'Gõ nhầm?' });
  for (const client of [office, leader]) expect(await shown(client)).toEqual({ ...nothing, reports: [['RETURNED', null, 0]] });
  const again = await saved(own, period.id, other.units.anKhanh, [{ indicatorId, value: '1236' }], returned.version);
  const resent = await done(own, 'submitReport', { reportId: again.id, version: again.version });
  await done(office, 'approveReport', { reportId: again.id, version: resent.version });
  const all = {
    total: '1236',
    withSubmitted: null,
    said: [['1236', true, true]],
    list: [['1236', true]],
    reports: [['APPROVED', 'Ghi chú', 1]],
  };
  expect(await shown(leader)).toEqual(all);
  expect(await shown(office)).toEqual({ ...all, withSubmitted: '1236' });
  expect(await shown(neighbour)).toEqual({ ...all, list: [], reports: [] });
});

test('a figure of 2020 counts for nothing in a rollout of 2024, and one of 2021 to 2023 or from outside displaces no reported one', async () => {
  const other = await aDistrict(contest);
  const office = await contest.as(other.people.organiser);
  const own = await contest.as(other.people.communeOfficer);
  const { indicators } = await aRollout(contest, other, office);
  const indicatorId = indicators['qr.ratings'];
  const named = { hostUnitId: other.units.district, key: 'P', nameVi: 'Kỳ', nameEn: 'Period' };
  const period = await done(office, 'openReportingPeriod', { ...named, startsOn: '2023-12-15', endsOn: '2024-06-14', dueOn: '2026-06-20' });
  const draft = await saved(own, period.id, other.units.anKhanh, [{ indicatorId, value: '100' }]);
  const sent = await done(own, 'submitReport', { reportId: draft.id, version: draft.version });
  await done(office, 'approveReport', { reportId: draft.id, version: sent.version });
  const said = async (value: string, startsOn: string, endsOn: string) =>
    office.ask(RECORD, { input: { indicatorId, unitId: other.units.anKhanh, value, startsOn, endsOn, source: `Nguồn ${value}` } });
  for (const [value, from, to] of [
    ['5000', '2020-01-01', '2020-12-31'],
    ['7000', '2021-01-01', '2023-12-31'],
    ['8000', '2021-01-01', '2024-06-30'],
    ['900', '2024-01-02', '2024-12-31'],
    ['30', '2024-06-15', '2024-09-14'],
  ] as const)
    expect(await said(value, from, to)).toMatchObject({ __typename: 'Figure' });
  const { total, lines } = await own.ask(CUMULATIVE, { indicatorId, upTo: '2024-12-31' });
  // Reported to 14 June: 100. From 15 June to 14 September nobody reported, and another source says 30.
  expect(total.value).toBe('130');
  const counted = lines.flatMap(({ parts }: any) => parts[0].figures).filter((figure: any) => figure.counted);
  expect(counted.map(({ value }: any) => value)).toEqual(['100', '30']);
});

test('a commune of today takes an initiative up by itself, on the units of today', async () => {
  const past = await aPastContest(contest, district);
  const [fresh, begun] = [
    await anEligibleInitiative(contest, district, past),
    (await contest.em().getConnection().execute<{ id: string }[]>('select initiative_id as id from rollout where id = ?', [rollout.id]))[0]!
      .id,
  ];
  const own = (client: Client, initiativeId: string, unitId: string, startedOn = '2026-02-01') =>
    client.ask(OWN, { input: { initiativeId, unitId, startedOn, reason: 'Thấy hiệu quả.' } });
  expect(await own(officer, fresh, district.units.anKhanh)).toEqual({ __typename: 'Refusal', code: 'UNIT_NOT_THERE', path: 'startedOn' });
  expect(await own(heir.officer, fresh, heir.id, '2025-06-30')).toEqual({
    __typename: 'Refusal',
    code: 'UNIT_NOT_THERE',
    path: 'startedOn',
  });
  expect(await own(heir.officer, fresh, heir.id)).toMatchObject({
    __typename: 'Adoption',
    basis: 'VOLUNTARY',
    since: '2026-02-01',
    unit: { nameVi: 'Xã An Khánh mới' },
  });
  expect(await own(heir.officer, begun, heir.id)).toMatchObject({ __typename: 'Adoption', rollout: { id: rollout.id } });
  const strangers = await aDistrict(contest);
  const stranger = await contest.as(strangers.people.communeOfficer);
  expect(await own(stranger, begun, strangers.units.anKhanh)).toEqual({
    __typename: 'Refusal',
    code: 'UNIT_NOT_IN_ROLLOUT',
    path: 'unitId',
  });
});

test('two communes that take one initiative up at once begin one rollout', async () => {
  const other = await aDistrict(contest);
  const initiativeId = await anEligibleInitiative(contest, other, await aPastContest(contest, other));
  const { anKhanh, sonDong, laPhu } = other.units;
  const officers = [await contest.as(other.people.communeOfficer)];
  for (const unitId of [sonDong, laPhu]) officers.push(await contest.as(await aPerson(contest, { unitId, role: 'COMMUNE_OFFICER' })));
  const replies = await Promise.all(
    [anKhanh, sonDong, laPhu].map((unitId, at) =>
      officers[at]!.ask(OWN, { input: { initiativeId, unitId, startedOn: '2024-03-01', reason: 'Tự làm.' } }),
    ),
  );
  expect(replies.map(({ __typename }) => __typename)).toEqual(Array(3).fill('Adoption'));
  expect(new Set(replies.map(({ rollout }) => rollout.id)).size).toBe(1);
});
