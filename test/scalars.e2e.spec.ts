import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
});
afterAll(() => contest.stop());

const UNITS = 'query ($asOf: LocalDate) { units(asOf: $asOf) { totalCount } }';
const DATES = `mutation ($input: SetPhaseDatesInput!) { setPhaseDates(input: $input) { __typename ... on Refusal { code path } } }`;
const SHARES = `mutation ($input: SetAuthorsInput!) { setAuthors(input: $input) { __typename ... on Refusal { code path } } }`;
const PRIZES = `mutation ($input: SetPrizePlanInput!) { setPrizePlan(input: $input) { __typename ... on Refusal { code path } } }`;

const dates = (startsAt: unknown, endsAt: unknown) => ({
  input: { contestId: district.units.district, version: 1, phases: [{ kind: 'OPEN', startsAt, endsAt }] },
});
const shares = (share: unknown) => ({
  input: {
    initiativeId: district.units.district,
    version: 1,
    authors: [
      { personId: district.people.submitter, share: '60', lead: true },
      { personId: district.people.head, share, lead: false },
    ],
  },
});
const prizes = (amount: unknown) => ({
  input: {
    contestId: district.units.district,
    version: 1,
    tiers: [{ key: 'FIRST', nameVi: 'Nhất', nameEn: 'First', quantity: 1, amount }],
  },
});

type Wrong = [what: string, query: string, variables: () => Record<string, unknown>, reason: string, path: string];
const WRONG: Wrong[] = [
  ['30 February', DATES, () => dates('2027-02-01T00:00:00+07:00', '2027-02-30T17:00:00+07:00'), 'MOMENT_INVALID', 'phases.0.endsAt'],
  ['29 February of a common year', DATES, () => dates('2027-02-29T17:00:00+07:00', null), 'MOMENT_INVALID', 'phases.0.startsAt'],
  ['24:00', DATES, () => dates('2027-02-01T24:00:00+07:00', null), 'MOMENT_INVALID', 'phases.0.startsAt'],
  ['a minute of 60', DATES, () => dates('2027-02-01T23:60:00+07:00', null), 'MOMENT_INVALID', 'phases.0.startsAt'],
  ['an offset that no place has', DATES, () => dates('2027-02-01T23:00:00+25:00', null), 'MOMENT_INVALID', 'phases.0.startsAt'],
  ['a moment without a zone', DATES, () => dates('2027-02-01T23:00:00', null), 'MOMENT_INVALID', 'phases.0.startsAt'],
  ['microseconds', DATES, () => dates('2027-02-01T23:00:00.123456Z', null), 'MOMENT_INVALID', 'phases.0.startsAt'],
  ['a moment as a number', DATES, () => dates(1_800_000_000, null), 'MOMENT_INVALID', 'phases.0.startsAt'],
  ['the year 0000', UNITS, () => ({ asOf: '0000-01-01' }), 'DAY_INVALID', 'asOf'],
  ['the year 9999', UNITS, () => ({ asOf: '9999-12-31' }), 'DAY_INVALID', 'asOf'],
  ['31 April', UNITS, () => ({ asOf: '2027-04-31' }), 'DAY_INVALID', 'asOf'],
  ['no number', SHARES, () => shares('many'), 'DECIMAL_INVALID', 'authors.1.share'],
  ['a text that looks like a path', SHARES, () => shares('a; b at "input.version"; c'), 'DECIMAL_INVALID', 'authors.1.share'],
  ['infinity', SHARES, () => shares('Infinity'), 'DECIMAL_INVALID', 'authors.1.share'],
  ['an exponent', SHARES, () => shares('1e2'), 'DECIMAL_INVALID', 'authors.1.share'],
  ['nineteen digits', SHARES, () => shares('1000000000000000000'), 'DECIMAL_INVALID', 'authors.1.share'],
  ['a decimal comma', SHARES, () => shares('33,5'), 'NUMBER_GROUPED', 'authors.1.share'],
  ['points between thousands of đồng', PRIZES, () => prizes('5.000.000'), 'NUMBER_GROUPED', 'tiers.0.amount'],
  ['half a đồng', PRIZES, () => prizes(0.5), 'DONG_INVALID', 'tiers.0.amount'],
  ['less than nothing', PRIZES, () => prizes(-1), 'DONG_INVALID', 'tiers.0.amount'],
  ['more đồng than there are', PRIZES, () => prizes(1_000_000_000_000_000), 'DONG_INVALID', 'tiers.0.amount'],
  [
    'a version beyond the column',
    DATES,
    () => ({ input: { ...dates('2027-02-01T23:00:00Z', null).input, version: 2_147_483_648 } }),
    'VALUE_INVALID',
    'version',
  ],
];

test.each(WRONG)('%s is the sender’s error, with its field, in both languages', async (...wrong) => {
  const [, query, variables, reason, path] = wrong;

  const { data, errors } = await organiser.send(query, variables());

  expect(data ?? null).toBeNull();
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    {
      code: 'BAD_USER_INPUT',
      reason,
      path,
      messages: {
        vi: expect.not.stringMatching(/[{}]|^[A-Z_]+$/),
        en: expect.not.stringMatching(/[{}]|^[A-Z_]+$|[ăâđêôơưạảấầậắằặẹếềệịọốồộớờợụứừựỳỹ]/),
      },
      ...(reason === 'VALUE_INVALID' && { technical: expect.stringContaining('Variable "$input" got invalid value') }),
    },
  ]);
});

test('a number that is written with points between thousands is asked back', async () => {
  const { errors } = await organiser.send(PRIZES, prizes('5.000.000'));

  expect(errors?.[0]?.extensions.messages).toEqual({
    vi: 'Số ghi liền, không có dấu phân cách hàng nghìn: “5.000.000”. Có phải là 5000000?',
    en: 'A number has nothing between thousands: “5.000.000”. Is it 5000000?',
  });
});

test('a value that is written in the document has its path as well', async () => {
  const id = district.units.district;
  const document = (endsAt: string) => `mutation { setPhaseDates(input: { contestId: "${id}", version: 1, phases: [
    { kind: ANNOUNCED, startsAt: "2027-01-01T00:00:00+07:00" }, { kind: OPEN, startsAt: "2027-02-01T00:00:00+07:00", endsAt: "${endsAt}" }] }) {
    __typename ... on Refusal { code path } } }`;

  const { errors } = await organiser.send(document('2027-02-30T17:00:00+07:00'));
  expect(errors?.map(({ extensions: { code, reason, path } }) => [code, reason, path])).toEqual([
    ['BAD_USER_INPUT', 'MOMENT_INVALID', 'phases.1.endsAt'],
  ]);
  const { errors: ofQuery } = await organiser.send('{ units(asOf: "0000-01-01") { totalCount } }');
  expect(ofQuery?.map(({ extensions: { code, reason, path } }) => [code, reason, path])).toEqual([
    ['BAD_USER_INPUT', 'DAY_INVALID', 'asOf'],
  ]);
  expect(await organiser.ask(document('2027-02-28T17:00:00+07:00'))).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND', path: null });
});
