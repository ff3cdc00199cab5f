import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type RawBuilder } from 'kysely';

/**
 * Writes without an act: no entry in the log, no event, no key, nobody told, so that no row elsewhere says when it was. One statement, which is
 * its own transaction, committed as any other. For a citizen's rating and what hides it, and for nothing else (ADR 45): a test names who calls it.
 */
@Injectable()
export class Unrecorded {
  constructor(private readonly em: EntityManager) {}

  async write<T>(statement: RawBuilder<T>): Promise<T[]> {
    return (await statement.execute(this.em.fork().getKysely())).rows;
  }
}
