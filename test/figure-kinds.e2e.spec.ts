import { readFileSync } from 'node:fs';
import { kindOfUnit } from '#domain/rollout';
import { projectFile } from '#lib/platform';
import { changed, content } from './support/content.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aRollout, last, ratio, sum } from './support/rollouts.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
let rollout: Awaited<ReturnType<typeof aRollout>>;
let periodId: string;

const days = {
  ...sum,
  key: 'days',
  nameVi: 'Thời gian giải quyết',
  nameEn: 'Days taken',
  unitVi: 'ngày',
  unitEn: 'days',
  aggregation: 'LAST',
  direction: 'DOWN',
  baseline: '7',
};
const score = {
  ...sum,
  key: 'score',
  nameVi: 'Điểm kiểm tra',
  nameEn: 'Score',
  unitVi: 'điểm',
  unitEn: 'points',
  aggregation: 'LAST',
  lowest: '0',
  highest: '10',
};
const money = { ...sum, key: 'money', nameVi: 'Kinh phí tiết kiệm', nameEn: 'Money saved', unitVi: 'đồng', unitEn: 'dong' };
const INDICATORS = [sum, ratio, last, days, score, money];

const REFUSAL = '__typename ... on Refusal { code path message }';
const SAVE = `mutation ($input: SaveReportInput!) { saveReport(input: $input) { ... on Report { id version figures { indicatorKey value numerator denominator } } ${REFUSAL} } }`;
const RECORD = `mutation ($input: RecordFigureInput!) { recordFigure(input: $input) { ... on Figure { id version value } ${REFUSAL} } }`;
const VERIFY = `mutation ($input: VerifyFigureInput!) { verifyFigure(input: $input) { ... on Figure { id } ${REFUSAL} } }`;
const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { ... on Report { id version } ${REFUSAL} } }`;
const APPROVE = `mutation ($input: ApproveReportInput!) { approveReport(input: $input) { ... on Report { id } ${REFUSAL} } }`;
const SET = `mutation ($input: SetIndicatorsInput!) { setIndicators(input: $input) { ... on Rollout { id version indicators { key kind decimals lowest highest baseline target } } ${REFUSAL} } }`;
const PERIOD = `mutation ($input: OpenReportingPeriodInput!) { openReportingPeriod(input: $input) { ... on ReportingPeriod { id } ${REFUSAL} } }`;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  rollout = await aRollout(contest, district, organiser, { indicators: INDICATORS });
  const window = { startsOn: '2024-01-15', endsOn: '2024-03-14', dueOn: '2024-03-20' };
  const period = { hostUnitId: district.units.district, key: 'KIND', nameVi: 'Kỳ', nameEn: 'Period', ...window };
  periodId = (await organiser.ask(PERIOD, { input: period })).id as string;
});
afterAll(() => contest.stop());

const figure = (key: string, number: object) => ({ indicatorId: rollout.indicators[key], ...number });
const versionOf = async (table: string, id: string): Promise<number> =>
  (await contest.em().getConnection().execute<{ version: number }[]>(`select version from ${table} where id = ?`, [id]))[0]!.version;

type Wrong = [what: string, key: string, number: object, code: string, field: string, vi: string];
const WRONG: Wrong[] = [
  ['-5 reminders', 'qr.ratings', { value: '-5' }, 'FIGURE_TOO_LOW', 'value', 'Số liệu không được nhỏ hơn 0.'],
  ['-99999 ratings', 'qr.ratings', { value: '-99999' }, 'FIGURE_TOO_LOW', 'value', 'Số liệu không được nhỏ hơn 0.'],
  ['2.5 counters', 'qr.counters', { value: '2.5' }, 'FIGURE_NOT_WHOLE', 'value', 'Chỉ tiêu này dùng số nguyên, không có dấu chấm: “2.5”.'],
  [
    '1.250 ratings',
    'qr.ratings',
    { value: '1.250' },
    'FIGURE_POINT',
    'value',
    'Số ghi liền, dấu chấm chỉ đứng trước phần thập phân: “1.250”. Có phải là 1250?',
  ],
  [
    '1.000 ratings',
    'qr.ratings',
    { value: '1.000' },
    'FIGURE_POINT',
    'value',
    'Số ghi liền, dấu chấm chỉ đứng trước phần thập phân: “1.000”. Có phải là 1000?',
  ],
  [
    '50 of 0',
    'qr.satisfied',
    { numerator: '50', denominator: '0' },
    'FIGURE_OF_NOTHING',
    'denominator',
    'Mẫu số phải lớn hơn 0. Nếu không phát sinh trường hợp nào thì không ghi số liệu này.',
  ],
  [
    '5000 of 4000',
    'qr.satisfied',
    { numerator: '5000', denominator: '4000' },
    'FIGURE_ABOVE_WHOLE',
    'numerator',
    'Tử số (5.000) không được lớn hơn mẫu số (4.000).',
  ],
  ['days below zero', 'days', { value: '-1' }, 'FIGURE_TOO_LOW', 'value', 'Số liệu không được nhỏ hơn 0.'],
  ['a score above its scale', 'score', { value: '10.5' }, 'FIGURE_TOO_HIGH', 'value', 'Số liệu không được lớn hơn 10.'],
  ['a part of a đồng', 'money', { value: '12.5' }, 'FIGURE_NOT_WHOLE', 'value', 'Chỉ tiêu này dùng số nguyên, không có dấu chấm: “12.5”.'],
];

test.each(WRONG)('%s are taken by no way that a figure comes in, and nothing is written', async (...wrong) => {
  const [, key, number, code, field, message] = wrong;
  const before = await content(contest, ['session']);

  const report = {
    periodId,
    unitId: district.units.anKhanh,
    version: 0,
    figures: [figure('qr.ratings', { value: '1', source: 'Sổ' }), figure(key, number)],
  };
  expect(await officer.ask(SAVE, { input: report })).toEqual({ __typename: 'Refusal', code, path: `figures.1.${field}`, message });
  const press = { ...figure(key, number), unitId: district.units.anKhanh, startsOn: '2024-01-15', endsOn: '2024-02-14', source: 'Báo' };
  expect(await organiser.ask(RECORD, { input: press })).toEqual({ __typename: 'Refusal', code, path: field, message });

  expect(changed(before, await content(contest, ['session']))).toEqual([]);
});

test('figures of their kind are taken, a number in the document itself too', async () => {
  const figures = [
    figure('qr.ratings', { value: '1250' }),
    figure('qr.satisfied', { numerator: '40', denominator: '40' }),
    figure('days', { value: '2.5' }),
    figure('score', { value: '9.75' }),
  ];
  const saved = await officer.ask(SAVE, { input: { periodId, unitId: district.units.anKhanh, version: 0, figures } });
  expect(
    new Map(saved.figures.map(({ indicatorKey, value, numerator, denominator }: any) => [indicatorKey, [value, numerator, denominator]])),
  ).toEqual(
    new Map([
      ['qr.ratings', ['1250', null, null]],
      ['qr.satisfied', [null, '40', '40']],
      ['days', ['2.5', null, null]],
      ['score', ['9.75', null, null]],
    ]),
  );

  const written = (
    value: string,
  ) => `mutation { recordFigure(input: { indicatorId: "${rollout.indicators['qr.ratings']!}", unitId: "${district.units.anKhanh}",
    startsOn: "2024-01-15", endsOn: "2024-02-14", source: "Báo", value: ${value} }) { ... on Figure { value } ... on Refusal { code path } } }`;
  expect(await organiser.ask(written('1.000'))).toEqual({ code: 'FIGURE_POINT', path: 'value' });
  expect(await organiser.ask(written('1000'))).toEqual({ value: '1000' });
});

test('an indicator says what its figures are; what it leaves out is as usual for its unit, and stays when it is set again', async () => {
  const set = async (indicators: object[]) =>
    organiser.ask(SET, { input: { rolloutId: rollout.id, version: await versionOf('rollout', rollout.id), indicators } });
  const kinds = [
    ['qr.ratings', 'COUNT', 0, '0', null],
    ['qr.satisfied', 'SHARE', 0, '0', '100'],
    ['qr.counters', 'COUNT', 0, '0', null],
    ['days', 'DURATION', 2, '0', null],
    ['score', 'SCORE', 2, '0', '10'],
    ['money', 'MONEY', 0, '0', null],
  ];
  const shown = ({ indicators }: any) =>
    indicators.map(({ key, kind, decimals, lowest, highest }: any) => [key, kind, decimals, lowest, highest]);
  const plainScore = { ...score, lowest: undefined, highest: undefined };

  expect(shown(await set([sum, ratio, last, days, plainScore, money]))).toEqual(kinds);
  expect(shown(await set([sum, ratio, last, { ...days, decimals: 1 }, score, { ...money, decimals: 3 }]))).toEqual(
    kinds.map((row) =>
      row[0] === 'days' ? ['days', 'DURATION', 1, '0', null] : row[0] === 'money' ? ['money', 'MONEY', 3, '0', null] : row,
    ),
  );
  expect(await set([sum, ratio, last, { ...days, decimals: 0 }, score, money])).toMatchObject({
    code: 'INDICATOR_FIGURES_UNFIT',
    path: 'indicators.3.highest',
  });
  expect(await set([{ ...sum, kind: 'SCORE' }, ratio, last, days, score, money])).toMatchObject({ code: 'INDICATOR_FIGURES_UNFIT' });
  expect(await set([sum, ratio, { ...last, target: '5.5' }, days, score, money])).toMatchObject({
    code: 'FIGURE_NOT_WHOLE',
    path: 'indicators.2.target',
  });
  expect(await set([sum, { ...ratio, target: '105' }, last, days, score, money])).toMatchObject({
    code: 'FIGURE_TOO_HIGH',
    path: 'indicators.1.target',
  });
  expect(await set([sum, ratio, { ...last, decimals: 1 }, days, score, money])).toMatchObject({
    code: 'INDICATOR_DECIMALS',
    path: 'indicators.2.decimals',
  });
});

test('the database itself keeps no figure that its indicator cannot have', async () => {
  const insert = (key: string, numbers: string) =>
    contest
      .em()
      .getConnection()
      .execute(
        `insert into figure (id, indicator_id, unit_id, starts_on, ends_on, value, numerator, denominator, source, source_kind, verified, illustrative, at)
       values (gen_random_uuid(), ?, ?, '2024-01-01', '2024-01-31', ${numbers}, gen_random_uuid()::text, 'OTHER', false, false, now())`,
        [rollout.indicators[key], district.units.anKhanh],
      );
  for (const [key, numbers] of [
    ['qr.ratings', '-5, null, null'],
    ['qr.ratings', '2.5, null, null'],
    ['score', '11, null, null'],
    ['qr.satisfied', 'null, 50, 0'],
    ['qr.satisfied', 'null, 50, 40'],
  ] as const)
    await expect(insert(key, numbers)).rejects.toMatchObject({ constraint: 'figure_fits_indicator' });
  await insert('qr.ratings', '5.00, null, null');
});

test('what was typed before indicators knew their kind is neither sent, approved nor verified; the office gives it back', async () => {
  const em = contest.em().getConnection();
  const [report] = await em.execute<{ id: string }[]>('select id from report where period_id = ?', [periodId]);
  const id = report!.id;
  const wrong = async (value: number) => {
    await em.execute('alter table figure disable trigger figure_fits_indicator');
    await em.execute('update figure set value = ? where report_id = ? and indicator_id = ?', [
      value,
      id,
      rollout.indicators['qr.ratings']!,
    ]);
    await em.execute('alter table figure enable trigger figure_fits_indicator');
  };
  const order = async () => ({ input: { reportId: id, version: await versionOf('report', id) } });

  await wrong(-5);
  expect(await officer.ask(SUBMIT, await order())).toMatchObject({ code: 'FIGURE_TOO_LOW', path: 'figures.0.value' });
  await wrong(5);
  expect(await officer.ask(SUBMIT, await order())).toMatchObject({ __typename: 'Report' });
  await wrong(-5);
  expect(await organiser.ask(APPROVE, await order())).toMatchObject({ code: 'FIGURE_TOO_LOW', path: 'figures.0.value' });
  const [figure] = await em.execute<{ id: string; version: number }[]>(
    'select id, version from figure where report_id = ? and value = -5',
    [id],
  );
  expect(await organiser.ask(VERIFY, { input: { figureId: figure!.id, version: figure!.version } })).toMatchObject({
    code: 'FIGURE_TOO_LOW',
  });
  await wrong(5);
  expect(await organiser.ask(APPROVE, await order())).toMatchObject({ __typename: 'Report' });
});

test('the migration gives an indicator the kind that the program would', async () => {
  const units = [
    'lượt',
    'hợp đồng',
    'điểm giao dịch',
    '%',
    'đồng',
    'Triệu đồng',
    'tỷ đồng',
    'VND',
    'ngày',
    'Ngày làm việc',
    'phút',
    'năm',
    'điểm',
    'Điểm',
  ];
  const [update = ''] = /update "indicator" set "kind" = case[\s\S]*?;/.exec(
    readFileSync(projectFile('prisma-free-schema/migrations/20261126001700-figure-kinds.sql'), 'utf8'),
  )!;
  const values = units.map((_unit, at) => `(${String(at)}, '${units[at]!}', 'LAST', '')`).join(', ');
  const statement = `with "indicators" (at, unit_vi, aggregation, kind) as (values ${values}) select at, unit_vi, ${update.slice(update.indexOf('case'), -1)} as kind from "indicators" order by at`;

  const rows = await contest.em().getConnection().execute<{ unit_vi: string; kind: string }[]>(statement);
  expect(rows.map(({ kind }) => kind)).toEqual(units.map(kindOfUnit));
});
