import { SYSTEM } from '#lib/kernel';
import { ReminderLettersService, ReminderRun } from '#lib/procedure';
import { type RunningContest } from './harness.js';
import { type District, aPerson } from './factories.js';
import { A_KIND } from './licences.js';
import { aProcedure } from './procedures.js';
import { aHead } from './heads.js';
import { aCase, aSignal, heldRatings, pastRatings } from './ratings.js';
import { playIndex } from './reform-index.js';
import { playHandovers } from './handovers.js';
import { playInspections } from './inspections.js';
import { playPilots } from './pilots.js';
import { playAchievements } from './achievements.js';
import { playRecognitions } from './recognitions.js';
import { type Twice } from './twice.js';

/** Every mutation on procedures, counters and what is said there, licences, inspections, recognitions and pilots, each sent twice. */
export async function playServices(contest: RunningContest, twice: Twice, district: District): Promise<void> {
  const [personId, unitId] = [district.people.organiser, district.units.anKhanh];
  const send = (name: string, input: Record<string, unknown>): Promise<any> => twice.send(personId, name, input, 10);
  await send('checkProcedure', await aProcedure(contest));
  const { id: counterId, version } = await send('openCounter', { unitId, name: 'Quầy số 1', openFrom: '2024-01-02' });
  const renamed = await send('editCounter', { counterId, version, name: 'Quầy Hộ tịch', fieldName: 'Hộ tịch' });
  await send('issueSlips', { counterId, slips: 2 });
  await send('recordTransactions', { unitId, month: '2026-02-01', transactions: 90, source: 'Phần mềm một cửa' });
  const holdId = await heldRatings(contest, counterId as string, '2026-02-27');
  await send('decideRatings', { holdId, version: 1, verdict: 'EXCLUDE', reason: 'Một người gửi.' });
  await playSignals(contest, twice, { personId, unitId, counterId: counterId as string });
  await send('closeCounter', { counterId, version: renamed.version, openTo: '2026-12-31', reason: 'Ghép quầy.' });
  await playLicences(contest, twice, { personId, unitId });
  await playInspections(contest, twice, district);
  await playIndex(contest, twice, district);
  await playRecognitions(contest, twice, district);
  await playPilots(contest, twice, district);
  await playHandovers(contest, twice, district);
  await playAchievements(contest, twice, district);
}

async function playLicences(
  contest: RunningContest,
  twice: Twice,
  { personId, unitId }: { personId: string; unitId: string },
): Promise<void> {
  const officer = await aPerson(contest, { unitId, role: 'COMMUNE_OFFICER' });
  const send = (name: string, input: Record<string, unknown>, by = officer): Promise<any> => twice.send(by, name, input, 10);
  const { id: kindId, version: kindVersion } = await send('enterLicenceKind', { ...A_KIND, kindCode: 'RUOU_BAN_LE' }, personId);
  await send('editLicenceKind', { kindId, version: kindVersion, ...A_KIND, steps: [45, 10] }, personId);
  const whole = { unitId, kindId, holder: 'Cửa hàng Hòa Bình', issuedOn: '2021-03-26' };
  const licence = await send('enterLicence', { ...whole, licenceNumber: '12/GP' });
  const edited = await send('editLicenceContact', { licenceId: licence.id, version: licence.version, phone: '0912345678' });
  const right = { licenceNumber: '12A/GP', holder: 'Cửa hàng Hòa Bình', issuedOn: '2021-03-26', expiresOn: '2026-03-26' };
  const corrected = await send('correctLicence', { licenceId: licence.id, version: edited.version, ...right, reason: 'Gõ nhầm số.' });
  const renewal = { licenceNumber: '13/GP', issuedOn: '2026-02-20', filedOn: '2026-02-02' };
  const successor = await send('recordRenewal', { licenceId: licence.id, version: corrected.version, ...renewal });
  await send('endLicence', { licenceId: successor.id, version: successor.version, end: 'CLOSED', reason: 'Ngừng kinh doanh.' });
  await playReminders(contest, { send, kindId, unitId });
}

interface Playing {
  readonly send: (name: string, input: Record<string, unknown>) => Promise<any>;
  readonly kindId: string;
  readonly unitId: string;
}

/** Five holders whose last day to file is near, each told in another way. */
async function playReminders(contest: RunningContest, { send, kindId, unitId }: Playing): Promise<void> {
  const ids: string[] = [];
  for (const licenceNumber of ['1/NH', '2/NH', '3/NH', '4/NH', '5/NH'])
    ids.push((await send('enterLicence', { unitId, kindId, licenceNumber, holder: 'Cơ sở', issuedOn: '2021-04-20' })).id as string);
  await contest.get(ReminderRun).remindHolders();
  const of = async (at: number): Promise<{ reminderId: string; version: number }> => {
    const rows = await contest
      .em()
      .getConnection()
      .execute(`select id, version from reminder where licence_id = ? and state in ('DUE', 'POSTED')`, [ids[at]]);
    return { reminderId: rows[0]?.id as string, version: rows[0]?.version as number };
  };
  await send('recordCall', { ...(await of(0)), outcome: 'REACHED' });
  await send('snoozeReminder', { ...(await of(1)), dueOn: '2026-03-16', reason: 'Hẹn gọi lại.' });
  await send('recordSent', { unitId, channel: 'LETTER', reminderIds: [(await of(2)).reminderId] });
  await send('recordReturned', { ...(await of(2)), reason: 'Bưu điện trả lại.' });
  await send('optOutOfReminders', { licenceId: ids[3], scope: 'LICENCE' });
  await send('resumeReminders', { licenceId: ids[3] });
  const [address = ''] = await contest
    .get(ReminderLettersService)
    .newLinks(SYSTEM, [{ id: (await of(4)).reminderId, licence: { id: ids[4] ?? '' } }]);
  await send('leaveReminders', { link: address.split('/').at(-1), scope: 'ALL' });
}

/** What becomes of signals and of cases: the office settles them, the head of the unit answers. */
async function playSignals(
  contest: RunningContest,
  twice: Twice,
  { personId, unitId, counterId }: { personId: string; unitId: string; counterId: string },
): Promise<void> {
  const send = (name: string, input: Record<string, unknown>): Promise<any> => twice.send(personId, name, input, 10);
  const rows = (statement: string) => contest.em().getConnection().execute(statement);
  const { signalId, baseId } = await aSignal(contest, unitId);
  await send('closeSignal', { signalId, version: 1, conclusion: 'Thiếu người trực.' });
  await rows(`insert into calendar_year (id, year, decision_number, issuer, decided_on, saved_at)
    select gen_random_uuid(), y, 'TB', 'Bộ Nội vụ', make_date(y - 1, 12, 1), now() from generate_series(2025, 2026) y on conflict do nothing`);
  for (let at = 0; at < 12; at++)
    await pastRatings(contest, counterId, { day: new Date(Date.UTC(2025, 9, 6 + 7 * at)).toISOString().slice(0, 10), levels: [5, 5, 1] });
  await send('rebaseSignals', { baseId, version: 1, reason: 'Quầy chuyển chỗ.' });
  const caseId = await aCase(contest, counterId, true);
  const passed = await send('passCase', { caseId, version: 1, reason: 'Không phải về người đó.' });
  const head = await aHead(contest, unitId);
  await playActions({ send, sendAsHead: (name, input) => twice.send(head.id, name, input, 10), rows, signalId });
  const answered = await twice.send(head.id, 'answerCase', { caseId, version: passed.version, reply: 'Đã nhắc nhở.' }, 10);
  await send('closeCase', { caseId, version: answered.version, finding: 'FOUND', conclusion: 'Đã kiểm điểm.' });
}

interface PlayingActions {
  readonly send: (name: string, input: Record<string, unknown>) => Promise<any>;
  readonly sendAsHead: (name: string, input: Record<string, unknown>) => Promise<any>;
  readonly rows: (statement: string) => Promise<unknown>;
  readonly signalId: string;
}

/** One action that was done, worked, and is done anew, and one that is given up. */
async function playActions({ send, sendAsHead, rows, signalId }: PlayingActions): Promise<void> {
  const opened = await sendAsHead('openAction', { signalId, rootCause: 'Thiếu người.', remedy: 'Thêm người.', dueOn: '2026-12-31' });
  const actionId = opened.id as string;
  const claimed = await sendAsHead('claimAction', { actionId, version: opened.version, evidence: 'Lịch trực.' });
  const verified = await send('verifyAction', { actionId, version: claimed.version });
  await rows(`update corrective_action set opened_on = opened_on - 60, claimed_on = claimed_on - 60, verified_on = verified_on - 60`);
  const effective = await send('confirmEffect', { actionId, version: verified.version, check: 'Kiểm tra đột xuất.' });
  const again = { actionId, version: effective.version, reason: 'Lại thiếu người.', dueOn: '2026-12-31' };
  const reopened = await send('reopenAction', again);
  await send('cancelAction', { actionId, version: reopened.version, reason: 'Quầy chuyển chỗ.' });
}
