import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { Database } from '#lib/platform';

/** Who made whom what they are: by making the account, or by proposing them as administrator. */
@Injectable()
export class HandQueries {
  constructor(private readonly database: Database) {}

  /** A person with everybody behind them, up to who came from nobody. */
  async handOf(personId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows(sql<{ id: string }>`
      with recursive hand (id) as (
        select ${personId}::uuid
        union select made.by from hand join (
          select p.id, p.created_by as by from person p where p.created_by is not null
          union all select g.person_id, g.proposed_by from role_grant g
            where g.role = 'ADMIN' and g.state = 'IN_FORCE' and g.proposed_by is not null) made on made.id = hand.id)
      select id from hand`);
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * The same of who decides as second person for one unit or several. A leader of them stands for themselves, whoever made the account: a second
   * person has confirmed them, or the decision that named the first leader has.
   */
  async handOfDecider(actor: Actor, ...units: readonly string[]): Promise<ReadonlySet<string>> {
    const leads = (unitId: string) => actor.grants.some(({ role, unitIds }) => role === 'LEADER' && unitIds.includes(unitId));
    return units.length > 0 && units.every(leads) ? new Set([actor.id]) : this.handOf(actor.id);
  }
}
