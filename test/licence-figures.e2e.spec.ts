import { LicenceFigures, ReminderRun } from '#lib/procedure';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { A_KIND, withCalendarG } from './support/licences.js';
import { aRollout } from './support/rollouts.js';
import { mutation } from './support/sign-in.js';

const ENTER_KIND = mutation('enterLicenceKind', 'EnterLicenceKindInput', '... on LicenceKind { id }');
const ENTER = mutation('enterLicence', 'EnterLicenceInput', '... on Licence { id version }');
const RENEW = mutation('recordRenewal', 'RecordRenewalInput', '... on Licence { id }');
const END = mutation('endLicence', 'EndLicenceInput', '... on Licence { id }');
const CALL = mutation('recordCall', 'RecordCallInput', '... on Reminder { state }');
const SENT = mutation('recordSent', 'RecordSentInput', '... on ReminderDay { doneToday }');
const RETURNED = mutation('recordReturned', 'RecordReturnedInput', '... on Reminder { state }');

let contest: RunningContest;
let district: District;
let officer: Client;
let kindId: string;

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);

/** The holder of the first row of the worked examples: issued 26 March 2021, filed by 24 February 2026, told on 26 December, 23 January, 13 February. */
const enter = (licenceNumber: string): Promise<any> =>
  officer.ask(ENTER, {
    input: {
      ...{ unitId: district.units.anKhanh, kindId, licenceNumber, holder: 'Cửa hàng Hòa Bình', issuedOn: '2021-03-26' },
      phone: '0912345678',
    },
  });

async function morning(at: string): Promise<Record<string, { reminderId: string; version: number }>> {
  contest.clock.set(at);
  await contest.get(ReminderRun).remindHolders();
  const due = await rows(
    "select l.number, r.id, r.version from reminder r join licence l on l.id = r.licence_id where r.state in ('DUE', 'FAILED')",
  );
  return Object.fromEntries(due.map(({ number, id, version }) => [number, { reminderId: id, version }]));
}

const reached = (of: object | undefined): Promise<unknown> => officer.ask(CALL, { input: { ...of, outcome: 'REACHED' } });

/** What the system counted of the half-month, for each unit of which it said anything. */
async function counted(key: string, from: string): Promise<any[]> {
  await contest.get(LicenceFigures).countLicences();
  return rows(`select f.value::text, f.numerator::text, f.denominator::text, f.by_id is null as nobody, f.verified_at is not null as verified, f.source_kind
    from figure f join indicator i on i.id = f.indicator_id where i.key = '${key}' and f.starts_on = '${from}'`);
}

beforeEach(async () => {
  contest = await startContest('2026-01-22T02:00:00Z');
  district = await aDistrict(contest);
  officer = await contest.as(district.people.communeOfficer);
  const organiser = await contest.as(district.people.organiser);
  await withCalendarG(contest);
  await aRollout(contest, district, organiser, { indicators: [], service: 'LICENCE_REMINDERS' });
  kindId = (await organiser.ask(ENTER_KIND, { input: { ...A_KIND, kindCode: 'RUOU_BAN_LE' } })).id;
});
afterEach(() => contest.stop());

describe('Services, section 1: figures', () => {
  test('cases are counted and not messages: a term once, in the half-month in which its holder was first reached, by nobody and verified', async () => {
    for (const number of ['1/GP', '2/GP', '3/GP']) await enter(number);
    const january = await morning('2026-01-23T02:00:00Z');
    await reached(january['1/GP']);
    const february = await morning('2026-02-13T02:00:00Z');
    for (const number of ['1/GP', '2/GP']) await reached(february[number]);

    contest.clock.set('2026-02-23T02:00:00Z');
    expect(await counted('licences.cases-reminded', '2026-01-15')).toEqual([
      { value: '1', numerator: null, denominator: null, nobody: true, verified: true, source_kind: 'SYSTEM' },
    ]);
    expect(await counted('licences.cases-reminded', '2026-02-01')).toMatchObject([{ value: '1' }]);
    // Before the commune reminded anybody there is no figure, and no zero.
    expect(await counted('licences.cases-reminded', '2026-01-01')).toEqual([]);
  });

  test('a letter that came back is no case, nor a mail of less than three days; each is once it has reached the holder', async () => {
    for (const number of ['1/GP', '2/GP']) await enter(number);
    const due = await morning('2026-01-30T02:00:00Z');
    const reminderIds = [due['1/GP']?.reminderId];
    await officer.ask(SENT, { input: { unitId: district.units.anKhanh, channel: 'LETTER', reminderIds } });
    await rows(
      `update reminder set channel = 'MAIL', state = 'SENT', at = '2026-01-31T12:00:00Z' where id = '${String(due['2/GP']?.reminderId)}'`,
    );
    contest.clock.set('2026-02-02T02:00:00Z');
    expect(await counted('licences.cases-reminded', '2026-01-15')).toMatchObject([{ value: '1' }]);
    contest.clock.set('2026-02-04T02:00:00Z');
    expect(await counted('licences.cases-reminded', '2026-01-15')).toMatchObject([{ value: '2' }]);
    const [{ version }] = await rows(`select version from reminder where id = '${String(reminderIds[0])}'`);
    await officer.ask(RETURNED, { input: { reminderId: reminderIds[0], version, reason: 'Bưu điện trả lại.' } });
    expect(await counted('licences.cases-reminded', '2026-01-15')).toMatchObject([{ value: '1' }]);
  });

  test('renewed in time are those filed by the last day to file, of all whose last day it was and that were not ended otherwise', async () => {
    const [inTime, late, , ended] = [await enter('1/GP'), await enter('2/GP'), await enter('3/GP'), await enter('4/GP')];
    const renew = ({ id: licenceId, version }: any, licenceNumber: string, filedOn: string) =>
      officer.ask(RENEW, { input: { licenceId, version, licenceNumber, issuedOn: '2026-03-02', filedOn } });
    await officer.ask(END, { input: { licenceId: ended.id, version: ended.version, end: 'CLOSED', reason: 'Nghỉ kinh doanh.' } });
    contest.clock.set('2026-03-02T02:00:00Z');
    await renew(inTime, '11/GP', '2026-02-24');
    await renew(late, '12/GP', '2026-02-25');

    expect(await counted('licences.renewed-in-time', '2026-02-15')).toMatchObject([{ numerator: '1', denominator: '3' }]);
    expect(await counted('licences.renewed-in-time', '2026-02-01')).toEqual([]);
  });
});
