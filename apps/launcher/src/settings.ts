import { CannotStart } from './cannot-start.js';

/** What the person who starts may say by environment variables; all else is for the programs that are started. */
export interface Settings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A PostgreSQL of the person's own; none is started then. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly demo: boolean;
}

/** The demo season's passwords are published: with it the server listens on this machine only, unless HOST says otherwise. */
// eslint-disable-next-line no-restricted-properties -- the launcher comes before the application and hands the environment on to it
export function readSettings(environment: Settings['environment'] = process.env): Settings {
  const databaseUrl = environment.DATABASE_URL || undefined;
  const demo = databaseUrl ? environment.DEMO === '1' : environment.DEMO !== '0';
  return {
    environment,
    databaseUrl,
    dataDir: environment.DATA_DIR || undefined,
    host: environment.HOST || (demo ? '127.0.0.1' : '0.0.0.0'),
    port: readPort(environment.PORT || '3000'),
    demo,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
  throw new CannotStart(
    `PORT must be a number from 1 to 65535, and "${text}" is not.`,
    `PORT phải là một số từ 1 đến 65535, "${text}" không phải.`,
  );
}
