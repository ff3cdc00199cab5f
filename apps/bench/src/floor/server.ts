import { readFileSync } from 'node:fs';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import { type Socket } from 'node:net';
import pg from 'pg';
import { PLANNER_SETTINGS } from '#lib/platform';
import { readsOf } from '../operations.js';
import { ACTS } from './acts.js';
import { type Asked, type Asker, type Floor } from './floor.js';
import { NOBODY, SESSION, type SessionRow, askerOf, tokenHash } from './session.js';

/** What the server of the floors is told. */
export interface FloorPlan {
  readonly url: string;
  readonly today: string;
}

const { url, today } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as FloorPlan;
const reads = readsOf(today);

/** One connection for each client, so that nobody waits for one, and every statement is prepared once on each. */
const connections = new WeakMap<Socket, Promise<pg.Client>>();

function connectionOf(socket: Socket): Promise<pg.Client> {
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, options: PLANNER_SETTINGS });
    client.on('error', () => undefined);
    await client.connect();
    socket.once('close', () => void client.end());
    return client;
  };
  const known = connections.get(socket) ?? open();
  connections.set(socket, known);
  return known;
}

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return (JSON.parse(Buffer.concat(parts).toString()) as { variables: Asked }).variables;
}

async function askerIn(client: pg.Client, authorization: string | undefined): Promise<Asker> {
  if (!authorization) return NOBODY;
  const { rows } = await client.query<SessionRow>({ name: 'session', text: SESSION, values: [tokenHash(authorization), today] });
  if (!rows[0]) throw new Error('No session');
  return askerOf(rows[0]);
}

interface Answer {
  readonly json?: string;
  readonly edges: string;
  readonly more: boolean;
  readonly last: unknown;
  readonly total: number | null;
}

async function read(client: pg.Client, floor: Floor, { asked, asker }: { asked: Asked; asker: Asker }): Promise<string> {
  const { name, text, values } = floor.statement(asked, asker);
  const { rows } = await client.query<Answer>({ name, text, values: [...values] });
  const [row] = rows;
  if (!row) throw new Error('No answer');
  if (row.json !== undefined) return `{"data":{"${floor.field}":${row.json}}}`;
  const cursor = row.last === null ? 'null' : `"${Buffer.from(JSON.stringify(row.last)).toString('base64')}"`;
  const total = row.total === null ? '' : `"totalCount":${String(row.total)},`;
  return `{"data":{"${floor.field}":{${total}"pageInfo":{"hasNextPage":${String(row.more)},"endCursor":${cursor}},"edges":${row.edges}}}}`;
}

async function answer(request: IncomingMessage): Promise<string> {
  const path = decodeURIComponent((request.url ?? '/').slice(1));
  const asked = await bodyOf(request);
  const act = ACTS[path];
  if (act?.alone) return act.alone(asked);
  const client = await connectionOf(request.socket);
  const asker = await askerIn(client, request.headers.authorization);
  if (act?.run) return act.run({ asked, asker, client });
  const floor = reads[path]?.floor;
  if (!floor) throw new Error(`No floor for ${path}`);
  return read(client, floor, { asked, asker });
}

const server: Server = createServer((request, response) => {
  void answer(request).then(
    (text) => response.setHeader('content-type', 'application/json').end(text),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${String(typeof address === 'object' && address ? address.port : 0)}\n`);
});
