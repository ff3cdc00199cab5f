import { createHash, createHmac } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, SetMetadata } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Refused } from '#lib/kernel';
import { canonicalJson } from '../audit/audit-body.js';
import { CONFIG, type Config } from '../config.js';
import { UnitOfWork } from '../database/unit-of-work.js';

type Reread = (actor: Actor, id: string) => Promise<object | null>;

const REREADS = 'platform:rereads';

/** Marks the query `(actor, id) => row | null` that reads a GraphQL type again for a mutation sent twice, under present rights. */
export const Rereads = (type: string) => SetMetadata(REREADS, type);

interface Sent {
  readonly actor: Actor;
  readonly operation: string;
  readonly key: string;
  readonly input: unknown;
  readonly resultType: string;
}

interface Recorded {
  input_hash: string;
  secret_id: string | null;
  result_type: string;
  result_id: string;
}

/** Lets a mutation be sent twice: the key and the effect are one transaction, and a repeat reads the recorded outcome again. */
@Injectable()
export class MutationKeys implements OnApplicationBootstrap {
  private readonly scanner = new MetadataScanner();
  private readonly rereads = new Map<string, Reread>();
  private readonly secretId: string;

  constructor(
    private readonly work: UnitOfWork,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.secretId = createHash('sha256').update(`mutation key ${config.secret}`).digest('hex').slice(0, 16);
  }

  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const methods = instance as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = methods[name];
        const type = typeof method === 'function' ? this.reflector.get<string | undefined>(REREADS, method) : undefined;
        if (type !== undefined) this.rereads.set(type, (method as Reread).bind(instance));
      }
    }
  }

  /** The types that can be read again; the gate compares them with the schema's mutations. */
  readable(): string[] {
    return [...this.rereads.keys()];
  }

  /** Refuses `KEY_REUSED` where the same key came with another input. What is refused leaves no key behind. */
  async once<T extends { id: string }>(sent: Sent, run: () => Promise<T>): Promise<object> {
    const { actor, operation } = sent;
    return this.work.act(actor, operation, async ({ em, at }) => {
      if (!(await this.take(em, sent, at))) return this.again(em, sent);
      const result = await run();
      await this.settle(em, sent, result.id);
      return result;
    });
  }

  /**
   * The same for a mutation that waits for a store on its way, and so is not one transaction: the key is written by the act that bears the
   * mutation's name. Of two sent at once, the act of the second finds the key taken; whatever else it stumbles over, the first has done it.
   */
  async onceInSteps<T extends { id: string }>(sent: Sent, run: () => Promise<T>): Promise<object> {
    const before = await this.sentBefore(sent);
    if (before) return before;
    const take = async (em: EntityManager, at: Date): Promise<void> => {
      if (!(await this.take(em, sent, at))) throw new Refused('KEY_REUSED', {}, 'clientMutationId');
    };
    const settle = (em: EntityManager, result: unknown): Promise<void> =>
      this.settle(em, sent, (result as { id: string } | null)?.id ?? null);
    try {
      return await this.work.inSteps({ operation: sent.operation, take, settle }, run);
    } catch (error) {
      const meanwhile = await this.sentBefore(sent);
      if (meanwhile) return meanwhile;
      throw error;
    }
  }

  /** False where it is taken; waits for an act that is just taking it. */
  private async take(em: EntityManager, sent: Sent, at: Date): Promise<boolean> {
    const { actor, operation, key } = sent;
    const fresh = await sql`insert into mutation_key (actor_id, operation, key, input_hash, secret_id, created_at)
      values (${actor.id}, ${operation}, ${key}, ${this.hashOf(sent)}, ${this.secretId}, ${at}) on conflict do nothing returning key`.execute(
      em.getKysely(),
    );
    return fresh.rows.length > 0;
  }

  /** An act that came to nothing is made again by its caller, and leaves no key. */
  private async settle(em: EntityManager, sent: Sent, resultId: string | null): Promise<void> {
    const settled =
      resultId === null
        ? sql`delete from mutation_key where ${ofKey(sent)}`
        : sql`update mutation_key set result_type = ${sent.resultType}, result_id = ${resultId} where ${ofKey(sent)}`;
    await settled.execute(em.getKysely());
  }

  private sentBefore(sent: Sent): Promise<object | null> {
    return this.work.act(sent.actor, 'mutation.again', async ({ em }) => ((await this.recorded(em, sent)) ? this.again(em, sent) : null));
  }

  /** What the mutation answered that was sent under the key before, read again. */
  private async again(em: EntityManager, sent: Sent): Promise<object> {
    const recorded = await this.recorded(em, sent);
    // After another secret took the place of a lost one the hashes say nothing; the key alone does.
    const comparable = recorded?.secret_id == null || recorded.secret_id === this.secretId;
    if (!recorded || (comparable && recorded.input_hash !== this.hashOf(sent))) throw new Refused('KEY_REUSED', {}, 'clientMutationId');
    const again = await this.rereads.get(recorded.result_type)?.(sent.actor, recorded.result_id);
    if (!again) throw new Refused('NOT_FOUND');
    return again;
  }

  private async recorded(em: EntityManager, sent: Sent): Promise<Recorded | undefined> {
    const { rows } =
      await sql<Recorded>`select input_hash, secret_id, result_type, result_id from mutation_key where ${ofKey(sent)}`.execute(
        em.getKysely(),
      );
    return rows[0];
  }

  /** Keyed, since an input may hold a password: from the hash alone nobody can try which. */
  private hashOf({ input }: Sent): string {
    return createHmac('sha256', this.config.secret).update(canonicalJson(input)).digest('hex');
  }
}

function ofKey({ actor, operation, key }: Sent): RawBuilder<boolean> {
  return sql`actor_id = ${actor.id} and operation = ${operation} and key = ${key}`;
}
