import { RuleBook } from '#domain/contest';
import { aContest } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ADOPT, aPastContest, aRollout, adoptInput, anEligibleInitiative, ratio, sum } from './support/rollouts.js';

const of = (verb: string, input: string, more = '') =>
  `mutation ($input: ${input}!) { ${verb}(input: $input) { __typename ${more} ... on Refusal { problems { code path } } } }`;
const SET_INDICATORS = of('setIndicators', 'SetIndicatorsInput');
const OPEN_PERIOD = of('openReportingPeriod', 'OpenReportingPeriodInput', '... on ReportingPeriod { id }');
const SAVE_REPORT = of('saveReport', 'SaveReportInput', '... on Report { id version }');
const SUBMIT = of('submitReport', 'SubmitReportInput', '... on Report { id version }');
const APPROVE = of('approveReport', 'ApproveReportInput', '... on Report { id version }');
const RETURN = of('returnReport', 'ReturnReportInput', '... on Report { id version }');
const OWN_ADOPTION = of('recordOwnAdoption', 'RecordOwnAdoptionInput');

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;

beforeAll(async () => {
  contest = await startContest();
  contest.clock.set('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
});
afterAll(() => contest.stop());

const problems = (reply: any): [string, string | null][] => reply.problems.map(({ code, path }: any) => [code, path]);

test('all that is wrong with the indicators of a rollout is said at once, each with its path', async () => {
  const { id } = await aRollout(contest, district, organiser);
  const indicators = [
    { ...sum, decimals: 1, lowest: '-1', target: '1.5', baseline: '-2' },
    { ...ratio, kind: 'SHARE', highest: '101' },
    { ...sum },
  ];
  expect(problems(await organiser.ask(SET_INDICATORS, { input: { rolloutId: id, version: 1, indicators } }))).toEqual([
    ['INDICATOR_DECIMALS', 'indicators.0.decimals'],
    ['INDICATOR_BOUND', 'indicators.0.lowest'],
    ['FIGURE_TOO_LOW', 'indicators.0.baseline'],
    ['FIGURE_NOT_WHOLE', 'indicators.0.target'],
    ['INDICATOR_BOUND', 'indicators.1.highest'],
    ['INDICATOR_TWICE', 'indicators.2.key'],
  ]);
});

test('all communes that a rollout cannot name so are said at once', async () => {
  const { finance, laPhu } = district.units;
  const communes = [
    { unitId: finance, basis: 'REQUIRED' },
    { unitId: laPhu, basis: 'EXEMPT', reason: ' ' },
    { unitId: laPhu, basis: 'VOLUNTARY' },
  ];
  const initiativeId = await anEligibleInitiative(contest, district, await aPastContest(contest, district));
  expect(
    problems(
      await organiser.ask(ADOPT.replace('code path', 'problems { code path }'), {
        input: adoptInput(district, initiativeId, { communes }),
      }),
    ),
  ).toEqual([
    ['UNIT_NOT_IN_ROLLOUT', 'communes.0.unitId'],
    ['REASON_MISSING', 'communes.1.reason'],
    ['UNIT_TWICE', 'communes.2.unitId'],
  ]);
});

test('all wrong figures of a report are said at once; what is not asked of the unit comes before them', async () => {
  const rollout = await aRollout(contest, district, organiser);
  const window = { startsOn: '2023-12-15', endsOn: '2024-02-10', dueOn: '2026-03-20' };
  const period = await organiser.ask(OPEN_PERIOD, {
    input: { hostUnitId: district.units.district, key: '2024-A', nameVi: 'Kỳ A', nameEn: 'A', ...window },
  });
  const [counted, share] = [rollout.indicators['qr.ratings'], rollout.indicators['qr.satisfied']];
  const save = (figures: object[], version = 0) =>
    officer.ask(SAVE_REPORT, { input: { periodId: period.id, unitId: district.units.anKhanh, version, figures } });
  const figures = [
    { indicatorId: counted, value: '2.5', endsOn: '2026-03-03' },
    { indicatorId: counted, value: '7' },
    { indicatorId: share, numerator: '-1', denominator: '0' },
    { indicatorId: counted, numerator: '1', denominator: '2' },
  ];
  expect(problems(await save(figures))).toEqual([
    ['FIGURE_IN_FUTURE', 'figures.0.endsOn'],
    ['FIGURE_NOT_WHOLE', 'figures.0.value'],
    ['FIGURE_NEGATIVE', 'figures.2.numerator'],
    ['FIGURE_OF_NOTHING', 'figures.2.denominator'],
    ['FIGURE_KIND', 'figures.3.value'],
  ]);
  const strange = { indicatorId: period.id, value: '1' };
  expect(problems(await save([...figures, strange, strange]))).toEqual([
    ['NOT_FOUND', 'figures.4.indicatorId'],
    ['NOT_FOUND', 'figures.5.indicatorId'],
  ]);
});

test('a report says what keeps it from being sent, to who may send it, as sending and approving it say', async () => {
  const rollout = await aRollout(contest, district, organiser);
  const months = ['01', '02', '03', '04'].map((month) => ({
    startsOn: `2025-${month}-01`,
    endsOn: `2025-${month}-28`,
    dueOn: '2026-03-20',
  }));
  const periods: string[] = [];
  for (const [at, window] of months.entries()) {
    const names = { key: `T${String(at)}`, nameVi: `Tháng ${String(at)}`, nameEn: `Month ${String(at)}` };
    const { id } = await organiser.ask(OPEN_PERIOD, { input: { hostUnitId: district.units.district, ...names, ...window } });
    periods.push(id as string);
  }
  const [counted, share] = [rollout.indicators['qr.ratings'], rollout.indicators['qr.satisfied']];
  const save = (month: number, figures: object[], version = 0) =>
    officer.ask(SAVE_REPORT, { input: { periodId: periods[month], unitId: district.units.anKhanh, version, figures } });
  const order = ({ id, version }: any) => ({ reportId: id as string, version: version as number });
  const submit = async (report: object) => officer.ask(SUBMIT, { input: order(report) });
  for (const month of [0, 1, 2]) await submit(await save(month, [{ indicatorId: counted, value: '300' }]));

  const read = async (reader: Client, id: string) =>
    problems(await reader.ask('query ($id: ID!) { report(id: $id) { problems { code path } } }', { id }));
  const empty = await save(3, []);
  expect(await read(officer, empty.id)).toEqual([['REPORT_EMPTY', 'figures']]);
  expect(problems(await submit(empty))).toEqual([['REPORT_EMPTY', 'figures']]);

  const fits = { indicatorId: share, numerator: '40', denominator: '50' };
  const jumping = await save(3, [{ indicatorId: counted, value: '1501' }, fits], empty.version);
  expect(await read(officer, jumping.id)).toEqual([['FIGURE_JUMPS', 'figures.0.jumpReason']]);
  const kept = async (set: string, indicator: string | undefined) => {
    const db = contest.em().getConnection();
    await db.execute('alter table figure disable trigger figure_fits_indicator');
    await db.execute(`update figure set ${set} where report_id = ? and indicator_id = ?`, [jumping.id, indicator]);
    await db.execute('alter table figure enable trigger figure_fits_indicator');
  };
  await kept(`ends_on = '2026-03-03', value = 1501.5`, counted);
  await kept('numerator = 60', share);
  const unfit = [
    ['FIGURE_IN_FUTURE', 'figures.0.endsOn'],
    ['FIGURE_NOT_WHOLE', 'figures.0.value'],
    ['FIGURE_ABOVE_WHOLE', 'figures.1.numerator'],
  ];
  const all = unfit.toSpliced(2, 0, ['FIGURE_JUMPS', 'figures.0.jumpReason']);
  expect(await read(officer, jumping.id)).toEqual(all);
  expect(problems(await submit(jumping))).toEqual(all);

  await kept(`ends_on = '2025-04-28', value = 300`, counted);
  await kept('numerator = 40', share);
  const sent = await submit(jumping);
  await kept(`ends_on = '2026-03-03', value = 1501.5`, counted);
  await kept('numerator = 60', share);
  expect([await read(officer, sent.id), await read(organiser, sent.id)]).toEqual([[], []]);
  expect(problems(await organiser.ask(APPROVE, { input: order(sent) }))).toEqual(unfit);
  await organiser.ask(RETURN, { input: { ...order(sent), reason: 'Đề nghị rà soát lại số liệu.' } });
  expect([await read(officer, sent.id), await read(organiser, sent.id)]).toEqual([all, []]);
});

test('where an initiative stands is said before the day on which a commune took it up', async () => {
  const past = await aPastContest(contest, district);
  const own = (initiativeId: string) =>
    officer.ask(OWN_ADOPTION, { input: { initiativeId, unitId: district.units.anKhanh, startedOn: '2026-03-03', reason: 'Tự làm.' } });
  expect(problems(await own(await anEligibleInitiative(contest, district, past, 'REJECTED')))).toEqual([
    ['INITIATIVE_NOT_ELIGIBLE', 'initiativeId'],
  ]);
  expect(problems(await own(await anEligibleInitiative(contest, district, past)))).toEqual([['DATE_IN_FUTURE', 'startedOn']]);
});

test('a rule book says what is wrong in it for as long as it is not frozen', async () => {
  const { id } = await aContest(contest, district);
  const read = async () =>
    (await organiser.ask('query ($id: ID!) { contest(id: $id) { ruleBook { problems { code path } } } }', { id })).ruleBook;
  expect(problems(await read())).toEqual([]);
  const em = contest.em();
  const book = await em.findOneOrFail(RuleBook, { contest: id });
  book.content = { ...book.content, rounds: [], rounding: { ...book.content.rounding, places: 7 } };
  await em.flush();
  expect(problems(await read())).toEqual([
    ['RULE_BOOK_NO_ROUND', 'content.rounds'],
    ['RULE_BOOK_PLACES', 'content.rounding.places'],
    ['RULE_BOOK_TIE_BREAK_ROUND', 'content.tieBreak.0.round'],
  ]);
  await em.getConnection().execute(`update rule_book set frozen_at = now(), hash = ? where id = ?`, ['0'.repeat(64), book.id]);
  expect(problems(await read())).toEqual([]);
});
