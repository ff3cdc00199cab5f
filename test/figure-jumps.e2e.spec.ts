import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aRollout, last, ratio, sum } from './support/rollouts.js';

const OPEN = `mutation ($input: OpenReportingPeriodInput!) { openReportingPeriod(input: $input) { __typename ... on ReportingPeriod { id } ... on Refusal { code path } } }`;
const JUMP = 'jump { median times question reason }';
const REFUSED = '... on Refusal { code path problems { code path message } }';
const FIGURES = `figures { indicatorKey value numerator denominator verified ${JUMP} }`;
const SAVE = `mutation ($input: SaveReportInput!) { saveReport(input: $input) { __typename ... on Report { id version state ${FIGURES} } ${REFUSED} } }`;
const of = (verb: string, type: string) =>
  `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename ... on Report { id version state ${FIGURES} } ${REFUSED} } }`;
const SUBMIT = of('submitReport', 'SubmitReportInput');
const APPROVE = of('approveReport', 'ApproveReportInput');
const RETURN = of('returnReport', 'ReturnReportInput');
const RECORD = `mutation ($input: RecordFigureInput!) { recordFigure(input: $input) { __typename ... on Figure { id value ${JUMP} } ${REFUSED} } }`;
const REPORT = `query ($id: ID!) { report(id: $id) { state ${FIGURES} } }`;
const LISTED = `query ($indicatorId: ID!) { figures(indicatorId: $indicatorId, first: 1) { edges { node { value approved ${JUMP} } } } }`;
const CUMULATIVE = `query ($indicatorId: ID!) { cumulative(indicatorId: $indicatorId) { lines { parts { figures { value ${JUMP} } } } } }`;

const MONTHS = [1, 2, 3, 4, 5, 6, 7].map((month) => ({
  startsOn: `2024-0${String(month)}-01`,
  endsOn: `2024-0${String(month)}-28`,
  dueOn: `2024-0${String(month + 1)}-10`,
}));
const NOTHING_ASKED = null;
const REASON = 'Đợt cao điểm cấp căn cước, đã đối chiếu với hệ thống.';

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
let indicators: Record<string, string>;
let periods: string[];

beforeAll(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
});
afterAll(() => contest.stop());
beforeEach(async () => {
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  const balance = {
    ...sum,
    key: 'qr.balance',
    nameVi: 'Chênh lệch',
    nameEn: 'Balance',
    unitVi: 'điểm',
    unitEn: 'points',
    kind: 'SCORE',
    lowest: '-1000',
    highest: '1000',
  };
  ({ indicators } = await aRollout(contest, district, organiser, { indicators: [sum, ratio, last, balance] }));
  periods = [];
  for (const [at, window] of MONTHS.entries()) {
    const name = `Tháng ${String(at + 1)}`;
    const { id } = await organiser.ask(OPEN, {
      input: { hostUnitId: district.units.district, key: `T${String(at + 1)}`, nameVi: name, nameEn: name, ...window },
    });
    periods.push(id as string);
  }
});

type Said = Record<string, unknown>;

const ratings = (value: string, more: Said = {}) => ({ indicatorId: indicators['qr.ratings'], value, ...more });
const satisfied = (numerator: string, denominator: string, more: Said = {}) => ({
  indicatorId: indicators['qr.satisfied'],
  numerator,
  denominator,
  ...more,
});
const counters = (value: string) => ({ indicatorId: indicators['qr.counters'], value });
const balance = (value: string) => ({ indicatorId: indicators['qr.balance'], value });

const save = (month: number, figures: Said[], more: Said = {}) =>
  officer.ask(SAVE, { input: { periodId: periods[month], unitId: district.units.anKhanh, version: 0, figures, ...more } });

async function sent(month: number, figures: Said[]): Promise<{ id: string; version: number }> {
  const draft = await save(month, figures);
  const reply = await officer.ask(SUBMIT, { input: { reportId: draft.id, version: draft.version } });
  if (reply.__typename !== 'Report') throw new Error(JSON.stringify(reply));
  return reply;
}

async function approved(month: number, figures: Said[]): Promise<void> {
  const { id: reportId, version } = await sent(month, figures);
  expect(await organiser.ask(APPROVE, { input: { reportId, version } })).toMatchObject({ state: 'APPROVED' });
}

/** Months from the first on, approved, each with one figure. */
async function before(...figures: Said[]): Promise<number> {
  for (const [month, figure] of figures.entries()) await approved(month, [figure]);
  return figures.length;
}

const asked = (name: string, value: string, usual: string) =>
  `Số liệu của chỉ tiêu “${name}” là ${value}, khác xa mức ${usual} thường thấy ở các kỳ trước. Nếu đúng, cần ghi lý do; nếu nhầm, cần sửa lại.`;
const ratingsJump = (reason: string | null) => ({
  median: '305',
  times: '408.83',
  question: asked('Số lượt đánh giá', '124.692', '305'),
  reason,
});

test('a figure that jumps is asked about when it is typed, not sent without an answer, and read with it by the office alone', async () => {
  const month = await before(ratings('310'), ratings('290'), ratings('300'), ratings('320'));
  const draft = await save(month, [ratings('124692')]);
  const figure = { indicatorKey: 'qr.ratings', value: '124692', numerator: null, denominator: null, verified: false };
  expect(draft.figures).toEqual([{ ...figure, jump: ratingsJump(null) }]);
  const problem = { code: 'FIGURE_JUMPS', path: 'figures.0.jumpReason', message: asked('Số lượt đánh giá', '124.692', '305') };
  expect(await officer.ask(SUBMIT, { input: { reportId: draft.id, version: draft.version } })).toEqual({
    __typename: 'Refusal',
    code: 'FIGURE_JUMPS',
    path: 'figures.0.jumpReason',
    problems: [problem],
  });

  const answered = await save(month, [ratings('124692', { jumpReason: `  ${REASON} ` })], { version: draft.version });
  expect([answered.version, answered.figures]).toEqual([Number(draft.version) + 1, [{ ...figure, jump: ratingsJump(REASON) }]]);
  const submitted = await officer.ask(SUBMIT, { input: { reportId: draft.id, version: answered.version } });
  expect(submitted).toMatchObject({ state: 'SUBMITTED', figures: [{ jump: ratingsJump(REASON) }] });
  expect(await organiser.ask(REPORT, { id: draft.id })).toEqual({
    state: 'SUBMITTED',
    figures: [{ ...figure, jump: ratingsJump(REASON) }],
  });
  const indicatorId = indicators['qr.ratings'];
  expect((await organiser.ask(LISTED, { indicatorId })).edges).toEqual([
    { node: { value: '124692', approved: false, jump: ratingsJump(REASON) } },
  ]);
  const shown = await organiser.ask(CUMULATIVE, { indicatorId });
  expect(
    shown.lines.flatMap(({ parts }: any) => parts.flatMap(({ figures }: any) => figures)).map(({ value, jump }: any) => [value, jump]),
  ).toEqual([
    ['310', null],
    ['290', null],
    ['300', null],
    ['320', null],
    ['124692', ratingsJump(REASON)],
  ]);

  await organiser.ask(APPROVE, { input: { reportId: draft.id, version: submitted.version } });
  expect(await organiser.ask(REPORT, { id: draft.id })).toEqual({ state: 'APPROVED', figures: [{ ...figure, jump: ratingsJump(REASON) }] });
  const reader = await contest.as(await aPerson(contest, { unitId: district.units.district, role: 'LEADER' }));
  expect((await reader.ask(LISTED, { indicatorId })).edges).toEqual([{ node: { value: '124692', approved: true, jump: null } }]);
  const [audited] = await contest
    .em()
    .getConnection()
    .execute<{ after: unknown }[]>(
      `select body::jsonb->'after' as after from audit_entry where subject_id = ? and operation = 'saveReport' order by seq desc limit 1`,
      [draft.id],
    );
  expect(audited?.after).toEqual({
    period: periods[month],
    unit: district.units.anKhanh,
    figures: 1,
    jumpReasons: [{ indicator: indicatorId, jumpReason: REASON }],
  });
});

test('the answer stands while the numbers do, and falls with them or when it is withdrawn', async () => {
  const month = await before(ratings('310'), ratings('290'), ratings('300'), ratings('320'));
  let { version } = await save(month, [ratings('124692', { jumpReason: REASON })]);
  const again = async (figure: Said) => {
    const reply = await save(month, [figure], { version });
    version = reply.version;
    return reply.figures[0].jump;
  };
  expect(await again(ratings('124692'))).toEqual(ratingsJump(REASON));
  expect(await again(ratings('124692', { note: 'Đã rà soát.' }))).toEqual(ratingsJump(REASON));
  expect(await again(ratings('124693'))).toMatchObject({ reason: null });
  expect(await again(ratings('124692'))).toEqual(ratingsJump(null));
  expect(await again(ratings('124692', { jumpReason: REASON }))).toEqual(ratingsJump(REASON));
  expect(await again(ratings('124692', { jumpReason: '   ' }))).toEqual(ratingsJump(null));
  expect(await again(ratings('1525'))).toEqual(NOTHING_ASKED);
});

test('all jumps of a report are named at once, each where its answer goes', async () => {
  for (const month of [0, 1, 2]) await approved(month, [ratings('300'), satisfied('60', '100'), counters('10')]);
  const draft = await save(3, [ratings('1501'), satisfied('30', '300'), counters('11')]);
  expect(draft.figures.map(({ jump }: any) => jump && [jump.median, jump.times])).toEqual([['300', '5'], ['60', '0.17'], null]);
  const reply = await officer.ask(SUBMIT, { input: { reportId: draft.id, version: draft.version } });
  expect(reply.problems).toEqual([
    { code: 'FIGURE_JUMPS', path: 'figures.0.jumpReason', message: asked('Số lượt đánh giá', '1.501', '300') },
    { code: 'FIGURE_JUMPS', path: 'figures.1.jumpReason', message: asked('Tỷ lệ hài lòng', '10', '60') },
  ]);
});

test.each<[string, () => Said[], () => Said, unknown]>([
  ['exactly five times', () => [ratings('310'), ratings('290'), ratings('300'), ratings('320')], () => ratings('1525'), null],
  ['one above it', () => [ratings('310'), ratings('290'), ratings('300'), ratings('320')], () => ratings('1526'), '305'],
  ['exactly a fifth', () => [ratings('310'), ratings('290'), ratings('300'), ratings('320')], () => ratings('61'), null],
  ['one below it', () => [ratings('310'), ratings('290'), ratings('300'), ratings('320')], () => ratings('60'), '305'],
  ['after two only', () => [ratings('300'), ratings('290')], () => ratings('2000'), null],
  ['after three', () => [ratings('300'), ratings('290'), ratings('310')], () => ratings('2000'), '300'],
  [
    'out of the last four, not of five',
    () => [ratings('900'), ratings('300'), ratings('290'), ratings('310'), ratings('320')],
    () => ratings('1526'),
    '305',
  ],
  ['after zeros', () => [ratings('0'), ratings('0'), ratings('0')], () => ratings('1'), '0'],
  ['of zero after zeros', () => [ratings('0'), ratings('0'), ratings('0')], () => ratings('0'), null],
  ['of zero', () => [ratings('4'), ratings('5'), ratings('6')], () => ratings('0'), '5'],
  ['of the other sign', () => [balance('4'), balance('5'), balance('6')], () => balance('-5'), '5'],
  ['of a last value', () => [counters('2'), counters('2'), counters('2')], () => counters('11'), '2'],
  [
    'of ten times the cases at the same share',
    () => [satisfied('90', '100'), satisfied('91', '100'), satisfied('92', '100')],
    () => satisfied('910', '1000'),
    null,
  ],
  [
    'of a share of a fifth exactly',
    () => [satisfied('90', '100'), satisfied('50', '100'), satisfied('40', '100')],
    () => satisfied('10', '100'),
    null,
  ],
  [
    'of a share under a fifth',
    () => [satisfied('90', '100'), satisfied('50', '100'), satisfied('40', '100')],
    () => satisfied('9', '100'),
    '50',
  ],
])('a jump %s', async (_, figures, typed, median) => {
  const month = await before(...figures());
  const { figures: shown } = await save(month, [typed()]);
  expect(shown.map(({ jump }: any) => jump?.median ?? null)).toEqual([median]);
});

test('what is sent counts as history at once; what is a draft, was returned or comes later does not', async () => {
  await before(ratings('300'), ratings('290'));
  const draft = await save(2, [ratings('310')]);
  await sent(5, [ratings('320')]);
  const typed = async () => (await save(3, [ratings('2000')], { version })).figures[0].jump?.median ?? null;
  let version = 0;
  expect(await typed()).toBeNull();
  version = 1;
  const { id: reportId, version: of } = await officer.ask(SUBMIT, { input: { reportId: draft.id, version: draft.version } });
  expect(await typed()).toBe('300');
  await organiser.ask(RETURN, { input: { reportId, version: of, reason: 'Đề nghị rà soát.' } });
  expect(await typed()).toBeNull();
});

test("other communes' figures and other indicators' are no history", async () => {
  const neighbour = await contest.as(await aPerson(contest, { unitId: district.units.laPhu, role: 'COMMUNE_OFFICER' }));
  for (const month of [0, 1, 2]) {
    await approved(month, [counters('2')]);
    const input = { periodId: periods[month], unitId: district.units.laPhu, version: 0, figures: [ratings('300')] };
    const { id, version } = await neighbour.ask(SAVE, { input });
    await neighbour.ask(SUBMIT, { input: { reportId: id, version } });
  }
  expect((await save(3, [ratings('2000')])).figures.map(({ jump }: any) => jump)).toEqual([null]);
});

test('what the office records of a commune is asked about too, and not written without an answer', async () => {
  await before(ratings('300'), ratings('290'), ratings('310'));
  const order = {
    indicatorId: indicators['qr.ratings'],
    unitId: district.units.anKhanh,
    startsOn: '2024-04-01',
    endsOn: '2024-04-28',
    value: '1501',
    source: 'Báo Hà Nội mới',
  };
  const message = asked('Số lượt đánh giá', '1.501', '300');
  const count = async () =>
    contest
      .em()
      .getConnection()
      .execute(`select count(*) from figure where source = 'Báo Hà Nội mới' and unit_id = ?`, [district.units.anKhanh]);
  expect(await organiser.ask(RECORD, { input: order })).toEqual({
    __typename: 'Refusal',
    code: 'FIGURE_JUMPS',
    path: 'jumpReason',
    problems: [{ code: 'FIGURE_JUMPS', path: 'jumpReason', message }],
  });
  expect(await count()).toEqual([{ count: '0' }]);
  expect(await organiser.ask(RECORD, { input: { ...order, jumpReason: REASON } })).toEqual({
    __typename: 'Figure',
    id: expect.any(String),
    value: '1501',
    jump: { median: '300', times: '5', question: message, reason: REASON },
  });
  expect(await organiser.ask(RECORD, { input: { ...order, source: 'Đoàn kiểm tra', value: '1500' } })).toMatchObject({
    value: '1500',
    jump: null,
  });
});

test('of the district as a whole, what is on record is its history', async () => {
  const record = (month: number, value: string) =>
    organiser.ask(RECORD, {
      input: {
        indicatorId: indicators['qr.ratings'],
        unitId: district.units.district,
        ...MONTHS[month],
        dueOn: undefined,
        value,
        source: 'Phòng Nội vụ',
      },
    });
  for (const month of [0, 1, 2]) expect(await record(month, '1236')).toMatchObject({ value: '1236', jump: null });
  expect(await record(3, '124692')).toMatchObject({ code: 'FIGURE_JUMPS', path: 'jumpReason' });
  expect(await record(3, '6180')).toMatchObject({ value: '6180', jump: null });
});
