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

  /** A plan that was sent, as long as it is still what the contest says. */
  @Awaits({
    kind: 'contest.approvePlan',
    act: 'approvePlan',
    words: { vi: 'Xem và phê duyệt kế hoạch cuộc thi', en: 'Look through the plan of the contest and approve it' },
  })
  toApprovePlan(actor: Actor): RawBuilder<unknown> | null {
    return plans(actor, 'contest:decide', {
      since: sql`a.sent_at`,
      which: sql`a.state = 'SENT' and a.contest_version = c.version`,
      path: sql`'/to-sign'`,
    });
  }

  /** A plan that came back, or was changed after it was sent. */
  @Awaits({
    kind: 'contest.submitPlan',
    act: 'submitPlan',
    words: { vi: 'Hoàn thiện và trình lại kế hoạch cuộc thi', en: 'Mend the plan of the contest and send it again' },
  })
  toSubmitPlan(actor: Actor): RawBuilder<unknown> | null {
    return plans(actor, 'contest:edit', {
      since: sql`coalesce(a.answered_at, a.sent_at)`,
      which: sql`(a.state = 'RETURNED' or a.contest_version <> c.version)`,
    });
  }

  @Awaits({
    kind: 'contest.announce',
    act: 'advancePhase',
    words: { vi: 'Phát động cuộc thi đã được phê duyệt kế hoạch', en: 'Announce the contest whose plan was approved' },
  })
  toAnnounce(actor: Actor): RawBuilder<unknown> | null {
    return plans(actor, 'contest:edit', { since: sql`a.answered_at`, which: sql`a.state = 'APPROVED' and a.contest_version = c.version` });
  }
}

/** Drafts by the last time that their plan was sent; due when they are to be announced. */
function plans(
  actor: Actor,
  permission: 'contest:edit' | 'contest:decide',
  {
    since,
    which,
    path = sql`'/contests/' || c.id || '/setup'`,
  }: Record<'since' | 'which', RawBuilder<unknown>> & { path?: RawBuilder<unknown> },
): RawBuilder<unknown> | null {
  const units = actor.unitsFor(permission);
  if (units.length === 0) return null;
  return sql`select c.id as subject_id, ${titleOf(actor)} as subject, ${since} as since,
      (select p.starts_at from phase p where p.contest_id = c.id and p.kind = 'ANNOUNCED') as due,
      ${permission === 'contest:decide' ? (actor.locale === 'en' ? sql`h.name_en` : sql`h.name_vi`) : sql`null::text`} as who, 1 as count, ${path} as path
    from contest c join unit h on h.id = c.host_id
    cross join lateral (select a.* from plan_approval a where a.contest_id = c.id order by a.id desc limit 1) a
    where c.host_id = any(${units}::uuid[]) and c.phase = 'DRAFT' and c.leader_approves and ${which}`;
}

const titleOf = ({ locale }: Actor) => (locale === 'en' ? sql`c.title_en` : sql`c.title`);
