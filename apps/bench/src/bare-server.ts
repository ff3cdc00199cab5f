import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, createServer } from 'node:http';
import pg from 'pg';
import { PLANNER_SETTINGS } from '#lib/platform';
import { type Statement } from './statements.js';

/** What the bare server is told: for each path what the application sent for each of the requests that are made in turn. */
export interface BarePlan {
  readonly url: string;
  readonly poolSize: number;
  readonly reads: Readonly<Record<string, readonly (readonly Statement[])[]>>;
}

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BarePlan;
const pool = new pg.Pool({ connectionString: plan.url, max: plan.poolSize, options: PLANNER_SETTINGS });
const turns = new Map<string, number>();

/** The token of a session check is hashed as the application hashes it. */
function valuesOf({ values }: Statement, request: IncomingMessage): unknown[] {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  return values.map((value) =>
    typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? createHash('sha256').update(token).digest('hex') : value,
  );
}

/** The statements of the next request of that path, each as the application sent it. */
async function read(path: string, request: IncomingMessage): Promise<string> {
  const turn = turns.get(path) ?? 0;
  turns.set(path, turn + 1);
  const asked = plan.reads[path] ?? [];
  let rows: unknown[] = [];
  for (const statement of asked[turn % asked.length] ?? []) {
    const { name, text } = statement;
    rows = (await pool.query({ ...(name && { name }), text, values: valuesOf(statement, request) })).rows as unknown[];
  }
  return JSON.stringify({ data: rows });
}

const server = createServer((request, response) => {
  void (async () => {
    request.resume();
    const answer = await read(decodeURIComponent((request.url ?? '/').slice(1)), request);
    response.setHeader('content-type', 'application/json').end(answer);
  })().catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${String(typeof address === 'object' && address ? address.port : 0)}\n`);
});
