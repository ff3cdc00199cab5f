import { GraphQLSchemaHost } from '@nestjs/graphql';
import pg from 'pg';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Worker } from '#lib/platform';
import { growContests, growTraces } from '../data/fill.js';
import { grown } from '../data/size.js';
import { LISTS, documentOf } from '../lists.js';
import { ACT_KINDS, Supply } from '../orders.js';
import { type Part } from '../part.js';
import { thingsIn } from '../plans.js';
import { application, ask } from '../servers.js';

const FEW = 1;
const MANY = 1_000;
const MILLION = 1_000_000;
const RUNS = 9;

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

async function timed(run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let at = 0; at < RUNS; at += 1) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  return median(times);
}

interface Taken {
  readonly ms: number;
  readonly answered: number;
}

/** How long each list takes at the application's door, and how much it answers. */
async function lists(app: NestFastifyApplication, isAsked: (name: string) => boolean): Promise<Map<string, Taken>> {
  const { schema } = app.get(GraphQLSchemaHost);
  const found = new Map<string, Taken>();
  for (const [list, { asker, variables }] of Object.entries(LISTS).filter(([name]) => isAsked(name))) {
    const body = { query: documentOf(schema, list), variables: { ...variables, first: 50 } };
    const answered = thingsIn(await ask(app, asker, body));
    found.set(list, { ms: await timed(() => ask(app, asker, body)), answered });
  }
  return found;
}

/** How long acts and the sweeps of the clock take. */
async function actsAndSweeps(app: NestFastifyApplication, url: string): Promise<Map<string, number>> {
  const supply = await Supply.of(url);
  const found = new Map<string, number>();
  for (const [name, kind] of Object.entries(ACT_KINDS)) {
    const ms = await timed(() => {
      const { body, headers } = kind.next(supply);
      return app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: body });
    });
    found.set(name, ms);
  }
  const worker = app.get(Worker);
  found.set('all sweeps of the hour', await timed(() => worker.tick()));
  return found;
}

/** From 1 to 1,000 contests of the years before, list by list; then acts, sweeps and notices beside a million of what is left behind. */
export const growth: Part = async ({ workspace, report, isAsked }) => {
  const size = grown(workspace.today, FEW);
  report.begin('growth', `ms from ${String(FEW)} to ${String(MANY)} contests of the years before (median of ${String(RUNS)}, one client)`);
  const url = await workspace.filled('growing', size);
  const few = await application(url, workspace.folder);
  const before = await lists(few, isAsked);
  const actsBefore = await actsAndSweeps(few, url);
  await few.close();
  await growContests(url, size, MANY);
  const many = await application(url, workspace.folder);
  const after = await lists(many, isAsked);
  for (const [list, { ms, answered }] of before) {
    const then = after.get(list);
    const of = LISTS[list]?.of === 'ONE' ? 'one' : 'all';
    report.row({
      list,
      'of contests': of,
      'at 1': ms,
      'at 1,000': then?.ms ?? null,
      growth: (then?.ms ?? NaN) / ms,
      answered,
      then: then?.answered ?? null,
    });
  }
  await growTraces(url, size, MILLION);
  report.begin('traces', 'ms beside a thousand and a million audit entries, events, sessions and notices of one person');
  const actsAfter = await actsAndSweeps(many, url);
  for (const [name, ms] of actsBefore)
    report.row({ act: name, before: ms, 'at a million': actsAfter.get(name) ?? null, growth: (actsAfter.get(name) ?? NaN) / ms });
  const noticesAfter = await lists(many, (name) => isAsked(name) && /^my(Notices|Sessions)$/.test(name));
  for (const [list, { ms }] of noticesAfter)
    report.row({ act: list, before: after.get(list)?.ms ?? null, 'at a million': ms, growth: ms / (after.get(list)?.ms ?? NaN) });
  await many.close();
  await forget(url);
};

/** Grown, it is not the database that the next run begins with. */
async function forget(url: string): Promise<void> {
  const target = new URL(url);
  const name = target.pathname.slice(1);
  target.pathname = '/postgres';
  const client = new pg.Client({ connectionString: target.toString() });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}
