import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/** The units that a person is of on a day: their own, those of their positions, those that their roles name. Rows `(unit_id)`. */
export const unitsOf = (personId: string, day: string): RawBuilder<unknown> => sql`
  select p.unit_id from person p where p.id = ${personId} and p.unit_id is not null
  union select o.unit_id from position o where o.person_id = ${personId} and (o."to" is null or o."to" >= ${day}::date)
  union select g.unit_id from role_grant g where g.person_id = ${personId} and g.state = 'IN_FORCE' and (g.valid_to is null or g.valid_to >= ${day}::date)`;

export async function unitsOfReviewer(em: EntityManager, personId: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ unit_id: string }>`${unitsOf(personId, day)}`.execute(em.getKysely());
  return rows.map((row) => row.unit_id);
}
