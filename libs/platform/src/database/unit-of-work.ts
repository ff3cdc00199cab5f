import { AsyncLocalStorage } from 'node:async_hooks';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, newId } from '#lib/kernel';
import { type AuditFact, auditBody } from '../audit/audit-body.js';

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
  /** Writes the act's entry in the audit log, in the same transaction. */
  readonly record: (fact: AuditFact) => void;
  readonly emit: (event: DomainEvent) => void;
}

interface Collected {
  readonly em: EntityManager;
  readonly at: Date;
  readonly entries: { body: string; personal: { salt: string; value: unknown } | null }[];
  readonly events: { id: string; type: string; payload: unknown; availableAt: Date }[];
}

/**
 * One act is one transaction: its rows, its events and its audit entries are written together or not at all.
 * An act inside an act joins it. The audit log's lock is taken last, so that acts wait for one another only at their end.
 */
@Injectable()
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<Collected>();
  private readonly whole = new AsyncLocalStorage<EntityManager>();

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** `operation` is the verb of the API, or `job:name` for what the clock does. */
  async act<T>(actor: Actor, operation: string, work: (act: Act) => Promise<T>): Promise<T> {
    const joined = this.running.getStore();
    if (joined) return work(this.open(joined, actor, operation));
    const whole = this.whole.getStore();
    const transact = whole ? inside(whole) : this.em.fork();
    return transact.transactional(async (em) => {
      const collected: Collected = { em: em, at: this.clock.now(), entries: [], events: [] };
      const result = await this.running.run(collected, () => work(this.open(collected, actor, operation)));
      await em.flush();
      await this.write(collected);
      return result;
    });
  }

  /**
   * Many acts, one after the other, each with its own moment and rolled back by itself where it refuses, that are committed together or
   * not at all: what must not be found half there. Nothing of them is seen or delivered before the end, and the audit log waits as long.
   */
  async together<T>(work: () => Promise<T>): Promise<T> {
    return this.em.fork().transactional((em) => this.whole.run(em, work));
  }

  private open(collected: Collected, actor: Actor, operation: string): Act {
    const { em, at } = collected;
    return {
      em,
      actor,
      at,
      record: (fact) => collected.entries.push(auditBody(fact, { actor, operation, at })),
      emit: ({ type, payload, notBefore }) =>
        collected.events.push({ id: newId(), type, payload, availableAt: notBefore && notBefore > at ? notBefore : at }),
    };
  }

  private async write({ em, entries, events }: Collected): Promise<void> {
    if (entries.length === 0 && events.length === 0) return;
    await sql`select record_act(${JSON.stringify(events)}::jsonb, ${JSON.stringify(entries)}::jsonb)`.execute(em.getKysely());
  }
}

/** An identity map of its own in the transaction of the whole: what an act loads or writes does not slow the flushes of those after it. */
function inside(whole: EntityManager): EntityManager {
  return whole.fork({ disableContextResolution: true, keepTransactionContext: true });
}
