import { randomUUID } from 'node:crypto';
import { Notice } from '#domain/notice';
import { type District, aDistrict, aPerson, aUnit } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aRollout } from './support/rollouts.js';

const OPEN = `mutation ($input: OpenReportingPeriodInput!) { openReportingPeriod(input: $input) { __typename ... on ReportingPeriod { id version } ... on Refusal { code path } } }`;
const CLOSE = `mutation ($input: ClosePeriodInput!) { closePeriod(input: $input) { __typename ... on ReportingPeriod { version closedAt } ... on Refusal { code } } }`;
const GRANT = `mutation ($input: GrantExceptionInput!) { grantException(input: $input) { __typename
  ... on ReportingPeriod { exceptions { unit { id } reason until grantedByName } } ... on Refusal { code path } } }`;
const SAVE = `mutation ($input: SaveReportInput!) { saveReport(input: $input) { __typename
  ... on Report { id version state canReport figures { id version indicatorKey startsOn endsOn value numerator denominator source verified } } ... on Refusal { code path message } } }`;
const of = (verb: string, type: string) => `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename
  ... on Report { id version state onTime returnReason canReport canApprove whyNotReport { code } } ... on Refusal { code path } } }`;
const SUBMIT = of('submitReport', 'SubmitReportInput');
const APPROVE = of('approveReport', 'ApproveReportInput');
const RETURN = of('returnReport', 'ReturnReportInput');
const VERIFY = `mutation ($input: VerifyFigureInput!) { verifyFigure(input: $input) { __typename ... on Figure { id verified canVerify } ... on Refusal { code } } }`;
const MINE = `{ myReports(first: 100) { edges { node { reportId version state canReport whyNotReport { code message } period { key } unit { id } } } } }`;
const RATES = `query ($periodId: ID!, $asOf: LocalDate) { reportingRates(periodIds: [$periodId], asOf: $asOf) { expected exempt received onTime receivedRate onTimeRate } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
let rollout: { id: string; indicators: Record<string, string> };
let keys = 0;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  rollout = await aRollout(contest, district, organiser);
});
afterAll(() => contest.stop());
beforeEach(() => {
  contest.clock.set('2026-03-02T02:00:00Z');
});

async function aPeriod(changes: Record<string, string> = {}): Promise<{ id: string; version: number; key: string }> {
  keys += 1;
  const key = `2024-P${String(keys)}`;
  const window = { startsOn: '2023-12-15', endsOn: `2024-02-${String(keys + 9)}`, dueOn: '2026-03-20' };
  const reply = await organiser.ask(OPEN, { input: { hostUnitId: district.units.district, key, nameVi: `Kỳ ${key}`, nameEn: key, ...window, ...changes } });
  if (reply.__typename !== 'ReportingPeriod') throw new Error(JSON.stringify(reply));
  return { ...reply, key };
}

const ratings = (value: string, changes: Record<string, unknown> = {}) => ({ indicatorId: rollout.indicators['qr.ratings'], value, ...changes });
const satisfied = (numerator: string, denominator: string) => ({ indicatorId: rollout.indicators['qr.satisfied'], numerator, denominator });

const saved = (periodId: string, figures: unknown[], changes: Record<string, unknown> = {}) =>
  officer.ask(SAVE, { input: { periodId, unitId: district.units.anKhanh, version: 0, figures, ...changes } });

const rows = async (): Promise<unknown> =>
  contest.em().getConnection().execute(`select (select count(*) from report) as reports, (select count(*) from figure) as figures, (select count(*) from audit_entry) as audit,
    (select count(*) from period_exception) as exceptions, (select count(*) from reporting_period where closed_at is not null) as closed, (select sum(version) from report) as versions`);

const mine = async (key: string) => {
  const { edges } = await officer.ask(MINE);
  return edges.map(({ node }: any) => node).find(({ period }: any) => period.key === key);
};

/** What the officer was told of their report, in order. */
const toldOf = async (periodId: string) =>
  (await contest.em().find(Notice, { person: district.people.communeOfficer, path: `/reports/${periodId}/${district.units.anKhanh}` }, { orderBy: { id: 'asc' } })).map(
    ({ kind, textVi, textEn }) => [kind, textVi, textEn],
  );

/** Who was told that it came, and in which words. */
const toldOffice = async (periodId: string) =>
  (await contest.em().find(Notice, { kind: 'report.submitted', path: `/reports/${periodId}/${district.units.anKhanh}` })).map(({ person, textVi, textEn }) => [person.id, textVi, textEn]);

test('a report is typed, sent, returned, sent again and approved; when it first came in decides whether it was on time', async () => {
  const period = await aPeriod();
  expect(await mine(period.key)).toMatchObject({ reportId: null, version: 0, state: null, canReport: true, whyNotReport: null });

  const draft = await saved(period.id, [ratings('148'), satisfied('140', '148')]);
  expect(draft).toMatchObject({ __typename: 'Report', version: 1, state: 'DRAFT', canReport: true });
  expect(draft.figures.map(({ indicatorKey, startsOn, endsOn, value, numerator, source, verified }: any) => [indicatorKey, startsOn, endsOn, value, numerator, source, verified])).toEqual([
    ['qr.ratings', '2023-12-15', '2024-02-10', '148', null, 'Xã An Khánh', false],
    ['qr.satisfied', '2023-12-15', '2024-02-10', null, '140', 'Xã An Khánh', false],
  ]);
  const again = await saved(period.id, [ratings('150', { note: 'Đã rà soát' })], { version: 1 });
  expect([again.version, again.figures.length, again.figures[0].id]).toEqual([2, 1, draft.figures[0].id]);

  const sent = await officer.ask(SUBMIT, { input: { reportId: again.id, version: 2 } });
  expect(sent).toMatchObject({ state: 'SUBMITTED', onTime: true, canReport: false, whyNotReport: { code: 'REPORT_SUBMITTED' } });
  await contest.drain();
  expect(await toldOffice(period.id)).toEqual([
    [
      district.people.organiser,
      `Xã An Khánh đã gửi báo cáo (Kỳ ${period.key}). Đề nghị Ông/Bà xem và duyệt báo cáo, hoặc trả lại kèm lý do.`,
      `Xã An Khánh has sent its report (${period.key}). Please look at it and approve it, or return it with a reason.`,
    ],
  ]);
  const returned = await organiser.ask(RETURN, { input: { reportId: again.id, version: sent.version, reason: 'Thiếu tỷ lệ hài lòng.' } });
  expect(returned).toMatchObject({ state: 'RETURNED', returnReason: 'Thiếu tỷ lệ hài lòng.' });
  await contest.drain();
  expect(await toldOf(period.id)).toEqual([['report.returned', expect.stringContaining('Xã An Khánh'), expect.stringContaining('Reason: Thiếu tỷ lệ hài lòng.')]]);

  contest.clock.set('2026-03-25T02:00:00Z');
  const more = await saved(period.id, [ratings('150'), satisfied('140', '150')], { version: returned.version });
  const resent = await officer.ask(SUBMIT, { input: { reportId: again.id, version: more.version } });
  expect(resent).toMatchObject({ state: 'SUBMITTED', onTime: true });
  const verified = await organiser.ask(VERIFY, { input: { figureId: more.figures[0].id, version: more.figures[0].version } });
  expect(verified).toMatchObject({ verified: true, canVerify: false });
  expect(await organiser.ask(VERIFY, { input: { figureId: more.figures[0].id, version: Number(more.figures[0].version) + 1 } })).toMatchObject({ code: 'FIGURE_VERIFIED' });
  const approved = await organiser.ask(APPROVE, { input: { reportId: again.id, version: resent.version } });
  expect(approved).toMatchObject({ state: 'APPROVED', returnReason: null, canApprove: false, whyNotReport: { code: 'REPORT_APPROVED' } });
  await contest.drain();
  expect((await toldOf(period.id)).map(([kind]) => kind)).toEqual(['report.returned', 'report.approved']);
});

test.each<[string, string, string | null, () => unknown[]]>([
  ['a ratio given as one number', 'FIGURE_KIND', 'figures.0.value', () => [{ indicatorId: rollout.indicators['qr.satisfied'], value: '95' }]],
  ['a sum given as a ratio', 'FIGURE_KIND', 'figures.0.value', () => [{ ...satisfied('1', '2'), indicatorId: rollout.indicators['qr.ratings'] }]],
  ['a negative part of a ratio', 'FIGURE_NEGATIVE', 'figures.0.numerator', () => [satisfied('-1', '2')]],
  ['a window that ends before it begins', 'FIGURE_WINDOW', 'figures.0.endsOn', () => [ratings('1', { startsOn: '2024-03-01', endsOn: '2024-02-01' })]],
  ['a window that ends tomorrow', 'FIGURE_IN_FUTURE', 'figures.1.endsOn', () => [ratings('1'), ratings('1', { endsOn: '2026-03-03' })]],
  ['an indicator that is not there', 'NOT_FOUND', 'figures.0.indicatorId', () => [ratings('1', { indicatorId: randomUUID() })]],
  ['the same figure twice', 'FIGURE_TWICE', null, () => [ratings('1'), ratings('2')]],
])('%s is refused, and nothing is written', async (_, code, path, figures) => {
  const period = await aPeriod();
  const before = await rows();
  expect(await saved(period.id, figures())).toMatchObject({ __typename: 'Refusal', code, path });
  expect(await rows()).toEqual(before);
});

test('a figure for a closed period is refused, until an exception reopens it for that unit to its last day', async () => {
  const period = await aPeriod();
  const unitId = district.units.anKhanh;
  const exception = { periodId: period.id, unitId, reason: 'Mất điện, mất mạng.', until: '2026-03-05' };
  expect(await organiser.ask(GRANT, { input: exception })).toMatchObject({ code: 'PERIOD_NOT_CLOSED' });
  expect(await organiser.ask(CLOSE, { input: { periodId: period.id, version: 7 } })).toMatchObject({ code: 'STALE' });
  expect(await organiser.ask(CLOSE, { input: { periodId: period.id, version: period.version } })).toMatchObject({ __typename: 'ReportingPeriod' });
  expect(await organiser.ask(CLOSE, { input: { periodId: period.id, version: period.version + 1 } })).toMatchObject({ code: 'PERIOD_CLOSED' });
  const before = await rows();
  expect(await saved(period.id, [ratings('1')])).toMatchObject({ code: 'PERIOD_CLOSED', message: 'Kỳ báo cáo đã khóa sổ.' });
  expect(await mine(period.key)).toMatchObject({ canReport: false, whyNotReport: { code: 'PERIOD_CLOSED', message: 'Kỳ báo cáo đã khóa sổ.' } });
  expect(await organiser.ask(GRANT, { input: { ...exception, until: '2026-03-01' } })).toMatchObject({ code: 'DATE_IN_PAST', path: 'until' });
  expect(await organiser.ask(GRANT, { input: { ...exception, unitId: district.units.finance } })).toMatchObject({ code: 'UNIT_NOT_EXPECTED' });
  expect(await rows()).toEqual(before);

  expect(await organiser.ask(GRANT, { input: exception })).toEqual({
    __typename: 'ReportingPeriod',
    exceptions: [{ unit: { id: unitId }, reason: 'Mất điện, mất mạng.', until: '2026-03-05', grantedByName: 'Lê Thị Minh' }],
  });
  const draft = await saved(period.id, [ratings('1')]);
  expect(draft).toMatchObject({ state: 'DRAFT' });
  contest.clock.set('2026-03-06T02:00:00Z');
  expect(await officer.ask(SUBMIT, { input: { reportId: draft.id, version: draft.version } })).toMatchObject({ code: 'EXCEPTION_ENDED' });
});

test('who may not type is told why: before the period begins, exempt, not asked', async () => {
  const ahead = await aPeriod({ startsOn: '2026-06-15', endsOn: '2026-09-14', dueOn: '2026-09-20' });
  expect(await saved(ahead.id, [])).toMatchObject({ code: 'PERIOD_NOT_OPEN' });
  const before = await aPeriod({ startsOn: '2022-12-15', endsOn: '2023-12-14', dueOn: '2023-12-20' });
  expect(await saved(before.id, [])).toMatchObject({ code: 'UNIT_NOT_EXPECTED' });

  const other = await aDistrict(contest);
  const hostOrganiser = await contest.as(other.people.organiser);
  const communes = [{ unitId: other.units.anKhanh, basis: 'EXEMPT', reason: 'Đang sáp nhập.' }, { unitId: other.units.laPhu, basis: 'REQUIRED' }];
  await aRollout(contest, other, hostOrganiser, { communes });
  const input = { hostUnitId: other.units.district, key: 'X', nameVi: 'Kỳ X', nameEn: 'X', startsOn: '2024-01-15', endsOn: '2024-06-14', dueOn: '2024-06-20' };
  const { id } = await hostOrganiser.ask(OPEN, { input });
  const exempt = await contest.as(other.people.communeOfficer);
  expect(await exempt.ask(SAVE, { input: { periodId: id, unitId: other.units.anKhanh, version: 0, figures: [] } })).toMatchObject({ code: 'UNIT_EXEMPT' });
  expect(await exempt.ask(RATES, { periodId: id })).toEqual([{ expected: 1, exempt: 1, received: 0, onTime: 0, receivedRate: '0', onTimeRate: '0' }]);
});

test("another commune's report cannot be typed, sent or read, and only the office approves", async () => {
  const period = await aPeriod();
  expect(await officer.ask(SAVE, { input: { periodId: period.id, unitId: district.units.laPhu, version: 0, figures: [] } })).toMatchObject({ code: 'NOT_FOUND' });
  const neighbour = await contest.as(await aPerson(contest, { unitId: district.units.laPhu, role: 'COMMUNE_OFFICER' }));
  const draft = await saved(period.id, [ratings('1')]);
  expect(await neighbour.ask(SUBMIT, { input: { reportId: draft.id, version: draft.version } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await neighbour.ask('query ($id: ID!) { report(id: $id) { id } }', { id: draft.id })).toBeNull();
  expect(await officer.send(APPROVE, { input: { reportId: draft.id, version: draft.version } })).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  expect(await organiser.ask(APPROVE, { input: { reportId: draft.id, version: draft.version } })).toMatchObject({ code: 'REPORT_NOT_SUBMITTED' });
  expect(await organiser.ask(VERIFY, { input: { figureId: draft.figures[0].id, version: 1 } })).toMatchObject({ code: 'FIGURE_UNVERIFIABLE' });
});

test('an empty report is not sent, an old version is not saved', async () => {
  const period = await aPeriod();
  const draft = await saved(period.id, []);
  expect(await officer.ask(SUBMIT, { input: { reportId: draft.id, version: draft.version } })).toMatchObject({ code: 'REPORT_EMPTY' });
  expect(await saved(period.id, [ratings('1')], { version: 0 })).toMatchObject({ code: 'STALE' });
  expect(await saved(period.id, [ratings('1')], { version: draft.version })).toMatchObject({ version: Number(draft.version) + 1 });
});

test('twenty who approve one report at once: it is approved once', async () => {
  const period = await aPeriod();
  const draft = await saved(period.id, [ratings('1')]);
  const { version } = await officer.ask(SUBMIT, { input: { reportId: draft.id, version: draft.version } });
  const replies = await Promise.all(Array.from({ length: 20 }, () => organiser.ask(APPROVE, { input: { reportId: draft.id, version } })));
  expect(replies.filter(({ state }) => state === 'APPROVED')).toHaveLength(1);
});

test('of 20 expected 17 received and 14 on time are 85 % and 70 %', async () => {
  const other = await aDistrict(contest);
  const communes = [other.units.anKhanh, other.units.sonDong, other.units.laPhu];
  for (let n = 4; n <= 20; n += 1) communes.push(await aUnit(contest, `Xã ${String(n)}`, { kind: 'COMMUNE', parentId: other.units.district, code: String(n).padStart(5, '0') }));
  const hostOrganiser = await contest.as(other.people.organiser);
  await aRollout(contest, other, hostOrganiser);
  const input = { hostUnitId: other.units.district, key: 'H1', nameVi: '6 tháng', nameEn: 'Half-year', startsOn: '2023-12-15', endsOn: '2024-06-14', dueOn: '2024-06-20' };
  const { id: periodId } = await hostOrganiser.ask(OPEN, { input });
  for (const [at, unitId] of communes.slice(0, 17).entries()) {
    // The last hour of 20 June in Hà Nội is on time; the next day is not.
    const receivedAt = at < 14 ? '2024-06-20T16:59:00Z' : '2024-06-20T17:00:00Z';
    await contest.em().getConnection().execute(
      `insert into report (id, period_id, unit_id, state, received_at, submitted_at, version) values (gen_random_uuid(), ?, ?, 'SUBMITTED', ?, ?, 1)`,
      [periodId, unitId, receivedAt, receivedAt],
    );
  }
  expect(await hostOrganiser.ask(RATES, { periodId })).toEqual([{ expected: 20, exempt: 0, received: 17, onTime: 14, receivedRate: '85', onTimeRate: '70' }]);
  expect(await hostOrganiser.ask(RATES, { periodId, asOf: '2024-06-20' })).toEqual([{ expected: 20, exempt: 0, received: 14, onTime: 14, receivedRate: '70', onTimeRate: '70' }]);
  const overdue = await hostOrganiser.ask(`{ overdue(asOf: "2024-06-22") { totalCount edges { node { kind daysLate unit { nameVi } titleVi } } } }`);
  expect([overdue.totalCount, overdue.edges[0].node]).toEqual([3, { kind: 'REPORT', daysLate: 2, unit: { nameVi: expect.any(String) }, titleVi: '6 tháng' }]);
  const late = await hostOrganiser.ask(`{ overdue(asOf: "2024-07-01", first: 100) { edges { node { kind daysLate } } } }`);
  expect(late.edges.filter(({ node }: any) => node.kind === 'ADOPTION' && node.daysLate === 1)).toHaveLength(20);
});

test('a period needs a key of its own, an end after its start and a due date after that', async () => {
  const input = { hostUnitId: district.units.district, key: 'K', nameVi: 'K', nameEn: 'K', startsOn: '2024-01-01', endsOn: '2024-01-31', dueOn: '2024-02-05' };
  expect(await organiser.ask(OPEN, { input: { ...input, endsOn: '2023-12-31' } })).toMatchObject({ code: 'PERIOD_ENDS_BEFORE_IT_BEGINS', path: 'endsOn' });
  expect(await organiser.ask(OPEN, { input: { ...input, dueOn: '2023-12-31' } })).toMatchObject({ code: 'DUE_BEFORE_START', path: 'dueOn' });
  expect(await organiser.ask(OPEN, { input: { ...input, hostUnitId: randomUUID() } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await organiser.ask(OPEN, { input })).toMatchObject({ __typename: 'ReportingPeriod' });
  expect(await organiser.ask(OPEN, { input })).toMatchObject({ code: 'PERIOD_KEY_TAKEN' });
});

test('officers are told once that a report is due, and once that it is overdue', async () => {
  const period = await aPeriod({ key: 'REMIND', dueOn: '2026-03-22' });
  const told = async () => {
    await contest.tick();
    const found = await contest.em().getConnection().execute<{ kind: string; subject_vi: string }[]>(
      `select kind, subject_vi from notice where person_id = ? and dedupe_key like ? order by kind`,
      [district.people.communeOfficer, `%${period.id}%`],
    );
    return found.map(({ kind, subject_vi }) => `${kind}: ${subject_vi}`);
  };
  contest.clock.set('2026-03-16T02:00:00Z');
  expect(await told()).toEqual([]);
  contest.clock.set('2026-03-17T02:00:00Z');
  await told();
  expect(await told()).toEqual([expect.stringContaining('report.due: ')]);
  contest.clock.set('2026-03-23T02:00:00Z');
  expect(await told()).toEqual([expect.stringContaining('report.due: '), expect.stringContaining('đã quá hạn ngày 22/03/2026')]);
});
