import { sql } from 'kysely';
import { grantsAhead } from './grant.scope.js';
import { type MergePart } from './identity.ports.js';

/** Twice, with the two records in either place. */
const eitherWay = <T>(one: T, other: T, of: (a: T, b: T) => ReturnType<typeof sql>) => sql`(${of(one, other)} or ${of(other, one)})`;

/** What identity itself knows of two records that are to be one person's. */
export const IDENTITY_PART: MergePart = {
  broken: ({ merged, kept }, day) => sql`
    select 'PERSON_MERGED' as code, '{}'::jsonb as detail from person p where p.id = ${merged} and p.merged_into_id is not null
    union all select 'MERGE_INTO_MERGED', '{}' from person p where p.id = ${kept} and p.merged_into_id is not null
    union all select 'MERGE_NOT_ALIKE', '{}' where not exists (select 1 from person p where p.id in (${merged}, ${kept}) and p.merged_into_id is not null)
      and not exists (select 1 from person_double d where d.first_id = least(${merged}, ${kept}) and d.second_id = greatest(${merged}, ${kept})
        and d.dismissed_at is null)
    union all select 'MERGE_HOLDS_OTHERS', '{}' where exists (select 1 from person p where p.merged_into_id = ${merged})
    union all select 'PERSON_LEADS', '{}' where exists (select 1 from ${grantsAhead(day)} g where g.person_id = ${merged} and g.role = 'LEADER')
    union all select 'MERGE_ACCOUNT_LOST', '{}' where exists (select 1 from account a where a.person_id = ${merged} and a.disabled_at is null)
      and not exists (select 1 from account a where a.person_id = ${kept} and a.disabled_at is null)
    union all select 'MERGE_GRANTED_OTHER', '{}' where exists (select 1 from ${grantsAhead(day)} g where
      ${eitherWay(merged, kept, (a, b) => sql`(g.person_id = ${a} and ${b} in (g.proposed_by, g.decided_by, g.revocation_by))`)})
    union all select 'MERGE_SECOND_PERSON', '{}' where exists (select 1 from role_grant g where
      ${eitherWay(merged, kept, (a, b) => sql`(g.proposed_by = ${a} and g.decided_by = ${b})`)})
      or exists (select 1 from factor_reset r where ${eitherWay(merged, kept, (a, b) => sql`(r.proposed_by = ${a} and r.decided_by = ${b})`)})`,
  touched: ({ merged, kept }, day) => {
    const counted = (table: string, more = sql``) => {
      const of = (id: typeof merged) => sql`(select count(*)::int from ${sql.table(table)} t where t.person_id = ${id} ${more})`;
      return sql`${of(merged)}, ${of(kept)}`;
    };
    return sql`
      select 'ROLES' as kind, ${counted('role_grant', sql`and t.state in ('PROPOSED', 'IN_FORCE') and (t.valid_to is null or t.valid_to >= ${day}::date)`)}
      union all select 'POSITIONS', ${counted('position', sql`and (t."to" is null or t."to" >= ${day}::date)`)}
      union all select 'SESSIONS', ${counted('session', sql`and t.revoked_at is null and t.expires_at > now()`)}`;
  },
};
