import { type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The ids of the communes, towns and wards on a roster; its departments are no part of a rollout. */
export async function rosterCommunes(em: EntityManager, rosterId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from roster_unit ru join unit u on u.id = ru.unit_id
    where ru.roster_id = ${rosterId} and u.kind in ('COMMUNE', 'TOWNSHIP', 'WARD') order by u.code, u.id`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}
