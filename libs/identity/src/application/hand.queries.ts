import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { grantsOn } from './grant.scope.js';

/** Who made whom what they are: by making the account, or by proposing them as administrator. */
@Injectable()
export class HandQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

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
   * The same of who decides as second person for one unit or several. A leader of them stands for themselves, whoever made the account,
   * where a second person has confirmed them, or a decision with its number has.
   */
  async handOfDecider(actor: Actor, ...units: readonly string[]): Promise<ReadonlySet<string>> {
    const led = actor.grants.filter(({ role }) => role === 'LEADER');
    const known = await this.database.rows(sql<{ unitId: string }>`
      select g.unit_id as "unitId" from ${grantsOn(localDate(this.clock.now()))} g where g.person_id = ${actor.id} and g.role = 'LEADER'
        and (g.founding or g.decided_by is not null or (g.proposed_by is null and g.decision_number is not null))`);
    const decided = led.filter(({ unitId }) => known.some((grant) => grant.unitId === unitId));
    const leads = (unitId: string) => decided.some(({ unitIds }) => unitIds.includes(unitId));
    return units.length > 0 && units.every(leads) ? new Set([actor.id]) : this.handOf(actor.id);
  }
}
