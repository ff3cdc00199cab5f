import { type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { type Role } from '#lib/kernel';
import { type ImportNames, vietnamese } from '#lib/platform';
import { unitName } from '#lib/units';
import { grantsAhead } from './grant.scope.js';

const UNIT = unitName(sql`u`);

/** What people and units of imports are called. */
export const IMPORT_NAMES: ImportNames = {
  unit: (id) => sql`(select ${UNIT} from unit u where u.id = ${id})`,
  highest: (ids) => sql`(select ${UNIT} from unit u where u.id = any(${ids}::uuid[])
    and (u.parent_id is null or u.parent_id <> all(${ids}::uuid[])) order by u.valid_to desc nulls first, ${vietnamese(sql`u.name_vi`)}, u.id limit 1)`,
  person: (id) => sql`(select p.full_name from person p where p.id = ${id})`,
};

/** Whether a person holds the role there, is to, or is proposed for it. */
export async function holdsAhead(
  em: EntityManager,
  { personId, role, unitId, day }: { personId: string; role: Role; unitId: string; day: string },
): Promise<boolean> {
  const { rows } = await sql`select 1 from ${grantsAhead(day)} g
    where g.person_id = ${personId} and g.role = ${role} and g.unit_id = ${unitId} limit 1`.execute(em.getKysely());
  return rows.length > 0;
}
