import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrate, readConfig } from '#lib/platform';
import { entities } from '../../api/src/libraries.js';
import { createServer } from '../../api/src/server.js';
import { createDatabase, databaseAccount, startEmbeddedPostgres } from '../../launcher/src/embedded-postgres.js';
import { NODE_FLAGS } from '../../launcher/src/program.js';
import { timeAssignment } from './assignment.js';
import { type BarePlan } from './bare-server.js';
import { CARDS_TO_SIGN, CRITERIA, TOKENS, fill, idOf } from './data.js';
import { type Measured, load } from './load.js';
import { timePack } from './packs.js';
import { timeOutcome, timeStability, timeStandings } from './standings.js';
import { type Statement, statementsOf } from './statements.js';

const POOL = 10;
const SECONDS = Number(process.argv[2] ?? 6);
const PAGE = `query ($contestId: ID!) { initiatives(contestId: $contestId, first: 50) { totalCount pageInfo { hasNextPage endCursor }
  edges { cursor node { id code title state influence submittedAt version illustrative area { id code nameVi } owner { id nameVi } authors { personId fullName share lead } } } } }`;
const STANDINGS = `query ($roundId: ID!) { standings(roundId: $roundId, first: 100) { totalCount edges { node { rank place score rounded state cards spread decidedBy initiativeId code title ownerNameVi } } } }`;
const MATRIX = `query { rolloutMatrix { asOf units { id nameVi } rows { rolloutId titleVi expected inUse coverage counts { state count }
  cells { unitId adoptionId state basis since overdue } } } }`;
const SIGN =
  'mutation ($input: MarksInput!) { signScorecard(input: $input) { __typename ... on Scorecard { id version state total } ... on Refusal { code } } }';
const CLOSE =
  'mutation ($input: CloseRoundInput!) { closeRound(input: $input) { __typename ... on Round { state } ... on Refusal { code } } }';

const reads = {
  'page of 50': { query: PAGE, variables: { contestId: idOf('contest', 'large') } },
  standings: { query: STANDINGS, variables: { roundId: idOf('round', 'read') } },
  'matrix 16 × 20': { query: MATRIX, variables: {} },
} as const;

/** Marks for the nth card. */
const signing = (cardId: string) => ({
  query: SIGN,
  variables: { input: { scorecardId: cardId, version: 1, marks: CRITERIA.map((criterion) => ({ criterion, points: '7.5' })) } },
});

let signed = 0;
const nextCard = (): string => {
  signed += 1;
  if (signed > CARDS_TO_SIGN) throw new Error('More signatures than cards');
  return idOf('cardsign', signed);
};

const environment = (databaseUrl: string, dataDir: string, port: number) => ({
  DATABASE_URL: databaseUrl,
  DATABASE_POOL: String(POOL),
  APP_SECRET: 'benchmark'.repeat(4),
  DATA_DIR: dataDir,
  PORT: String(port),
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
  WORKER: '0',
});

async function ask(app: NestFastifyApplication, token: string, body: object): Promise<unknown> {
  const reply = await app.inject({ method: 'POST', url: '/graphql', headers: { authorization: `Bearer ${token}` }, payload: body });
  if (reply.statusCode !== 200 || reply.body.includes('"errors"') || reply.body.includes('"Refusal"'))
    throw new Error(reply.body.slice(0, 500));
  return reply.json();
}

/** What the application sends for each operation, recorded from the application itself, run in this process. */
async function record(url: string, dataDir: string): Promise<{ plan: BarePlan; closings: Record<string, number> }> {
  const app = await createServer(readConfig(environment(url, dataDir, 0)));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const closings: Record<string, number> = {};
  for (const contest of ['read', 'close', 'large']) {
    const begun = performance.now();
    await ask(app, TOKENS.organiser, { query: CLOSE, variables: { input: { roundId: idOf('round', contest) } } });
    closings[contest] = performance.now() - begun;
  }
  const recorded: Record<string, Statement[]> = {};
  for (const [name, body] of Object.entries(reads)) {
    await ask(app, TOKENS.organiser, body);
    recorded[name] = await statementsOf(() => ask(app, TOKENS.organiser, body));
  }
  await ask(app, TOKENS.judge, signing(nextCard()));
  const cardId = nextCard();
  const statements = await statementsOf(() => ask(app, TOKENS.judge, signing(cardId)));
  await app.close();
  const eventIds = [...JSON.stringify(statements).matchAll(/\[?\{\\+"id\\+":\\+"([0-9a-f-]{36})/g)].map((match) => match[1] ?? '');
  return { plan: { url, poolSize: POOL, reads: recorded, write: { statements, cardId, eventIds } }, closings };
}

interface Server {
  readonly url: string;
  readonly process: ChildProcess;
}

async function startBare(plan: BarePlan, folder: string): Promise<Server> {
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.js'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()).value?.split('\n') ?? [];
  return { url: `http://127.0.0.1:${port ?? ''}`, process: child };
}

async function startApi(databaseUrl: string, dataDir: string): Promise<Server> {
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn(process.execPath, [...NODE_FLAGS, join(import.meta.dirname, '../../api/src/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { NODE_ENV: 'production', ...environment(databaseUrl, dataDir, port) },
  });
  const url = `http://127.0.0.1:${String(port)}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const up = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return { url: `${url}/graphql`, process: child };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The server did not come up');
}

const memory = ({ process: { pid } }: Server, what: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const AIMS: Readonly<Record<string, number>> = { 'page of 50': 0.6, standings: 0.6, 'matrix 16 × 20': 0.45, 'signed scorecard': 0.5 };

function line(name: string, ours: Measured, bare: Measured): string {
  const ratio = ours.perSecond / bare.perSecond;
  const cells = [ours.perSecond, ours.p50, ours.p99, bare.perSecond, bare.p50, bare.p99].map((value) =>
    String(Math.round(value)).padStart(7),
  );
  return `${name.padEnd(18)}${cells.join('')}${ratio.toFixed(2).padStart(8)}${(AIMS[name] ?? 0).toFixed(2).padStart(6)}`;
}

/** Each operation against the bare server in turn, warmed up first, so that both see the same machine. */
async function measure(api: Server, bare: Server): Promise<void> {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(
    `\n${'requests a second'.padEnd(18)}${['ours', 'p50', 'p99', 'bare', 'p50', 'p99'].map((head) => head.padStart(7)).join('')}   ratio   aim   (ms; ${String(SECONDS)} s each, 8 connections)`,
  );
  const both = async (name: string, token: string, ours: () => string, theirs: () => string) => {
    const path = `${bare.url}/${encodeURIComponent(name)}`;
    const run = async (seconds: number) => ({
      ours: await load({ url: api.url, token, seconds, body: ours }),
      bare: await load({ url: path, token, seconds, body: theirs }),
    });
    await run(1);
    const { ours: ourRun, bare: bareRun } = await run(SECONDS);
    say(line(name, ourRun, bareRun));
  };
  for (const [name, body] of Object.entries(reads)) {
    const text = JSON.stringify(body);
    await both(
      name,
      TOKENS.organiser,
      () => text,
      () => '{}',
    );
  }
  await both(
    'signed scorecard',
    TOKENS.judge,
    () => JSON.stringify(signing(nextCard())),
    () => JSON.stringify({ cardId: nextCard() }),
  );
  say(`\nserver process: ${memory(api, 'VmRSS').toFixed(0)} MB resident, ${memory(api, 'VmHWM').toFixed(0)} MB at most (aim: under 300)`);
}

/** That the measured signatures were signatures: as many cards are signed as were asked for. */
async function countSigned(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ signed: number }>(
    `select count(*)::int as signed from scorecard where state = 'SIGNED' and round_id = $1`,
    [idOf('round', 'sign')],
  );
  await client.end();
  process.stdout.write(`signatures asked for: ${String(signed)}, signed: ${String(rows[0]?.signed)}\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'sang-kien-bench-'));
chmodSync(folder, 0o755); // PostgreSQL runs under an account of its own
const account = databaseAccount();
const postgres = await startEmbeddedPostgres({
  folder: join(folder, 'postgres'),
  account,
  throwaway: true,
  settings: { synchronous_commit: 'off' },
});
const children: ChildProcess[] = [];
try {
  await createDatabase(postgres, 'bench');
  const url = postgres.url('bench');
  await migrate(entities, url);
  await fill(url);
  const { plan, closings } = await record(url, folder);
  process.stdout.write(
    `standings computed: 200 × 5 × 10 in ${timeStandings(200).toFixed(0)} ms (aim: under 50), 10,000 × 5 × 10 in ${timeStandings(10_000).toFixed(0)} ms (aim: under 3,000)\n`,
  );
  process.stdout.write(
    `with scores without severity, and agreement: 200 × 5 × 10 in ${timeOutcome(200, 5).toFixed(0)} ms (aim: under 100), 10,000 × 5 × 10 in ${timeOutcome(10_000, 5).toFixed(0)} ms, of 100 judges ${timeOutcome(10_000, 100).toFixed(0)} ms (aim: under 5,000)\n`,
  );
  process.stdout.write(
    `stability: ranks without each judge and 1,000 draws of 200 × 9 in ${timeStability().toFixed(0)} ms (aim: under 2,000)\n`,
  );
  const assignment = await timeAssignment();
  process.stdout.write(
    `assignment: 2,000 initiatives × 100 judges × 3 in ${assignment.milliseconds.toFixed(0)} ms (aim: under 20,000), ${assignment.optimal ? 'proven best' : 'not proven'}, the server's thread never held up by more than ${assignment.blockedMs.toFixed(0)} ms\n`,
  );
  const pack = await timePack(10_000, folder);
  process.stdout.write(
    `result pack: 10,000 × 5 × 10, ${pack.megabytes.toFixed(0)} MB, written in ${pack.writtenMs.toFixed(0)} ms and verified in ${pack.verifiedMs.toFixed(0)} ms (aim: under 10,000 together)\n`,
  );
  process.stdout.write(
    `rounds closed, standings computed and kept (5 judges × 10 criteria): 200 initiatives ${(closings.close ?? 0).toFixed(0)} ms (first ${(closings.read ?? 0).toFixed(0)} ms), 10,000 initiatives ${(closings.large ?? 0).toFixed(0)} ms\n`,
  );
  const api = await startApi(url, folder);
  const bare = await startBare(plan, folder);
  children.push(api.process, bare.process);
  await measure(api, bare);
  await countSigned(url);
} finally {
  for (const child of children) child.kill();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
