import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { grantsOn } from '#lib/identity';
import { Clock, type Role, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { shutOut } from './scope.js';

/** Who is told of the judging of a contest. */
@Injectable()
export class OrganiserQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who organises for the host today and is not shut out of the judging: nobody else gets to know how it goes. */
  organisersOf(contestId: string): Promise<string[]> {
    return this.holders(contestId, ['ORGANISER']);
  }

  /** The same with those who lead: who decides on a result. */
  decidersOf(contestId: string): Promise<string[]> {
    return this.holders(contestId, ['ORGANISER', 'LEADER']);
  }

  private async holders(contestId: string, roles: readonly Role[]): Promise<string[]> {
    const today = localDate(this.clock.now());
    const rows = await this.database.rows(sql<{ id: string }>`
      with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u join contest on contest.host_id = u.id where contest.id = ${contestId}
        union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
      select distinct g.person_id as id from ${grantsOn(today)} g join above on above.id = g.unit_id join contest ct on ct.id = ${contestId}
      where g.role = any(${roles}::text[]) and not ${shutOut(sql`g.person_id`)}`);
    return rows.map(({ id }) => id);
  }
}
