import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ReminderMailsService, ReminderRun } from '#lib/procedure';
import { awaitedOf } from './support/awaiting.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { A_KIND, withCalendarG } from './support/licences.js';
import { mutation } from './support/sign-in.js';
import { baseOf } from './support/uploads.js';

const REMINDER = 'id version licence { licenceNumber } phone daysBefore wording dueOn late channel state attempts canAct canReturn smsText';
const ENTER_KIND = mutation('enterLicenceKind', 'EnterLicenceKindInput', '... on LicenceKind { id version }');
const ENTER = mutation('enterLicence', 'EnterLicenceInput', '... on Licence { id version }');
const RENEW = mutation('recordRenewal', 'RecordRenewalInput', '... on Licence { id }');
const END = mutation('endLicence', 'EndLicenceInput', '... on Licence { id }');
const CALL = mutation('recordCall', 'RecordCallInput', `... on Reminder { ${REMINDER} }`);
const SNOOZE = mutation('snoozeReminder', 'SnoozeReminderInput', `... on Reminder { ${REMINDER} }`);
const RETURNED = mutation('recordReturned', 'RecordReturnedInput', `... on Reminder { ${REMINDER} }`);
const SENT = mutation('recordSent', 'RecordSentInput', '... on ReminderDay { toCall toPost failed doneToday }');
const OPT_OUT = mutation('optOutOfReminders', 'OptOutOfRemindersInput', '... on Licence { id wantsNone }');
const RESUME = mutation('resumeReminders', 'ResumeRemindersInput', '... on Licence { id wantsNone }');
const LEAVE = mutation('leaveReminders', 'LeaveRemindersInput', '... on PublicLicence { wantsNone }');
const LIST = `query ($waiting: Boolean) { reminders(first: 50, waiting: $waiting) { edges { node { ${REMINDER} } } } }`;
const LETTERS = 'query ($unitId: ID!, $reminderIds: [ID!]!) { reminderLetters(unitId: $unitId, reminderIds: $reminderIds) { url } }';
const PUBLIC =
  'query ($link: String!) { publicLicence(link: $link) { kind { name } lastFour expiresOn fileBy safeOn unit { nameVi } over wantsNone } }';

let contest: RunningContest;
let district: District;
let officer: Client;
let kindId: string;

beforeEach(async () => {
  contest = await startContest('2026-01-22T02:00:00Z', { PUBLIC_URL: 'https://sangkien.example.vn' });
  district = await aDistrict(contest);
  officer = await contest.as(district.people.communeOfficer);
  await withCalendarG(contest);
  const organiser = await contest.as(district.people.organiser);
  kindId = (await organiser.ask(ENTER_KIND, { input: { ...A_KIND, kindCode: 'RUOU_BAN_LE' } })).id;
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const enter = async (more: Record<string, unknown> = {}): Promise<any> => {
  const said = { licenceNumber: '12/GP-UBND', holder: 'Cửa hàng Hòa Bình', issuedOn: '2021-03-26', phone: '0912345678' };
  return officer.ask(ENTER, { input: { unitId: district.units.anKhanh, kindId, ...said, ...more } });
};
const run = async (at?: string): Promise<void> => {
  if (at) contest.clock.set(at);
  await contest.get(ReminderRun).remindHolders();
};
const list = async (waiting: boolean | null = null): Promise<any[]> =>
  (await officer.ask(LIST, { waiting })).edges.map(({ node }: any) => node);
const states = async () =>
  (await rows('select step, state from reminder order by step desc')).map(({ step, state }) => `${String(step)} ${String(state)}`);
const act = (operation: string, { id: reminderId, version }: any, more: Record<string, unknown>) =>
  officer.ask(operation, { input: { reminderId, version, ...more } });
const theOne = async (): Promise<any> => (await list(true))[0];

test('the list of the morning awaits the officers of its unit, and shrinks with each call', async () => {
  await enter();
  await enter({ licenceNumber: '13/GP-UBND', holder: 'Cửa hàng Minh' });
  await run();
  const waits = async (client: Client) =>
    (await awaitedOf(client, 'reminderSend')).map(({ subjectId, count }) => [subjectId, count] as const);
  const { anKhanh } = district.units;
  expect([await waits(officer), await waits(await contest.as(district.people.organiser))]).toEqual([[[anKhanh, 2]], []]);
  await act(CALL, await theOne(), { outcome: 'REACHED' });
  expect(await waits(officer)).toEqual([[anKhanh, 1]]);
});

test('what was due while nothing ran goes once on the first day after, and is late; of two that were missed the latest alone', async () => {
  await enter();
  await run();
  expect(await states()).toEqual(['60 DUE', '30 PLANNED', '7 PLANNED', '0 PLANNED', '-1 PLANNED']);
  await run('2026-01-28T02:00:00Z');
  await run('2026-01-28T09:00:00Z');
  expect(await list(true)).toMatchObject([
    { daysBefore: 30, dueOn: '2026-01-23', late: true, channel: 'CALL', state: 'DUE', phone: '0912345678' },
  ]);
  expect(await states()).toEqual(['60 SUPERSEDED', '30 DUE', '7 PLANNED', '0 PLANNED', '-1 PLANNED']);
});

test('on a day off nothing goes, and of a year without a list nothing is known', async () => {
  await enter();
  await run('2026-01-25T02:00:00Z');
  expect(await states()).toEqual([]);
  contest.clock.set('2027-01-04T02:00:00Z');
  await expect(contest.get(ReminderRun).remindHolders()).rejects.toMatchObject({ code: 'CALENDAR_MISSING' });
});

test('after the last day to file and after the end one each with other words, then silence', async () => {
  await enter();
  await run('2026-02-25T02:00:00Z');
  expect(await list(true)).toMatchObject([{ wording: 'OVERDUE', daysBefore: null, dueOn: '2026-02-25' }]);
  await run('2026-03-27T02:00:00Z');
  expect(await list(true)).toMatchObject([{ wording: 'EXPIRED' }]);
  await act(CALL, await theOne(), { outcome: 'REACHED' });
  await run('2026-04-24T02:00:00Z');
  expect([await list(true), (await states()).at(-1)]).toEqual([[], '-1 REACHED']);
});

test('none after a renewal, and none of one that was taken back', async () => {
  const { id: licenceId, version } = await enter();
  const other = await enter({ licenceNumber: '13/GP-UBND' });
  await run();
  await officer.ask(RENEW, { input: { licenceId, version, licenceNumber: '14/GP-UBND', issuedOn: '2026-01-22' } });
  await officer.ask(END, { input: { licenceId: other.id, version: other.version, end: 'REVOKED', reason: 'Vi phạm.' } });
  await run('2026-02-13T02:00:00Z');
  expect(await list(true)).toEqual([]);
  expect(new Set((await states()).map((state) => state.split(' ')[1]))).toEqual(new Set(['CANCELLED']));
});

test('who does not answer stays on the list, a wrong number needs another way, and who was reached is done', async () => {
  await enter();
  await run();
  expect(await act(CALL, await theOne(), { outcome: 'NO_ANSWER' })).toMatchObject({ state: 'DUE', attempts: 1 });
  expect(await act(CALL, await theOne(), { outcome: 'WRONG_NUMBER' })).toMatchObject({ state: 'FAILED', canAct: true });
  const failed = await theOne();
  expect(await act(CALL, failed, { outcome: 'REACHED' })).toMatchObject({ state: 'REACHED', canAct: false });
  expect(await act(CALL, failed, { outcome: 'REACHED' })).toMatchObject({ code: 'REMINDER_MOVE' });
});

test('it is put off with a reason until a later day, and comes again then', async () => {
  await enter();
  await run();
  const one = await theOne();
  expect(await act(SNOOZE, one, { dueOn: '2026-01-22', reason: 'Bận.' })).toMatchObject({ code: 'DATE_IN_PAST', path: 'dueOn' });
  expect(await act(SNOOZE, one, { dueOn: '2026-04-01', reason: 'Bận.' })).toMatchObject({ code: 'REMINDER_PAST_END' });
  expect(await act(SNOOZE, one, { dueOn: '2026-01-26', reason: 'Hẹn gọi lại.' })).toMatchObject({ state: 'PLANNED', dueOn: '2026-01-26' });
  expect(await list(true)).toEqual([]);
  await run('2026-01-26T02:00:00Z');
  expect(await list(true)).toMatchObject([{ daysBefore: 30 }]);
});

test('a letter has a link that shows the end of the number and changes nothing when it is opened', async () => {
  await enter({ phone: null, address: 'Thôn 3' });
  await run();
  const { id } = await theOne();
  const order = { unitId: district.units.anKhanh, reminderIds: [id] };
  const { url } = await officer.ask(LETTERS, order);
  const pdf = Buffer.from(await (await fetch(new URL(url as string, baseOf(contest)))).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await rows('select length(hash) as length from reminder_link')).toEqual([{ length: 64 }]);
  expect(await officer.ask(SENT, { input: { ...order, channel: 'LETTER' } })).toEqual({
    __typename: 'ReminderDay',
    toCall: 0,
    toPost: 0,
    failed: 0,
    doneToday: 1,
  });
  expect(await officer.ask(SENT, { input: { ...order, channel: 'LETTER' } })).toMatchObject({ code: 'REMINDER_MOVE' });
  expect(await officer.ask(LETTERS, order)).toBeNull();
  const [posted] = await list();
  expect(await act(RETURNED, posted, { reason: 'Bưu điện trả lại.' })).toMatchObject({ state: 'FAILED', canAct: true });
});

/** The text of the one mail that went out. */
async function mailed(): Promise<string> {
  await contest.get(ReminderMailsService).mailHolders();
  const folder = join(contest.config.dataDir, 'mail');
  const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.eml'));
  const source = await readFile(join(folder, name), 'utf8');
  return source.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
}

test('a holder with an address is mailed with a link; opening it changes nothing, and asking for no more is by a post', async () => {
  await enter({ email: 'hoabinh@example.vn' });
  await enter({ email: 'hoabinh@example.vn', licenceNumber: '13/GP-UBND', phone: null });
  await run();
  const [link = ''] = /(?<=\/l\/)[\w-]{22}/.exec(await mailed()) ?? [];
  expect(await list(true)).toEqual([]);
  const before = await rows('select count(*)::int as n from audit_entry');
  const anyone = contest.client();
  expect(await anyone.ask(PUBLIC, { link })).toEqual({
    ...{
      kind: { name: A_KIND.name },
      lastFour: '12',
      expiresOn: '2026-03-26',
      fileBy: '2026-02-24',
      safeOn: '2026-02-24',
      unit: { nameVi: 'Xã An Khánh' },
    },
    ...{ over: false, wantsNone: false },
  });
  expect(await anyone.ask(PUBLIC, { link: `${link.slice(1)}A` })).toBeNull();
  expect(await rows('select count(*)::int as n from audit_entry')).toEqual(before);
  expect(await anyone.ask(LEAVE, { input: { link, scope: 'ALL' } })).toMatchObject({ wantsNone: true });
  await run('2026-02-13T02:00:00Z');
  expect(await list(true)).toEqual([]);
  expect(await rows(`select count(*)::int as n from reminder_opt_out where contact like '%0912%' or contact like '%@%'`)).toEqual([
    { n: 0 },
  ]);
});

test('whoever wants no reminders of one licence is reminded of the others', async () => {
  const { id: licenceId } = await enter();
  await enter({ licenceNumber: '13/GP-UBND' });
  await run();
  expect(await officer.ask(OPT_OUT, { input: { licenceId, scope: 'LICENCE' } })).toMatchObject({ wantsNone: true });
  expect(await list(true)).toMatchObject([{ licence: { licenceNumber: '13/GP-UBND' } }]);
});

test('who wants reminders again is reminded of what is still to come, and not of what went by meanwhile', async () => {
  const { id: licenceId } = await enter();
  await enter({ licenceNumber: '13/GP-UBND' });
  await run();
  await officer.ask(OPT_OUT, { input: { licenceId, scope: 'ALL' } });
  expect(await list(true)).toEqual([]);
  contest.clock.set('2026-01-28T02:00:00Z');
  expect(await officer.ask(RESUME, { input: { licenceId } })).toMatchObject({ wantsNone: false });
  await run();
  expect(await list(true)).toEqual([]);
  expect(await rows('select count(*)::int as n from reminder_opt_out')).toEqual([{ n: 0 }]);
  await run('2026-02-13T02:00:00Z');
  expect(await list(true)).toMatchObject([
    { daysBefore: 7, state: 'DUE', channel: 'CALL' },
    { daysBefore: 7, state: 'DUE', channel: 'CALL' },
  ]);
  const entries = await rows(`select count(*)::int as n from audit_entry where operation = 'resumeReminders'`);
  await officer.ask(RESUME, { input: { licenceId } });
  expect(await rows(`select count(*)::int as n from audit_entry where operation = 'resumeReminders'`)).toEqual(entries);
});

test('a letter that comes back after the renewal asks for nothing more', async () => {
  const { id: licenceId, version } = await enter({ phone: null });
  await run();
  const { id } = await theOne();
  await officer.ask(SENT, { input: { unitId: district.units.anKhanh, reminderIds: [id], channel: 'LETTER' } });
  await officer.ask(RENEW, { input: { licenceId, version, licenceNumber: '14/GP-UBND', issuedOn: '2026-01-22' } });
  const posted = (await list()).find(({ state }) => state === 'POSTED');
  expect(posted).toMatchObject({ canReturn: false });
  expect(await act(RETURNED, posted, { reason: 'Bưu điện trả lại.' })).toMatchObject({ state: 'CANCELLED', canAct: false });
  expect(await list(true)).toEqual([]);
});

test('another end is another plan', async () => {
  const { id } = await enter();
  await run();
  await rows(`update licence set expires_on = '2026-06-26', file_by = null where id = '${String(id)}'`);
  await run('2026-03-30T02:00:00Z');
  expect(await list(true)).toMatchObject([{ daysBefore: 60, dueOn: '2026-03-27', state: 'DUE' }]);
});

test('a short message is of 160 plain characters at most', async () => {
  await enter();
  await run();
  const { smsText } = await theOne();
  expect(smsText).toMatch(/^[\x20-\x7e]{20,160}$/);
  expect(smsText).toContain('24/02/2026');
});
