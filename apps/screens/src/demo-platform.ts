import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface DemoPlatform {
  readonly origin: string;
  stop(): Promise<void>;
}

const LAUNCHER = join(import.meta.dirname, '..', '..', 'launcher', 'src', 'main.js');

/** The platform with its demo season, in a folder and on a port of its own. */
async function demoPlatform(folder: string): Promise<DemoPlatform> {
  const port = await freePort();
  const program = spawn(process.execPath, [LAUNCHER], {
    // eslint-disable-next-line no-restricted-properties -- handed on; a database that the shell names is not to be filled with a demonstration
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://localhost:${String(port)}`;
  while (!(await isUp(`${origin}/ready`))) {
    if (program.exitCode !== null) throw new Error('The platform ended');
    await pause(500);
  }
  return {
    origin,
    stop: async () => {
      if (program.exitCode !== null) return;
      program.kill('SIGINT');
      await once(program, 'exit');
    },
  };
}

/** One that runs already with the demo season, where `--against=http://…` names it; otherwise one of its own. */
export function platformOf(asked: readonly string[], folder: string): Promise<DemoPlatform> {
  const origin = asked.find((word) => word.startsWith('--against='))?.slice('--against='.length);
  return origin === undefined ? demoPlatform(folder) : Promise.resolve({ origin, stop: () => Promise.resolve() });
}

export const isUp = (address: string): Promise<boolean> =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port');
  return address.port;
}
