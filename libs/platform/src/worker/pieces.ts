import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Clock, SYSTEM, newId } from '#lib/kernel';
import { type Act, UnitOfWork } from '../database/unit-of-work.js';
import { describeError } from './describe-error.js';

/** One piece of work: what it is about, and the act that does it. */
export type Piece = readonly [item: string, run: (act: Act) => Promise<void>];

/** The item of a fault that is the whole schedule's. */
export const WHOLE = '';

/** A schedule's work, piece by piece: each is an act of its own, and one that fails is kept as a fault while the others go on. */
@Injectable()
export class Pieces {
  private readonly logger = new Logger('Schedules');

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly work: UnitOfWork,
  ) {}

  /** Ends between two pieces where the signal says so. */
  async each(schedule: string, signal: AbortSignal | undefined, pieces: Iterable<Piece>): Promise<void> {
    const failing = await this.failing(schedule);
    for (const [item, run] of pieces) {
      if (signal?.aborted) return;
      try {
        await this.work.act(SYSTEM, `job:${schedule}`, run);
        if (failing.has(item)) await this.recovered(schedule, item);
      } catch (error) {
        await this.failed(schedule, item, error);
      }
    }
  }

  async failed(schedule: string, item: string, error: unknown): Promise<void> {
    const fault = describeError(error);
    const at = this.clock.now();
    this.logger.error({ schedule, item, fault }, 'A piece of a schedule failed; the others go on');
    await this.rows(sql`
      insert into schedule_fault (id, schedule, item, error, times, first_at, last_at) values (${newId()}, ${schedule}, ${item}, ${fault}, 1, ${at}, ${at})
      on conflict (schedule, item) do update set error = excluded.error, times = schedule_fault.times + 1, last_at = excluded.last_at,
        discarded_at = null`);
  }

  async recovered(schedule: string, item: string): Promise<void> {
    await this.rows(sql`delete from schedule_fault where schedule = ${schedule} and item = ${item}`);
  }

  private async failing(schedule: string): Promise<ReadonlySet<string>> {
    const rows = await this.rows(sql<{ item: string }>`select item from schedule_fault where schedule = ${schedule}`);
    return new Set(rows.map(({ item }) => item));
  }

  private async rows<T>(statement: RawBuilder<T>): Promise<T[]> {
    return (await statement.execute(this.em.fork().getKysely())).rows;
  }
}
