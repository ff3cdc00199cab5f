import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { goesOn } from '#lib/units';

/** The ids of the communes, towns and wards on a roster; its departments are no part of a rollout. */
export async function rosterCommunes(em: EntityManager, rosterId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from roster_unit ru join unit u on u.id = ru.unit_id
    where ru.roster_id = ${rosterId} and u.kind in ('COMMUNE', 'TOWNSHIP', 'WARD') order by u.code, u.id`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** Whether a commune may take part by its own choice: it stands on the roster, is below its host, or goes on with what one of either had begun. */
export async function mayTakePart(em: EntityManager, rosterId: string, unitId: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive origin (id) as (
      select u.id from unit u where u.id = ${unitId} and u.kind in ('COMMUNE', 'TOWNSHIP', 'WARD')
      union select l.from_id from unit_lineage l join origin o on o.id = l.to_id where ${goesOn(sql`l`)}),
    above (id) as (
      select id from origin union select u.parent_id from unit u join above a on a.id = u.id where u.parent_id is not null)
    select 1 from roster r where r.id = ${rosterId} and (
      r.host_id in (select id from above) or exists (select 1 from roster_unit ru join origin o on o.id = ru.unit_id where ru.roster_id = r.id))`.execute(
    em.getKysely(),
  );
  return rows.length > 0;
}

/** Whether a unit takes part in a rollout, or goes on with what one that does had begun. */
export const isTakingPart = (rolloutId: RawBuilder<unknown>, unitId: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`exists (
  with recursive origin (id) as (
    select ${unitId}
    union select l.from_id from unit_lineage l join origin o on o.id = l.to_id where ${goesOn(sql`l`)})
  select 1 from adoption a join origin o on o.id = a.unit_id where a.rollout_id = ${rolloutId})`;

/** The same of one. */
export async function takesPart(em: EntityManager, rolloutId: string, unitId: string): Promise<boolean> {
  const { rows } = await sql`select 1 where ${isTakingPart(sql`${rolloutId}::uuid`, sql`${unitId}::uuid`)}`.execute(em.getKysely());
  return rows.length > 0;
}
