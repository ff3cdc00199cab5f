import { mkdtempSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import buildServer from './build-server.mjs';

// Sources name one another as they are built, and nothing is built yet.
registerHooks({
  resolve: (name, context, next) =>
    next(context.parentURL?.endsWith('.ts') && /^\..*\.js$/.test(name) ? name.replace(/js$/, 'ts') : name, context),
});
const { startEmbeddedPostgres } = await import('../../apps/launcher/src/embedded-postgres.ts');
const { canUse, databaseAccount } = await import('../../apps/launcher/src/postgres-account.ts');

/** Tests are not kept, so nothing is written through to the disk; every worker holds several pools. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', max_wal_size: '4GB' };

/**
 * One PostgreSQL for the whole run, in a folder and on a port of its own, so that runs beside one another never meet.
 * Test files find it in TEST_PG_URL, whose account may create databases; their files, and those of a season that they share, are in TEST_FILES_DIR.
 * With TEST_PG_URL set from outside that server is used and none is started.
 */
export default async function startDatabase() {
  buildServer();
  // Unpacked once, before the files of tests that want it at the same time.
  await chromium.executablePath();
  process.env.TEST_FILES_DIR = mkdtempSync(join(tmpdir(), 'sang-kien-files-'));
  if (process.env.TEST_PG_URL) return;
  const account = databaseAccount();
  const server = await startEmbeddedPostgres({ folder: temporaryFolder(account), account, throwaway: true, settings: SETTINGS });
  process.env.TEST_PG_URL = server.url('postgres');
  globalThis.testDatabase = server;
}

function temporaryFolder(account) {
  const base = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => canUse(folder, account));
  return mkdtempSync(join(base ?? tmpdir(), 'sang-kien-test-'));
}
