import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { jest } from '@jest/globals';
import { sql } from 'kysely';
import { Mail } from '#domain/notice';
import { SYSTEM } from '#lib/kernel';
import { MailService, NoticeService } from '#lib/notice';
import { AuditEntry, OutboxEvent, Pieces, UnitOfWork } from '#lib/platform';
import { awaitedOf } from './support/awaiting.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

const FIELDS = 'id kind state about personId item attempts error nextAttemptAt failedAt canRetry canDiscard';
const LIST = `query ($kind: UndeliveredKind, $state: UndeliveredState) { undelivered(first: 20, kind: $kind, state: $state) { totalCount edges { node { ${FIELDS} } } } }`;
const RETRY = `mutation ($input: RetryUndeliveredInput!) { retryUndelivered(input: $input) { __typename ... on Undelivered { ${FIELDS} } ... on Refusal { code } } }`;
const DISCARD = `mutation ($input: DiscardUndeliveredInput!) { discardUndelivered(input: $input) { __typename ... on Undelivered { ${FIELDS} } ... on Refusal { code path } } }`;

/** What the server says to the recipient, once per mail; null: it takes the mail. */
let says: { code: number; message: string } | null = null;
let asked = 0;
let shut = false;
const received: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onConnect(_session, done) {
    done(shut ? new Error('no service here') : null);
  },
  onRcptTo(address, _session, done) {
    asked += 1;
    if (says) done(Object.assign(new Error(says.message.replace('@', address.address)), { responseCode: says.code }));
    else done();
  },
  onData(stream, { envelope }, done) {
    stream.resume();
    stream.on('end', () => {
      received.push(...envelope.rcptTo.map(({ address }) => address));
      done();
    });
  },
});

let contest: RunningContest;
let district: District;
let admin: Client;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  contest = await startContest('2026-03-02T02:00:00Z', { SMTP_URL: `smtp://127.0.0.1:${String(port)}` });
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
});

afterAll(async () => {
  await contest.stop();
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
});

beforeEach(async () => {
  says = null;
  await contest.tick();
  received.length = 0;
  asked = 0;
});

const wording = { vi: { subject: 'Kết quả', text: 'Đã có kết quả.' }, en: { subject: 'Result', text: 'There is a result.' } };
const tell = (dedupeKey: string) =>
  contest.get(NoticeService).tell(SYSTEM, { people: [district.people.judge], kind: 'identity.rescued', wording, path: '/', dedupeKey });
const mailOf = (dedupeKey: string) => contest.em().findOneOrFail(Mail, { dedupeKey });
const listed = async (variables = {}) => (await admin.ask(LIST, variables)).edges.map(({ node }: any) => node);
const emit = () =>
  contest.get(UnitOfWork).act(SYSTEM, 'test', ({ emit: tells }) => {
    tells({ type: 'identity.passwordLinkRequested', payload: { personId: district.people.judge, kind: 'INVITATION' } });
    return Promise.resolve();
  });
const anEvent = async () => (await contest.em().find(OutboxEvent, {}, { orderBy: { id: 'desc' }, limit: 1 }))[0]!;

test('what came to nothing awaits the administrators of the host until it is settled', async () => {
  const waits = async (client: Client): Promise<[number, string][]> =>
    (await awaitedOf(client, 'deliverySettle')).map(({ count, link }) => [count, link]);
  const before = (await waits(admin))[0]?.[0] ?? 0;
  says = { code: 550, message: '5.1.1 <@>: no such user' };
  await tell('waits:1');
  await contest.tick();
  expect(await waits(admin)).toEqual([[before + 1, '/operation']]);
  const local = await contest.as(await aPerson(contest, { unitId: district.units.finance, role: 'ADMIN' }));
  expect([await waits(local), await waits(await contest.as(district.people.organiser))]).toEqual([[], []]);
  await admin.ask(DISCARD, { input: { undeliveredId: (await mailOf('waits:1')).id, reason: 'Không còn ai nhận.' } });
  expect((await waits(admin))[0]?.[0] ?? 0).toBe(before);
});

test('a mail that the server will never take is offered once, and shown as failed without the address', async () => {
  says = { code: 550, message: '5.1.1 <@>: no such user' };
  await tell('never:1');
  await contest.tick();
  contest.clock.advance(86_400_000);
  await contest.tick();

  expect(asked).toBe(1);
  const mail = await mailOf('never:1');
  expect(await listed()).toEqual([
    {
      id: mail.id,
      kind: 'MAIL',
      state: 'FAILED',
      about: 'identity.rescued',
      personId: district.people.judge,
      item: null,
      attempts: 1,
      error: expect.stringContaining('550 5.1.1'),
      nextAttemptAt: null,
      failedAt: mail.failedAt?.toISOString(),
      canRetry: true,
      canDiscard: true,
    },
  ]);
  expect(mail.lastError).not.toContain('example.vn');
});

test('a mail that the server will not take now is offered again with growing pauses, and given up after the twelfth time', async () => {
  says = { code: 451, message: '4.3.0 try again later' };
  await tell('later:1');
  const pauses: number[] = [];
  for (let time = 0; time < 20; time += 1) {
    await contest.tick();
    const { nextAttemptAt } = await mailOf('later:1');
    if (!nextAttemptAt) break;
    pauses.push((nextAttemptAt.getTime() - contest.clock.now().getTime()) / 1000);
    contest.clock.set(nextAttemptAt);
  }

  expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15_360, 21_600]);
  expect(asked).toBe(12);
  expect(await listed({ kind: 'MAIL', state: 'FAILED' })).toMatchObject([{ attempts: 12, error: expect.stringContaining('451') }, {}]);
});

test('where no mail gets through, one is tried in a round, and the others are not held to have been', async () => {
  for (const key of ['away:1', 'away:2', 'away:3']) await tell(key);
  shut = true;
  await contest.tick();
  shut = false;

  expect((await contest.em().find(Mail, { dedupeKey: { $like: 'away:%' } })).map(({ attempts }) => attempts).sort()).toEqual([0, 0, 1]);
  contest.clock.advance(31_000);
  await contest.tick();
  expect(received).toHaveLength(3);
});

test('an event that fails again and again comes to an end, is shown, and is delivered once when somebody has it tried again', async () => {
  const write = jest.spyOn(contest.get(MailService), 'writeSecret').mockRejectedValue(new Error('no room for “Nguyễn Thị Hòa”'));
  await emit();
  for (let time = 0; time < 20; time += 1) {
    await contest.drain();
    contest.clock.advance(3_600_000);
  }
  const { id, attempts } = await anEvent();
  expect(attempts).toBe(12);
  expect(write).toHaveBeenCalledTimes(12);
  expect(await listed({ kind: 'EVENT' })).toEqual([
    {
      ...{ id, kind: 'EVENT', state: 'FAILED', about: 'identity.passwordLinkRequested', personId: null, item: null, attempts: 12 },
      ...{ error: 'Error: no room for …', nextAttemptAt: null, failedAt: expect.any(String), canRetry: true, canDiscard: true },
    },
  ]);

  write.mockRestore();
  expect(await admin.ask(RETRY, { input: { undeliveredId: id } })).toMatchObject({ id, state: 'WAITING', attempts: 0, failedAt: null });
  await contest.drain();
  expect(await contest.em().count(Mail, { dedupeKey: `password-link:${id}` })).toBe(1);
  expect(await listed({ kind: 'EVENT' })).toEqual([]);
  expect(await admin.ask(RETRY, { input: { undeliveredId: id } })).toEqual({ __typename: 'Refusal', code: 'ALREADY_DELIVERED' });
});

test('an event whose delivery ends the worker each time is not tried for ever', async () => {
  await emit();
  const { id } = await anEvent();
  const died = sql`update outbox_event set attempts = 11, available_at = ${contest.clock.now()} where id = ${id}`;
  await died.execute(contest.em().getKysely());
  let end: () => void = () => undefined;
  const deliver = jest.spyOn(contest.get(MailService), 'writeSecret').mockImplementation(
    () =>
      new Promise((_, reject) => {
        end = () => {
          reject(new Error('the end'));
        };
      }),
  );
  const draining = contest.drain();
  while (deliver.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));

  expect(await anEvent()).toMatchObject({ id, attempts: 12, failedAt: contest.clock.now() });
  end();
  await draining;
  deliver.mockRestore();
});

test('what is discarded, with a reason that the log keeps, is delivered no more and listed no more', async () => {
  says = { code: 550, message: 'no' };
  await tell('gone:1');
  await contest.tick();
  says = null;
  const { id } = await mailOf('gone:1');

  expect(await admin.ask(DISCARD, { input: { undeliveredId: id, reason: '' } })).toMatchObject({ __typename: 'Refusal', path: 'reason' });
  expect((await mailOf('gone:1')).discardedAt).toBeNull();
  expect(await admin.ask(DISCARD, { input: { undeliveredId: id, reason: 'Người nhận đã nghỉ.' } })).toMatchObject({
    id,
    state: 'DISCARDED',
  });
  expect(await admin.ask(DISCARD, { input: { undeliveredId: id, reason: 'Lần nữa.' } })).toEqual({
    __typename: 'Refusal',
    code: 'ALREADY_DISCARDED',
    path: null,
  });
  expect(await admin.ask(RETRY, { input: { undeliveredId: id } })).toEqual({ __typename: 'Refusal', code: 'ALREADY_DISCARDED' });
  contest.clock.advance(86_400_000);
  await contest.tick();

  expect(received).toEqual([]);
  expect((await listed()).map((one: any) => one.id)).not.toContain(id);
  const [entry] = await contest.em().find(AuditEntry, { operation: 'discardUndelivered', subjectId: id });
  expect(JSON.parse(entry!.body)).toMatchObject({
    subjectType: 'Mail',
    subjectId: id,
    actor: district.people.admin,
    reason: 'Người nhận đã nghỉ.',
  });
});

test('a link that opens an account is forgotten when its mail is discarded', async () => {
  await emit();
  await contest.drain();
  const { id } = await contest.em().findOneOrFail(Mail, { secret: true, sentAt: null });

  await admin.ask(DISCARD, { input: { undeliveredId: id, reason: 'Gửi nhầm.' } });

  expect(await contest.em().findOneOrFail(Mail, { id })).toMatchObject({ text: '', path: null });
});

test('a piece of a schedule that fails is shown until it succeeds, and comes round by itself', async () => {
  const item = district.units.finance;
  const round = (run: () => Promise<void>) => contest.get(Pieces).each('test.schedule', undefined, [[item, run]]);
  await round(() => Promise.reject(new Error('no plan')));
  await round(() => Promise.reject(new Error('no plan')));

  const [fault] = await listed({ kind: 'SCHEDULE' });
  expect(fault).toMatchObject({
    state: 'FAILED',
    about: 'test.schedule',
    item,
    attempts: 2,
    error: 'Error: no plan',
    canRetry: false,
    canDiscard: true,
  });
  expect(await admin.ask(RETRY, { input: { undeliveredId: fault.id } })).toEqual({ __typename: 'Refusal', code: 'SCHEDULE_COMES_ROUND' });
  await round(() => Promise.resolve());
  expect(await listed({ kind: 'SCHEDULE' })).toEqual([]);
});

test('administrators of the host alone read it and act on it; to one of a commune nothing is there', async () => {
  await tell('host:1');
  const { id } = await mailOf('host:1');
  const own = await contest.as(await aPerson(contest, { unitId: district.units.anKhanh, role: 'ADMIN' }));

  expect((await listed()).map((one: any) => one.id)).toContain(id);
  expect(await own.ask(LIST)).toEqual({ totalCount: 0, edges: [] });
  expect(await own.ask(RETRY, { input: { undeliveredId: id } })).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });
  expect(await own.ask(DISCARD, { input: { undeliveredId: id, reason: 'Không cần.' } })).toMatchObject({ code: 'NOT_FOUND' });
  for (const who of ['organiser', 'leader', 'submitter', 'judge', 'communeOfficer'] as const) {
    const { errors } = await (await contest.as(district.people[who])).send(LIST);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
});
