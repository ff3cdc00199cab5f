import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, createServer } from 'node:http';
import pg from 'pg';
import { type Statement } from './statements.js';

/** What the bare server is told: the statements of each path, and which value of theirs stands for the card to be signed. */
export interface BarePlan {
  readonly url: string;
  readonly poolSize: number;
  readonly reads: Readonly<Record<string, readonly Statement[]>>;
  readonly write: { readonly statements: readonly Statement[]; readonly cardId: string; readonly eventIds: readonly string[] };
}

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BarePlan;
const pool = new pg.Pool({ connectionString: plan.url, max: plan.poolSize });

/** The session check is the first statement; its token is hashed as the application hashes it. */
function session(statement: Statement | undefined, request: IncomingMessage): [string, unknown[]] {
  if (!statement) throw new Error('A path without a statement');
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const hash = createHash('sha256').update(token).digest('hex');
  return [statement.text, statement.values.map((value) => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? hash : value))];
}

async function read(statements: readonly Statement[], request: IncomingMessage): Promise<string> {
  const [check, ...others] = statements;
  const { rowCount } = await pool.query(...session(check, request));
  if (!rowCount) throw new Error('No session');
  let rows: unknown[] = [];
  for (const { text, values } of others) rows = (await pool.query(text, [...values])).rows;
  return JSON.stringify({ data: rows });
}

/** The recorded values with this card's id, and ids of its own for the events. */
function renamed(statement: Statement, cardId: string): unknown[] {
  const names = [[plan.write.cardId, cardId], ...plan.write.eventIds.map((id) => [id, randomUUID()])] as [string, string][];
  const rename = (text: string) => names.reduce((renaming, [from, to]) => renaming.replaceAll(from, to), text);
  return statement.values.map((value) => (typeof value === 'string' ? rename(value) : value));
}

async function write(cardId: string, request: IncomingMessage): Promise<string> {
  const [check, ...others] = plan.write.statements;
  await pool.query(...session(check, request));
  const client = await pool.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of others) rows = (await client.query(statement.text, renamed(statement, cardId))).rows as unknown[];
    return JSON.stringify({ data: rows });
  } finally {
    client.release();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

const server = createServer((request, response) => {
  void (async () => {
    const path = decodeURIComponent((request.url ?? '/').slice(1));
    const body = await bodyOf(request);
    const statements = plan.reads[path];
    const answer = statements ? await read(statements, request) : await write((JSON.parse(body) as { cardId: string }).cardId, request);
    response.setHeader('content-type', 'application/json').end(answer);
  })().catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${String(typeof address === 'object' && address ? address.port : 0)}\n`);
});
