import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Clock, SYSTEM } from '#lib/kernel';
import { PREPARED } from '../database/lending-pool.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { describeError } from '../worker/describe-error.js';
import { type Delivered, Handlers } from '../worker/handlers.js';

/** How often an event is tried, over about seven hours, before it waits for somebody to look at it. */
export const MOST_DELIVERIES = 12;

/** An event that is still to be delivered. */
export const WAITING = sql`done_at is null and failed_at is null and discarded_at is null`;

/**
 * Delivers events, one after the other. Each is leased with `for update skip locked` when its turn has come, a crash lets the lease end, and a
 * handler's effect and its delivery are one transaction, so that a second delivery does nothing. The last try is leased as failed already: an
 * event that ends the process is not tried for ever, and takes no other with it.
 */
@Injectable()
export class Deliveries {
  private readonly logger = new Logger('Deliveries');

  constructor(
    private readonly em: EntityManager,
    private readonly work: UnitOfWork,
    private readonly handlers: Handlers,
    private readonly clock: Clock,
  ) {}

  /** Delivers what is due until nothing is, or until it is told to stop. Returns how many. */
  async deliverDue(signal?: AbortSignal): Promise<number> {
    let delivered = await this.passOver();
    while (!signal?.aborted) {
      const event = await this.lease();
      if (!event) break;
      if (await this.deliver(event)) delivered += 1;
    }
    return delivered;
  }

  private async lease(): Promise<Delivered | null> {
    const now = this.clock.now();
    const [leased] = await this.rows(sql<Delivered>`
      update outbox_event set attempts = attempts + 1, failed_at = case when attempts + 1 >= ${MOST_DELIVERIES} then ${now}::timestamptz end,
        available_at = ${now}::timestamptz + least(3600, 30 * power(2, least(attempts, 10))) * interval '1 second'
      where id = (select id from outbox_event where ${WAITING} and available_at <= ${now} and type = any(${this.heard()}::text[])
                  order by available_at, id limit 1 for update skip locked)
      returning id, type, payload ${PREPARED}`);
    return leased ?? null;
  }

  /** Events that nobody listens to are done with at once. */
  private async passOver(): Promise<number> {
    const now = this.clock.now();
    const passed = await this.rows(sql`update outbox_event set done_at = ${now}, last_error = null
      where id in (select id from outbox_event where ${WAITING} and available_at <= ${now} and type <> all(${this.heard()}::text[])
                   for update skip locked)
      returning id ${PREPARED}`);
    return passed.length;
  }

  private heard(): string[] {
    return [...this.handlers.types()];
  }

  private async deliver(event: Delivered): Promise<boolean> {
    try {
      for (const { name, handle } of this.handlers.of(event.type)) {
        await this.work.act(SYSTEM, `job:${name}`, async ({ em, at }) => {
          const fresh = await sql`insert into outbox_delivery (event_id, handler, delivered_at) values (${event.id}, ${name}, ${at})
            on conflict do nothing returning handler ${PREPARED}`.execute(em.getKysely());
          if (fresh.rows.length > 0) await handle(event);
        });
      }
      await this.done(event);
      return true;
    } catch (error) {
      const fault = describeError(error);
      this.logger.error({ event: event.id, type: event.type, fault }, 'An event could not be delivered');
      await this.rows(sql`update outbox_event set last_error = ${fault} where id = ${event.id} and done_at is null`);
      return false;
    }
  }

  private async done({ id }: Delivered): Promise<void> {
    await this.rows(sql`update outbox_event set done_at = ${this.clock.now()}, failed_at = null, last_error = null
      where discarded_at is null and id = ${id} ${PREPARED}`);
  }

  private async rows<T>(statement: RawBuilder<T>): Promise<T[]> {
    return (await statement.execute(this.em.fork().getKysely())).rows;
  }
}
