import { migrate, readConfig } from '#lib/platform';
import { entities } from './libraries.js';
import { program } from './program.js';

const WAITING = 'Another step of migrations is under way; waiting for it. / Một bước nâng cấp cơ sở dữ liệu khác đang chạy; đang chờ.\n';

// A step of its own: it runs before the new version starts, never inside the server.
await program(async () => {
  const done = await migrate(entities, readConfig().databaseUrl, () => process.stdout.write(WAITING));
  for (const name of done) process.stdout.write(`migrated ${name}\n`);
});
