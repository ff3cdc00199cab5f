import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type AtMoment, Awaits, isThere } from '#lib/platform';
import { reachablePerson, readablePerson } from './person.scope.js';

/** What waits for a second person over accounts and roles. */
@Injectable()
export class IdentityAwaiting {
  @Awaits({
    kind: 'grant.confirm',
    act: 'confirmGrant',
    words: { vi: 'Xác nhận vai trò đang chờ người thứ hai', en: 'Confirm a role that waits for a second person' },
  })
  toConfirm(actor: Actor): RawBuilder<unknown> | null {
    const units = actor.unitsFor('grant:confirm');
    if (units.length === 0) return null;
    return sql`select g.id as subject_id, p.full_name as subject, coalesce(${RECORDED}, now()) as since, null::timestamptz as due, b.full_name as who,
      1 as count, '/people/' || p.id as path
      from role_grant g join person p on p.id = g.person_id left join person b on b.id = coalesce(g.revocation_by, g.proposed_by)
      where (g.state = 'PROPOSED' or g.state = 'IN_FORCE' and g.revocation_by is not null) and g.unit_id = any(${units}::uuid[])
        and g.person_id <> ${actor.id} and coalesce(g.revocation_by, g.proposed_by) is distinct from ${actor.id}::uuid`;
  }

  @Awaits({
    kind: 'factorReset.confirm',
    act: 'confirmFactorReset',
    words: { vi: 'Xác nhận đặt lại xác thực hai bước', en: 'Confirm that a second factor is reset' },
  })
  toReset(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('grant:confirm').length === 0) return null;
    return sql`select r.id as subject_id, p.full_name as subject, r.proposed_at as since, null::timestamptz as due, b.full_name as who, 1 as count,
      '/people/' || p.id as path
      from factor_reset r join person p on p.id = r.person_id left join person b on b.id = r.proposed_by
      where r.state = 'PROPOSED' and r.person_id <> ${actor.id} and r.proposed_by is distinct from ${actor.id}::uuid and ${readablePerson(actor, 'grant:confirm')}`;
  }

  @Awaits({
    kind: 'personMerge.confirm',
    act: 'confirmPersonMerge',
    words: { vi: 'Xác nhận gộp hồ sơ của một người', en: 'Confirm that two records are of one person' },
  })
  toMerge(actor: Actor, { day }: AtMoment): RawBuilder<unknown> | null {
    if (actor.unitsFor('grant:confirm').length === 0) return null;
    return sql`select m.id as subject_id, p.full_name as subject, m.proposed_at as since, null::timestamptz as due, b.full_name as who, 1 as count,
      '/doubles' as path
      from person_merge m join person p on p.id = m.merged_id join person kept on kept.id = m.kept_id
      join person b on b.id = case m.state when 'PROPOSED' then m.proposed_by else m.undo_by end
      where m.state in ('PROPOSED', 'UNDO_PROPOSED') and b.id <> ${actor.id} and ${actor.id}::uuid not in (p.id, kept.id)
        and ${reachablePerson(actor, 'grant:confirm', day)}`;
  }

  @Awaits({
    kind: 'double.decide',
    act: 'keepPersonsApart',
    words: { vi: 'Xem hồ sơ có thể của cùng một người', en: 'Look at records that may be of one person' },
  })
  toKeepApart(actor: Actor, { day }: AtMoment): RawBuilder<unknown> | null {
    if (actor.unitsFor('account:manage').length === 0) return null;
    const reached = (id: RawBuilder<unknown>) =>
      isThere(sql`select 1 from person p where p.id = ${id} and ${reachablePerson(actor, 'account:manage', day)}`);
    return sql`select p.id as subject_id, p.full_name as subject, min(d.found_at) as since, null::timestamptz as due, null::text as who, count(*)::int as count,
      '/doubles' as path
      from person_double d join person p on p.id = d.first_id
      where d.dismissed_at is null and ${reached(sql`d.first_id`)} and ${reached(sql`d.second_id`)} group by p.id`;
  }
}

/** When the last word on it was said. */
const RECORDED = sql`(select max(e.at) from audit_entry e where e.subject_id = g.id::text and e.subject_type = 'RoleGrant')`;
