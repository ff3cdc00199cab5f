import { type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { migrate } from '#lib/platform';
import { entities } from '../../api/src/libraries.js';
import { type EmbeddedPostgres, createDatabase, startEmbeddedPostgres } from '../../launcher/src/embedded-postgres.js';
import { databaseAccount } from '../../launcher/src/postgres-account.js';
import { fill } from './data/fill.js';
import { type Size, countryOf } from './data/size.js';
import { readsOf } from './operations.js';

const SETTINGS = { synchronous_commit: 'off', shared_buffers: '512MB', max_wal_size: '4GB', max_connections: '200' };

/** The PostgreSQL of a run, with the databases that its parts ask for: each is made once. */
export class Workspace {
  readonly today = new Date().toISOString().slice(0, 10);
  readonly children: ChildProcess[] = [];

  private constructor(
    readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
    private readonly kept: boolean,
  ) {}

  /** In a folder that goes away at the end, or in one that is `kept` for the next run. */
  static async open(kept: string | undefined): Promise<Workspace> {
    if (kept) mkdirSync(kept, { recursive: true });
    const folder = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), 'sang-kien-bench-'));
    chmodSync(folder, 0o755); // PostgreSQL runs under an account of its own
    const order = { folder: join(folder, 'postgres'), account: databaseAccount(), throwaway: !kept, settings: SETTINGS };
    return new Workspace(folder, await startEmbeddedPostgres(order), kept !== undefined);
  }

  url(database: string): string {
    return this.postgres.url(database);
  }

  /** As a country's use would leave it. */
  async country(): Promise<string> {
    return this.filled('country', countryOf(this.today));
  }

  /** The same with the indexes that the best statements known want, apart, so that they are no help to the product. */
  async floors(): Promise<string> {
    await this.country();
    return this.made('floors', async (name) => {
      await this.administer(`drop database if exists ${name}`, `create database ${name} template country`);
      const indexes = new Set(Object.values(readsOf(this.today)).flatMap(({ floor }) => floor.indexes ?? []));
      await this.run(name, ...indexes, 'vacuum (analyze)');
    });
  }

  /** The same once more, where what was committed is on the disk before anybody is told: all else is measured without. */
  async durable(): Promise<string> {
    await this.country();
    return this.made('durable', async (name) => {
      await this.administer(
        `drop database if exists ${name}`,
        `create database ${name} template country`,
        `alter database ${name} set synchronous_commit = on`,
      );
    });
  }

  async filled(name: string, size: Size): Promise<string> {
    const url = await this.made(name, async (made) => {
      await this.administer(`drop database if exists ${made}`);
      await createDatabase(this.postgres, made);
      await migrate(entities, this.url(made));
      await fill(this.url(made), size);
    });
    // One that was kept may be of an older version.
    if (this.kept) await migrate(entities, url);
    return url;
  }

  async close(): Promise<void> {
    for (const child of this.children) child.kill();
    await this.postgres.stop();
    if (!this.kept && existsSync(this.folder)) rmSync(this.folder, { recursive: true, force: true });
  }

  /** Half of a database is none: it gets its name once it is whole. */
  private async made(name: string, make: (name: string) => Promise<void>): Promise<string> {
    const there = await this.administer(`select 1 from pg_database where datname = '${name}'`);
    if (there === 0) {
      await make(`${name}_unfinished`);
      await this.administer(`alter database ${name}_unfinished rename to ${name}`);
    }
    return this.url(name);
  }

  private administer(...statements: readonly string[]): Promise<number> {
    return this.run('postgres', ...statements);
  }

  private async run(database: string, ...statements: readonly string[]): Promise<number> {
    const client = new pg.Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      let count = 0;
      for (const statement of statements) count = (await client.query(statement)).rowCount ?? 0;
      return count;
    } finally {
      await client.end();
    }
  }
}
