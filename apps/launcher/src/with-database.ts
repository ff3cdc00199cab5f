import { dataFolder, holdFolder } from './data-folder.js';
import { openEmbedded, openGiven, runningEmbedded } from './database.js';
import { CannotStart } from './cannot-start.js';
import { Program, programEnvironment } from './program.js';
import { exitWith } from './say.js';
import { readSettings } from './settings.js';

/*
 * Runs one program of the application on the same database as `npm start`: the one that DATABASE_URL names,
 * the embedded one that is running, or the embedded one started for as long as the program takes.
 */
const [name = '', ...args] = process.argv.slice(2);

process.on('SIGINT', () => undefined);
await exitWith(async () => {
  const settings = readSettings();
  const folder = dataFolder(settings);
  const running = settings.databaseUrl ?? runningEmbedded(folder);
  if (running === undefined) await holdFolder(folder.path);
  const database = running === undefined ? await openEmbedded(folder) : await openGiven(running);
  try {
    if (database.fresh)
      throw new CannotStart('There is no data yet: run "npm start" first.', 'Chưa có dữ liệu: hãy chạy "npm start" trước.');
    const program = new Program(name, programEnvironment(settings, folder.path, database.url), args);
    const release = database.guard(program.pid);
    const code = await program.end;
    release();
    return code;
  } finally {
    await database.stop();
  }
});
