import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Part } from '../part.js';

const AIM_SECONDS = 4;
const PATIENCE_MS = 300_000;

/** From the command to the first answer, then the end: as `npm start` does it, the build left out. */
async function started(dataDir: string, port: number): Promise<number> {
  const begun = performance.now();
  const settings = [`DATA_DIR=${dataDir}`, `PORT=${String(port)}`, 'HOST=127.0.0.1', 'LOG_LEVEL=silent'];
  const launcher = [process.execPath, '--enable-source-maps', join(import.meta.dirname, '../../../launcher/src/main.js')];
  const child = spawn('env', ['-u', 'DATABASE_URL', ...settings, ...launcher], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    while (performance.now() - begun < PATIENCE_MS && child.exitCode === null) {
      const ready = await fetch(`http://127.0.0.1:${String(port)}/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) return (performance.now() - begun) / 1000;
      await pause(20);
    }
    throw new Error('It did not become ready');
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** The first start, which makes the database and the demo season, and the next ones, which find them. */
export const start: Part = async ({ report }) => {
  report.begin('start', `seconds until it is ready (aim on existing data: ${String(AIM_SECONDS)})`);
  const folder = mkdtempSync(join(tmpdir(), 'sang-kien-start-'));
  try {
    const port = 20_000 + (process.pid % 10_000); // below those that the system gives to others
    report.row({ start: 'first, with the demo', seconds: await started(folder, port) });
    for (let again = 1; again <= 3; again += 1) report.row({ start: `again, ${String(again)}`, seconds: await started(folder, port) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
