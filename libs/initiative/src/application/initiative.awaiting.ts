import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type AtMoment, Awaits, Leads } from '#lib/platform';
import { ANSWERABLE, AUTHORSHIPS, isOwn } from './authorship.queries.js';
import { receivedScope, takesPart, writeScope } from './scope.js';

/** What waits for those who write initiatives, for the heads of their units, and for those who screen. */
@Injectable()
export class InitiativeAwaiting {
  @Awaits({
    kind: 'initiative.submit',
    act: 'submitInitiative',
    words: { vi: 'Hoàn thành và gửi sáng kiến dự thi', en: 'Complete the dossier and send it in' },
  })
  toSubmit(actor: Actor, { now }: AtMoment): RawBuilder<unknown> | null {
    if (!actor.can('initiative:submit')) return null;
    return sql`select i.id as subject_id, ${TITLE} as subject, i.saved_at as since, open.ends_at as due, null::text as who,
      1 as count, '/initiatives/' || i.id as path
      from contest c join phase open on open.contest_id = c.id and open.kind = 'OPEN' join initiative i on i.contest_id = c.id
      where c.phase = 'OPEN' and open.ends_at > ${now} and i.state = 'DRAFT' and ${writeScope(actor)}`;
  }

  @Awaits({
    kind: 'initiative.resubmit',
    act: 'submitInitiative',
    words: { vi: 'Bổ sung sáng kiến bị trả lại', en: 'Complete a dossier that was returned' },
    nudge: {
      permission: 'initiative:screen',
      office: (actor, id) =>
        sql`(select c.host_id from initiative i join contest c on c.id = i.contest_id where i.id = ${id} and ${receivedScope(actor, 'initiative:screen')})`,
      holders: (id) =>
        sql`select w.person_id from initiative i cross join lateral (
          select a.person_id from initiative_author a where a.initiative_id = i.id and ${takesPart(sql`a`)} union select i.created_by_id) w where i.id = ${id} and i.state = 'RETURNED'`,
    },
    // Once it is due nothing can be mended any more.
    escalation: {
      days: -1,
      waiting:
        () => sql`select i.id as subject_id, i.owner_id as unit_id, ${TITLE} as subject_vi, ${TITLE} as subject_en, i.return_due_at as due,
        array(select a.person_id from initiative_author a where a.initiative_id = i.id and ${takesPart(sql`a`)} union select i.created_by_id where i.created_by_id is not null) as holders,
        '/initiatives/' || i.id as path
        from initiative i join contest c on c.id = i.contest_id where i.state = 'RETURNED' and c.phase in ('OPEN', 'SCREENING')`,
    },
  })
  toResubmit(actor: Actor): RawBuilder<unknown> | null {
    if (!actor.can('initiative:submit')) return null;
    return sql`select i.id as subject_id, ${TITLE} as subject, i.submitted_at as since, i.return_due_at as due,
      ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as who, 1 as count, '/initiatives/' || i.id as path
      from initiative i join contest c on c.id = i.contest_id join unit u on u.id = c.host_id
      where i.state = 'RETURNED' and c.phase in ('OPEN', 'SCREENING') and ${writeScope(actor)}`;
  }

  /** As the notice to the head: written and declared, and not confirmed. */
  @Awaits({
    kind: 'initiative.confirm',
    act: 'confirmInitiative',
    words: { vi: 'Xác nhận sáng kiến của đơn vị trước khi gửi', en: 'Confirm a dossier of your unit before it is sent' },
  })
  toConfirm(actor: Actor, { now, day }: AtMoment): RawBuilder<unknown> | null {
    if (!actor.can('initiative:confirm')) return null;
    return sql`select i.id as subject_id, ${TITLE} as subject, i.saved_at as since, coalesce(i.return_due_at, open.ends_at) as due,
      (select p.full_name from person p where p.id = i.created_by_id) as who, 1 as count, '/initiatives/' || i.id as path
      from contest c join phase open on open.contest_id = c.id and open.kind = 'OPEN' join initiative i on i.contest_id = c.id
      where c.head_confirms and exists (select 1 from position o where o.person_id = ${actor.id} and o.unit_id = i.owner_id and o.is_head
          and o."from" <= ${day}::date and (o."to" is null or o."to" >= ${day}::date)) and i.confirmed_at is null
        and num_nulls(i.own_work_at, i.not_prized_elsewhere_at, i.nobody_on_jury_at) = 0
        and (i.state = 'DRAFT' and c.phase = 'OPEN' and open.ends_at > ${now} or i.state = 'RETURNED' and c.phase in ('OPEN', 'SCREENING'))`;
  }

  @Awaits({
    kind: 'authorship.answer',
    act: 'confirmAuthorship',
    words: { vi: 'Xác nhận đứng tên tác giả và tỷ lệ đóng góp', en: 'Confirm that you are an author, and your share' },
  })
  toAnswer(actor: Actor): RawBuilder<unknown> {
    return sql`select mine.id as subject_id, ${TITLE} as subject, mine.asked_at as since, null::timestamptz as due,
      ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as who, 1 as count, '/authorships' as path
      from ${AUTHORSHIPS} where ${isOwn(actor)} and mine.answer is null and ${ANSWERABLE}`;
  }

  @Awaits({
    kind: 'initiative.screen',
    act: 'screenInitiative',
    words: { vi: 'Kiểm tra hợp lệ các sáng kiến đã tiếp nhận', en: 'Check dossiers that were received' },
  })
  toScreen(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('initiative:screen').length === 0) return null;
    return sql`select c.id as subject_id, ${titleOf(actor)} as subject, min(i.submitted_at) as since, screening.ends_at as due,
      null::text as who, count(*)::int as count, '/contests/' || c.id as path
      from initiative i join contest c on c.id = i.contest_id left join phase screening on screening.contest_id = c.id and screening.kind = 'SCREENING'
      where i.state = 'SUBMITTED' and c.phase in ('OPEN', 'SCREENING') and ${receivedScope(actor, 'initiative:screen')}
      group by c.id, screening.ends_at`;
  }

  @Leads({ kind: 'initiative.screened', words: { vi: 'Hồ sơ đã kiểm tra tính hợp lệ', en: 'Dossiers screened' } })
  screened(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('contest:decide').length === 0) return null;
    return sql`select c.id as subject_id, ${titleOf(actor)} as subject, (count(*) filter (where i.state not in ('SUBMITTED', 'RETURNED')))::int as done,
      count(*)::int as whole, screening.ends_at as due, '/contests/' || c.id || '/dossiers' as path
      from contest c join initiative i on i.contest_id = c.id left join phase screening on screening.contest_id = c.id and screening.kind = 'SCREENING'
      where i.state not in ('DRAFT', 'WITHDRAWN') and c.phase in ('OPEN', 'SCREENING') and ${receivedScope(actor, 'contest:decide')}
      group by c.id, screening.ends_at`;
  }
}

const TITLE = sql`coalesce(nullif(i.title, ''), i.code, '–')`;

const titleOf = ({ locale }: Actor) => (locale === 'en' ? sql`c.title_en` : sql`c.title`);
