import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Roster } from '../domain/roster.entity.js';
import { Unit } from '../domain/unit.entity.js';
import { goesOn } from './takes-over.js';

/** The units that something counts with, as of a day. */
@Injectable()
export class RosterService {
  constructor(private readonly work: UnitOfWork) {}

  /** All units below the host that are valid on the day, where asked with those that succeeded one below it; joins the act around it. Refuses `ROSTER_EMPTY`. */
  async draw(
    actor: Actor,
    order: { readonly hostUnitId: string; readonly asOf: string; readonly withSuccessors?: boolean },
  ): Promise<Roster> {
    return this.work.act(actor, 'drawRoster', async ({ em, record }) => {
      const host = await em.findOneOrFail(Unit, { id: order.hostUnitId });
      const roster = Roster.of(host, order.asOf);
      em.persist(roster);
      await em.flush();
      const { numAffectedRows } = await sql`
        insert into roster_unit (roster_id, unit_id)
        with recursive below as (
          select u.id, u.valid_from, u.valid_to from unit u where u.parent_id = ${host.id}
          union all
          select u.id, u.valid_from, u.valid_to from unit u join below b on u.parent_id = b.id),
        counted as (
          select * from below
          union
          select u.id, u.valid_from, u.valid_to from counted c
          join unit_lineage l on ${order.withSuccessors ?? false} and l.from_id = c.id and ${goesOn(sql`l`)} join unit u on u.id = l.to_id)
        select ${roster.id}::uuid, id from counted
        where valid_from <= ${order.asOf}::date and (valid_to is null or valid_to >= ${order.asOf}::date)`.execute(em.getKysely());
      const units = Number(numAffectedRows ?? 0);
      if (units === 0) throw new Refused('ROSTER_EMPTY', { asOf: order.asOf });
      record({ subject: { type: 'Roster', id: roster.id }, after: { host: host.id, asOf: order.asOf, units } });
      return roster;
    });
  }
}
