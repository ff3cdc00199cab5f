import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Refused } from '#lib/kernel';
import { type Act, Database } from '#lib/platform';
import { Round } from '../domain/round.entity.js';
import { judgingScope } from './scope.js';

/** Finds a round for an organiser and holds it to the end of the act. */
@Injectable()
export class RoundLocks {
  constructor(private readonly database: Database) {}

  /** For an act that depends on the round's state: nobody changes that meanwhile. */
  share(act: Act, roundId: string, permission: string): Promise<Round> {
    return this.lock(act, { roundId, permission, lockMode: LockMode.PESSIMISTIC_READ });
  }

  /** For an act that changes the round's state, or all its cards: waits for everyone who is signing, and they for it. */
  update(act: Act, roundId: string, permission: string): Promise<Round> {
    return this.lock(act, { roundId, permission, lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  private async lock(act: Act, order: { roundId: string; permission: string; lockMode: LockMode }): Promise<Round> {
    const visible = await this.database.first(sql<{ id: string }>`
      select r.id from round r join contest ct on ct.id = r.contest_id where r.id = ${order.roundId} and ${judgingScope(act.actor, order.permission)}`);
    if (!visible) throw new Refused('NOT_FOUND', { what: 'Round' });
    return act.em.findOneOrFail(Round, { id: order.roundId }, { lockMode: order.lockMode });
  }
}
