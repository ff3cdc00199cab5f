import { resolve } from 'node:path';
import { Refused, SystemClock } from '#lib/kernel';
import { openOrm, openStore, readConfig, restoreBackup, secretId, verifyAudit } from '#lib/platform';
import { entities } from './libraries.js';
import { program } from './program.js';

const OTHER_SECRET =
  'APP_SECRET is not the one of the backup. Links that were sent for files end, second factors must be set up anew, and judges who have not\n' +
  'signed a card yet get other pseudonyms in result packs; nothing else is lost.\n' +
  'APP_SECRET không phải của bản sao lưu: các liên kết tệp đã gửi hết hiệu lực, xác thực hai lớp phải thiết lập lại, giám khảo chưa ký phiếu\n' +
  'sẽ có bí danh khác trong gói kết quả; ngoài ra không mất gì.\n';

/*
 * `npm run restore -- <folder>`: a backup into an empty database and its file store. Every constraint, row, file and audit entry is checked,
 * and what was found is said. What the backup itself lacks was said when it was made, and is said again.
 */
await program(async () => {
  const [given, ...more] = process.argv.slice(2);
  if (given === undefined || more.length > 0) throw new Refused('BACKUP_FOLDER_UNSAID');
  const config = readConfig();
  const store = await openStore(config, new SystemClock());
  const report = await restoreBackup({ entities, databaseUrl: config.databaseUrl, store, folder: resolve(given) });
  const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `Restored the backup of ${report.madeAt}: ${String(rows)} rows of ${String(report.tables.length)} tables, every constraint checked; `,
  );
  process.stdout.write(`${String(report.files.count - report.missing.length)} files, every hash checked.\n`);
  await sayChain(config.databaseUrl, report.auditHead);
  if (secretId(config.secret) !== report.secret.id) process.stdout.write(OTHER_SECRET);
  if (report.missing.length === 0) return;
  process.stderr.write(`The backup does not hold these files / Bản sao lưu không có các tệp sau:\n${report.missing.join('\n')}\n`);
});

async function sayChain(databaseUrl: string, head: string | null): Promise<void> {
  const orm = openOrm(entities, { url: databaseUrl, poolSize: 1 });
  try {
    const { entries, fault } = await verifyAudit(orm.em.fork().getKysely() as never, head);
    if (fault) throw new Refused('BACKUP_DAMAGED', { part: `audit_entry ${String(fault.seq)}` });
    process.stdout.write(`The audit log: ${String(entries)} entries, each follows the one before it. Head: ${head ?? 'none'}\n`);
  } finally {
    await orm.close();
  }
}
