import { Mail } from '#domain/notice';
import { SYSTEM } from '#lib/kernel';
import { type NoticeKind, NoticeService } from '#lib/notice';
import { aDistrict, aPerson, type District } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

const SET = `mutation ($input: SetNoticePreferencesInput!) { setNoticePreferences(input: $input) { __typename
  ... on NoticePreferences { deliveries { topic delivery canChoose } quietHours { from until } } ... on Refusal { code path } } }`;
const MINE = '{ myNotices(first: 20) { edges { node { subject mailState mailedAt readAt } } } }';
const MARK_ALL = `mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { ... on NoticesRead { unread } } }`;

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
});

afterAll(() => contest.stop());

beforeEach(() => {
  contest.clock.set(new Date('2026-03-02T09:00:00+07:00'));
});

let told = 0;
async function tell(personId: string, kind: NoticeKind): Promise<string> {
  told += 1;
  const words = { subject: `Việc ${String(told)}`, text: `Nội dung ${String(told)}` };
  const dedupeKey = `${kind}:${String(told)}`;
  await contest
    .get(NoticeService)
    .tell(SYSTEM, { people: [personId], kind, wording: { vi: words, en: words }, path: '/notices', dedupeKey });
  return words.subject;
}

const someone = () => aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' });
const lettersTo = async (person: string) =>
  (await contest.em().find(Mail, { person, sentAt: { $ne: null } }, { orderBy: { createdAt: 'asc' } })).map(({ subject, text }) => ({
    subject,
    text,
  }));
const mine = async (client: Client) => (await client.ask(MINE)).edges.map(({ node }: any) => node);
const at = (moment: string) => {
  contest.clock.set(moment);
};

test('what one is only told comes in one letter at seven, what one read by then left out, and each notice says how it went', async () => {
  const reader = await someone();
  const client = await contest.as(reader);
  const first = await tell(reader, 'report.approved');
  const now = await tell(reader, 'jury.invited');
  await contest.tick();
  expect(await mine(client)).toEqual([
    { subject: now, mailState: 'SENT', mailedAt: contest.clock.now().toISOString(), readAt: null },
    { subject: first, mailState: 'DAILY', mailedAt: null, readAt: null },
  ]);
  at('2026-03-02T20:00:00+07:00');
  const second = await tell(reader, 'report.approved');
  const { id } = (await client.ask('{ myNotices(first: 1) { edges { node { id } } } }')).edges[0].node;
  const third = await tell(reader, 'initiative.rolledOut');
  await client.ask(`mutation ($input: MarkNoticeReadInput!) { markNoticeRead(input: $input) { __typename } }`, { input: { noticeId: id } });
  at('2026-03-03T06:59:00+07:00');
  await contest.tick();
  expect(await lettersTo(reader)).toHaveLength(1);

  at('2026-03-03T07:00:00+07:00');
  await contest.tick();
  await contest.tick();

  expect((await lettersTo(reader)).slice(1)).toEqual([
    {
      subject: '2 thông báo trong ngày',
      text: `Những việc dưới đây để biết; nội dung đầy đủ có trong mục Thông báo.\n\n• ${third}\n• ${first}`,
    },
  ]);
  const sent = { mailState: 'SENT', mailedAt: contest.clock.now().toISOString() };
  expect(await mine(client)).toMatchObject([
    { subject: third, ...sent },
    { subject: second, mailState: 'NONE', mailedAt: null },
    { subject: now, mailState: 'SENT' },
    { subject: first, ...sent },
  ]);
});

test('at night nothing is mailed before six but what tells of the account', async () => {
  const reader = await someone();
  at('2026-03-02T23:00:00+07:00');
  await tell(reader, 'jury.invited');
  const account = await tell(reader, 'identity.secondFactorChanged');
  await contest.tick();
  expect((await lettersTo(reader)).map(({ subject }) => subject)).toEqual([account]);

  at('2026-03-03T06:00:00+07:00');
  await contest.tick();

  expect(await lettersTo(reader)).toHaveLength(2);
});

test('one chooses by topic and hour, for oneself alone, and what was chosen holds from the next notice on', async () => {
  const [reader, other] = [await someone(), await someone()];
  const client = await contest.as(reader);
  const input = {
    deliveries: [
      { topic: 'ROLLOUT', delivery: 'NONE' },
      { topic: 'JUDGING', delivery: 'DAILY' },
    ],
    quietHours: null,
  };

  expect(await client.ask(SET, { input })).toEqual({
    __typename: 'NoticePreferences',
    deliveries: [
      { topic: 'ACCOUNT', delivery: 'AT_ONCE', canChoose: false },
      { topic: 'CONTEST', delivery: null, canChoose: true },
      { topic: 'INITIATIVE', delivery: null, canChoose: true },
      { topic: 'JUDGING', delivery: 'DAILY', canChoose: true },
      { topic: 'AWARD', delivery: null, canChoose: true },
      { topic: 'ROLLOUT', delivery: 'NONE', canChoose: true },
    ],
    quietHours: null,
  });
  at('2026-03-02T23:00:00+07:00');
  for (const kind of ['report.returned', 'jury.invited', 'award.published'] as const) {
    await tell(reader, kind);
    await tell(other, kind);
  }

  expect((await mine(client)).map(({ mailState }: any) => mailState)).toEqual(['WAITING', 'DAILY', 'NONE']);
  expect((await mine(await contest.as(other))).map(({ mailState }: any) => mailState)).toEqual(['WAITING', 'WAITING', 'WAITING']);
});

test.each([
  ['NOTICE_ALWAYS_MAILED', 'deliveries.0.topic', { deliveries: [{ topic: 'ACCOUNT', delivery: 'NONE' }] }],
  ['NOTICE_TOPIC_TWICE', 'deliveries.1.topic', { deliveries: ['NONE', 'DAILY'].map((delivery) => ({ topic: 'AWARD', delivery })) }],
  ['QUIET_HOURS_EMPTY', 'quietHours.until', { deliveries: [], quietHours: { from: 7, until: 7 } }],
])('%s, and what was chosen before stays', async (code, path, input) => {
  const client = await contest.as(await someone());
  await client.ask(SET, { input: { deliveries: [], quietHours: { from: 20, until: 7 } } });

  expect(await client.ask(SET, { input })).toEqual({ __typename: 'Refusal', code, path });
  expect(await client.ask('{ noticePreferences { quietHours { from until } } }')).toEqual({ quietHours: { from: 20, until: 7 } });
});

test('all that one was told up to a notice is marked as read at once, and nobody else’s', async () => {
  const [reader, other] = [await someone(), await someone()];
  await tell(reader, 'award.published');
  await tell(reader, 'award.published');
  await tell(other, 'award.published');
  const [newest] = (await (await contest.as(reader)).ask('{ myNotices(first: 1) { edges { node { id } } } }')).edges;
  contest.clock.advance(1000);
  await tell(reader, 'award.published');

  expect(await (await contest.as(reader)).ask(MARK_ALL, { input: { noticeId: newest.node.id } })).toEqual({ unread: 1 });

  expect((await mine(await contest.as(reader))).map(({ readAt }: any) => readAt !== null)).toEqual([false, true, true]);
  expect((await mine(await contest.as(other))).map(({ readAt }: any) => readAt)).toEqual([null]);
});

test('a field within another is called what it is called there, whatever a field of that name is called elsewhere', async () => {
  const client = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' }));
  const saidOf = async (quietHours: object) =>
    (await client.send(SET, { input: { deliveries: [], quietHours } })).errors?.map(({ message, extensions }) => [
      message,
      extensions.path,
    ]);
  expect(await saidOf({ from: '21:00', until: 6 })).toEqual([['Giờ bắt đầu không gửi thư phải là số nguyên.', 'quietHours.from']]);
  expect(await saidOf({ from: 21 })).toEqual([['Chưa nhập giờ kết thúc không gửi thư.', 'quietHours.until']]);
});
