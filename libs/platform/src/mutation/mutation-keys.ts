import { createHash, createHmac } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, SetMetadata } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { sql } from 'kysely';
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
    const { actor, operation, key, input, resultType } = sent;
    // Keyed, since an input may hold a password: from the hash alone nobody can try which.
    const inputHash = createHmac('sha256', this.config.secret).update(canonicalJson(input)).digest('hex');
    return this.work.act(actor, operation, async ({ em, at }) => {
      const db = em.getKysely();
      const fresh = await sql`insert into mutation_key (actor_id, operation, key, input_hash, secret_id, created_at)
        values (${actor.id}, ${operation}, ${key}, ${inputHash}, ${this.secretId}, ${at}) on conflict do nothing returning key`.execute(db);
      const mine = sql`actor_id = ${actor.id} and operation = ${operation} and key = ${key}`;
      if (fresh.rows.length > 0) {
        const result = await run();
        await sql`update mutation_key set result_type = ${resultType}, result_id = ${result.id} where ${mine}`.execute(db);
        return result;
      }
      const { rows } = await sql<Recorded>`select input_hash, secret_id, result_type, result_id from mutation_key where ${mine}`.execute(
        db,
      );
      const recorded = rows[0];
      // After another secret took the place of a lost one the hashes say nothing; the key alone does.
      const comparable = recorded?.secret_id == null || recorded.secret_id === this.secretId;
      if (!recorded || (comparable && recorded.input_hash !== inputHash)) throw new Refused('KEY_REUSED', {}, 'clientMutationId');
      const again = await this.rereads.get(recorded.result_type)?.(actor, recorded.result_id);
      if (!again) throw new Refused('NOT_FOUND');
      return again;
    });
  }
}
