import { setTimeout as pause } from 'node:timers/promises';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type ClientBase } from 'pg';
import { newId } from '#lib/kernel';
import { describeError } from './describe-error.js';

const LEASE_SECONDS = 60;
const BEAT_MS = 15_000;
const ASKED_AGAIN_MS = 500;

/**
 * Lets one worker at a time run a schedule, without a transaction that stays open meanwhile: the lease ends by itself where its holder
 * is not heard of, and who has lost it is told to stop. Its times are the database's, so that clocks of machines may differ.
 */
@Injectable()
export class ScheduleLeases {
  private readonly logger = new Logger('Schedules');
  private readonly holder = newId();

  constructor(private readonly em: EntityManager) {}

  /** Runs the work unless another worker does. True where it ran to its end, and was neither stopped nor lost to another meanwhile. */
  async alone(name: string, stop: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    if (!(await this.take(name))) return false;
    const ended = new AbortController();
    const lost = new AbortController();
    const beating = this.beat(name, ended.signal, lost);
    try {
      const over = AbortSignal.any([stop, lost.signal]);
      await work(over);
      return !over.aborted;
    } finally {
      ended.abort();
      await beating;
      await this.release(name);
    }
  }

  private async take(name: string): Promise<boolean> {
    const rows = await this.rows(sql`
      insert into schedule_lease (name, holder, held_until)
      select ${name}, ${this.holder}, ${leaseEnd} where pg_try_advisory_xact_lock(${sql.raw(gateOf(name))})
      on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until where schedule_lease.held_until <= now()
      returning name`);
    return rows.length > 0;
  }

  private async beat(name: string, over: AbortSignal, lost: AbortController): Promise<void> {
    for (;;) {
      if (await pause(BEAT_MS, false, { signal: over }).catch(() => true)) return;
      try {
        const held = await this.rows(sql`update schedule_lease set held_until = ${leaseEnd}
          where name = ${name} and holder = ${this.holder} returning name`);
        if (held.length === 0) lost.abort();
      } catch (error) {
        this.logger.error({ schedule: name, fault: describeError(error) }, 'The lease of a schedule could not be renewed');
      }
    }
  }

  private async release(name: string): Promise<void> {
    await this.rows(sql`update schedule_lease set held_until = now() where name = ${name} and holder = ${this.holder}`);
  }

  private async rows(statement: RawBuilder<unknown>): Promise<unknown[]> {
    return (await statement.execute(this.em.fork().getKysely())).rows;
  }
}

/** The number of the lock, as SQL, whose holder lets no schedule of the name begin. */
const gateOf = (name: string): string => `hashtext('schedule:${name}')`;

/** Keeps a schedule from running for as long as the connection lasts; resolves once none of the name runs any more. */
export async function keepFromRunning(client: ClientBase, name: string): Promise<void> {
  await client.query(`select pg_advisory_lock(${gateOf(name)})`);
  const running = `select from schedule_lease where name = $1 and held_until > now()`;
  while ((await client.query(running, [name])).rowCount) await pause(ASKED_AGAIN_MS);
}

const leaseEnd = sql`now() + ${LEASE_SECONDS} * interval '1 second'`;
