import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, localDate } from '#lib/kernel';
import { Awaits } from '#lib/platform';
import { headed, records } from './achievement.scope.js';

const CONFIRM = { vi: 'Xác nhận thành tích kê khai', en: 'Confirm a declared achievement' };

/** What waits for the head of a unit; for the office, where the unit has no head but whom it is about or who declared it. */
@Injectable()
export class EmulationAwaiting {
  constructor(private readonly clock: Clock) {}

  @Awaits({ kind: 'achievement.confirm', act: 'confirmAchievement', words: CONFIRM })
  toConfirm(actor: Actor): RawBuilder<unknown> {
    const today = localDate(this.clock.now());
    const offices = actor.unitsFor('achievement:manage');
    const noHead = sql`not exists (select 1 from position o where o.unit_id = a.unit_id and o.is_head and o."from" <= ${today}::date
      and (o."to" is null or o."to" >= ${today}::date) and o.person_id <> a.person_id and o.person_id is distinct from a.declared_by_id)`;
    return sql`
      select a.id as subject_id, p.full_name || ': ' || ${actor.locale === 'en' ? sql`k.name_en` : sql`k.name_vi`} || ' ' || a.year as subject,
        a.declared_at as since, null::timestamptz as due, ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as who, 1 as count, '/achievements/' || a.id as path
      from achievement a join person p on p.id = a.person_id join title_kind k on k.id = a.kind_id join unit u on u.id = a.unit_id
      where a.state = 'DECLARED' and not a.person_id = ${records(actor)} and not coalesce(a.declared_by_id = ${records(actor)}, false)
        and (a.unit_id in (${headed(actor, today)}) or (a.unit_id = any(${offices}::uuid[]) and ${noHead}))`;
  }
}
