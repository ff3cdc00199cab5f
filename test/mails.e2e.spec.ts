import { Mail } from '#domain/notice';
import { SYSTEM } from '#lib/kernel';
import { type NoticeKind, NoticeService } from '#lib/notice';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

const FIELDS =
  'state topic about recipient { id fullName } recipientName recipientAddress attempts error messageId sentAt failedAt nextAttemptAt canRetry canDiscard';
const LIST = `query ($search: String, $state: MailState, $topic: NoticeTopic) {
  mails(first: 20, search: $search, state: $state, topic: $topic) { totalCount edges { node { id ${FIELDS} } } } }`;

let contest: RunningContest;
let district: District;
let admin: Client;

beforeAll(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
  await contest.tick();
});
afterAll(() => contest.stop());

const wording = { vi: { subject: 'Phiếu mới', text: 'Có phiếu chấm mới.' }, en: { subject: 'A card', text: 'There is a new card.' } };
const tell = (kind: NoticeKind, dedupeKey: string, person = district.people.judge) =>
  contest.get(NoticeService).tell(SYSTEM, { people: [person], kind, wording, path: '/', dedupeKey });
const listed = async (variables = {}) => (await admin.ask(LIST, variables)).edges.map(({ node }: any) => node);

test('every mail is listed with its recipient and its fate, the newest first; what it says is not', async () => {
  await tell('identity.rescued', 'sent:1');
  await contest.tick();
  contest.clock.advance(1000);
  await tell('identity.rescued', 'waits:1', district.people.leader);
  const mails = await contest.em().find(Mail, {}, { orderBy: { createdAt: 'desc' } });

  expect(await listed()).toEqual([
    {
      id: mails[0]!.id,
      state: 'WAITING',
      topic: 'ACCOUNT',
      about: 'identity.rescued',
      recipient: { id: district.people.leader, fullName: 'Đỗ Đức Trung' },
      recipientName: 'Đỗ Đức Trung',
      recipientAddress: mails[0]!.toAddress,
      attempts: 0,
      error: null,
      messageId: null,
      sentAt: null,
      failedAt: null,
      nextAttemptAt: contest.clock.now().toISOString(),
      canRetry: true,
      canDiscard: true,
    },
    {
      id: mails[1]!.id,
      state: 'SENT',
      topic: 'ACCOUNT',
      about: 'identity.rescued',
      recipient: { id: district.people.judge, fullName: 'Trần Quốc Bảo' },
      recipientName: 'Trần Quốc Bảo',
      recipientAddress: mails[1]!.toAddress,
      attempts: 1,
      error: null,
      messageId: mails[1]!.messageId,
      sentAt: mails[1]!.sentAt!.toISOString(),
      failedAt: null,
      nextAttemptAt: null,
      canRetry: false,
      canDiscard: false,
    },
  ]);
});

test('they are narrowed to a fate, to what they are about, to a name without its tone marks, and to an address or a part of it', async () => {
  await tell('award.published', 'award:1', district.people.submitter);
  const [{ recipientAddress }] = await listed({ topic: 'AWARD' });

  expect(await listed({ state: 'SENT' })).toMatchObject([{ recipient: { id: district.people.judge } }]);
  expect(await listed({ topic: 'AWARD' })).toMatchObject([{ about: 'award.published', recipient: { id: district.people.submitter } }]);
  expect(await listed({ search: 'do duc trung' })).toMatchObject([{ recipient: { id: district.people.leader } }]);
  expect(await listed({ search: recipientAddress.toUpperCase() })).toMatchObject([{ recipient: { id: district.people.submitter } }]);
  const [before = ''] = recipientAddress.split('@');
  expect(await listed({ search: before.slice(1) })).toMatchObject([{ recipient: { id: district.people.submitter } }]);
  expect(await listed({ search: 'example.vn' })).toEqual([]);
  expect(await listed({ state: 'FAILED' })).toEqual([]);
});

test('of a mail about the judging an administrator is not told which kind it is', async () => {
  await tell('judge.cardGiven', 'card:1');

  expect(await listed({ topic: 'JUDGING' })).toMatchObject([{ topic: 'JUDGING', about: null, recipient: { id: district.people.judge } }]);
  const { edges } = await admin.ask('{ undelivered(kind: MAIL, first: 50) { edges { node { about personId } } } }');
  const ofJudge = edges.map(({ node }: any) => node).filter(({ personId }: any) => personId === district.people.judge);
  expect(ofJudge).toEqual([{ about: 'mail', personId: district.people.judge }]);
});

test('who administers a part of the tree is shown no mails', async () => {
  const own = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'ADMIN' }));

  expect(await own.ask(LIST)).toEqual({ totalCount: 0, edges: [] });
});

test('a mail that failed is sent again from the list', async () => {
  const [{ id }] = await listed({ topic: 'AWARD' });
  await contest
    .em()
    .nativeUpdate(Mail, { id }, { failedAt: contest.clock.now(), attempts: 12, lastError: '550 5.1.1 no such user', nextAttemptAt: null });

  expect(await listed({ state: 'FAILED' })).toMatchObject([{ id, attempts: 12, error: '550 5.1.1 no such user', canRetry: true }]);
  const input = { undeliveredId: id };
  await admin.ask('mutation ($input: RetryUndeliveredInput!) { retryUndelivered(input: $input) { __typename } }', { input });
  await contest.tick();
  expect(await listed({ topic: 'AWARD' })).toMatchObject([{ id, state: 'SENT', attempts: 1, error: null }]);
});
