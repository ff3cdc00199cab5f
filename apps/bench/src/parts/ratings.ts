import pg from 'pg';
import { randomId } from '#lib/kernel';
import { CONNECTIONS, type Order, load } from '../load.js';
import { type Part } from '../part.js';
import { memoryOf, startApi } from '../servers.js';

const AIM = 0.6;
const AIM_P99_MS = 50;
const AIM_MB = 300;

/** What a nation would send in a month, within its office hours. */
const OF_A_NATION = 11_000_000;
const OFFICE_SECONDS = 22 * 8 * 3600;

const INSERT = `insert into rating (id, submission_id, counter_id, level, reasons, day, tier, standing)
  values ($1, $2, $3, $4, '{}', $5, 'OPEN', 'COUNTED')`;

interface Place {
  readonly id: string;
  readonly code: string;
}

const asked = async <T extends pg.QueryResultRow>(url: string, query: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<T>(query);
  await client.end();
  return rows;
};

/** Single rows through prepared statements, each over a connection of its own as many as there are clients; how many a second. */
async function insertsIn(url: string, counterId: string, { seconds, today }: { seconds: number; today: string }): Promise<number> {
  let done = 0;
  const until = performance.now() + seconds * 1000;
  const insertAll = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    while (performance.now() < until) {
      const values = [randomId(), randomId(), counterId, 1 + (done % 5), today];
      await client.query({ name: 'rate', text: INSERT, values });
      done += 1;
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, insertAll));
  return done / seconds;
}

/** From so many networks that none is a burst: what is usual is measured. */
function orderOf(n: number): Order {
  const network = `10.${String((n >> 16) % 256)}.${String((n >> 8) % 256)}.${String(n % 256)}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': network };
  return { body: new URLSearchParams({ submission: randomId(), level: String(1 + (n % 5)) }).toString(), headers };
}

/** What citizens rate, taken whole as a form is, against the row that it writes. */
export const ratings: Part = async ({ workspace, report, seconds, isAsked }) => {
  if (!isAsked('ratings')) return;
  const aims = `aims: ${String(AIM)}, p99 under ${String(AIM_P99_MS)} ms, under ${String(AIM_MB)} MB`;
  report.begin('ratings', `ratings a second, ${String(seconds)} s over ${String(CONNECTIONS)} connections, on the disk in both (${aims})`);
  const url = await workspace.durable();
  const [counter = { id: '', code: '' }] = await asked<Place>(url, 'select id, code from counter order by id limit 1');
  const api = await startApi(workspace, url, { TRUSTED_PROXIES: 'loopback' });
  const standing = async (): Promise<number> => (await asked<{ n: number }>(url, 'select count(*)::int as n from rating'))[0]?.n ?? 0;
  let sent = 0;
  const order = { url: `${new URL(api.url).origin}/q/${counter.code}`, next: () => orderOf((sent += 1)) };
  const before = await standing();
  const warm = await load({ ...order, seconds: 1 });
  const ours = await load({ ...order, seconds });
  const taken = (await standing()) - before;
  if (taken < warm.requests + ours.requests) throw new Error(`${String(warm.requests + ours.requests)} were sent, ${String(taken)} taken`);
  const floor = await insertsIn(url, counter.id, { seconds, today: workspace.today });
  report.row({
    act: 'rating a counter',
    ours: ours.perSecond,
    p50: ours.p50,
    p99: ours.p99,
    insert: floor,
    ratio: ours.perSecond / floor,
    aim: AIM,
    'MB at most': memoryOf(api, 'VmHWM'),
  });
  const part = OF_A_NATION / OFFICE_SECONDS / ours.perSecond;
  report.remark(
    `    a nation's ${String(OF_A_NATION)} a month, in office hours, are ${(100 * part).toFixed(2)} % of what one process takes`,
  );
};
