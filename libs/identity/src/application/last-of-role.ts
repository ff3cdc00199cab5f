import { sql } from 'kysely';
import { Refused, type Role, localDate } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { type RoleGrant } from '../domain/role-grant.entity.js';
import { grantsOn } from './grant.scope.js';

/** Without one of each for the whole tree nobody could be given a role any more. */
const NEEDED: Partial<Record<Role, string>> = { ADMIN: 'LAST_ADMINISTRATOR', LEADER: 'LAST_LEADER' };

/** Whoever account `a` belongs to can come in. */
const OPEN = sql<boolean>`a.disabled_at is null`;

/** Refuses `ACCOUNT_NEEDED`: a role over the judging is for somebody who can come in. */
export async function refuseWithoutAccount({ em }: Act, personId: string): Promise<void> {
  const { rows } = await sql`select 1 from account a where a.person_id = ${personId} and ${OPEN}`.execute(em.getKysely());
  if (rows.length === 0) throw new Refused('ACCOUNT_NEEDED', {}, 'personId');
}

/** Refuses `LAST_LEADER` and `LAST_ADMINISTRATOR`: of the root of the tree the last who can come in does not go before another is there. */
export async function refuseIfLast(act: Act, { id, role, unit }: RoleGrant): Promise<void> {
  const code = NEEDED[role];
  if (code && !act.actor.isSystem && (await isLast(act, { role, unitId: unit.id, but: sql`g.id = ${id}` }))) throw new Refused(code);
}

/** The same of an account that is to be disabled. */
export async function refuseLastAccount(act: Act, personId: string): Promise<void> {
  const held = await sql<{ unitId: string }>`select g.unit_id as "unitId" from ${grantsOn(localDate(act.at))} g
    where g.person_id = ${personId} and g.role = 'ADMIN'`.execute(act.em.getKysely());
  for (const { unitId } of held.rows)
    if (await isLast(act, { role: 'ADMIN', unitId, but: sql`g.person_id = ${personId}` })) throw new Refused('LAST_ADMINISTRATOR');
}

async function isLast(
  { em, at }: Act,
  { role, unitId, but }: { role: Role; unitId: string; but: ReturnType<typeof sql> },
): Promise<boolean> {
  // Two who go at once see one another.
  await sql`select pg_advisory_xact_lock(hashtextextended('lastOfRole', 0))`.execute(em.getKysely());
  const { rows } = await sql`
    select 1 from unit u where u.id = ${unitId} and u.parent_id is null and not exists (
      select 1 from ${grantsOn(localDate(at))} g join account a on a.person_id = g.person_id and ${OPEN}
      where g.unit_id = u.id and g.role = ${role} and not (${but}))`.execute(em.getKysely());
  return rows.length > 0;
}
