import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { executedMigrations, migrationFiles } from '../database/migration-files.js';
import { withOwnConnection } from '../database/own-connection.js';
import { ObjectStore } from '../files/object-store.js';

/** Of one part: well; not reached in time or not working; its schema older or newer than this version; less room than is to be left. */
export type PartState = 'ok' | 'away' | 'behind' | 'ahead' | 'full';

interface Part {
  readonly name: string;
  readonly look: () => Promise<PartState>;
  /** Whether nothing can be served without it. */
  readonly needed: boolean;
}

export interface ReadinessReport {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, PartState>>;
}

const LIMIT_MS = 2000;
/** Anybody may ask, as often as they like: the answer is as old as this at most. */
const KEPT_MS = 3000;
/** Some schedule comes round every few seconds, and one that runs holds its lease for as long: a worker that is there was here by then. */
const WORKER_SEEN = `select from schedule_lease where held_until > now() - interval '1 minute' limit 1`;
const MEBIBYTE = 1024 * 1024;

/**
 * Whether this server can do its work now, part by part. Each is looked at beside everything that may be stuck, for a short time only, and
 * by one look at a time, however many ask.
 */
@Injectable()
export class Readiness {
  private readonly logger = new Logger('Readiness');
  private readonly versions = migrationFiles();
  private readonly parts: Part[] = [];
  private readonly looking = new Map<string, Promise<PartState>>();
  private last: { readonly at: number; readonly report: Promise<ReadinessReport> } | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: ObjectStore,
  ) {
    this.register({ name: 'database', needed: true, look: () => this.database() });
    this.register({ name: 'migrations', needed: true, look: () => this.migrations() });
    this.register({ name: 'files', needed: true, look: () => this.store.health().then(() => 'ok' as const) });
    this.register({ name: 'worker', needed: false, look: () => this.worker() });
    this.register({ name: 'disk', needed: false, look: () => this.disk() });
  }

  /** Libraries above say what else they need. */
  register(part: Part): void {
    this.parts.push(part);
  }

  report(): Promise<ReadinessReport> {
    const now = performance.now();
    if (!this.last || now - this.last.at > KEPT_MS) this.last = { at: now, report: this.look() };
    return this.last.report;
  }

  private async look(): Promise<ReadinessReport> {
    const states = await Promise.all(this.parts.map(async (part) => [part, await this.state(part)] as const));
    return {
      ready: states.every(([{ needed }, state]) => !needed || state === 'ok'),
      parts: Object.fromEntries(states.map(([{ name }, state]) => [name, state])),
    };
  }

  /** One that hangs is not asked a second time before it has answered the first. */
  private state({ name, look }: Part): Promise<PartState> {
    const asked =
      this.looking.get(name) ??
      look()
        .catch((error: unknown) => {
          this.logger.warn({ part: name, error: String(error) }, 'A part of the server is away');
          return 'away' as const;
        })
        .finally(() => this.looking.delete(name));
    this.looking.set(name, asked);
    return Promise.race([asked, pause(LIMIT_MS, 'away' as const, { ref: false })]);
  }

  private database(): Promise<PartState> {
    return withOwnConnection<PartState>(this.config.databaseUrl, LIMIT_MS, async (client) => {
      await client.query('select 1');
      return 'ok';
    });
  }

  /** Any worker, in this process or another. */
  private worker(): Promise<PartState> {
    return withOwnConnection<PartState>(this.config.databaseUrl, LIMIT_MS, async (client) =>
      (await client.query(WORKER_SEEN)).rowCount ? 'ok' : 'away',
    );
  }

  /** Where files are kept, and where those are written that a job makes. */
  private async disk(): Promise<PartState> {
    const folders = this.config.s3 ? [tmpdir()] : [tmpdir(), this.config.dataDir];
    const rooms = await Promise.all(folders.map((folder) => statfs(folder)));
    return rooms.every(({ bavail, bsize }) => bavail * bsize >= this.config.diskReserveMb * MEBIBYTE) ? 'ok' : 'full';
  }

  private async migrations(): Promise<PartState> {
    const executed = await withOwnConnection(this.config.databaseUrl, LIMIT_MS, executedMigrations);
    // The schema was made in one piece, and nobody kept count.
    if (executed.length === 0) return 'ok';
    const known = this.versions.map(({ name }) => name);
    const done = executed.map(({ name }) => name);
    if (done.some((name) => !known.includes(name))) return 'ahead';
    return known.every((name) => done.includes(name)) ? 'ok' : 'behind';
  }
}
