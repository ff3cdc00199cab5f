import { copyFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dataFolder, holdFolder } from './data-folder.js';
import { openEmbedded, openGiven } from './database.js';
import { CannotStart } from './cannot-start.js';
import { Program, programEnvironment } from './program.js';
import { exitWith } from './say.js';
import { readSettings } from './settings.js';

/*
 * `npm run restore -- <folder>`: into the database that DATABASE_URL names, or into an embedded one that is made for it. A restore that is
 * broken off or refused leaves no embedded database: the next one begins anew.
 */
process.on('SIGINT', () => undefined);
await exitWith(async () => {
  const settings = readSettings();
  const folder = dataFolder(settings);
  await holdFolder(folder.path);
  const [backup = ''] = process.argv.slice(2);
  const database = settings.databaseUrl ? await openGiven(settings.databaseUrl) : await openEmbedded(folder);
  try {
    if (!settings.databaseUrl && !database.fresh)
      throw new CannotStart(
        `There is data in ${folder.path} already; restore into another folder: DATA_DIR=… npm run restore -- <folder>.`,
        `Đã có dữ liệu trong ${folder.path}; hãy phục hồi vào thư mục khác: DATA_DIR=… npm run restore -- <thư mục>.`,
      );
    takeSecret(resolve(backup), folder.path);
    const program = new Program('restore.js', programEnvironment(settings, folder.path, database.url), process.argv.slice(2));
    const release = database.guard(program.pid);
    const code = await program.end;
    release();
    if (code === 0) await database.settle();
    return code;
  } finally {
    await database.stop();
  }
});

/** Where the data folder has none of its own yet; APP_SECRET, where it is set, goes before both. */
function takeSecret(backup: string, dataDir: string): void {
  const [theirs, ours] = [join(backup, 'secret'), join(dataDir, 'secret')];
  if (existsSync(theirs) && !existsSync(ours)) copyFileSync(theirs, ours);
}
