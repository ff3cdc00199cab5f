import { aContest } from './contests.js';
import { type District, aPerson } from './factories.js';
import { type RunningContest } from './harness.js';
import { aSubmitted, allDeclared, soleAuthor, texts } from './initiatives.js';
import { type Twice } from './twice.js';
import { playUploads } from './uploads.js';

/** Initiatives with their files, sent in, screened and withdrawn, each act sent twice. */
export async function playInitiatives(contest: RunningContest, district: District, twice: Twice): Promise<void> {
  const one = async (sql: string, ...values: unknown[]): Promise<any> => (await contest.em().getConnection().execute(sql, values))[0];
  const versionOf = async (id: string): Promise<number> => (await one('select version from initiative where id = ?', id)).version;
  const { units, people } = district;
  const { submitter, organiser } = people;
  const year = await aContest(contest, district, { headConfirms: true });
  const head = { contestId: year.id, areaId: year.areaId, ownerUnitId: units.finance, authors: soleAuthor(submitter) };
  const drafted = await twice.send(submitter, 'draftInitiative', { ...head, ...texts }, 10);
  const initiativeId = drafted.id as string;
  const step = async (by: string, name: string, input: Record<string, unknown> = {}): Promise<any> =>
    twice.send(by, name, { initiativeId, version: await versionOf(initiativeId), ...input }, 10);
  await step(submitter, 'saveDraft', { title: 'Nhắc hạn giấy phép bằng tin nhắn' });
  await step(submitter, 'setAuthors', {
    authors: [
      { personId: submitter, share: '60', lead: true },
      { personId: people.head, share: '40', lead: false },
    ],
  });
  await step(submitter, 'declareInitiative', allDeclared);
  const { id: authorshipId } = await one(
    `select id from initiative_author where initiative_id = ? and person_id = ?`,
    initiativeId,
    people.head,
  );
  await twice.send(people.head, 'declineAuthorship', { authorshipId, reason: 'Tỷ lệ chưa đúng.' }, 10);
  await twice.send(people.head, 'confirmAuthorship', { authorshipId }, 10);
  const arrange = (fileId: string) =>
    step(submitter, 'arrangeFiles', { files: [{ fileId, kind: 'DESCRIPTION', caption: 'Bản có chữ ký' }] });
  await playUploads(contest, twice, { personId: submitter, initiativeId, arrange });
  await step(people.head, 'sendBackInitiative', { words: 'Nêu rõ thời gian đo.' });
  await step(submitter, 'declareInitiative', allDeclared);
  await step(people.head, 'confirmInitiative');
  await step(submitter, 'submitInitiative');
  await step(organiser, 'returnInitiative', {
    dueAt: '2026-04-01T00:00:00Z',
    reason: 'Thiếu số liệu.',
    asks: [{ field: 'EFFECT', words: 'Số liệu?' }],
  });
  await step(organiser, 'moveReturnDue', { dueAt: '2026-04-08T00:00:00Z', reason: 'Nghỉ lễ.' });
  const free = await aContest(contest, district);
  const silent = { contestId: free.id, unitId: units.culture, version: 0, reason: 'Chưa có giải pháp mới.' };
  const culture = await aPerson(contest, { unitId: units.culture, role: 'SUBMITTER' });
  await twice.send(culture, 'giveNoSubmissionReason', silent, 10);
  const theirs = { contestId: free.id, areaId: free.areaId, ownerUnitId: units.finance, submitterId: submitter };
  const begun = await twice.send(organiser, 'draftOnBehalf', { ...theirs, title: 'Soạn thay' }, 10);
  await twice.send(organiser, 'saveDraftOnBehalf', { initiativeId: begun.id, version: begun.version, ...texts }, 3);
  const sent = await aSubmitted(contest, district, free);
  await twice.send(
    organiser,
    'screenInitiative',
    { initiativeId: sent.id, version: sent.version, verdict: 'ELIGIBLE', reason: 'Đủ hồ sơ.' },
    10,
  );
  const later = await aSubmitted(contest, district, free, { title: 'Nhắc hạn giấy phép lần hai' });
  await twice.send(organiser, 'linkSimilar', { initiativeId: later.id, earlierId: sent.id, verdict: 'NEW', reason: 'Khác giải pháp.' }, 3);
  await twice.send(submitter, 'withdrawInitiative', { initiativeId: later.id, version: await versionOf(later.id), reason: 'Xin rút.' }, 3);
  await twice.send(organiser, 'disqualifyInitiative', { initiativeId: sent.id, version: await versionOf(sent.id), reason: 'Sao chép.' }, 3);
  await twice.send(
    organiser,
    'enterPaperInitiative',
    { ...head, contestId: free.id, areaId: free.areaId, ...texts, receivedAt: contest.clock.now().toISOString() },
    3,
  );
  await contest.drain();
  const { id: noticeId } = await one(`select id from notice where person_id = ?`, submitter);
  await twice.send(submitter, 'markNoticeRead', { noticeId }, 3);
  await twice.send(submitter, 'markNoticesRead', { noticeId });
  await twice.send(submitter, 'setNoticePreferences', { deliveries: [{ topic: 'AWARD', delivery: 'DAILY' }], quietHours: null });
  const { id: undeliveredId } = await one(`select id from mail where person_id = ? and sent_at is null`, submitter);
  await twice.send(people.admin, 'retryUndelivered', { undeliveredId }, 3);
  await twice.send(people.admin, 'discardUndelivered', { undeliveredId, reason: 'Không còn cần.' }, 3);
}
