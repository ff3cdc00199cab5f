import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { Awaits } from '#lib/platform';
import { judgingScope } from '#lib/jury';

/** What waits for those who draw up the prizes and for those who sign them. */
@Injectable()
export class AwardAwaiting {
  @Awaits({
    kind: 'award.approve',
    act: 'approveAwards',
    words: { vi: 'Xem và ký duyệt danh sách giải', en: 'Look through the list of prizes and sign it' },
  })
  toApprove(actor: Actor): RawBuilder<unknown> | null {
    const units = actor.unitsFor('award:approve');
    if (units.length === 0) return null;
    return lists(actor, sql`d.state = 'SUBMITTED' and ct.host_id = any(${units}::uuid[])`);
  }

  @Awaits({
    kind: 'award.draw',
    act: 'submitAwards',
    words: { vi: 'Sửa danh sách giải bị trả lại', en: 'Mend a list of prizes that was returned' },
  })
  toDraw(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('award:propose').length === 0) return null;
    return lists(actor, sql`d.state = 'DRAFT' and d.return_reason is not null and ${judgingScope(actor, 'award:propose')}`);
  }

  @Awaits({
    kind: 'award.publish',
    act: 'publishAwards',
    words: { vi: 'Công bố danh sách giải đã ký', en: 'Publish the list of prizes that was signed' },
  })
  toPublish(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('award:publish').length === 0) return null;
    return lists(actor, sql`d.state = 'APPROVED' and ${judgingScope(actor, 'award:publish')}`);
  }
}

const lists = (actor: Actor, which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select ct.id as subject_id, ${actor.locale === 'en' ? sql`ct.title_en` : sql`ct.title`} as subject,
    coalesce(d.approved_at, (select e.at from audit_entry e where e.subject_type = 'AwardDecision' and e.subject_id = d.id::text order by e.seq desc limit 1), now()) as since,
    (select p.ends_at from phase p where p.contest_id = ct.id and p.kind = 'DELIBERATION') as due, ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as who, 1 as count,
    '/contests/' || ct.id || '/prizes' as path
  from award_decision d join contest ct on ct.id = d.contest_id join unit u on u.id = ct.host_id
  where d.state <> 'PUBLISHED' and ct.phase = 'DELIBERATION' and ${which}`;
