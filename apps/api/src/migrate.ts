import { type Locale, Refused } from '#lib/kernel';
import { Refusals, migrate, readConfig } from '#lib/platform';
import { entities } from './libraries.js';

const SAID_IN: readonly Locale[] = ['en', 'vi'];
const NEWER = 3;

// A step of its own: it runs before the new version starts, never inside the server.
try {
  const done = await migrate(entities, readConfig().databaseUrl);
  for (const name of done) process.stdout.write(`migrated ${name}\n`);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  const refusals = new Refusals([]);
  for (const locale of SAID_IN) process.stderr.write(`${refusals.message(error.code, error.detail, locale)}\n`);
  process.exitCode = error.code === 'DATABASE_NEWER' ? NEWER : 1;
}
