import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '../../apps/launcher/src/embedded-postgres.js';
import { canUse, databaseAccount } from '../../apps/launcher/src/postgres-account.js';

const run = promisify(execFile);

/** A PostgreSQL of one's own, that may be stopped and started while others use it. */
export interface OwnPostgres {
  readonly url: string;
  /** As an ordinary restart: who is connected is thrown out. */
  restart(): Promise<void>;
  halt(): Promise<void>;
  resume(): Promise<void>;
  /** Answers nothing and lets nobody go, as a machine that hangs. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const account = databaseAccount();
  const base = [tmpdir(), '/tmp', '/var/tmp'].find((one) => canUse(one, account)) ?? tmpdir();
  const folder = mkdtempSync(join(base, 'sang-kien-drill-'));
  const server = await startEmbeddedPostgres({ folder, account, throwaway: true, settings: { max_connections: '100', fsync: 'off' } });
  const cluster = join(folder, 'cluster');
  const pid = (): number => Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  const program = join(dirname(readlinkSync(`/proc/${String(pid())}/exe`)), 'pg_ctl');
  const control = async (...what: string[]): Promise<void> => {
    await run(program, ['-D', cluster, '-w', '-l', join(folder, 'postgres.log'), ...what], { ...account, cwd: '/', env: { LC_ALL: 'C' } });
  };
  // What it was started with stands in a file beside the data.
  const [, ...options] = readFileSync(join(cluster, 'postmaster.opts'), 'utf8')
    .trim()
    .split(/ (?=")/);
  const signal = (name: 'SIGSTOP' | 'SIGCONT'): void => {
    for (const one of [pid(), ...childrenOf(pid())]) tell(one, name);
  };
  return {
    url: server.url('postgres'),
    restart: () => control('restart', '-m', 'fast'),
    halt: () => control('stop', '-m', 'fast'),
    resume: () => control('start', '-o', options.slice(2).join(' ')),
    freeze: () => {
      signal('SIGSTOP');
    },
    thaw: () => {
      signal('SIGCONT');
    },
    stop: async () => {
      await control('stop', '-m', 'immediate').catch(() => undefined);
      await server.stop();
    },
  };
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
}

/** One that has ended meanwhile needs no signal. */
function tell(pid: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
