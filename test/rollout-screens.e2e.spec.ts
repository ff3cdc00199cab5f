import { type FigureFacts, checkUnderWay, disagree } from '#domain/rollout';
import { awaitedOf } from './support/awaiting.js';
import { exported, rowsOf as rowsOfFile } from './support/exporting.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aRollout, adoptionOf, takeThrough } from './support/rollouts.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
let rollout: { id: string; indicators: Record<string, string> };

beforeEach(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  rollout = await aRollout(contest, district, organiser);
});
afterEach(() => contest.stop());

/** Sends an act that must be done; answers with what it made. */
async function done(client: Client, name: string, input: object, fields = 'id version'): Promise<any> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const made = RESULTS[name] ?? 'ReportingPeriod';
  const answer = await client.ask(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${made} { ${fields} } ... on Refusal { code path } } }`,
    { input },
  );
  if (answer.__typename === 'Refusal') throw new Error(JSON.stringify([name, answer]));
  return answer;
}
const RESULTS: Readonly<Record<string, string>> = {
  ...{ recordFigure: 'Figure', setAdoptionBasis: 'Adoption', giveEvidence: 'Adoption', saveReport: 'Report' },
};

const MATRIX = (by: string) => `{ rolloutMatrix(${by}) { totalCount pageInfo { hasNextPage endCursor }
  rows { rollout { id } cells { unitId state overdue disputed whyNotMove { code } } } } }`;
const rowsOf = async (by: string) => (await organiser.ask(MATRIX(by))).rows;
const cellOf = (rows: any[], unitId: string) => rows[0].cells.find((cell: any) => cell.unitId === unitId);

const say = (unitId: string, source: string, more: Record<string, unknown>) =>
  done(organiser, 'recordFigure', {
    ...{ indicatorId: rollout.indicators['qr.ratings'], unitId, startsOn: '2024-01-02', endsOn: '2024-06-14', source, ...more },
  });

test('a cell says where two sources disagree and where it is locked, and rows are found by what one cell of theirs is', async () => {
  const { anKhanh, sonDong, laPhu } = district.units;
  const later = await aRollout(contest, district, organiser, { startedOn: '2024-01-03', dueOn: null });
  await takeThrough(officer, { rolloutId: rollout.id, unitId: anKhanh }, [['IN_USE', '2024-02-12', 'Đã thí điểm.']]);
  const exempt = await adoptionOf(organiser, rollout.id, laPhu);
  await done(organiser, 'setAdoptionBasis', {
    adoptionId: exempt.id,
    version: exempt.version,
    basis: 'EXEMPT',
    reason: 'Sáp nhập.',
    effectiveOn: '2024-03-01',
  });
  await say(sonDong, 'Báo cáo', { value: '100' });
  await say(sonDong, 'Báo Hà Nội mới', { value: '120' });
  await say(anKhanh, 'Báo cáo', { value: '50' });

  const rows = await rowsOf(`year: 2023, unitId: "${sonDong}", disputed: true`);
  expect(rows).toEqual([
    { rollout: { id: rollout.id }, cells: [{ unitId: sonDong, state: 'NOT_STARTED', overdue: true, disputed: true, whyNotMove: null }] },
  ]);
  const all = await rowsOf('state: IN_USE');
  expect([cellOf(all, anKhanh), cellOf(all, laPhu).whyNotMove]).toEqual([
    { unitId: anKhanh, state: 'IN_USE', overdue: false, disputed: false, whyNotMove: null },
    { code: 'UNIT_EXEMPT' },
  ]);
  const ids = async (by: string) => (await rowsOf(by)).map((row: any) => row.rollout.id);
  expect(await ids('overdue: true')).toEqual([rollout.id]);
  expect(await ids(`unitId: "${anKhanh}", overdue: true`)).toEqual([]);
  expect(await ids(`unitId: "${anKhanh}", disputed: true`)).toEqual([]);
  expect(await ids('asOf: "2024-06-13", disputed: true')).toEqual([]);
  expect(await ids(`areaId: "${district.units.finance}"`)).toEqual([]);
  const first = await organiser.ask(MATRIX('first: 1'));
  expect([first.totalCount, first.rows[0].rollout.id]).toEqual([2, later.id]);
  expect(await ids(`first: 1, after: "${first.pageInfo.endCursor as string}"`)).toEqual([rollout.id]);
});

test('what the statement says of figures in dispute is what the rule says', async () => {
  const { anKhanh } = district.units;
  const given: [string, string, string, string][] = [
    ['2024-01-02', '2024-06-14', 'A', '100'],
    ['2024-01-02', '2024-06-14', 'B', '100'],
    ['2024-01-02', '2024-03-14', 'C', '100'],
    ['2024-01-02', '2024-03-14', 'D', '99'],
    ['2024-07-01', '2024-07-31', 'A', '0'],
    ['2024-07-01', '2024-12-31', 'B', '0'],
  ];
  const measure = { direction: 'UP', aggregation: 'SUM', perCent: false } as const;
  const facts = given.map(([from, to, source, value], at): FigureFacts => ({
    id: String(at),
    unitId: anKhanh,
    from,
    to,
    source,
    value,
    numerator: null,
    denominator: null,
    verified: false,
  }));
  for (let one = 0; one < facts.length; one += 1) {
    for (let other = one + 1; other < facts.length; other += 1) {
      await contest.em().getConnection().execute('delete from figure');
      for (const at of [one, other]) {
        const [startsOn, endsOn, source, value] = given[at]!;
        await say(anKhanh, source, { startsOn, endsOn, value });
      }
      const cell = cellOf(await rowsOf('first: 1'), anKhanh);
      expect([one, other, cell.disputed]).toEqual([one, other, disagree(measure, facts[one]!, facts[other]!)]);
    }
  }
});

test('curves of several rollouts come in one answer, by the history of their communes', async () => {
  const { anKhanh } = district.units;
  await takeThrough(officer, { rolloutId: rollout.id, unitId: anKhanh }, [
    ['PREPARING', '2024-02-01'],
    ['IN_USE', '2024-03-15', 'Đã thí điểm.'],
  ]);
  const later = await aRollout(contest, district, organiser, { startedOn: '2024-03-01' });
  const CURVES = `query ($ids: [ID!]!) { adoptionCurves(rolloutIds: $ids, upTo: "2024-04-10", step: MONTH) { rollout { id } points { on expected inUse counts { state count } } } }`;
  const curves = await organiser.ask(CURVES, { ids: [rollout.id, later.id] });

  expect(curves.map(({ rollout: of }: any) => of.id)).toEqual([later.id, rollout.id]);
  expect(curves[1].points.map(({ on, expected, inUse }: any) => [on, expected, inUse])).toEqual([
    ['2024-01-02', 3, 0],
    ['2024-02-02', 3, 0],
    ['2024-03-02', 3, 0],
    ['2024-04-02', 3, 1],
    ['2024-04-10', 3, 1],
  ]);
  expect(curves[1].points[1].counts).toEqual([
    { state: 'NOT_STARTED', count: 2 },
    { state: 'PREPARING', count: 1 },
  ]);
  expect((await contest.client().send(CURVES, { ids: [rollout.id] })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

const EXPECTED = `query ($periodId: ID!, $unitId: ID!) { expectedFigures(periodId: $periodId, unitId: $unitId) {
  rollout { id } countedBySystem indicator { key unitVi } current { value startsOn } last { value numerator denominator periodNameVi endsOn } } }`;

async function aPeriod(key: string, startsOn: string, endsOn: string): Promise<any> {
  const hostUnitId = district.units.district;
  return done(organiser, 'openReportingPeriod', {
    hostUnitId,
    key,
    nameVi: `Kỳ ${key}`,
    nameEn: key,
    startsOn,
    endsOn,
    dueOn: '2024-12-31',
  });
}

test('a commune is told what it is asked for in a period, with what it says so far and what it said the time before', async () => {
  const { anKhanh, sonDong } = district.units;
  const before = await aPeriod('Q1', '2024-01-02', '2024-03-14');
  const now = await aPeriod('Q2', '2024-03-15', '2024-06-14');
  const figure = (value: string) => ({ indicatorId: rollout.indicators['qr.ratings'], value });
  await done(officer, 'saveReport', { periodId: before.id, unitId: anKhanh, version: 0, figures: [figure('40')] });
  await done(officer, 'saveReport', { periodId: now.id, unitId: anKhanh, version: 0, figures: [figure('55')] });

  const asked = await officer.ask(EXPECTED, { periodId: now.id, unitId: anKhanh });
  expect(asked.map(({ indicator }: any) => indicator.key)).toEqual(['qr.ratings', 'qr.satisfied', 'qr.counters']);
  expect(asked[0]).toEqual({
    ...{ rollout: { id: rollout.id }, countedBySystem: false, indicator: { key: 'qr.ratings', unitVi: 'lượt' } },
    ...{ current: { value: '55', startsOn: '2024-03-15' } },
    last: { value: '40', numerator: null, denominator: null, periodNameVi: 'Kỳ Q1', endsOn: '2024-03-14' },
  });
  expect(asked[1]).toMatchObject({ current: null, last: null });
  // Drafts are their own commune's alone.
  expect((await organiser.ask(EXPECTED, { periodId: now.id, unitId: anKhanh }))[0]).toMatchObject({ current: null, last: null });
  expect(await officer.ask(EXPECTED, { periodId: now.id, unitId: sonDong })).toEqual([]);
});

test('a commune is told which numbers the service of a roll-out counts by itself, and which nobody counts but the commune', async () => {
  const { id: periodId } = await aPeriod('Q3', '2024-06-15', '2024-09-14');
  await contest.em().getConnection().execute(`update rollout set service = 'COUNTER_RATINGS' where id = ?`, [rollout.id]);
  const asked = await officer.ask(EXPECTED, { periodId, unitId: district.units.anKhanh });
  const counted = asked.map(({ indicator, countedBySystem }: any) => [indicator.key, countedBySystem]);
  await contest.em().getConnection().execute('update rollout set service = null where id = ?', [rollout.id]);

  expect(counted).toEqual([
    ['qr.ratings', true],
    ['qr.satisfied', true],
    ['qr.counters', false],
  ]);
});

test('the day by which sustained use wants fresh evidence next is said, and goes on once it came', async () => {
  const { anKhanh } = district.units;
  const NEXT = 'query ($id: ID!) { adoption(id: $id) { nextEvidenceDue } }';
  await takeThrough(officer, { rolloutId: rollout.id, unitId: anKhanh }, [['IN_USE', '2025-03-01', 'Đã thí điểm.']]);
  const { id } = await adoptionOf(officer, rollout.id, anKhanh);
  expect(await officer.ask(NEXT, { id })).toEqual({ nextEvidenceDue: null });
  await takeThrough(officer, { rolloutId: rollout.id, unitId: anKhanh }, [['SUSTAINED', '2025-10-01']]);
  expect(await officer.ask(NEXT, { id })).toEqual({ nextEvidenceDue: '2026-04-01' });
  contest.clock.set('2026-03-15T02:00:00Z');
  await done(officer, 'giveEvidence', { adoptionId: id, givenOn: '2026-03-14', note: 'Biên bản.' });
  expect(await officer.ask(NEXT, { id })).toEqual({ nextEvidenceDue: '2026-10-01' });
});

test('evidence awaits the officers of a unit on exactly the days on which a check is under way', async () => {
  const { anKhanh } = district.units;
  const since = '2024-08-31';
  await contest
    .em()
    .getConnection()
    .execute(`update adoption set state = 'SUSTAINED', since = ?, changed_on = ? where unit_id = ? and rollout_id = ?`, [
      ...[since, since, anKhanh, rollout.id],
    ]);
  const { id } = await adoptionOf(officer, rollout.id, anKhanh);
  const days = [
    '2025-01-27',
    '2025-01-28',
    '2025-02-28',
    '2025-03-27',
    '2025-03-28',
    '2025-07-30',
    '2025-07-31',
    '2025-09-29',
    '2025-09-30',
  ];
  const told: boolean[] = [];
  for (const day of days) {
    contest.clock.set(`${day}T02:00:00Z`);
    told.push((await awaitedOf(officer, 'evidenceGive')).some(({ subjectId }) => subjectId === id));
  }
  expect(told).toEqual(days.map((day) => checkUnderWay({ state: 'SUSTAINED', since, evidenceOn: [] }, day) !== null));
  expect(new Set(told)).toEqual(new Set([true, false]));

  contest.clock.set('2025-02-20T02:00:00Z');
  const [waiting] = await awaitedOf(officer, 'evidenceGive');
  expect(waiting).toMatchObject({ act: 'giveEvidence', link: `/adoptions/${id as string}`, late: false });
  await done(officer, 'giveEvidence', { adoptionId: id, givenOn: '2025-02-20', note: 'Biên bản.' });
  expect(await awaitedOf(officer, 'evidenceGive')).toEqual([]);
});

test('the file of roll-outs says the receipt number of each initiative', async () => {
  const [found] = await contest.em().getConnection().execute<{ code: string }[]>('select code from initiative where code is not null');
  const { content } = await exported(contest, organiser, { list: 'rollouts', columns: ['code'] });
  expect((await rowsOfFile(content)).slice(1)).toEqual([[found?.code]]);
});

test('an exception is taken back with a reason before it has run out: the commune types no more and is told, and it stays on record', async () => {
  const { anKhanh } = district.units;
  const period = await aPeriod('Q1', '2024-01-02', '2024-03-14');
  await done(organiser, 'closePeriod', { periodId: period.id, version: period.version });
  await done(organiser, 'grantException', { periodId: period.id, unitId: anKhanh, reason: 'Mất điện.', until: '2026-12-31' });
  const EXCEPTIONS = 'query ($id: ID!) { reportingPeriod(id: $id) { exceptions { id revokedAt revocationReason canRevoke } } }';
  const [granted] = (await organiser.ask(EXCEPTIONS, { id: period.id })).exceptions;
  expect(granted).toMatchObject({ revokedAt: null, revocationReason: null, canRevoke: true });
  const save = (version: number) =>
    officer.ask(
      'mutation ($input: SaveReportInput!) { saveReport(input: $input) { __typename ... on Report { version } ... on Refusal { code } } }',
      {
        input: { periodId: period.id, unitId: anKhanh, version, figures: [{ indicatorId: rollout.indicators['qr.ratings'], value: '1' }] },
      },
    );
  const saved = await save(0);
  expect(saved.__typename).toBe('Report');
  const REVOKE = 'mutation ($input: RevokeExceptionInput!) { revokeException(input: $input) { __typename ... on Refusal { code } } }';
  const revoke = (client: Client) => client.send(REVOKE, { input: { exceptionId: granted.id, reason: 'Cấp nhầm đơn vị.' } });

  expect((await revoke(officer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await revoke(organiser)).data).toEqual({ revokeException: { __typename: 'ReportingPeriod' } });
  await contest.drain();
  expect((await revoke(organiser)).data).toEqual({ revokeException: { __typename: 'Refusal', code: 'EXCEPTION_REVOKED' } });
  expect((await organiser.ask(EXCEPTIONS, { id: period.id })).exceptions).toEqual([
    { id: granted.id, revokedAt: expect.any(String), revocationReason: 'Cấp nhầm đơn vị.', canRevoke: false },
  ]);
  expect(await save(saved.version)).toEqual({ __typename: 'Refusal', code: 'PERIOD_CLOSED' });
  const { edges } = await officer.ask('{ myNotices(first: 50) { edges { node { subject } } } }');
  expect(edges.map(({ node }: any) => node.subject)).toContain('Thu hồi việc mở lại kỳ báo cáo: Kỳ Q1');
});
