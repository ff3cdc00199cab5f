import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { cleanText } from '#lib/kernel';
import { LONG_WAITS, auditLines, openOrm, readConfig, verifyAudit } from '#lib/platform';
import { entities } from './libraries.js';

const SAID = {
  CHANGED: 'was changed after it was written',
  REMOVED: 'was removed',
  INSERTED: 'was inserted',
  REPLACED: 'is not the one that the next was written after: it was replaced, or what stood between them was removed',
  PERSONAL_CHANGED: 'has personal values that are not those it was written with',
  CUT: 'is missing: the given head is not in the chain, so its tail was cut or it was rebuilt',
};

const { values } = parseArgs({ options: { head: { type: 'string' }, save: { type: 'string' } } });
const orm = openOrm(entities, { url: readConfig().databaseUrl, poolSize: 1, waits: LONG_WAITS });
try {
  const db = orm.em.fork().getKysely() as never;
  const { entries, head, fault } = await verifyAudit(db, values.head === undefined ? null : cleanText(values.head));
  if (fault) {
    process.stderr.write(`Entry ${String(fault.seq)} ${SAID[fault.what]}.\n`);
    process.exitCode = 1;
  } else process.stdout.write(`${String(entries)} entries, each follows the one before it. Head: ${head}\n`);
  if (values.save !== undefined) await pipeline(Readable.from(auditLines(db)), createWriteStream(values.save, { mode: 0o600 }));
} finally {
  await orm.close();
}
