import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { sql } from 'kysely';
import { CONFIG, type Config } from '../config.js';
import { withOwnConnection } from '../database/own-connection.js';

const LOOKS = 6;
const CONNECT_MS = 5000;

/** What the process ends with, for whoever starts it anew. */
export const UNUSABLE = 70;

/** Ends the process where its pool has been of no use for long, while the database takes new connections: it would not recover by itself. */
@Injectable()
export class PoolWatch implements OnApplicationShutdown {
  private readonly logger = new Logger('PoolWatch');
  private timer: NodeJS.Timeout | null = null;
  private lastGood = 0;
  private looking = false;

  constructor(
    private readonly em: EntityManager,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  start(): void {
    this.lastGood = performance.now();
    this.timer = setInterval(() => void this.look(), this.config.unusableMs / LOOKS).unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      if (await this.answers()) this.lastGood = performance.now();
      else if (performance.now() - this.lastGood >= this.config.unusableMs && (await this.isThere())) this.end();
    } finally {
      this.looking = false;
    }
  }

  private answers(): Promise<boolean> {
    return sql`select 1`.execute(this.em.fork().getKysely()).then(
      () => true,
      () => false,
    );
  }

  private isThere(): Promise<boolean> {
    return withOwnConnection(this.config.databaseUrl, CONNECT_MS, (client) => client.query('select 1')).then(
      () => true,
      () => false,
    );
  }

  private end(): void {
    const seconds = Math.round((performance.now() - this.lastGood) / 1000);
    this.logger.fatal(`No connection of the pool has answered for ${String(seconds)} s, though the database does: this process ends`);
    process.exit(UNUSABLE);
  }
}
