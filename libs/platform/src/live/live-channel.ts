import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { CONFIG, type Config } from '../config.js';

/** What somebody looks on at, by kind and id: `round:0198…`. */
export type Topic = `${string}:${string}`;

const CHANNEL = 'live';
const AGAIN_MS = 1000;

/**
 * Hears what changed, in whichever process: PostgreSQL tells it at the end of the transaction that wrote it, by ids alone. One connection of
 * its own beside the pool, held while somebody looks on. What was told while it was broken is made up for by waking everybody.
 */
@Injectable()
export class LiveChannel implements BeforeApplicationShutdown {
  private readonly logger = new Logger('LiveChannel');
  private readonly wakers = new Map<Topic, Set<() => void>>();
  private client: Client | null = null;
  private again: NodeJS.Timeout | null = null;
  private over = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Calls `wake` whenever one of the topics may have changed, until what it returns is called. */
  watch(topics: readonly Topic[], wake: () => void): () => void {
    for (const topic of topics) this.wakers.set(topic, (this.wakers.get(topic) ?? new Set()).add(wake));
    this.listen();
    return () => {
      for (const topic of topics) {
        const others = this.wakers.get(topic);
        others?.delete(wake);
        if (others?.size === 0) this.wakers.delete(topic);
      }
      if (this.wakers.size === 0) this.hangUp();
    };
  }

  beforeApplicationShutdown(): void {
    this.over = true;
    this.hangUp();
  }

  private listen(): void {
    if (this.client || this.again || this.over) return;
    const client = new Client({
      connectionString: this.config.databaseUrl,
      connectionTimeoutMillis: this.config.waits.connection,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', ({ payload = '' }) => {
      for (const wake of this.wakers.get(payload as Topic) ?? []) wake();
    });
    const lost = (error?: Error) => {
      if (this.client !== client) return;
      this.logger.warn(`What changes is not heard for a moment: ${error?.message ?? 'the connection ended'}`);
      this.hangUp();
      this.again = setTimeout(() => {
        this.again = null;
        if (this.wakers.size > 0) this.listen();
      }, AGAIN_MS);
      this.again.unref();
    };
    client.on('error', lost);
    client.on('end', () => {
      lost();
    });
    client
      .connect()
      .then(() => client.query(`listen ${CHANNEL}`))
      .then(() => {
        for (const wake of new Set([...this.wakers.values()].flatMap((all) => [...all]))) wake();
      }, lost);
  }

  private hangUp(): void {
    const { client } = this;
    this.client = null;
    if (this.over && this.again) clearTimeout(this.again);
    void client?.end().catch(() => undefined);
  }
}
