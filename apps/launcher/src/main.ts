import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type DataFolder, dataFolder, holdFolder } from './data-folder.js';
import { type Database, openEmbedded, openGiven } from './database.js';
import { CannotStart } from './cannot-start.js';
import { portIsFree } from './port.js';
import { Program, programEnvironment } from './program.js';
import { exitWith, say } from './say.js';
import { type Settings, readSettings } from './settings.js';

/** How long a killed run's processes may take to leave the port. */
const PATIENCE = 15_000;
/** How often in one run a database that ended by itself is started again. */
const RESTARTS = 20;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stopping.abort();
  });

await exitWith(() =>
  launch(readSettings()).catch((error: unknown) => {
    // What is broken off by Ctrl-C has not failed.
    if (stopping.signal.aborted) return 0;
    throw error;
  }),
);

/** Returns the exit code: 0 when it was asked to stop, else that of the program which ended by itself. */
async function launch(settings: Settings): Promise<number> {
  const folder = dataFolder(settings);
  await holdFolder(folder.path);
  if (folder.elsewhere) {
    say(
      `PostgreSQL cannot reach this folder, so the data is in ${folder.path}.`,
      `PostgreSQL không vào được thư mục này nên dữ liệu nằm ở ${folder.path}.`,
    );
  }
  const killed = existsSync(join(folder.path, 'postgres', 'cluster', 'postmaster.pid'));
  await portIsFree(settings.host, settings.port, killed ? PATIENCE : 0);
  const database = settings.databaseUrl ? await openGiven(settings.databaseUrl) : await openEmbedded(folder);
  if (database.recovered)
    say('The last run was broken off; the database has recovered.', 'Lần chạy trước bị ngắt; cơ sở dữ liệu đã phục hồi.');
  try {
    return await serve(settings, folder, database);
  } finally {
    await database.stop();
    if (stopping.signal.aborted) say('Stopped.', 'Đã dừng.');
  }
}

async function serve(settings: Settings, folder: DataFolder, database: Database): Promise<number> {
  const environment = programEnvironment(settings, folder.path, database.url);
  for (const step of ['migrate.js', 'seed.js']) {
    const code = stopping.signal.aborted ? 0 : await attend(new Program(step, environment), database);
    if (stopping.signal.aborted) return 0;
    if (code !== 0) return code;
  }
  const api = new Program('main.js', { ...environment, DATABASE_URL: await database.settle() });
  void announce(settings, folder, api);
  const code = await attend(api, database);
  return stopping.signal.aborted ? 0 : code;
}

/** Until the program ends by itself or all is to stop. A database that dies meanwhile is started again. */
async function attend(program: Program, database: Database): Promise<number> {
  const release = database.guard(program.pid);
  const stop = () => void program.stop();
  stopping.signal.addEventListener('abort', stop);
  if (stopping.signal.aborted) stop();
  void keepUp(database, program);
  const code = await program.end;
  release();
  stopping.signal.removeEventListener('abort', stop);
  return code;
}

/** As long as the program runs. A database that dies again and again is not begun anew for ever. */
async function keepUp(database: Database, program: Program): Promise<void> {
  for (let losses = 1; ; losses += 1) {
    await database.lost;
    if (!program.running || stopping.signal.aborted) return;
    if (losses > RESTARTS) {
      say('The database keeps ending by itself; all is stopped.', 'Cơ sở dữ liệu liên tục tự dừng; chương trình dừng lại.');
      return program.stop();
    }
    say('The database ended by itself; it is started again.', 'Cơ sở dữ liệu tự dừng; đang khởi động lại.');
    try {
      await database.restart();
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error;
      say(error.message, error.vietnamese);
      return program.stop();
    }
  }
}

async function announce(settings: Settings, folder: DataFolder, api: Program): Promise<void> {
  const local = settings.host === '0.0.0.0' || settings.host === '::' ? '127.0.0.1' : settings.host;
  while (api.running && !(await answers(`http://${local.includes(':') ? `[${local}]` : local}:${String(settings.port)}/`)))
    await pause(100);
  if (!api.running) return;
  const address = `http://localhost:${String(settings.port)}`;
  say(
    `Ready at ${address} (GraphQL: ${address}/graphql). Data: ${folder.path}. Stop with Ctrl-C.`,
    `Sẵn sàng tại ${address} (GraphQL: ${address}/graphql). Dữ liệu: ${folder.path}. Dừng bằng Ctrl-C.`,
  );
  if (settings.demo && local === '127.0.0.1' && settings.host === local) {
    say(
      'Only this machine reaches it, since the demo passwords are published; for others: HOST=0.0.0.0 npm start.',
      'Chỉ máy này truy cập được, vì mật khẩu bản trình diễn là công khai; cho máy khác: HOST=0.0.0.0 npm start.',
    );
  }
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  );
}
