import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { secretOf } from './data-folder.js';
import { type Settings } from './settings.js';

/**
 * A server is small and stays so: the heap grows in small steps and its nursery is small. `npm run bench -- memory` measures what it
 * takes up. The images' commands name the same flags.
 */
export const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=8', '--heap-growing-percent=30'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Two heaps of the C library instead of eight a processor: what threads have given back is used again by others; and what is free at a
 * heap's end goes back to the system from 128 KB on, however large the pieces were. The image says the same.
 */
export const NODE_ENVIRONMENT = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };

/** As `bundle.ts` makes them. */
export const SERVER = join(import.meta.dirname, '..', '..', '..', 'server');

const LAST_CALL = 20_000;

/** What every program of the application is told, over what the person has set. */
export function programEnvironment(settings: Settings, dataDir: string, databaseUrl: string): Environment {
  return {
    ...NODE_ENVIRONMENT,
    ...settings.environment,
    APP_SECRET: settings.environment.APP_SECRET || secretOf(dataDir),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    DEMO: settings.demo ? '1' : '0',
    EMBEDDED: settings.databaseUrl ? '0' : '1',
    HOST: settings.host,
    NODE_COMPILE_CACHE: join(SERVER, '.compiled'), // ends with the bundle it belongs to
    PORT: String(settings.port),
  };
}

/** One of the application's own programs, run to its end or until asked to stop. */
export class Program {
  private readonly child: ChildProcess;
  private readonly ended: Promise<number>;

  constructor(name: string, environment: Environment, args: readonly string[] = []) {
    this.child = spawn(process.execPath, [...NODE_FLAGS, join(SERVER, name), ...args], { env: environment, stdio: 'inherit' });
    this.ended = once(this.child, 'exit').then(([code]) => (code as number | null) ?? 1);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** The exit code; a death by signal counts as 1. */
  get end(): Promise<number> {
    return this.ended;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Ctrl-C has reached it already, as it reaches the whole group; what is asked twice stops once. */
  async stop(): Promise<void> {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (!this.running) return;
      this.child.kill(signal);
      await Promise.race([this.ended, pause(LAST_CALL, undefined, { ref: false })]);
    }
  }
}
