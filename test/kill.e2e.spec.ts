import { sql } from 'kysely';
import { verifyAudit } from '#lib/platform';
import { aContest } from './support/contests.js';
import { markMigrated } from './support/database.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { aDraft, soleAuthor, texts } from './support/initiatives.js';
import { SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';
import { type ApiProcess, build, killApi, post, startApi } from './support/server.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const SUBMIT =
  'mutation ($input: InitiativeInput!) { submitInitiative(input: $input) { __typename ... on Initiative { id } ... on Refusal { code } } }';
const DRAFT =
  'mutation ($input: DraftInitiativeInput!) { draftInitiative(input: $input) { __typename ... on Initiative { id } ... on Refusal { code } } }';

/** After how many acknowledgements the server is killed, one round each: early, in the thick of it, late. */
const KILLED_AFTER = [1, 9, 17, 26];
const OF_EACH_KIND = 10;
const AT_ONCE = 12;

/** One mutation with its key, and what is known of its fate. */
interface Write {
  readonly kind: 'draft' | 'submit' | 'sign';
  readonly headers: Record<string, string>;
  readonly query: string;
  readonly variables: { readonly input: { readonly clientMutationId: string; readonly [field: string]: unknown } };
  /** The id that came back; undefined while nothing did. */
  acknowledged?: string;
}

let contest: RunningContest;
let district: District;
let rounds: Write[][];

beforeAll(async () => {
  build();
  contest = await startContest();
  await markMigrated(contest.config.databaseUrl);
  district = await aDistrict(contest);
  const now = Date.now();
  // Judged is a contest whose call has ended by the real server's clock; open is one whose call has not.
  contest.clock.set(new Date(now - 100 * DAY));
  const signatures = await cards();
  contest.clock.set(new Date(now - DAY));
  const [drafts, submissions] = await calls();
  await contest.drain();
  rounds = KILLED_AFTER.map((_, at) => {
    const part = (writes: readonly Write[]) => writes.slice(at * OF_EACH_KIND, (at + 1) * OF_EACH_KIND);
    const [news, sent, signed] = [part(drafts), part(submissions), part(signatures)];
    return signed.flatMap((write, i) => [write, sent[i]!, news[i]!]);
  });
}, 120_000);
afterAll(() => contest.stop());

const keyed = (kind: Write['kind'], at: number, input: object) => ({
  input: { clientMutationId: `${kind}-${String(at).padStart(8, '0')}`, ...input },
});

/** Signatures of a round, each of another card. */
async function cards(): Promise<Write[]> {
  const judging = await aJudging(contest, district, { initiatives: Math.ceil((KILLED_AFTER.length * OF_EACH_KIND) / 3) });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const writes: Write[] = [];
  for (const personId of judging.judges) {
    const headers = await contest.headersOf(personId);
    for (const { id, version } of await attestedCards(contest.client(headers), roundId)) {
      const input = { scorecardId: id, version, marks: marksOf('25', '20.5', '30') };
      writes.push({ kind: 'sign', headers, query: SIGN, variables: keyed('sign', writes.length, input) });
    }
  }
  return writes;
}

/** New drafts, and submissions of drafts that are there. */
async function calls(): Promise<[Write[], Write[]]> {
  const year = await aContest(contest, district, { headConfirms: false });
  const headers = await contest.headersOf(district.people.submitter);
  const drafts: Write[] = [];
  const submissions: Write[] = [];
  for (let at = 0; at < KILLED_AFTER.length * OF_EACH_KIND; at += 1) {
    const { id, version } = await aDraft(contest, district, year);
    submissions.push({ kind: 'submit', headers, query: SUBMIT, variables: keyed('submit', at, { initiativeId: id, version }) });
    const authors = soleAuthor(district.people.submitter);
    const input = {
      ...texts,
      title: `Sáng kiến viết mới số ${String(at)}`,
      contestId: year.id,
      areaId: year.areaId,
      ownerUnitId: district.units.finance,
      authors,
    };
    drafts.push({ kind: 'draft', headers, query: DRAFT, variables: keyed('draft', at, input) });
  }
  return [drafts, submissions];
}

/** Sends a write; returns the id that was answered. Rejects where the server died meanwhile. */
async function send({ origin }: ApiProcess, { headers, query, variables }: Write): Promise<string> {
  const reply = await post(origin, headers, { query, variables });
  const outcome = Object.values(reply.data ?? {})[0] as { id?: string } | undefined;
  if (outcome?.id === undefined) throw new Error(`Not taken: ${JSON.stringify(reply)}`);
  return outcome.id;
}

/** Several at a time, until all are sent or the server has been killed after so many acknowledgements. */
async function streamUntilKilled(server: ApiProcess, writes: readonly Write[], limit: number): Promise<void> {
  const left = [...writes];
  let acknowledgements = 0;
  const sender = async (): Promise<void> => {
    for (let write = left.shift(); write && !server.program.killed; write = left.shift()) {
      const id = await send(server, write).catch((error: unknown) => {
        if (!server.program.killed) throw error;
        return undefined;
      });
      if (id === undefined) continue;
      write.acknowledged = id;
      acknowledgements += 1;
      if (acknowledgements === limit) await killApi(server);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  expect(server.program.signalCode).toBe('SIGKILL');
}

async function rowsOf<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await query.execute(contest.em().getKysely())).rows;
}

/** What stands in the database of all writes: the ids by kind. */
async function written(): Promise<Record<Write['kind'], string[]>> {
  const [signed, submitted, drafted] = await Promise.all([
    rowsOf(sql<{ id: string }>`select id from scorecard where signed_at is not null`),
    rowsOf(sql<{ id: string }>`select id from initiative where state = 'SUBMITTED'`),
    rowsOf(sql<{ id: string }>`select id from initiative where title like 'Sáng kiến viết mới%'`),
  ]);
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
  return { sign: ids(signed), submit: ids(submitted), draft: ids(drafted) };
}

const OPERATIONS = { sign: 'signScorecard', submit: 'submitInitiative', draft: 'draftInitiative' } as const;

test('killed in the middle of a stream of submissions and signatures, again and again, the server has lost nothing it acknowledged', async () => {
  for (const [at, writes] of rounds.entries()) {
    const server = await startApi(contest);
    await streamUntilKilled(server, writes, KILLED_AFTER[at]!);
    const there = await written();
    for (const { kind, acknowledged } of writes) if (acknowledged !== undefined) expect(there[kind]).toContain(acknowledged);
    expect((await verifyAudit(contest.em().getKysely() as never, null)).fault).toBeNull();
  }
  const all = rounds.flat();
  expect(all.filter(({ acknowledged }) => acknowledged !== undefined).length).toBeGreaterThanOrEqual(KILLED_AFTER.reduce((a, b) => a + b));
  expect(all.some(({ acknowledged }) => acknowledged === undefined)).toBe(true);
}, 120_000);

test('sent again under their keys after the restart, all are taken once, and those that were acknowledged answer as they did', async () => {
  const before = await written();
  const server = await startApi(contest);
  try {
    const all = rounds.flat();
    const ids: string[] = [];
    for (const write of all) ids.push(await send(server, write));
    expect(all.map(({ acknowledged }, at) => acknowledged ?? ids[at])).toEqual(ids);

    const after = await written();
    for (const kind of ['sign', 'submit', 'draft'] as const) {
      expect(after[kind]).toEqual(ids.filter((_, at) => all[at]?.kind === kind).sort());
      expect(after[kind]).toEqual(expect.arrayContaining(before[kind]));
      const entries = await rowsOf(
        sql<{
          id: string;
        }>`select subject_id as id from audit_entry where operation = ${OPERATIONS[kind]} and subject_id = any(${after[kind]})`,
      );
      expect(entries.map(({ id }) => id).sort()).toEqual(after[kind]);
    }
  } finally {
    await killApi(server);
  }
});

test('nothing stands twice: receipts run without a gap, each submission has one version and one event, and the chain verifies', async () => {
  const sent = KILLED_AFTER.length * OF_EACH_KIND;
  const receipts = await rowsOf(sql<{ n: number }>`select receipt_number as n from initiative where state = 'SUBMITTED' order by 1`);
  expect(receipts.map(({ n }) => n)).toEqual(Array.from({ length: sent }, (_, at) => at + 1));
  const [counts] = await rowsOf(sql<object>`select
    (select count(*)::int from initiative_version v join initiative i on i.id = v.initiative_id where i.state = 'SUBMITTED') as versions,
    (select count(*)::int from outbox_event where type = 'initiative.submitted') as submitted,
    (select count(*)::int from outbox_event where type = 'scorecard.signed') as signed,
    (select count(*)::int from mutation_key where key ~ '^(draft|submit|sign)-') as keys`);
  expect(counts).toEqual({ versions: sent, submitted: sent, signed: sent, keys: 3 * sent });

  // What a killed worker had leased is due again once its lease has ended.
  contest.clock.set(new Date(Date.now() + HOUR));
  await contest.drain();
  const undelivered = await rowsOf(
    sql<object>`select type, last_error from outbox_event where done_at is null and available_at <= ${contest.clock.now()}`,
  );
  expect(undelivered).toEqual([]);
  expect((await verifyAudit(contest.em().getKysely() as never, null)).fault).toBeNull();
});
