import { AsyncLocalStorage } from 'node:async_hooks';
import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, Refused, newId } from '#lib/kernel';
import { type AuditFact, auditBody, changesNothing } from '../audit/audit-body.js';
import { CONFIG, type Config } from '../config.js';
import { Refusals } from '../refusals/refusals.js';
import { noteWritten } from './effect.js';
import { PREPARED } from './lending-pool.js';
import { Turns } from './turns.js';
import { patience, patiently } from './waits.js';

/** What happened, told to whoever listens. Written with the effect, delivered after it, at least once. */
export interface DomainEvent {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not before this moment; default: at once. */
  readonly notBefore?: Date;
}

/** One act while it runs. `em` is the transaction's; `at` its one moment. */
export interface Act {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly at: Date;
  /**
   * Writes the act's entry in the audit log, in the same transaction. What says after what it said before has changed nothing and is no
   * entry: false, so that the act counts no edit and tells nobody.
   */
  readonly record: (fact: AuditFact) => boolean;
  readonly emit: (event: DomainEvent) => void;
  /** The act's last write, of one row, which nothing of it reads again: sent with its entries and events, before them. */
  readonly writeLast: (statement: RawBuilder<unknown>) => Promise<void>;
  /**
   * The version of a record that was on the screen, once the actor was found to have the right. Another one than it has now is refused with
   * `STALE` at the end of the act, in place of whatever is said of the content: what says where the record stands comes first.
   */
  readonly onVersion: (record: Versioned, seen: number) => void;
  /** The same of a record that was found, which is read again and held until the act ends. */
  readonly held: <T extends Versioned>(found: T, seen: number) => Promise<T>;
}

interface Versioned {
  readonly version: number;
}

/** The key of a mutation, written by the act of that operation in its transaction: taken before anything is looked at, settled by its result. */
export interface KeyOfAct {
  readonly operation: string;
  readonly take: (em: EntityManager, at: Date) => Promise<void>;
  readonly settle: (em: EntityManager, result: unknown) => Promise<void>;
}

interface Collected {
  readonly em: EntityManager;
  readonly at: Date;
  readonly entries: { body: string; personal: { salt: string; value: unknown } | null }[];
  readonly events: { id: string; type: string; payload: unknown; availableAt: Date }[];
  last: RawBuilder<unknown> | null;
  /** What the act is about is not what was on the screen. */
  stale: boolean;
}

interface Ordered<T> {
  readonly actor: Actor;
  readonly operation: string;
  readonly work: (act: Act) => Promise<T>;
}

/** Acts that wait for one another leave so many connections of the pool to those who only read. */
const KEPT_FOR_READING = 2;

/**
 * One act is one transaction: its rows, its events and its audit entries are written together or not at all.
 * An act inside an act joins it. The audit log's lock is taken last, so that acts wait for one another only at their end.
 */
@Injectable()
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<Collected>();
  private readonly whole = new AsyncLocalStorage<EntityManager>();
  private readonly keys = new AsyncLocalStorage<KeyOfAct>();

  private readonly turns: Turns;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(CONFIG) { poolSize, waits }: Config,
    private readonly refusals: Refusals,
  ) {
    this.turns = new Turns(Math.max(1, poolSize - KEPT_FOR_READING), waits.connection);
  }

  /** `operation` is the verb of the API, or `job:name` for what the clock does. */
  async act<T>(actor: Actor, operation: string, work: (act: Act) => Promise<T>): Promise<T> {
    const joined = this.running.getStore();
    if (joined) {
      const writeLast = async (statement: RawBuilder<unknown>): Promise<void> => {
        await statement.execute(joined.em.getKysely());
      };
      return work({ ...this.open(joined, actor, operation), writeLast });
    }
    const whole = this.whole.getStore();
    if (whole) return this.run(inside(whole), { actor, operation, work });
    return this.turns.take(() => this.run(this.em.fork(), { actor, operation, work }));
  }

  private async run<T>(transact: EntityManager, { actor, operation, work }: Ordered<T>): Promise<T> {
    const effect = { recorded: false };
    const done = await transact.transactional(async (em) => {
      if (!this.whole.getStore()) await waitLonger(em);
      const collected: Collected = { em: em, at: this.clock.now(), entries: [], events: [], last: null, stale: false };
      const given = this.keys.getStore();
      const key = given?.operation === operation ? given : null;
      await key?.take(em, collected.at);
      const result = await this.running
        .run(collected, () => work(this.open(collected, actor, operation)))
        .then((done) => em.flush().then(() => done))
        .catch((error: unknown) => {
          throw collected.stale ? this.staleUnlessMoved(error) : error;
        });
      if (collected.stale) throw new Refused('STALE', {}, 'version');
      await key?.settle(em, result);
      await this.write(collected);
      effect.recorded = collected.entries.length > 0;
      return result;
    });
    if (effect.recorded && !this.whole.getStore()) noteWritten();
    return done;
  }

  /**
   * Many acts, one after the other, each with its own moment and rolled back by itself where it refuses, that are committed together or
   * not at all: what must not be found half there. Nothing of them is seen or delivered before the end, and the audit log waits as long.
   */
  async together<T>(work: () => Promise<T>): Promise<T> {
    const whole = async (em: EntityManager): Promise<T> => {
      await waitLonger(em);
      return this.whole.run(em, work);
    };
    return patiently(() => this.turns.take(() => this.em.fork().transactional(whole)));
  }

  /**
   * A part of the running act that is rolled back by itself where it refuses; else what it wrote, recorded and told is the act's. It has an
   * identity map of its own, so that of a refused part nothing is left.
   */
  async part<T>(work: () => Promise<T>): Promise<T> {
    const whole = this.running.getStore();
    if (!whole) throw new Error('A part is of an act');
    return inside(whole.em).transactional(async (em) => {
      const collected: Collected = { em, at: whole.at, entries: [], events: [], last: null, stale: false };
      const result = await this.running.run(collected, work);
      await em.flush();
      if (collected.stale) throw new Refused('STALE', {}, 'version');
      whole.entries.push(...collected.entries);
      whole.events.push(...collected.events);
      return result;
    });
  }

  /** Several steps of which one is the act of the key's operation; the others may wait for what is no database. */
  async inSteps<T>(key: KeyOfAct, steps: () => Promise<T>): Promise<T> {
    return this.keys.run(key, steps);
  }

  /** Who sees an old version is told that the record has moved on, where it has, and of the content nothing. */
  private staleUnlessMoved(error: unknown): unknown {
    const refused = this.refusals.of(error);
    return refused === null || this.refusals.precedesVersion(refused) ? error : new Refused('STALE', {}, 'version');
  }

  private open(collected: Collected, actor: Actor, operation: string): Act {
    const { em, at } = collected;
    const onVersion = ({ version }: Versioned, seen: number): void => {
      collected.stale ||= version !== seen;
    };
    return {
      em,
      onVersion,
      held: async (found, seen) => {
        const record = await em.refreshOrFail(found, { lockMode: LockMode.PESSIMISTIC_WRITE });
        onVersion(record, seen);
        return record;
      },
      actor,
      at,
      record: (fact) => !changesNothing(fact) && collected.entries.push(auditBody(fact, { actor, operation, at })) > 0,
      writeLast: async (statement) => {
        if (collected.last) throw new Error(`${operation}: one write is the last`);
        collected.last = statement;
        await Promise.resolve();
      },
      emit: ({ type, payload, notBefore }) =>
        collected.events.push({ id: newId(), type, payload, availableAt: notBefore && notBefore > at ? notBefore : at }),
    };
  }

  private async write({ em, entries, events, last }: Collected): Promise<void> {
    if (!last && entries.length === 0 && events.length === 0) return;
    const recorded = sql`select record_act(${JSON.stringify(events)}::jsonb, ${JSON.stringify(entries)}::jsonb) ${PREPARED}`;
    const statement = last ? sql`with written as (${last} returning 1) ${recorded} from written` : recorded;
    const { rows } = await statement.execute(em.getKysely());
    if (rows.length !== 1) throw new Error('The last write of an act found no row');
  }
}

/** Where the work may wait for longer than its connection was told: said for this transaction alone. Its clock, once set, is only set anew after it was stopped. */
export async function waitLonger(em: EntityManager): Promise<void> {
  const waits = patience.getStore();
  if (!waits) return;
  await sql`select set_config('lock_timeout', ${String(waits.lock)}, true), set_config('statement_timeout', ${String(waits.statement)}, true),
    set_config('idle_in_transaction_session_timeout', ${String(waits.transaction)}, true),
    set_config('transaction_timeout', '0', true), set_config('transaction_timeout', ${String(waits.transaction)}, true)`.execute(
    em.getKysely(),
  );
}

/** An identity map of its own in the transaction of the whole: what an act loads or writes does not slow the flushes of those after it. */
function inside(whole: EntityManager): EntityManager {
  return whole.fork({ disableContextResolution: true, keepTransactionContext: true });
}
