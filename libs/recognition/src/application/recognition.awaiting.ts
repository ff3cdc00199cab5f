import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { Awaits } from '#lib/platform';
import { isAuthor, seatRole, seatedIn } from './recognition.scope.js';

/** What waits for the office and for whoever runs a council. Nothing of one's own initiative waits for oneself. */
@Injectable()
export class RecognitionAwaiting {
  @Awaits({
    kind: 'recognition.accept',
    act: 'acceptRecognition',
    words: { vi: 'Tiếp nhận đơn đề nghị công nhận sáng kiến', en: 'Receive an application for recognition' },
  })
  toAccept(actor: Actor): RawBuilder<unknown> | null {
    return ofOffice(actor, sql`r.state = 'APPLIED'`);
  }

  @Awaits({
    kind: 'recognition.seat',
    act: 'seatRecognitionCouncil',
    words: { vi: 'Lập Hội đồng sáng kiến', en: 'Seat a council on an initiative' },
  })
  toSeat(actor: Actor): RawBuilder<unknown> | null {
    return ofOffice(actor, sql`r.state = 'ACCEPTED' and r.council_number is null`);
  }

  @Awaits({
    kind: 'recognition.sit',
    act: 'closeRecognitionSitting',
    words: { vi: 'Họp Hội đồng sáng kiến và ghi kết quả bỏ phiếu', en: 'Hold the sitting of a council and count the ballots' },
  })
  toSit(actor: Actor): RawBuilder<unknown> {
    return waiting(
      actor,
      sql`r.state in ('ACCEPTED', 'SITTING') and r.council_number is not null and r.id in (${seatedIn(actor)})
        and ${seatRole(actor)} in ('CHAIR', 'SECRETARY')`,
    );
  }
}

function ofOffice(actor: Actor, where: RawBuilder<unknown>): RawBuilder<unknown> | null {
  const units = actor.unitsFor('recognition:manage');
  return units.length === 0 ? null : waiting(actor, sql`${where} and r.unit_id = any(${units}::uuid[])`);
}

const waiting = (actor: Actor, where: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select r.id as subject_id, i.title as subject, (coalesce(r.accepted_on, r.applied_on)::timestamp at time zone 'Asia/Ho_Chi_Minh') as since,
    ((r.decide_by + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') as due, ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as who, 1 as count,
    '/recognitions/' || r.id as path
  from recognition r join initiative i on i.id = r.initiative_id join unit u on u.id = r.unit_id
  where ${where} and not ${isAuthor(actor, sql`r.initiative_id`)}`;
