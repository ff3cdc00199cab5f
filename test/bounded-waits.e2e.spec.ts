import request from 'supertest';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { UnitOfWork, patiently } from '#lib/platform';
import { endWaitingBackends, timed, whileAuditLogIsHeld } from './drills/database-drills.js';
import { aContest } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { soleAuthor, texts } from './support/initiatives.js';

const DRAFT =
  'mutation ($input: DraftInitiativeInput!) { draftInitiative(input: $input) { __typename ... on Initiative { id } ... on Refusal { code message } } }';
const MINE = '{ myInitiatives { totalCount } }';
const BUSY = {
  __typename: 'Refusal',
  code: 'BUSY',
  message: 'Hệ thống đang bận. Chưa có gì được ghi lại; có thể gửi lại sau ít giây.',
};
const POOL = 4;
const LOCK_MS = 1000;

let contest: RunningContest;
let submitter: Client;
let input: Record<string, unknown>;

async function start(settings: Record<string, string>): Promise<void> {
  contest = await startContest('2026-03-02T02:00:00Z', settings);
  const district: District = await aDistrict(contest);
  const year = await aContest(contest, district);
  submitter = await contest.as(district.people.submitter);
  const authors = soleAuthor(district.people.submitter);
  input = { ...texts, contestId: year.id, areaId: year.areaId, ownerUnitId: district.units.finance, authors };
}

const initiatives = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from initiative`.execute(contest.em().getKysely())).rows[0]!.n;

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
