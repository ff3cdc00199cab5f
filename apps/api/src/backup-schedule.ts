import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock } from '#lib/kernel';
import { readConfig } from '#lib/platform';
import { nextAt, nameOf, surplus } from './backup-times.js';

/*
 * The backup service of docker-compose.yml: every day at BACKUP_AT (Asia/Ho_Chi_Minh) a backup in a folder of its own below BACKUP_FOLDER,
 * of which the newest BACKUP_KEEP stay. A folder that ends in ".part" was broken off.
 */
const { folder, at, keep } = readConfig().backup;
const clock = new SystemClock();
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stopping.abort();
  });

const stopped = (): boolean => stopping.signal.aborted;

while (!stopped()) {
  const now = clock.now();
  const due = nextAt(now, at);
  await pause(Math.min(due.getTime() - now.getTime(), 60_000), undefined, { signal: stopping.signal }).catch(() => undefined);
  if (stopped() || clock.now() < due) continue;
  await makeOne(join(folder, nameOf(due)));
}

async function makeOne(place: string): Promise<void> {
  for (const left of (await readdir(folder)).filter((name) => name.endsWith('.part'))) await rm(join(folder, left), { recursive: true });
  const program = spawn(process.execPath, [join(import.meta.dirname, 'backup.js'), `${place}.part`], { stdio: 'inherit' });
  const stop = () => program.kill();
  stopping.signal.addEventListener('abort', stop);
  const [code] = (await once(program, 'exit')) as [number | null];
  stopping.signal.removeEventListener('abort', stop);
  // With 2 it is whole but for files that the store has lost itself, which the program has named.
  if (code !== 0 && code !== 2) {
    process.stderr.write(`${JSON.stringify({ level: 'error', at: clock.now(), backup: place, code })}\n`);
    return;
  }
  await rename(`${place}.part`, place);
  for (const old of surplus(await readdir(folder), keep)) await rm(join(folder, old), { recursive: true });
}
