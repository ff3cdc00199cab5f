import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type AtMoment, Awaits } from '#lib/platform';

/** What waits for those who run a contest. */
@Injectable()
export class ContestAwaiting {
  /** A phase whose moment has come, and that nobody has begun; those of a held contest wait for what holds it. */
  @Awaits({
    kind: 'contest.advance',
    act: 'advancePhase',
    words: { vi: 'Chuyển cuộc thi sang giai đoạn đã đến hạn', en: 'Move the contest into the phase that is due' },
  })
  toAdvance(actor: Actor, { now }: AtMoment): RawBuilder<unknown> | null {
    const units = actor.unitsFor('contest:edit');
    if (units.length === 0) return null;
    return sql`select c.id as subject_id, ${titleOf(actor)} as subject, min(p.starts_at) as since, min(p.starts_at) as due, null::text as who,
      1 as count, '/contests/' || c.id as path
      from contest c join phase p on p.contest_id = c.id
      where c.host_id = any(${units}::uuid[]) and c.phase not in ('DRAFT', 'PUBLISHED', 'ARCHIVED', 'CANCELLED') and not c.recorded and c.held_at is null
        and p.entered_at is null and p.starts_at <= ${now}
      group by c.id`;
  }

  @Awaits({
    kind: 'contest.resume',
    act: 'resumePhase',
    words: { vi: 'Cho cuộc thi đang tạm giữ tiếp tục', en: 'Let a contest go on that is held' },
  })
  toResume(actor: Actor): RawBuilder<unknown> | null {
    const units = actor.unitsFor('contest:edit');
    if (units.length === 0) return null;
    return sql`select c.id as subject_id, ${titleOf(actor)} as subject, c.held_at as since, null::timestamptz as due, null::text as who,
      1 as count, '/contests/' || c.id as path
      from contest c where c.host_id = any(${units}::uuid[]) and c.held_at is not null and c.phase not in ('PUBLISHED', 'ARCHIVED', 'CANCELLED')`;
  }
}

const titleOf = ({ locale }: Actor) => (locale === 'en' ? sql`c.title_en` : sql`c.title`);
