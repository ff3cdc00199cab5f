import pg from 'pg';
import { difference } from '../answers.js';
import { type Order, load } from '../load.js';
import { ACT_KINDS, Supply } from '../orders.js';
import { type Part } from '../part.js';
import { type Server, startApi, startBare } from '../servers.js';

/** An act whose answer has nothing of the act's own but its outcome. */
const ALONE = 'signing in';

interface Side {
  readonly server: Server;
  readonly database: string;
  /** Begun anew before each act, here and there, so that both have the same. */
  supply: Supply;
  readonly path: (name: string) => string;
}

/** What acts left behind: entries of the log so far, the last of them, and the last event. */
async function tracesIn(url: string): Promise<{ entries: number; last: unknown; event: unknown }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ entries: string; last: { operation: string; subject: string; body: object }; event: unknown }>(`
    select (select max(seq) from audit_entry) as entries,
      (select json_build_object('operation', operation, 'subject', subject_type, 'id', subject_id, 'fields', (select json_agg(k order by k) from jsonb_object_keys(body::jsonb) k),
         'after', (select json_agg(k order by k) from jsonb_object_keys(body::jsonb->'after') k), 'before', body::jsonb->'before') from audit_entry order by seq desc limit 1) as last,
      (select json_build_object('type', type, 'payload', payload) from outbox_event order by created_at desc, id desc limit 1) as event`);
  await client.end();
  return { entries: Number(rows[0]?.entries), last: rows[0]?.last, event: rows[0]?.event };
}

async function answerOf({ server, path }: Side, name: string, order: Order): Promise<unknown> {
  const reply = await fetch(server.url + path(name), {
    method: 'POST',
    body: order.body,
    headers: { 'content-type': 'application/json', ...order.headers },
  });
  return reply.json();
}

/** The same act on the same thing, here and there: the same answer, and the same entry in the log. */
async function compare(name: string, ours: Side, floor: Side): Promise<void> {
  const order = ACT_KINDS[name]?.next(ours.supply);
  if (!order) return;
  const mine = await answerOf(ours, name, order);
  const theirs = await answerOf(floor, name, order);
  if (JSON.stringify(mine).includes('"Refusal"')) throw new Error(`${name}: ${JSON.stringify(mine)}`);
  const found =
    difference(mine, theirs) ??
    (name === ALONE ? null : difference((await tracesIn(ours.database)).last, (await tracesIn(floor.database)).last));
  if (found) throw new Error(`${name}: the answers differ: ${found}`);
  ACT_KINDS[name]?.next(floor.supply); // it is done there too
}

/** What people do in the last hour, against the fewest round trips that the rules allow; signing in against argon2 alone. */
export const acts: Part = async ({ workspace, report, seconds, isAsked }) => {
  report.begin('acts', `acts a second, ${String(seconds)} s each over 8 connections; p50 and p99 in ms`);
  const [database, floorDatabase] = [await workspace.country(), await workspace.floors()];
  const ours: Side = { server: await startApi(workspace, database), database, supply: await Supply.of(database), path: () => '' };
  const server = await startBare(workspace, 'floor/server', { url: floorDatabase, today: workspace.today });
  const path = (name: string) => `/${encodeURIComponent(name)}`;
  const floor: Side = { server, database: floorDatabase, supply: await Supply.of(floorDatabase), path };
  for (const [name, kind] of Object.entries(ACT_KINDS).filter(([act]) => isAsked(act))) {
    for (const side of [ours, floor]) side.supply = await Supply.of(side.database);
    await compare(name, ours, floor);
    const run = async (side: Side) => {
      const order = { url: side.server.url + side.path(name), next: () => kind.next(side.supply) };
      const before = await tracesIn(side.database);
      const warm = await load({ ...order, seconds: 1 });
      const measured = await load({ ...order, seconds });
      const done = (await tracesIn(side.database)).entries - before.entries;
      const asked = warm.requests + measured.requests;
      if (name !== ALONE && done < asked) throw new Error(`${name}: ${String(asked)} were asked for, ${String(done)} done`);
      return measured;
    };
    const mine = await run(ours);
    const theirs = await run(floor);
    report.row({
      act: name,
      ours: Math.round(mine.perSecond),
      p50: mine.p50,
      p99: mine.p99,
      floor: Math.round(theirs.perSecond),
      ratio: mine.perSecond / theirs.perSecond,
      aim: kind.aim,
    });
  }
};
