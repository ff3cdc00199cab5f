import { LockMode } from '@mikro-orm/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused } from '#lib/kernel';
import { type Act, type AttachLimits, Database, FileAccess } from '#lib/platform';
import { Adoption } from '../domain/adoption.entity.js';
import { reach } from './reach.js';

const LIMITS: AttachLimits = { maxFiles: 100, maxBytes: 20 * 1024 * 1024 };

/** The rights to the files of adoptions: the commune's officers attach what shows how far it is; whoever reads about the commune reads them. */
@Injectable()
export class AdoptionFiles implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly access: FileAccess,
  ) {}

  onModuleInit(): void {
    this.access.register({
      type: 'adoption',
      called: 'The adoption of a roll-out by a commune.',
      context: 'rollout',
      limitsFor: (act, ownerId) => this.limitsFor(act, ownerId),
      mayRead: (actor, ownerId) => this.mayRead(actor, ownerId),
    });
  }

  private async limitsFor({ em, actor }: Act, id: string): Promise<AttachLimits> {
    const scope = { id, unit: reach(actor, 'adoption:report') };
    const adoption = await em.findOneOrFail(Adoption, scope, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (adoption.basis === 'EXEMPT') throw new Refused('UNIT_EXEMPT');
    return LIMITS;
  }

  private async mayRead(actor: Actor, id: string): Promise<boolean> {
    return (
      (await this.database.first(
        sql`select 1 from adoption where id = ${id} and unit_id = any(${actor.unitsFor('rollout:read')}::uuid[])`,
      )) !== null
    );
  }
}
