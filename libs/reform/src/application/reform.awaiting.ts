import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type AtMoment, Awaits } from '#lib/platform';
import { waitsFor } from './index.scope.js';

/** What waits for the head of a unit, and what for the office that keeps the index. */
@Injectable()
export class ReformAwaiting {
  @Awaits({
    kind: 'index.submit',
    act: 'submitIndexSheet',
    words: { vi: 'Tự chấm điểm chỉ số cải cách hành chính', en: 'Score your unit for the index' },
  })
  toSubmit(actor: Actor, { day }: AtMoment): RawBuilder<unknown> {
    return waiting(actor, {
      since: sql`y.opened_at`,
      due: sql`(y.self_due_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
      where: sql`sh.state = 'OPEN' and ${waitsFor.scoring(actor, day)}`,
    });
  }

  @Awaits({ kind: 'index.assess', act: 'assessIndexSheet', words: { vi: 'Thẩm định điểm tự chấm', en: 'Assess the scores of a unit' } })
  toAssess(actor: Actor, { day }: AtMoment): RawBuilder<unknown> {
    return waiting(actor, {
      since: sql`sh.submitted_at`,
      due: NEVER,
      where: sql`sh.state = 'SUBMITTED' and ${waitsFor.assessing(actor, day)}`,
    });
  }

  @Awaits({ kind: 'index.settle', act: 'settleIndexSheet', words: { vi: 'Kết luận điểm chỉ số', en: 'Settle the scores of a unit' } })
  toSettle(actor: Actor, { day }: AtMoment): RawBuilder<unknown> {
    return waiting(actor, {
      since: sql`sh.assessed_at`,
      due: NEVER,
      where: sql`sh.state = 'ASSESSED' and ${waitsFor.assessing(actor, day)}`,
    });
  }
}

const NEVER = sql`null::timestamptz`;

const waiting = (
  actor: Actor,
  { since, due, where }: { since: RawBuilder<unknown>; due: RawBuilder<unknown>; where: RawBuilder<unknown> },
): RawBuilder<unknown> => sql`
  select sh.id as subject_id, ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} || ' ' || y.year as subject, ${since} as since, ${due} as due,
    (select p.full_name from person p where p.id = sh.submitted_by_id) as who, 1 as count, '/index/sheets/' || sh.id as path
  from index_sheet sh join index_year y on y.id = sh.year_id join unit u on u.id = sh.unit_id where ${where}`;
