import { type District, aDistrict, aPerson } from './support/factories.js';
import { exported, rowsOf } from './support/exporting.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aHead } from './support/heads.js';
import {
  A_SCHEME,
  COMPARISON,
  OPEN_YEAR,
  PUBLIC_YEAR,
  PUBLIC_YEARS,
  SHEET_OF,
  UNIT_OVER_YEARS,
  YEARS,
  YEAR_OF,
  nextScheme,
  pointsOf,
  schemeAct,
  sheetAct,
} from './support/reform-index.js';

const BEFORE = { '1.1': '30', '1.2': '22', '2.1': '35' };
const NOW = { 'I.1': '29.5', 'I.2': '21.5', 'II.1': '10' };

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
let stranger: Client;

beforeEach(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  stranger = await contest.as(await aPerson(contest, { unitId: district.units.culture }));
});
afterEach(() => contest.stop());

const rows = (query: string, values: unknown[] = []): Promise<any[]> => contest.em().getConnection().execute(query, values);
const ofScheme = ({ id, version }: any) => ({ input: { schemeId: id, version } });
const inForce = async (order: object): Promise<any> =>
  organiser.ask(schemeAct('putIndexSchemeInForce'), ofScheme(await organiser.ask(schemeAct('enterIndexScheme'), { input: order })));
const openYear = (schemeId: string, year: number, unitIds = [district.units.anKhanh, district.units.laPhu]): Promise<any> =>
  organiser.ask(OPEN_YEAR, { input: { schemeId, year, selfDueOn: '2026-03-31', unitIds } });
const sheetOf = async (year: any, unitId: string): Promise<any> =>
  organiser.ask(SHEET_OF, { id: year.rows.find(({ unit }: any) => unit.id === unitId).id });
const step = (client: Client, name: string, { id, version }: any, more: object = {}): Promise<any> =>
  client.ask(sheetAct(name), { input: { sheetId: id, version, ...more } });

/** The acts on sheets that wait for somebody. */
const waits = async (client: Client): Promise<string[]> =>
  (await client.ask('{ awaiting(first: 50) { edges { node { act } } } }')).edges
    .map(({ node }: any) => node.act as string)
    .filter((act: string) => act.endsWith('IndexSheet'));
/** Of what somebody was told, of the index. */
const kinds = async (personId: string): Promise<string[]> =>
  (await rows(`select kind from notice where person_id = ? and kind like 'index.%' order by kind`, [personId])).map(({ kind }) => kind);

/** The sheet of a commune with these points, as far as the step. */
async function brought(
  sheet: any,
  points: Readonly<Record<string, string>>,
  to: 'SUBMITTED' | 'ASSESSED' | 'SETTLED',
  by = officer,
): Promise<any> {
  const sent = await step(by, 'submitIndexSheet', await step(by, 'saveIndexScores', sheet, { scores: pointsOf(sheet, points) }));
  if (to === 'SUBMITTED') return sent;
  const assessed = await step(
    organiser,
    'assessIndexSheet',
    await step(organiser, 'saveIndexScores', sent, { scores: pointsOf(sent, points) }),
  );
  return to === 'ASSESSED' ? assessed : step(organiser, 'settleIndexSheet', assessed);
}

test('the office that opened a year reads and assesses units that a reorganisation took out of its reach', async () => {
  const year = await openYear((await inForce(A_SCHEME)).id, 2024);
  await rows('update unit set parent_id = null, root_id = id where id = ?', [district.units.anKhanh]);
  await contest.drain();
  const sent = await brought(await sheetOf(year, district.units.anKhanh), BEFORE, 'SUBMITTED');
  await contest.drain();
  expect(await waits(organiser)).toEqual(['assessIndexSheet']);
  expect(await kinds(district.people.organiser)).toEqual(['index.submitted']);
  const assessed = await step(
    organiser,
    'assessIndexSheet',
    await step(organiser, 'saveIndexScores', sent, { scores: pointsOf(sent, BEFORE) }),
  );
  expect(await waits(organiser)).toEqual(['settleIndexSheet']);
  expect(await step(organiser, 'settleIndexSheet', assessed)).toMatchObject({ state: 'SETTLED' });
});

test('a scheme is put in force once its maxima add up, and stands from then on in the database too', async () => {
  const draft = await organiser.ask(schemeAct('enterIndexScheme'), { input: { ...A_SCHEME, total: '99.5' } });
  expect(draft).toMatchObject({ state: 'DRAFT', maximaSum: '100', whyNotEdit: null, whyNotPutInForce: { code: 'INDEX_SUM_WRONG' } });
  expect(await organiser.ask(schemeAct('putIndexSchemeInForce'), ofScheme(draft))).toMatchObject({ code: 'INDEX_SUM_WRONG' });
  await expect(rows(`update index_scheme set state = 'IN_FORCE', put_in_force_at = now()`)).rejects.toThrow('add up');
  const right = await organiser.ask(schemeAct('editIndexScheme'), { input: { ...A_SCHEME, schemeId: draft.id, version: draft.version } });
  expect(await organiser.ask(schemeAct('putIndexSchemeInForce'), ofScheme(draft))).toMatchObject({ code: 'STALE' });
  const stands = await organiser.ask(schemeAct('putIndexSchemeInForce'), ofScheme(right));
  expect(stands).toMatchObject({ state: 'IN_FORCE', whyNotEdit: { code: 'INDEX_SCHEME_IN_FORCE' } });
  expect(
    await organiser.ask(schemeAct('editIndexScheme'), { input: { ...A_SCHEME, schemeId: stands.id, version: stands.version } }),
  ).toMatchObject({ code: 'INDEX_SCHEME_IN_FORCE' });
  await expect(rows(`update index_scheme set total = 90`)).rejects.toThrow('stays');
  await expect(rows(`update index_criterion set maximum = maximum - 1 where maximum is not null`)).rejects.toThrow('stay');
  expect(await inForce(A_SCHEME)).toMatchObject({ code: 'INDEX_SCHEME_YEAR_TAKEN' });
});

test('a code is there once, and a criterion is compared with one of an older scheme in force alone', async () => {
  const enter = (order: object) => organiser.ask(schemeAct('enterIndexScheme'), { input: order });
  const [first] = A_SCHEME.fields;
  expect(await enter({ ...A_SCHEME, fields: [first, first] })).toMatchObject({ code: 'INDEX_CODE_TWICE' });
  const draft = await enter(A_SCHEME);
  const [plan, staff] = draft.fields[0].criteria.map(({ id }: any) => id);
  expect(await enter(nextScheme([plan, staff]))).toMatchObject({
    code: 'INDEX_COMPARABLE_UNKNOWN',
    path: 'fields.0.criteria.0.comparableWithId',
  });
  await organiser.ask(schemeAct('putIndexSchemeInForce'), ofScheme(draft));
  expect(await enter(nextScheme([plan, plan]))).toMatchObject({ code: 'INDEX_COMPARED_TWICE' });
  expect((await enter(nextScheme([plan, staff]))).fields[0].criteria[0]).toMatchObject({ comparableWith: '1.1', maximum: '34' });
});

test('a unit scores itself and sends it in, the office assesses with reasons and settles; then it stands', async () => {
  const year = await openYear((await inForce(A_SCHEME)).id, 2025);
  const sheet = await sheetOf(year, district.units.anKhanh);
  expect(sheet).toMatchObject({
    state: 'OPEN',
    unscored: 3,
    whyNotScore: { code: 'INDEX_OF_UNIT' },
    whyNotAssess: { code: 'INDEX_STATE' },
  });
  expect(await step(officer, 'saveIndexScores', sheet, { scores: pointsOf(sheet, { '1.1': '35.25' }) })).toMatchObject({
    ...{ code: 'INDEX_POINTS_OUTSIDE', path: 'scores.0.points' },
  });
  expect(await step(officer, 'saveIndexScores', sheet, { scores: pointsOf(sheet, { '1.1': '30.1' }) })).toMatchObject({
    code: 'INDEX_POINTS_STEP',
  });
  const half = await step(officer, 'saveIndexScores', sheet, { scores: pointsOf(sheet, { '1.1': '30' }, 'Kế hoạch số 5.') });
  expect(half).toMatchObject({ selfTotal: '30', unscored: 2, assessedTotal: null });
  expect(await step(officer, 'submitIndexSheet', half)).toMatchObject({ code: 'INDEX_UNSCORED' });
  await expect(rows(`update index_sheet set state = 'SUBMITTED', submitted_at = now() where id = ?`, [sheet.id])).rejects.toThrow(
    'step by step',
  );

  const sent = await brought(half, BEFORE, 'SUBMITTED');
  expect(sent).toMatchObject({ state: 'SUBMITTED', selfTotal: '87', whyNotScore: { code: 'INDEX_OF_OFFICE' } });
  await expect(rows(`update index_score set self_points = 0 where sheet_id = ?`, [sheet.id])).rejects.toThrow('in the step');
  const less = { ...BEFORE, '2.1': '33.5' };
  expect(await step(organiser, 'saveIndexScores', sent, { scores: pointsOf(sent, less) })).toMatchObject({
    ...{ code: 'INDEX_REASON_MISSING', path: 'scores.2.note' },
  });
  await expect(rows(`update index_score set assessed_points = 1 where sheet_id = ?`, [sheet.id])).rejects.toThrow(
    'index_score_with_reason',
  );
  const judged = await step(organiser, 'saveIndexScores', sent, { scores: pointsOf(sent, less, 'Hai hồ sơ quá hạn.') });
  const assessed = await step(organiser, 'assessIndexSheet', judged);
  expect(assessed).toMatchObject({ state: 'ASSESSED', assessedTotal: '85.5', unscored: 0, finalTotal: null });
  const settled = await step(organiser, 'settleIndexSheet', assessed);
  expect(settled).toMatchObject({ state: 'SETTLED', finalTotal: '85.5', finalPercent: '85.5', whyNotScore: { code: 'INDEX_STATE' } });
  expect(await step(organiser, 'saveIndexScores', settled, { scores: pointsOf(settled, less) })).toMatchObject({ code: 'INDEX_STATE' });
  await expect(rows(`update index_score set final_points = 0 where sheet_id = ?`, [sheet.id])).rejects.toThrow('in the step');
});

test('nobody of the unit assesses it, whatever their role, in the database too', async () => {
  const { anKhanh } = district.units;
  const sheet = await sheetOf(await openYear((await inForce(A_SCHEME)).id, 2025), anKhanh);
  const head = await aHead(contest, anKhanh);
  const sent = await brought(sheet, BEFORE, 'SUBMITTED', head.client);
  await rows(`update person set unit_id = ? where id = ?`, [anKhanh, district.people.organiser]);
  const insider = await contest.as(district.people.organiser);
  expect(await waits(insider)).toEqual([]);
  expect(await insider.ask(SHEET_OF, { id: sheet.id })).toMatchObject({
    whyNotScore: { code: 'INDEX_OWN_UNIT' },
    whyNotAssess: { code: 'INDEX_OWN_UNIT' },
  });
  expect(await step(insider, 'saveIndexScores', sent, { scores: pointsOf(sent, BEFORE) })).toMatchObject({ code: 'INDEX_OWN_UNIT' });
  await rows(`update index_score set assessed_points = self_points where sheet_id = ?`, [sheet.id]);
  expect(await step(insider, 'assessIndexSheet', sent)).toMatchObject({ code: 'INDEX_OWN_UNIT' });
  const assess = `update index_sheet set state = 'ASSESSED', assessed_at = submitted_at, assessed_by_id = ? where id = ?`;
  await expect(rows(assess, [district.people.organiser, sheet.id])).rejects.toThrow('their own unit');
  await expect(rows(assess, [head.id, sheet.id])).rejects.toThrow('their own unit');
});

test('what is not settled is there for the office and the unit alone; then for who is signed in, and in public once all are', async () => {
  const { anKhanh, laPhu } = district.units;
  const year = await openYear((await inForce(A_SCHEME)).id, 2025);
  const [mine, other] = [await sheetOf(year, anKhanh), await sheetOf(year, laPhu)];
  const otherHead = await aHead(contest, laPhu);
  expect([
    await stranger.ask(YEARS),
    await stranger.ask(SHEET_OF, { id: mine.id }),
    await stranger.ask(YEAR_OF, { yearId: year.id }),
  ]).toEqual([{ edges: [] }, null, null]);
  expect([await officer.ask(SHEET_OF, { id: other.id }), await otherHead.client.ask(SHEET_OF, { id: mine.id })]).toEqual([null, null]);
  expect(await step(officer, 'saveIndexScores', other, { scores: pointsOf(other, BEFORE) })).toMatchObject({ code: 'NOT_FOUND' });
  expect((await officer.ask(YEAR_OF, { yearId: year.id })).rows.map(({ unit }: any) => unit.id)).toEqual([anKhanh]);
  await brought(mine, BEFORE, 'SETTLED');
  const seen = await stranger.ask(YEAR_OF, { yearId: year.id });
  expect(seen).toMatchObject({ units: 2, settled: 1, rows: [{ unit: { id: anKhanh }, total: '87', sharePercent: '87', rank: null }] });
  const anyone = contest.client();
  expect([await anyone.ask(PUBLIC_YEARS), await anyone.ask(PUBLIC_YEAR, { yearId: year.id })]).toEqual([{ edges: [] }, null]);
  await brought(other, { '1.1': '35', '1.2': '22', '2.1': '30' }, 'SETTLED', otherHead.client);
  const told = await anyone.ask(PUBLIC_YEAR, { yearId: year.id });
  expect((await anyone.ask(PUBLIC_YEARS)).edges).toMatchObject([{ node: { id: year.id, year: 2025, units: 2, settled: 2 } }]);
  expect(told.rows.map(({ finalTotal, rank }: any) => [finalTotal, rank])).toEqual([
    ['87', 1],
    ['87', 1],
  ]);
  expect(
    told.rows.find(({ unit }: any) => unit.id === anKhanh).fields.map(({ points, sharePercent }: any) => [points, sharePercent]),
  ).toEqual([
    ['52', '86.67'],
    ['35', '87.5'],
  ]);
});

test('years by two schemes are compared by what both mean, and their totals are not', async () => {
  const { anKhanh } = district.units;
  const first = await inForce(A_SCHEME);
  const old = await openYear(first.id, 2023, [anKhanh]);
  const second = await inForce(nextScheme(first.fields[0].criteria.map(({ id }: any) => id)));
  const now = await openYear(second.id, 2024, [anKhanh]);
  const last = await openYear(second.id, 2025, [anKhanh]);
  await brought(await sheetOf(old, anKhanh), BEFORE, 'SETTLED');
  await brought(await sheetOf(now, anKhanh), NOW, 'SETTLED');
  await brought(await sheetOf(last, anKhanh), { ...NOW, 'II.1': '20' }, 'SETTLED');
  const compared = await stranger.ask(COMPARISON, { yearId: now.id, withId: old.id });
  expect(compared).toMatchObject({
    whyNotTotals: { code: 'INDEX_NOT_COMPARABLE' },
    common: [
      { criterionCode: 'I.1', codeBefore: '1.1', maximum: '34', maximumBefore: '35' },
      { criterionCode: 'I.2', codeBefore: '1.2', maximum: '24', maximumBefore: '25' },
    ],
    units: [
      {
        before: { points: '52', maximum: '60', sharePercent: '86.67' },
        now: { points: '51', maximum: '58', sharePercent: '87.93' },
        ...{ change: '1.26', totalChange: null },
      },
    ],
  });
  const same = await stranger.ask(COMPARISON, { yearId: last.id, withId: now.id });
  expect(same).toMatchObject({ whyNotTotals: null, units: [{ change: '10', totalChange: '10' }] });
  expect((await stranger.ask(UNIT_OVER_YEARS, { unitId: anKhanh })).map(({ year, total }: any) => [year, total])).toEqual([
    [2025, '71'],
    [2024, '61'],
    [2023, '87'],
  ]);
});

test('heads wait for their own scores, the office for what came in, and each is told', async () => {
  const head = await aHead(contest, district.units.anKhanh);
  const year = await openYear((await inForce(A_SCHEME)).id, 2025, [district.units.anKhanh]);
  expect([await waits(head.client), await waits(organiser)]).toEqual([['submitIndexSheet'], []]);
  await contest.drain();
  await brought(await sheetOf(year, district.units.anKhanh), BEFORE, 'SUBMITTED', head.client);
  await contest.drain();
  expect([await waits(head.client), await waits(organiser)]).toEqual([[], ['assessIndexSheet']]);
  expect([await kinds(head.id), await kinds(district.people.organiser)]).toEqual([['index.opened'], ['index.submitted']]);
});

test('a year is opened by a scheme that holds for it, once, for units of the office', async () => {
  const scheme = await inForce(A_SCHEME);
  expect(await openYear(scheme.id, 2020)).toMatchObject({ code: 'INDEX_YEAR_BEFORE', path: 'year' });
  const { units } = await aDistrict(contest);
  expect(await openYear(scheme.id, 2025, [units.anKhanh])).toMatchObject({ code: 'NOT_FOUND', path: 'unitIds.0' });
  expect(await rows('select id from index_year')).toEqual([]);
  await openYear(scheme.id, 2025);
  expect(await openYear(scheme.id, 2025)).toMatchObject({ code: 'INDEX_YEAR_OPEN' });
});

test('the table of a year as a file has a column for each field', async () => {
  const year = await openYear((await inForce(A_SCHEME)).id, 2025, [district.units.anKhanh]);
  await brought(await sheetOf(year, district.units.anKhanh), BEFORE, 'SETTLED');
  const { content } = await exported(contest, organiser, { list: 'indexYear', filter: { yearId: year.id } });
  const [head, row] = await rowsOf(content);
  expect(head?.slice(2, 4)).toEqual(['1. Lĩnh vực 1 (tối đa 60)', '2. Lĩnh vực 2 (tối đa 40)']);
  expect(row?.slice(1)).toEqual(['Đã kết luận', 52, 35, 87, 87, 87, 87, 1]);
});
