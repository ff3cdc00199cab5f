import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { mutation } from './support/sign-in.js';

const SHOWN = 'id year decisionNumber issuer decidedOn daysOff daysWorked version';
const ENTER = mutation(
  'enterWorkingCalendar',
  'EnterWorkingCalendarInput',
  `... on WorkingCalendar { ${SHOWN} } ... on Refusal { problems { code path } }`,
);
const CHANGE = mutation(
  'changeWorkingCalendar',
  'ChangeWorkingCalendarInput',
  `... on WorkingCalendar { ${SHOWN} } ... on Refusal { problems { code path } }`,
);
const END =
  'query ($occurredOn: LocalDate!, $amount: Int!) { termEnd(occurredOn: $occurredOn, amount: $amount, countedIn: WORKING_DAY) { lastDay workingDays } }';
const NOTICE = { decisionNumber: '15/TB-UBND', issuer: 'Ủy ban nhân dân huyện', decidedOn: '2024-12-10' };
const LIST_2025 = { year: 2025, daysOff: ['2025-04-30', '2025-05-01', '2025-05-02'], daysWorked: ['2025-04-26'] };

let contest: RunningContest;
let district: District;
let organiser: Client;

beforeEach(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
});
afterEach(() => contest.stop());

const enter = (list: object) => organiser.ask(ENTER, { input: { ...NOTICE, ...list } });
const listed = async () => contest.client().ask(`{ workingCalendars { ${SHOWN} } }`);

test('the list of a year is entered once, anyone reads it, and terms are counted by it', async () => {
  const made = await enter(LIST_2025);
  expect(made).toMatchObject({ ...NOTICE, ...LIST_2025, version: 1 });
  expect(await enter(LIST_2025)).toMatchObject({ code: 'CALENDAR_ENTERED', path: 'year' });
  expect(await listed()).toEqual([{ ...made, __typename: undefined }]);

  const end = (occurredOn: string, amount: number) => contest.client().ask(END, { occurredOn, amount });
  expect(await end('2025-04-24', 3)).toEqual({ lastDay: '2025-04-28', workingDays: 3 });
  expect(await end('2025-04-29', 3)).toEqual({ lastDay: '2025-05-07', workingDays: 3 });
});

test('two who enter a year at once: one does, the other is told that it is there', async () => {
  const replies = await Promise.all([enter(LIST_2025), enter({ ...LIST_2025, daysOff: [] })]);
  expect(replies.map(({ __typename, code }) => code ?? __typename).sort()).toEqual(['CALENDAR_ENTERED', 'WorkingCalendar']);
  expect(await listed()).toHaveLength(1);
});

test('a term that reaches into a year without a list is refused, and says which year', async () => {
  await enter(LIST_2025);
  const { errors } = await contest.client().send(END, { occurredOn: '2025-12-30', amount: 3 });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CALENDAR_MISSING', messages: { vi: expect.stringContaining('năm 2026') } });
});

test('all that is wrong with a list is said at once, each with its day, and nothing is written', async () => {
  const reply = await enter({
    year: 2025,
    decidedOn: '2026-12-31',
    daysOff: ['2024-12-31', '2025-05-01', '2025-05-01', '2025-04-26'],
    daysWorked: ['2025-04-26', '2025-04-25'],
  });
  expect(reply.problems.map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual([
    ['DECISION_IN_FUTURE', 'decidedOn'],
    ['CALENDAR_OTHER_YEAR', 'daysOff.0'],
    ['CALENDAR_DAY_TWICE', 'daysOff.2'],
    ['CALENDAR_DAY_TWICE', 'daysWorked.0'],
    ['CALENDAR_DAY_ORDINARY', 'daysWorked.1'],
  ]);
  expect(await listed()).toEqual([]);
});

test('a list is written anew with its reason, on the version that was on the screen, and the log keeps both', async () => {
  const { id: calendarId } = await enter(LIST_2025);
  const change = (version: number) =>
    organiser.ask(CHANGE, {
      input: { ...NOTICE, calendarId, version, daysOff: ['2025-05-01'], daysWorked: [], reason: 'Nhập nhầm.' },
    });
  expect(await change(1)).toMatchObject({ year: 2025, daysOff: ['2025-05-01'], daysWorked: [], version: 2 });
  expect(await change(1)).toMatchObject({ code: 'STALE' });
  const [entry] = await contest.em().getConnection().execute(`select body from audit_entry where operation = 'changeWorkingCalendar'`);
  expect(JSON.parse(entry?.body ?? '')).toMatchObject({
    before: LIST_2025,
    after: { daysOff: ['2025-05-01'], daysWorked: [] },
    reason: 'Nhập nhầm.',
  });
});

test('the database keeps no day that is off and worked, and no weekday that is worked in exchange', async () => {
  const { id } = await enter(LIST_2025);
  const insert = (on: string, kind: string) =>
    contest.em().getConnection().execute('insert into calendar_day ("on", calendar_id, kind) values (?, ?, ?)', [on, id, kind]);
  await expect(insert('2025-04-26', 'OFF')).rejects.toThrow('calendar_day_pkey');
  await expect(insert('2025-04-25', 'WORK')).rejects.toThrow('calendar_day_exchanged');
});
