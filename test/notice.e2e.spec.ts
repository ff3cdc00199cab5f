import { readFile, readdir, stat } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Mail, Notice } from '#domain/notice';
import { Person } from '#domain/identity';
import { SYSTEM } from '#lib/kernel';
import { MailService, NoticeService } from '#lib/notice';
import { aDistrict, aPerson, type District } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';

const MY_NOTICES = '{ myNotices(first: 10) { totalCount edges { node { id kind subject text link readAt } } } }';
const MARK_READ = `mutation ($input: MarkNoticeReadInput!) { markNoticeRead(input: $input) { __typename ... on Notice { id readAt } ... on Refusal { code } } }`;

const wording = {
  vi: {
    subject: 'Hồ sơ sáng kiến “Nhắc hạn giấy phép” đã được tiếp nhận',
    text: 'Mã hồ sơ 2026-017.\n\nĐã nhận lúc 10:00 <ngày 02/3/2026> & ghi sổ.',
  },
  en: { subject: 'The initiative was received', text: 'Receipt 2026-017.' },
};
const told = (people: string[], dedupeKey: string) => ({
  people,
  kind: 'initiative.submitted' as const,
  wording,
  path: '/initiatives/17',
  dedupeKey,
});

let received: ParsedMail[] = [];
let refuseOnce = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    if (refuseOnce) {
      refuseOnce = false;
      stream.resume();
      stream.on('end', () => {
        done(Object.assign(new Error('mailbox busy'), { responseCode: 450 }));
      });
      return;
    }
    void simpleParser(stream).then((mail) => {
      received.push(mail);
      done();
    });
  },
});

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  contest = await startContest('2026-03-02T02:00:00Z', {
    SMTP_URL: `smtp://127.0.0.1:${String(port)}`,
    PUBLIC_URL: 'http://sangkien.example.vn',
  });
  district = await aDistrict(contest);
});

afterAll(async () => {
  await contest.stop();
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
});

beforeEach(() => {
  received = [];
});

test('people are told in the application and by mail, once, each in their language', async () => {
  const { submitter, head } = district.people;
  await contest.em().nativeUpdate(Person, { id: head }, { locale: 'en' });

  await contest.get(NoticeService).tell(SYSTEM, told([submitter, head, submitter], 'submitted:1'));
  await contest.get(NoticeService).tell(SYSTEM, told([submitter, head], 'submitted:1'));
  await contest.tick();
  await contest.tick();

  expect(received.map((mail) => mail.subject).sort()).toEqual([wording.vi.subject, wording.en.subject].sort());
  const vi = received.find((mail) => mail.subject === wording.vi.subject)!;
  expect(vi.from?.text).toContain('Cuộc thi sáng kiến');
  expect(vi.text).toContain('Kính gửi Nguyễn Thị Hòa,');
  expect(vi.text).toContain('<ngày 02/3/2026> & ghi sổ.');
  expect(vi.text).toContain('http://sangkien.example.vn/initiatives/17');
  expect(vi.html).toContain('&lt;ngày 02/3/2026&gt; &amp; ghi sổ.');
  expect(vi.html).not.toMatch(/<(img|link|script)/);
  const kept = await contest.em().find(Mail, { dedupeKey: 'submitted:1' });
  expect(kept.map((mail) => mail.messageId).sort()).toEqual(received.map((mail) => mail.messageId!).sort());
  expect(kept.every((mail) => mail.sentAt?.getTime() === contest.clock.now().getTime() && mail.attempts === 1)).toBe(true);
});

test('a Vietnamese subject travels as RFC 2047 says, all in ASCII', async () => {
  await contest.get(NoticeService).tell(SYSTEM, told([district.people.submitter], 'subject:1'));
  await contest.tick();

  const line = received[0]!.headerLines.find(({ key }) => key === 'subject')!.line;

  expect(line).toMatch(/^[\x00-\x7f]*$/);
  expect(line).toMatch(/=\?UTF-8\?[QB]\?/);
});

test('a mail that the server would not take is tried again, later, and sent once', async () => {
  refuseOnce = true;
  await contest.get(NoticeService).tell(SYSTEM, told([district.people.submitter], 'retry:1'));

  await contest.tick();
  const failed = await contest.em().findOneOrFail(Mail, { dedupeKey: 'retry:1' });
  await contest.tick();
  expect(received).toHaveLength(0);
  contest.clock.advance(31_000);
  await contest.tick();

  expect(failed).toMatchObject({ attempts: 1, sentAt: null, lastError: expect.stringContaining('mailbox busy') });
  expect(received).toHaveLength(1);
  expect(await contest.em().findOneOrFail(Mail, { dedupeKey: 'retry:1' })).toMatchObject({
    attempts: 2,
    lastError: null,
    sentAt: contest.clock.now(),
  });
});

test('two workers at once send a mail once', async () => {
  await contest.get(NoticeService).tell(SYSTEM, told([district.people.submitter, district.people.judge], 'race:1'));

  await Promise.all(Array.from({ length: 5 }, () => contest.get(MailService).sendMails()));

  expect(received).toHaveLength(2);
});

test('what is told in an act that fails is not told', async () => {
  const { UnitOfWork } = await import('#lib/platform');

  await contest
    .get(UnitOfWork)
    .act(SYSTEM, 'test', async () => {
      await contest.get(NoticeService).tell(SYSTEM, told([district.people.submitter], 'failed:1'));
      throw new Error('no');
    })
    .catch(() => undefined);

  expect(await contest.em().count(Notice, { dedupeKey: 'failed:1' })).toBe(0);
});

test("one's own notices alone are listed and marked as read", async () => {
  const reader = await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' });
  await contest.get(NoticeService).tell(SYSTEM, told([reader], 'own:1'));
  const own = await contest.as(reader);
  const other = await contest.as(district.people.leader);

  const before = await own.ask(MY_NOTICES);
  const { id } = before.edges[0].node;
  expect(before).toMatchObject({
    totalCount: 1,
    edges: [{ node: { kind: 'initiative.submitted', subject: wording.vi.subject, readAt: null } }],
  });
  expect(await other.ask(MARK_READ, { input: { noticeId: id } })).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });
  expect((await contest.em().findOneOrFail(Notice, id)).readAt).toBeNull();
  expect(await own.ask(MARK_READ, { input: { noticeId: id } })).toEqual({
    __typename: 'Notice',
    id,
    readAt: contest.clock.now().toISOString(),
  });
  expect(await other.ask(MY_NOTICES)).toMatchObject({ totalCount: 0 });
});

test('without a mail server each mail is a file that any mail program opens', async () => {
  const embedded = await startContest();
  try {
    const { people } = await aDistrict(embedded);
    await embedded.get(NoticeService).tell(SYSTEM, told([people.submitter], 'folder:1'));
    await embedded.tick();

    const folder = join(embedded.config.dataDir, 'mail');
    const files = await readdir(folder);
    expect(files).toEqual([expect.stringMatching(/\.eml$/)]);
    expect((await stat(join(folder, files[0]!))).mode & 0o077).toBe(0);
    const mail = await simpleParser(await readFile(join(folder, files[0]!)));
    expect(mail.subject).toBe(wording.vi.subject);
    expect(mail.text).toContain('Mã hồ sơ 2026-017.');
  } finally {
    await embedded.stop();
  }
});
