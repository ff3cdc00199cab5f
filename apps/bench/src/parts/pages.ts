import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { PLANNER_SETTINGS } from '#lib/platform';
import { difference, opened } from '../answers.js';
import { keysOfFloor, keysOfProduct } from '../cursors.js';
import { type Asked } from '../floor/floor.js';
import { type Order, inTurn, load } from '../load.js';
import { type Read, readsOf } from '../operations.js';
import { type Part } from '../part.js';
import { type ListPlan, listPlan } from '../plans.js';
import { type Server, application, ask, headersOf, processorMsOf, startApi, startBare } from '../servers.js';
import { type Statement, statementsOf } from '../statements.js';

const POOL = 10;

/** A read as it is measured: the requests in turn, what the application sends for each, and what PostgreSQL does for them. */
interface Recorded {
  readonly orders: readonly Order[];
  readonly statements: readonly (readonly Statement[])[];
  readonly answers: readonly (Record<string, unknown> | null)[];
}

/** Walks the pages of everything asked, and records what the application answers and sends. */
async function record(app: NestFastifyApplication, { asker, asked, document, pages = 1 }: Read): Promise<Recorded> {
  const orders: Order[] = [];
  const statements: Statement[][] = [];
  const answers: (Record<string, unknown> | null)[] = [];
  for (const start of asked) {
    let after: string | null = null;
    for (let page = 0; page < pages && (page === 0 || after); page += 1) {
      const count = page === 0 && pages > 1;
      const variables: Asked = { ...start, ...(after && { after }), count };
      const body = { query: document(count), variables };
      await ask(app, asker, body);
      let answer: Record<string, unknown> | null = null;
      statements.push(await statementsOf(async () => (answer = await ask(app, asker, body))));
      answers.push(answer);
      orders.push({ body: JSON.stringify(body), headers: headersOf(asker) });
      const info = (answer as { pageInfo?: { endCursor: string | null; hasNextPage: boolean } } | null)?.pageInfo;
      after = info?.hasNextPage ? info.endCursor : null;
    }
  }
  return { orders, statements, answers };
}

/** Throws where an answer of the floor is not the product's, field by field. */
async function compare(name: string, { orders, answers }: Recorded, floors: Server): Promise<void> {
  for (const [at, { body, headers }] of orders.entries()) {
    const ours = answers[at];
    if (!ours) continue;
    const reply = await fetch(`${floors.url}/${encodeURIComponent(name)}`, { method: 'POST', body, headers: { ...headers } });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${name}: the floor fails: ${text}`);
    const { data } = JSON.parse(text) as { data: Record<string, unknown> };
    const found = difference(opened(ours, keysOfProduct), opened(Object.values(data)[0], keysOfFloor));
    if (found) throw new Error(`${name}: the answers differ: ${found}`);
  }
}

/** What PostgreSQL does for one of them on the average, planned anew. */
async function inDatabase(url: string, { statements, answers }: Recorded): Promise<{ ms: number; times: number }> {
  const client = new pg.Client({ connectionString: url, options: PLANNER_SETTINGS });
  await client.connect();
  try {
    const plans: ListPlan[] = [];
    for (const [at, sent] of statements.entries()) plans.push(await listPlan(client, sent, answers[at]));
    const mean = (of: (plan: ListPlan) => number) => plans.reduce((sum, plan) => sum + of(plan), 0) / plans.length;
    return { ms: mean(({ planningMs, executionMs }) => planningMs + executionMs), times: mean(({ times }) => times) };
  } finally {
    await client.end();
  }
}

/** Pages, tables and the matrix, mixed as they are asked for, against the best statements known and against the same statements. */
export const pages: Part = async ({ workspace, report, seconds, isAsked }) => {
  report.begin(
    'pages',
    `requests a second, ${String(seconds)} s each over 8 connections; p50 and p99 in ms; CPU ms of the server's process for each, ours and the floor's; PostgreSQL ms planned anew; rows looked at for each answered`,
  );
  const reads = Object.entries(readsOf(workspace.today)).filter(([name]) => isAsked(name));
  const url = await workspace.country();
  const floors = await startBare(workspace, 'floor/server', { url: await workspace.floors(), today: workspace.today });
  const app = await application(url, workspace.folder);
  const recorded = new Map<string, Recorded>();
  for (const [name, read] of reads) {
    const found = await record(app, read);
    await compare(name, found, floors);
    recorded.set(name, found);
  }
  await app.close();
  const statements = Object.fromEntries([...recorded].map(([name, found]) => [name, found.statements]));
  const bare = await startBare(workspace, 'bare-server', { url, poolSize: POOL, reads: statements });
  const api = await startApi(workspace, url);
  for (const [name, { aim }] of reads) {
    const found = recorded.get(name);
    if (!found) continue;
    const refused = found.answers.includes(null);
    const run = async (of: Server, path = '') => {
      const order = { url: of.url + path, next: inTurn(found.orders) };
      await load({ ...order, seconds: 1 });
      const before = processorMsOf(of);
      const measured = await load({ ...order, seconds });
      return { ...measured, cpu: (processorMsOf(of) - before) / measured.requests };
    };
    const path = `/${encodeURIComponent(name)}`;
    const ours = refused ? null : await run(api);
    const theirs = await run(floors, path);
    const same = refused ? null : await run(bare, path);
    const { ms, times } = refused ? { ms: null, times: null } : await inDatabase(url, found);
    report.row({
      read: name,
      ours: ours && Math.round(ours.perSecond),
      p50: ours && ours.p50,
      p99: ours && ours.p99,
      floor: Math.round(theirs.perSecond),
      ratio: ours && ours.perSecond / theirs.perSecond,
      aim,
      'of same': ours && same && ours.perSecond / same.perSecond,
      'CPU ms': ours && ours.cpu,
      'of floor': theirs.cpu,
      PostgreSQL: ms,
      'read each': times,
    });
  }
};
