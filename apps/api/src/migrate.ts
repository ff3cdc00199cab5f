import { isUpToDate, readConfig } from '#before/platform';
import { program } from './program.js';

const WAITING = 'Another step of migrations is under way; waiting for it. / Một bước nâng cấp cơ sở dữ liệu khác đang chạy; đang chờ.\n';

// A step of its own: it runs before the new version starts, never inside the server. It looks first, since most starts find nothing to do.
await program(async () => {
  const { databaseUrl } = readConfig();
  if (await isUpToDate(databaseUrl)) return;
  const [{ migrate }, { entities }] = await Promise.all([import('#lib/platform'), import('./libraries.js')]);
  const done = await migrate(entities, databaseUrl, () => process.stdout.write(WAITING));
  for (const name of done) process.stdout.write(`migrated ${name}\n`);
});
