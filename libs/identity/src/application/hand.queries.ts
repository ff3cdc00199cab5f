import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { decidedLeaders, handOf } from './hand.scope.js';

/** Who made whom what they are: by making the account, or by proposing them as administrator. */
@Injectable()
export class HandQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A person with everybody behind them, up to who came from nobody. */
  async handOf(personId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows(sql<{ id: string }>`select made.id from ${handOf(sql`${personId}`)} made`);
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * The same of who decides as second person for one unit or several. A leader of them stands for themselves, whoever made the account,
   * where a second person has confirmed them, or a decision with its number has.
   */
  async handOfDecider(actor: Actor, ...units: readonly string[]): Promise<ReadonlySet<string>> {
    const led = actor.grants.filter(({ role }) => role === 'LEADER');
    const known = await this.database.rows(sql<{ unitId: string }>`
      select g.unit_id as "unitId" from ${decidedLeaders(localDate(this.clock.now()))} g where g.person_id = ${actor.id}`);
    const decided = led.filter(({ unitId }) => known.some((grant) => grant.unitId === unitId));
    const leads = (unitId: string) => decided.some(({ unitIds }) => unitIds.includes(unitId));
    return units.length > 0 && units.every(leads) ? new Set([actor.id]) : this.handOf(actor.id);
  }
}
