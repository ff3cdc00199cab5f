import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type AtMoment, Awaits } from '#lib/platform';
import { headedBy } from './heads.js';
import { inspectionScope, teamPlace } from './inspection.scope.js';

/** What waits for who leads a team, and for who heads a unit; nobody else is told that it waits. */
@Injectable()
export class InspectionAwaiting {
  @Awaits({ kind: 'inspection.start', act: 'startInspection', words: { vi: 'Tiến hành kiểm tra', en: 'Hold an inspection' } })
  toStart(actor: Actor, at: AtMoment): RawBuilder<unknown> {
    return waiting(actor, at, sql`i.state = 'ORDERED' and ${teamPlace(actor)}`);
  }

  @Awaits({
    kind: 'inspection.drawUp',
    act: 'drawUpMinutes',
    words: { vi: 'Hoàn thành phiếu kiểm tra và lập biên bản', en: 'Complete the checklist and draw up the minutes' },
  })
  toDrawUp(actor: Actor, at: AtMoment): RawBuilder<unknown> {
    return waiting(actor, at, sql`i.state = 'UNDER_WAY' and ${teamPlace(actor)}`);
  }

  @Awaits({
    kind: 'inspection.sign',
    act: 'signMinutes',
    words: { vi: 'Ký biên bản kiểm tra', en: 'Sign the minutes of an inspection' },
  })
  toSign(actor: Actor, at: AtMoment): RawBuilder<unknown> {
    return waiting(
      actor,
      at,
      sql`i.state = 'MINUTES' and (i.team_signed_at is null and ${teamPlace(actor)}
        or i.unit_signed_at is null and i.sign_refusal is null and i.unit_id in (${headedBy(actor.id, at.day)}))`,
    );
  }
}

const waiting = (actor: Actor, { day }: AtMoment, where: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select i.id as subject_id, ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as subject,
    coalesce(i.drawn_up_at, i.started_at, i.ordered_at) as since, null::timestamptz as due,
    (select p.full_name from person p where p.id = i.ordered_by_id) as who, 1 as count, '/inspections/' || i.id as path
  from inspection i join unit u on u.id = i.unit_id where ${where} and ${inspectionScope(actor, day)}`;
