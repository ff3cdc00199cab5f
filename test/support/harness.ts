import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EntityManager } from '@mikro-orm/postgresql';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { SessionService } from '#lib/identity';
import { FixedClock, SYSTEM } from '#lib/kernel';
import { type Config, Worker, readConfig } from '#lib/platform';
import { createServer } from '../../apps/api/src/server.js';
import { SCHEMA, type TestDatabase, createDatabase, shapeOf, urlOf, wipe } from './database.js';

/** Tests move their clock by years; who is signed in stays so. */
const END_OF_TIME = new Date('2099-12-31T00:00:00Z');

export interface Reply {
  readonly data?: Record<string, any> | null;
  readonly errors?: { message: string; path?: string[]; extensions: Record<string, any> }[];
}

/** Someone who speaks GraphQL to the running application over HTTP. */
export interface Client {
  send(query: string, variables?: Record<string, unknown>): Promise<Reply>;
  /** The one root field of the reply; throws where the reply has errors. */
  ask(query: string, variables?: Record<string, unknown>): Promise<any>;
}

/** The whole application on a database of its own, with a clock that stands until it is moved. */
export interface RunningContest {
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  readonly config: Config;
  readonly databaseUrl: string;
  em(): EntityManager;
  get<T>(token: abstract new (...args: any[]) => T): T;
  client(headers?: Record<string, string>): Client;
  /** Somebody with an account, signed in with all that they must give: a session that may do all that the person may. */
  as(personId: string): Promise<Client>;
  /** The header of a new session, for what is not GraphQL. */
  headersOf(personId: string): Promise<{ authorization: string }>;
  /** Delivers all events that are due, and those that this brings about. */
  drain(): Promise<void>;
  /** Runs every schedule once, then drains. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

export function clientOf(app: () => NestFastifyApplication, headers: Record<string, string> = {}): Client {
  const send = async (query: string, variables: Record<string, unknown> = {}): Promise<Reply> => {
    const reply = await request(app().getHttpServer()).post('/graphql').set(headers).send({ query, variables });
    return reply.body as Reply;
  };
  return {
    send,
    async ask(query, variables) {
      const { data, errors } = await send(query, variables);
      if (errors || !data) throw new Error(JSON.stringify(errors));
      return Object.values(data)[0];
    },
  };
}

/** What a contest stands on, gone when it is stopped. */
export interface Ground {
  readonly database: TestDatabase;
  /** Of its files. */
  readonly dataDir: string;
}

/** Gone when the run ends. */
export function filesOfRun(): string {
  const folder = process.env.TEST_FILES_DIR;
  if (!folder) throw new Error('TEST_FILES_DIR is not set: the global set-up of Jest makes it');
  return folder;
}

export const newDataDir = (): Promise<string> => mkdtemp(join(filesOfRun(), 'contest-'));
const newGround = async (): Promise<Ground> => ({ database: await createDatabase(), dataDir: await newDataDir() });

interface Server {
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  readonly config: Config;
  readonly ground: Ground;
}

/** Those of this process that no contest runs on now, without a row. A server starts once for many contests: that costs more than most tests do. */
const idle: Server[] = [];
let schema: string | undefined;
const BEGUN = '2026-03-02T02:00:00Z';

/**
 * An empty contest. Without settings it may run on a server that served another one before; a test that changes the server itself asks
 * for one of its own (`startAlone`).
 * `reach`: by which address the server reaches its database, where it is not the database's own.
 */
export async function startContest(
  at = BEGUN,
  settings?: Record<string, string>,
  reach?: (url: string) => Promise<string>,
): Promise<RunningContest> {
  if (settings) return startOn(await newGround(), at, settings, reach);
  const server = idle.pop() ?? (await startServer(await newGround()));
  server.clock.set(at);
  return contestOn(server, giveBack);
}

/** An empty contest on a server that serves no other: for tests that start its worker, or hold it against what it is when it begins. */
export const startAlone = (at?: string): Promise<RunningContest> => startContest(at, {});

/** The same on ground that is there already, and on a server of its own. */
export async function startOn(
  ground: Ground,
  at = BEGUN,
  settings: Record<string, string> = {},
  reach?: (url: string) => Promise<string>,
): Promise<RunningContest> {
  return contestOn(await startServer(ground, at, settings, reach), end);
}

async function startServer(
  ground: Ground,
  at = BEGUN,
  settings: Record<string, string> = {},
  reach: (url: string) => Promise<string> = (url) => Promise.resolve(url),
): Promise<Server> {
  const clock = new FixedClock(new Date(at));
  const config = readConfig({
    DATABASE_URL: await reach(ground.database.url),
    APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    DATA_DIR: ground.dataDir,
    LOG_LEVEL: 'silent',
    WORKER: '0',
    // A test asks more in a minute than any address does.
    ANONYMOUS_COST: '0',
    ANONYMOUS_COST_TOTAL: '0',
    DATABASE_LOCK_SECONDS: '20',
    ...settings,
  });
  const app = await createServer(config, clock);
  await app.listen(0, '127.0.0.1');
  return { app, clock, config, ground };
}

async function end({ app, ground }: Server): Promise<void> {
  await app.close();
  await ground.database.drop();
  await rm(ground.dataDir, { recursive: true, force: true });
}

declare global {
  var stopIdleServers: (() => Promise<void>) | undefined;
}

/** For the end of a run whose tests ran in its own process: that one waits for whoever listens. */
globalThis.stopIdleServers = async () => {
  for (const server of idle.splice(0)) await end(server);
};

/** For the next contest, if it can be made empty at once and its schema is still the same; else its server goes with it. */
async function giveBack(server: Server): Promise<void> {
  jest.restoreAllMocks();
  const { database, dataDir } = server.ground;
  const { url } = database;
  schema ??= await shapeOf(urlOf(SCHEMA.name));
  const empty = (await shapeOf(url)) === schema && (await wipe(url));
  if (!empty) return end(server);
  for (const file of await readdir(dataDir, { recursive: true, withFileTypes: true }))
    if (file.isFile()) await rm(join(file.parentPath, file.name), { force: true });
  idle.push(server);
}

function contestOn(server: Server, leave: (server: Server) => Promise<void>): RunningContest {
  const { clock, config, ground } = server;
  // Files hold their contest to the end of the run; what is stopped must not keep the whole application in memory by that.
  let running: NestFastifyApplication | null = server.app;
  const app = (): NestFastifyApplication => {
    if (!running) throw new Error('The contest was stopped');
    return running;
  };
  const get = <T>(token: abstract new (...args: any[]) => T): T => app().get(token, { strict: false });
  const signedIn = async (personId: string): Promise<{ authorization: string }> => {
    const terms = { expiresAt: END_OF_TIME, factorAt: clock.now() };
    const { token } = await get(SessionService).open(SYSTEM, personId, terms);
    return { authorization: `Bearer ${token}` };
  };
  return {
    get app() {
      return app();
    },
    clock,
    config,
    databaseUrl: ground.database.url,
    em: () => app().get(EntityManager).fork(),
    get,
    client: (headers) => clientOf(app, headers),
    headersOf: signedIn,
    as: async (personId) => clientOf(app, await signedIn(personId)),
    drain: async () => {
      while ((await get(Worker).drain()) > 0);
    },
    tick: async () => {
      await get(Worker).tick();
      while ((await get(Worker).drain()) > 0);
    },
    stop: async () => {
      app();
      running = null;
      await leave(server);
    },
  };
}
