import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, SYSTEM } from '#lib/kernel';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobRunner } from '../jobs/job-runner.js';
import { type Delivered, Handlers, scheduleLock } from './handlers.js';

const BATCH = 20;
const IDLE_MS = 500;

/**
 * Drains the outbox and runs the schedules, and has jobs run beside it. Any number may run: an event is leased with `for update skip locked`, a crash
 * lets the lease end, and a handler's effect and its delivery are one transaction, so that a second delivery does nothing.
 */
@Injectable()
export class Worker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();
  private readonly lastRun = new Map<string, number>();

  constructor(
    private readonly em: EntityManager,
    private readonly work: UnitOfWork,
    private readonly handlers: Handlers,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  start(): void {
    this.loop = this.run();
    this.jobs.start();
  }

  /** Before the connections are given back: what is being delivered is delivered, the rest of its batch is leased anew later; what runs is broken off. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.all([this.loop, this.jobs.stop()]);
  }

  /** Delivers what is due and runs the jobs that wait until there is neither; returns how many of both. */
  async drain(): Promise<number> {
    for (let all = 0; ;) {
      const done = (await this.deliverDue()) + (await this.jobs.drain());
      if (done === 0) return all;
      all += done;
    }
  }

  private async deliverDue(): Promise<number> {
    let delivered = 0;
    for (;;) {
      const events = this.stopping ? [] : await this.lease();
      if (events.length === 0) return delivered;
      const heard = events.filter(({ type }) => this.handlers.of(type).length > 0);
      delivered += await this.passOver(events.filter((event) => !heard.includes(event)));
      for (const event of heard) if (!this.stopping && (await this.deliver(event))) delivered += 1;
    }
  }

  /** Runs every schedule once, due or not. */
  async tick(): Promise<void> {
    for (const schedule of this.handlers.schedules) await this.runAlone(schedule.name, schedule.run);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.runDueSchedules();
        await this.deliverDue();
      } catch (error) {
        this.logger.error(error);
      }
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    }
  }

  private async runDueSchedules(): Promise<void> {
    for (const { name, seconds, run } of this.handlers.schedules) {
      if (this.stopping) return;
      const now = performance.now();
      if (now - (this.lastRun.get(name) ?? -Infinity) < seconds * 1000) continue;
      this.lastRun.set(name, now);
      await this.runAlone(name, run).catch((error: unknown) => {
        this.logger.error({ schedule: name, error: String(error) }, 'A schedule failed; it runs again at its time');
      });
    }
  }

  private async runAlone(name: string, run: () => Promise<void>): Promise<void> {
    await this.em.fork().transactional(async (em) => {
      const lock = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${sql.raw(scheduleLock(name))}) as held`.execute(
        em.getKysely(),
      );
      if (lock.rows[0]?.held) await run();
    });
  }

  private async lease(): Promise<Delivered[]> {
    const now = this.clock.now();
    const { rows } = await sql<Delivered>`
      update outbox_event set attempts = attempts + 1, available_at = ${now}::timestamptz + least(3600, 30 * power(2, least(attempts, 10))) * interval '1 second'
      where id in (select id from outbox_event where done_at is null and available_at <= ${now} order by available_at, id
                   limit ${BATCH} for update skip locked)
      returning id, type, payload`.execute(this.em.fork().getKysely());
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Events that nobody listens to are done with at once. */
  private async passOver(events: readonly Delivered[]): Promise<number> {
    if (events.length > 0) {
      const ids = events.map(({ id }) => id);
      await sql`update outbox_event set done_at = ${this.clock.now()}, last_error = null where id = any(${ids}::uuid[])`.execute(
        this.em.fork().getKysely(),
      );
    }
    return events.length;
  }

  private async deliver(event: Delivered): Promise<boolean> {
    try {
      for (const { name, handle } of this.handlers.of(event.type)) {
        await this.work.act(SYSTEM, `job:${name}`, async ({ em, at }) => {
          const fresh = await sql`insert into outbox_delivery (event_id, handler, delivered_at) values (${event.id}, ${name}, ${at})
            on conflict do nothing returning handler`.execute(em.getKysely());
          if (fresh.rows.length > 0) await handle(event);
        });
      }
      await sql`update outbox_event set done_at = ${this.clock.now()}, last_error = null where id = ${event.id}`.execute(
        this.em.fork().getKysely(),
      );
      return true;
    } catch (error) {
      this.logger.error({ event: event.id, type: event.type, error: String(error) }, 'An event could not be delivered; it is tried again');
      await sql`update outbox_event set last_error = ${String(error).slice(0, 500)} where id = ${event.id}`.execute(
        this.em.fork().getKysely(),
      );
      return false;
    }
  }
}
