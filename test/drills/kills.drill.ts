import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Config, migrate, openOrm, verifyAudit } from '#lib/platform';
import { createDatabase, type EmbeddedPostgres, startEmbeddedPostgres } from '../../apps/launcher/src/embedded-postgres.js';
import { canUse, databaseAccount } from '../../apps/launcher/src/postgres-account.js';
import { entities } from '../../apps/api/src/libraries.js';
import { aContest } from '../support/contests.js';
import { aDistrict } from '../support/factories.js';
import { startContest } from '../support/harness.js';
import { soleAuthor, texts } from '../support/initiatives.js';
import { build, freePort, isWell, post, run } from '../support/server.js';

const KILLS = Number(process.env.KILLS ?? 100);
const SENDERS = 6;
/** After each of these the same is sent again under its key. */
const AGAIN = new Set(['BUSY', 'OUTCOME_UNKNOWN', 'WRITTEN_NOT_READ']);
const DAY = 86_400_000;
const DRAFT =
  'mutation ($input: DraftInitiativeInput!) { draftInitiative(input: $input) { ... on Initiative { id version } ... on Refusal { refusal: code } } }';
const DECLARE =
  'mutation ($input: DeclareInitiativeInput!) { declareInitiative(input: $input) { ... on Initiative { id version } ... on Refusal { refusal: code } } }';
const SUBMIT =
  'mutation ($input: InitiativeInput!) { submitInitiative(input: $input) { ... on Initiative { id version } ... on Refusal { refusal: code } } }';

let database: EmbeddedPostgres;
let folder: string;
let config: Config;
let origin: string;
let api: ChildProcess;
let worker: ChildProcess;
let headers: Record<string, string>;
let draftInput: object;
let givenUp = false;

beforeAll(async () => {
  build();
  const account = databaseAccount();
  const base = [tmpdir(), '/tmp', '/var/tmp'].find((one) => canUse(one, account)) ?? tmpdir();
  folder = mkdtempSync(join(base, 'sang-kien-kills-'));
  // Durable, as a district's is: what was acknowledged must be on the disk.
  database = await startEmbeddedPostgres({ folder, account, throwaway: true });
  await createDatabase(database, 'kills');
  await migrate(entities, database.url('kills'));
  const contest = await startContest(new Date(Date.now() - DAY).toISOString(), { DATABASE_URL: database.url('kills') });
  const district = await aDistrict(contest);
  const year = await aContest(contest, district, { headConfirms: false });
  await contest.drain();
  headers = await contest.headersOf(district.people.submitter);
  draftInput = {
    ...texts,
    contestId: year.id,
    areaId: year.areaId,
    ownerUnitId: district.units.finance,
    authors: soleAuthor(district.people.submitter),
  };
  config = contest.config;
  await contest.app.close();
  origin = `http://127.0.0.1:${String(await freePort())}`;
  [api, worker] = [startApi(), startWorker()];
  await isWell(origin, api);
}, 300_000);

afterAll(async () => {
  givenUp = true; // after a test that failed, else the patient would ask for ever
  for (const program of [api, worker]) program.kill('SIGKILL');
  await database.stop();
});

function started(program: string, more: Record<string, string>): ChildProcess {
  const child = run(program, {
    DATABASE_URL: database.url('kills'),
    DATA_DIR: config.dataDir,
    APP_SECRET: config.secret,
    LOG_LEVEL: 'silent',
    ...more,
  });
  child.stdout?.resume();
  child.stderr?.resume();
  return child;
}

const startApi = () => started('server/main.js', { HOST: '127.0.0.1', PORT: new URL(origin).port, WORKER: '0' });
const startWorker = () => started('server/worker.js', {});

async function killed(program: ChildProcess): Promise<void> {
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
}

/** Each takes a moment to die, and is started again at once, as a supervisor does. */
const victims: Record<'api' | 'worker' | 'postgres', () => Promise<void>> = {
  async api() {
    await killed(api);
    api = startApi();
    await isWell(origin, api);
  },
  async worker() {
    await killed(worker);
    worker = startWorker();
  },
  async postgres() {
    const { lost } = database;
    process.kill(Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n', 1)[0]), 'SIGKILL');
    await lost;
    await database.restart();
  },
};

/** As a patient client: the same mutation under the same key until it is acknowledged. Returns the first acknowledgement. */
async function untilTaken(query: string, input: object): Promise<{ id: string; version: number }> {
  for (;;) {
    const reply = await post(origin, headers, { query, variables: { input } }).catch(() => undefined);
    const outcome = Object.values(reply?.data ?? {})[0] as { id?: string; version: number; refusal?: string } | undefined;
    if (outcome?.id !== undefined) return { id: outcome.id, version: outcome.version };
    if (outcome?.refusal !== undefined && !AGAIN.has(outcome.refusal)) throw new Error(outcome.refusal);
    if (givenUp) throw new Error('Given up');
    await pause(50);
  }
}

interface Sent {
  readonly drafted: string;
  readonly submitted: string;
}

async function sendUntil(over: () => boolean, sender: number): Promise<Sent[]> {
  const all: Sent[] = [];
  for (let n = 0; !over(); n += 1) {
    const key = (what: string) => ({ clientMutationId: `${what}-${String(sender)}-${String(n).padStart(8, '0')}` });
    const drafted = await untilTaken(DRAFT, { ...draftInput, title: `Sáng kiến số ${String(sender)}.${String(n)}`, ...key('draft') });
    const declared = await untilTaken(DECLARE, {
      initiativeId: drafted.id,
      version: drafted.version,
      ownWork: true,
      notPrizedElsewhere: true,
      nobodyOnJury: true,
      ...key('declare'),
    });
    const submitted = await untilTaken(SUBMIT, { initiativeId: drafted.id, version: declared.version, ...key('submit') });
    all.push({ drafted: drafted.id, submitted: submitted.id });
  }
  return all;
}

test(`${String(KILLS)} kills of api, worker and PostgreSQL under load lose nothing that was acknowledged and do nothing twice`, async () => {
  let over = false;
  const sending = Promise.all(Array.from({ length: SENDERS }, (_, at) => sendUntil(() => over, at)));
  sending.catch(() => undefined); // told below, unless a kill fails first
  const kinds = Object.keys(victims) as (keyof typeof victims)[];
  const counted = { api: 0, worker: 0, postgres: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(50 + Math.random() * 500);
    const kind = kinds[Math.floor(Math.random() * kinds.length)]!;
    await victims[kind]();
    counted[kind] += 1;
  }
  over = true;
  const sent = (await sending).flat();
  process.stdout.write(`${String(KILLS)} kills ${JSON.stringify(counted)}; ${String(sent.length * 3)} writes acknowledged\n`);
  expect(sent.length).toBeGreaterThan(KILLS / 2);
  expect(sent.every(({ drafted, submitted }) => drafted === submitted)).toBe(true);

  const orm = openOrm(entities, { url: database.url('kills'), poolSize: 2 });
  const db = orm.em.fork().getKysely();
  const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> => (await query.execute(db)).rows;
  // The worker is given the time to deliver what waits, leases of the dead included.
  for (let waited = 0; waited < 120; waited += 1) {
    const left = await rows(
      sql<{ n: number }>`select count(*)::int as n from outbox_event where done_at is null and available_at < now() + interval '1 minute'`,
    );
    if (left[0]?.n === 0) break;
    await pause(1000);
  }
  const ids = sent.map(({ drafted }) => drafted).sort();
  const there = await rows(
    sql<{ id: string }>`select id from initiative where title like 'Sáng kiến số %' and state = 'SUBMITTED' order by id`,
  );
  expect(there.map(({ id }) => id).sort()).toEqual(ids);
  const receipts = await rows(sql<{ n: number }>`select receipt_number as n from initiative where receipt_number is not null order by 1`);
  expect(receipts.map(({ n }) => n)).toEqual(ids.map((_, at) => at + 1));
  for (const operation of ['draftInitiative', 'submitInitiative']) {
    const entries = await rows(
      sql<{ id: string }>`select subject_id as id from audit_entry where operation = ${operation} and subject_type = 'Initiative'`,
    );
    expect(entries.map(({ id }) => id).sort()).toEqual(ids);
  }
  const events = await rows(
    sql<{ id: string }>`select payload->>'initiativeId' as id from outbox_event where type = 'initiative.submitted'`,
  );
  expect(events.map(({ id }) => id).sort()).toEqual(ids);
  const { fault } = await verifyAudit(db as never, null);
  process.stdout.write(`none lost, none doubled; the chain of the audit log is ${fault === null ? 'whole' : 'broken'}\n`);
  expect(fault).toBeNull();
  await orm.close();
});
