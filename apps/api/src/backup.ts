import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refused, SystemClock } from '#lib/kernel';
import { type BackupReport, makeBackup, openStore, readConfig } from '#lib/platform';
import { program } from './program.js';

/*
 * `npm run backup -- <folder>`: one moment of the database and the files that it names, while people go on working.
 * Ends with 2, and names them, where the file store has lost some: the rest is a whole backup all the same.
 */
await program(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'without-secret': { type: 'boolean', default: false } } });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new Refused('BACKUP_FOLDER_UNSAID');
  const config = readConfig();
  const store = await openStore(config, new SystemClock());
  const folder = resolve(given);
  const report = await makeBackup({
    databaseUrl: config.databaseUrl,
    store,
    folder,
    secret: config.secret,
    withSecret: !values['without-secret'],
  });
  for (const line of told(folder, report)) process.stdout.write(`${line}\n`);
  if (report.missing.length === 0) return;
  process.stderr.write(`The file store no longer has these / Kho tệp không còn các tệp sau:\n${report.missing.join('\n')}\n`);
  process.exitCode = 2;
});

function told(folder: string, { tables, files, auditHead, secret, madeAt }: BackupReport): string[] {
  const rows = String(tables.reduce((sum, table) => sum + table.rows, 0));
  return [
    `${folder}: ${madeAt}, ${rows} rows of ${String(tables.length)} tables, ${String(files.count)} files of ${String(files.bytes)} bytes.`,
    `Head of the audit log: ${auditHead ?? 'none'}.`,
    secret.included
      ? 'APP_SECRET lies beside it in the file "secret": keep the folder as safe as the server.'
      : `APP_SECRET (${secret.id}) is not in it: keep it elsewhere.`,
  ];
}
