import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds what has changed of the server: what the tests start as processes and threads runs as it was built. */
export default function buildServer() {
  const { status, stderr } = spawnSync(process.execPath, ['apps/launcher/src/build.ts', 'server'], {
    cwd: join(import.meta.dirname, '..', '..'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
