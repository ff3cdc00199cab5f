import { Initiative } from '#domain/initiative';
import { Notice } from '#domain/notice';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, allDeclared, refusal, tell } from './support/initiatives.js';

const SENT_BACK = `query ($id: ID!) { initiative(id: $id) { confirmedAt ownWorkAt canConfirm canSendBack whyNotSendBack { code } sentBack { words at byName } } }`;
const WAITING = `{ awaiting(kinds: [initiativeConfirm]) { edges { node { subjectId } } } }`;
const WORDS = 'Nêu rõ số liệu đo trong bao lâu.';

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;
let head: Client;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: true });
  submitter = await contest.as(district.people.submitter);
  head = await contest.as(district.people.head);
  organiser = await contest.as(district.people.organiser);
});
afterAll(() => contest.stop());

const waits = async (id: string): Promise<boolean> => {
  const { edges } = (await head.ask(WAITING)) as { edges: { node: { subjectId: string } }[] };
  return edges.some(({ node }) => node.subjectId === id);
};
const notices = (id: string, kind: 'initiative.sentBack' | 'initiative.awaitsHead') =>
  contest.em().find(Notice, { path: `/initiatives/${id}`, kind });

test('the head sends a dossier back with words: its writers read them and are told, and it waits for the head again once it is declared anew', async () => {
  const { id, version } = await aDraft(contest, district, year);
  expect(await waits(id)).toBe(true);
  const back = await tell(head, 'sendBackInitiative', { initiativeId: id, version, words: ` ${WORDS} ` });
  await contest.drain();
  const sentBack = { words: WORDS, at: contest.clock.now().toISOString(), byName: 'Phùng Văn Thắng' };
  const undone = { confirmedAt: null, ownWorkAt: null, canSendBack: false, sentBack };

  expect(await submitter.ask(SENT_BACK, { id })).toEqual({ ...undone, canConfirm: false, whyNotSendBack: null });
  expect(await head.ask(SENT_BACK, { id })).toEqual({ ...undone, canConfirm: true, whyNotSendBack: { code: 'NOT_BEFORE_HEAD' } });
  expect(await waits(id)).toBe(false);
  const [told] = await notices(id, 'initiative.sentBack');
  expect(told?.textVi).toContain(WORDS);

  const saved = await tell(submitter, 'saveDraft', { initiativeId: id, version: back.version, effect: 'Đo trong ba tháng.' });
  await contest.drain();
  expect([await waits(id), (await notices(id, 'initiative.awaitsHead')).length]).toEqual([false, 1]);
  const again = await tell(submitter, 'declareInitiative', { initiativeId: id, version: saved.version, ...allDeclared });
  await contest.drain();
  expect([await waits(id), (await notices(id, 'initiative.awaitsHead')).length]).toEqual([true, 2]);
  expect((await submitter.ask(SENT_BACK, { id })).sentBack).toEqual(sentBack);

  await tell(head, 'confirmInitiative', { initiativeId: id, version: again.version });
  expect((await submitter.ask(SENT_BACK, { id })).sentBack).toBeNull();
});

test('what the head confirmed already can be sent back until it is sent in; the confirmation falls', async () => {
  const { id, version } = await aDraft(contest, district, year);
  const confirmed = await tell(head, 'confirmInitiative', { initiativeId: id, version });
  const back = await tell(head, 'sendBackInitiative', { initiativeId: id, version: confirmed.version, words: WORDS });

  expect(await contest.em().findOneOrFail(Initiative, { id })).toMatchObject({ version: Number(confirmed.version) + 1, confirmedAt: null });
  expect(await tell(submitter, 'submitInitiative', { initiativeId: id, version: back.version })).toMatchObject({ __typename: 'Refusal' });
});

test('nobody but the head sends back, without words nothing is, nor what is not before the head or was sent in', async () => {
  const { id, version } = await aDraft(contest, district, year);
  const order = { initiativeId: id, version, words: WORDS };
  expect(await tell(submitter, 'sendBackInitiative', order)).toEqual(refusal('NOT_HEAD'));
  expect(await tell(head, 'sendBackInitiative', { ...order, words: '  ' })).toEqual(refusal('REASON_MISSING', 'words'));
  expect(await tell(head, 'sendBackInitiative', { ...order, version: version - 1 })).toEqual(refusal('STALE', 'version'));
  const undeclared = await tell(submitter, 'declareInitiative', { initiativeId: id, version, ...allDeclared, ownWork: false });
  expect(await tell(head, 'sendBackInitiative', { ...order, version: undeclared.version })).toEqual(refusal('NOT_BEFORE_HEAD'));
  expect(await contest.em().findOneOrFail(Initiative, { id })).toMatchObject({ version: undeclared.version, sentBackAt: null });

  const free = await aContest(contest, district, { headConfirms: false });
  const sent = await aSubmitted(contest, district, free);
  const late = { initiativeId: sent.id, version: sent.version, words: WORDS };
  expect(await tell(head, 'sendBackInitiative', late)).toEqual(refusal('NOT_OPEN_TO_EDITS'));
});

test('what the head wrote to its unit is not told to the secretariat', async () => {
  const free = await aContest(contest, district, { headConfirms: false });
  const { id, version } = await aSubmitted(contest, district, free);
  const dueAt = '2026-04-01T10:00:00.000Z';
  const returned = await tell(organiser, 'returnInitiative', { initiativeId: id, version, dueAt, reason: 'Chưa đủ.', asks: [] });
  await tell(head, 'sendBackInitiative', { initiativeId: id, version: returned.version, words: WORDS });

  expect((await submitter.ask(SENT_BACK, { id })).sentBack).toMatchObject({ words: WORDS });
  expect((await organiser.ask(SENT_BACK, { id })).sentBack).toBeNull();
});
