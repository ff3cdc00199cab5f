/*
 * The gate for texts: what is written in the source stands in the catalogues, nothing else does, and each has its English. `npm run texts` brings
 * them up to date; the English is then written into the `en.po` beside it.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';

const catalogues = () => globSync('src/**/texts/*.po').sort();
const before = new Map(catalogues().map((file) => [file, readFileSync(file, 'utf8')]));
const { status } = spawnSync('lingui', ['extract', '--clean'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) process.exit(1);

const faults = [];
/** Without the head, which the tool fills as it likes. */
const body = (text) => text.slice(text.indexOf('\n\n'));
for (const file of catalogues()) {
  const now = readFileSync(file, 'utf8');
  const was = before.get(file);
  if (was === undefined || body(was) !== body(now)) faults.push(`${file} does not hold what the source says: npm run texts`);
  if (was !== undefined) writeFileSync(file, was);
  const text = was ?? now;
  if (text !== text.normalize('NFC')) faults.push(`${file} is not in NFC`);
  if (!file.endsWith('en.po')) continue;
  for (const [, id] of text.matchAll(/^msgid ((?:".*"\n)+)msgstr ""\n(?!")/gm))
    if (id !== '""\n') faults.push(`${file} has no English of ${id.trim()}`);
}
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
