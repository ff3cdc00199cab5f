import request from 'supertest';
import { sql } from 'kysely';
import { Session } from '#domain/identity';
import { SYSTEM } from '#lib/kernel';
import { UnitOfWork, patiently } from '#lib/platform';
import { connected, endWaitingBackends, timed, untilSomebodyWaits, whileAuditLogIsHeld } from './drills/database-drills.js';
import { aContest } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { soleAuthor, texts } from './support/initiatives.js';

const DRAFT =
  'mutation ($input: DraftInitiativeInput!) { draftInitiative(input: $input) { __typename ... on Initiative { id } ... on Refusal { code message } } }';
const REVOKE =
  'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { __typename ... on Session { id } ... on Refusal { code message } } }';
const MINE = '{ myInitiatives { totalCount } }';
const BUSY = {
  __typename: 'Refusal',
  code: 'BUSY',
  message: 'Hệ thống đang bận. Chưa có gì được ghi lại; có thể gửi lại sau ít giây.',
};
const POOL = 4;
const LOCK_MS = 1000;

let contest: RunningContest;
let district: District;
let submitter: Client;
let headers: { authorization: string };
let input: Record<string, unknown>;

async function start(settings: Record<string, string>): Promise<void> {
  contest = await startContest('2026-03-02T02:00:00Z', settings);
  district = await aDistrict(contest);
  const year = await aContest(contest, district);
  headers = await contest.headersOf(district.people.submitter);
  submitter = contest.client(headers);
  const authors = soleAuthor(district.people.submitter);
  input = { ...texts, contestId: year.id, areaId: year.areaId, ownerUnitId: district.units.finance, authors };
}

const initiatives = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from initiative`.execute(contest.em().getKysely())).rows[0]!.n;

describe('with a pool of one', () => {
  beforeAll(() => start({ DATABASE_POOL: '1', DATABASE_CONNECTION_SECONDS: '2' }));
  afterAll(() => contest.stop());

  test('an act that was committed and could not be read again is said to be written, and not that nothing was', async () => {
    const other = await contest.headersOf(district.people.submitter);
    const [session] = await contest.em().find(Session, { person: district.people.submitter }, { orderBy: { id: 'desc' }, limit: 1 });
    const held = contest.em();
    const asked = await whileAuditLogIsHeld(contest.config.databaseUrl, async (holder) => {
      const sent = submitter.ask(REVOKE, { input: { sessionId: session!.id } });
      await untilSomebodyWaits(holder);
      // The next in the line for the only connection: it is lent out for good as soon as the act has ended.
      return { sent, begun: held.begin() };
    });
    await asked.begun;
    try {
      expect(await asked.sent).toEqual({
        __typename: 'Refusal',
        code: 'WRITTEN_NOT_READ',
        message: 'Nội dung đã được ghi, nhưng hệ thống đang bận nên chưa đọc lại được. Hãy tải lại để xem; không cần gửi lại.',
      });
    } finally {
      await held.rollback();
    }
    expect((await contest.client(other).send(MINE)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('the same under a key is rolled back as a whole: nothing was written, and the repeat is taken', async () => {
    const keyed = { input: { ...input, clientMutationId: 'a-draft-that-was-not-read' } };
    const before = await initiatives();
    const sent = await whileAuditLogIsHeld(contest.config.databaseUrl, async (holder) => {
      const first = submitter.ask(DRAFT, keyed);
      await endWaitingBackends(holder);
      return first;
    });
    expect(sent).toEqual(BUSY);
    expect(await initiatives()).toBe(before);
    expect(await submitter.ask(DRAFT, keyed)).toMatchObject({ __typename: 'Initiative' });
    expect(await initiatives()).toBe(before + 1);
  });
});

describe('with a pool of four', () => {
  beforeAll(() => start({ DATABASE_POOL: String(POOL), DATABASE_LOCK_SECONDS: String(LOCK_MS / 1000), DATABASE_TRANSACTION_SECONDS: '3' }));
  afterAll(() => contest.stop());

  test('a connection that is ended in the middle of an act gives its place in the pool back, more often than the pool has places', async () => {
    const url = contest.config.databaseUrl;
    await whileAuditLogIsHeld(url, async (holder) => {
      for (let time = 0; time < 2 * POOL; time += 1) {
        const sent = submitter.ask(DRAFT, { input });
        await endWaitingBackends(holder);
        expect(await sent).toEqual(BUSY);
      }
    });

    expect(await initiatives()).toBe(0);
    expect(await submitter.ask(DRAFT, { input })).toMatchObject({ __typename: 'Initiative' });
    expect(await initiatives()).toBe(1);
  });

  test('while a lock is held that all acts need, each is refused in time and whoever reads is answered at once', async () => {
    const before = await initiatives();
    await whileAuditLogIsHeld(contest.config.databaseUrl, async () => {
      const acts = Array.from({ length: 3 * POOL }, () => timed(() => submitter.ask(DRAFT, { input })));
      const read = await timed(() => submitter.ask(MINE));
      const health = await timed(() => request(contest.app.getHttpServer()).get('/health'));

      expect(read.result.totalCount).toBe(before);
      expect(health.result.status).toBe(200);
      expect(Math.max(read.ms, health.ms)).toBeLessThan(LOCK_MS);
      for (const { ms, result } of await Promise.all(acts)) {
        expect(result).toEqual(BUSY);
        expect(ms).toBeLessThan(8000);
      }
    });

    expect(await initiatives()).toBe(before);
    expect(await submitter.ask(DRAFT, { input })).toMatchObject({ __typename: 'Initiative' });
  });

  test('the same act sent again under its key, after it was refused as busy, is taken once', async () => {
    const before = await initiatives();
    const keyed = { input: { ...input, clientMutationId: 'a-draft-of-a-busy-hour' } };
    await whileAuditLogIsHeld(contest.config.databaseUrl, async () => {
      expect(await submitter.ask(DRAFT, keyed)).toEqual(BUSY);
    });

    const again = await submitter.ask(DRAFT, keyed);
    expect(await submitter.ask(DRAFT, keyed)).toEqual(again);
    expect(await initiatives()).toBe(before + 1);
  });

  test.each([
    ['vi', 'Hệ thống đang bận. Chưa có gì được ghi lại; có thể gửi lại sau ít giây.'],
    ['en', 'The system is busy. Nothing was written; it is safe to send this again in a few seconds.'],
  ] as const)(
    'while the sessions are locked, a request is refused as busy in time, before anything is resolved (%s)',
    async (locale, message) => {
      await connected(contest.config.databaseUrl, async (holder) => {
        await holder.query('begin; lock table session in access exclusive mode');
        const { ms, result } = await timed(() =>
          request(contest.app.getHttpServer())
            .post('/graphql')
            .set({ ...headers, 'accept-language': locale })
            .send({ query: MINE }),
        );
        await holder.query('rollback');
        expect(result.body.errors).toEqual([
          { message, extensions: { code: 'BUSY', path: null, messages: expect.objectContaining({ [locale]: message }) } },
        ]);
        expect(ms).toBeLessThan(LOCK_MS + 2000);
      });
      expect(await submitter.ask(MINE)).toEqual({ totalCount: expect.any(Number) });
    },
  );

  test('work that may take long outlasts the limits of requests, and nothing else does', async () => {
    const sleeping = (seconds: number) =>
      contest.get(UnitOfWork).act(SYSTEM, 'test', async ({ em }) => {
        for (let slept = 0; slept < seconds; slept += 0.5) await sql`select pg_sleep(0.5)`.execute(em.getKysely());
      });

    await patiently(() => sleeping(3.5));
    await expect(sleeping(3.5)).rejects.toThrow();
    const before = await initiatives();
    expect(await submitter.ask(DRAFT, { input })).toMatchObject({ __typename: 'Initiative' });
    expect(await initiatives()).toBe(before + 1);
  });
});
