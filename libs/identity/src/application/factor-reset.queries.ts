import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { type ResetState } from '../domain/factor-reset.entity.js';
import { readablePerson } from './person.scope.js';

export interface FactorResetRead {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly state: ResetState;
  readonly reason: string;
  readonly proposedByName: string | null;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly version: number;
}

const COLUMNS = sql`r.id, r.person_id as "personId", p.full_name as "personName", r.state, r.reason, b.full_name as "proposedByName",
  r.proposed_at as "proposedAt", r.decided_at as "decidedAt", r.version`;
const FROM = sql`factor_reset r join person p on p.id = r.person_id left join person b on b.id = r.proposed_by`;

/** Reads of resets, for those who decide on them. */
@Injectable()
export class FactorResetQueries {
  constructor(private readonly database: Database) {}

  /** Those that wait for a second person. */
  factorResets(actor: Actor, page: PageArgs): Promise<Page<FactorResetRead>> {
    return this.database.page<FactorResetRead>(
      {
        columns: COLUMNS,
        from: FROM,
        where: sql`r.state = 'PROPOSED' and r.person_id <> ${actor.id} and ${readablePerson(actor, 'grant:confirm')}`,
        order: [{ column: sql`r.id`, key: 'id', type: 'uuid' }],
      },
      page,
    );
  }

  @Rereads('FactorReset')
  factorReset(actor: Actor, id: string): Promise<FactorResetRead | null> {
    return this.database.first(
      sql<FactorResetRead>`select ${COLUMNS} from ${FROM} where r.id = ${id} and ${readablePerson(actor, 'grant:confirm')}`,
    );
  }
}
