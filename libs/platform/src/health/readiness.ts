import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { executedMigrations, migrationFiles } from '../database/migrations.js';
import { withOwnConnection } from '../database/own-connection.js';
import { ObjectStore } from '../files/object-store.js';

/** Of one part: well; not reached in time or not working; its schema older or newer than this version. */
export type PartState = 'ok' | 'away' | 'behind' | 'ahead';

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
