import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock } from '#lib/kernel';
import { type AtMoment, Awaits, Leads } from '#lib/platform';
import { toldUntil } from '../domain/round/deadline.js';
import { CAN_BE_CALIBRATED } from './calibration/calibration.queries.js';
import { CARD_DUE } from './card/scorecard.queries.js';
import { anonymousStateOf } from './names/name-look.columns.js';
import { NAME_LOOK_STATE } from './names/name-look.queries.js';
import { hostOf, JUDGING_STARTS, judgingScope, titleOf } from '#lib/jury';
import { JUDGING_ENDS, ROUND_PATH, openCards, roundOf } from './scoring.columns.js';
import { ownCard, progressAs } from './common/scope.js';

/** What waits for judges. */
@Injectable()
export class JudgeAwaiting {
  @Awaits({
    kind: 'card.sign',
    act: 'signScorecard',
    words: { vi: 'Chấm và ký các phiếu còn lại', en: 'Mark and sign the cards that are left' },
    nudge: {
      permission: 'assignment:manage',
      office: (actor, id) =>
        sql`(select ct.host_id from round r join contest ct on ct.id = r.contest_id where r.id = ${id} and ${judgingScope(actor, 'assignment:manage')})`,
      holders: (id, { now }) => sql`select distinct c.judge_id
        from scorecard c join round r on r.id = c.round_id join contest ct on ct.id = r.contest_id join initiative i on i.id = c.initiative_id
        where c.round_id = ${id} and ${openCards(now)} and ${CAN_BE_SIGNED}`,
    },
  })
  toSign(actor: Actor): RawBuilder<unknown> | null {
    if (!actor.can('scorecard:sign')) return null;
    return sql`select r.id as subject_id, ${roundOf(actor)} as subject, min(c.assigned_at) as since, coalesce(min(${CARD_DUE}), ${JUDGING_ENDS}) as due, ${hostOf(actor)} as who,
      count(*)::int as count, '/judging/' || r.id as path
      from scorecard c join round r on r.id = c.round_id join contest ct on ct.id = r.contest_id join initiative i on i.id = c.initiative_id
      where ${ownCard(actor)} and c.state = 'DRAFT' and ${CAN_BE_SIGNED}
      group by r.id, ct.id`;
  }

  /** The two samples of a round that asks for it, from when they are written until the judge has seen the spread. */
  @Awaits({
    kind: 'calibration.sign',
    act: 'finishCalibration',
    words: { vi: 'Chấm thử hai sáng kiến mẫu trước vòng chấm', en: 'Score the two samples before a round' },
  })
  toCalibrate(actor: Actor): RawBuilder<unknown> | null {
    if (!actor.can('scorecard:sign')) return null;
    return sql`select r.id as subject_id, ${roundOf(actor)} as subject, min(t."from") as since, coalesce(r.due_at, ${JUDGING_ENDS}) as due, ${hostOf(actor)} as who,
      greatest(count(*) filter (where k.id is null), 1)::int as count, '/judging/' || r.id || '/calibration' as path
      from seat t join contest ct on ct.id = t.contest_id join round r on r.contest_id = ct.id join calibration_sample s on s.round_id = r.id
      left join calibration_card k on k.sample_id = s.id and k.judge_id = t.person_id
      where t.person_id = ${actor.id} and t.kind = 'JUDGE' and t.ended_at is null and ${CAN_BE_CALIBRATED}
        and not exists (select 1 from calibration done where done.round_id = r.id and done.judge_id = t.person_id)
      group by r.id, ct.id`;
  }
}

/** What waits for those who run the judging; who is shut out of it is waited for by nobody. */
@Injectable()
export class JudgingAwaiting {
  constructor(private readonly clock: Clock) {}

  @Awaits({
    kind: 'reopening.decide',
    act: 'approveReopening',
    words: { vi: 'Quyết định đề nghị mở lại phiếu chấm', en: 'Decide on requests to reopen a card' },
  })
  toReopen(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('round:manage').length === 0) return null;
    return sql`select r.id as subject_id, ${roundOf(actor)} as subject, min(o.requested_at) as since, null::timestamptz as due, min(p.full_name) as who,
      count(*)::int as count, ${ROUND_PATH} as path
      from reopening o join scorecard c on c.id = o.scorecard_id join person p on p.id = o.requested_by_id
      join round r on r.id = c.round_id join contest ct on ct.id = r.contest_id
      where o.state = 'REQUESTED' and o.requested_by_id <> ${actor.id} and c.judge_id <> ${actor.id} and r.state <> 'CLOSED' and ${judgingScope(actor, 'round:manage')}
      group by r.id, ct.id`;
  }

  /** As `whyNotDecideNames` has it: what judges read, or will. */
  @Awaits({
    kind: 'names.decide',
    act: 'decideNames',
    words: { vi: 'Quyết định che tên trong hồ sơ của vòng chấm ẩn danh', en: 'Decide on names in dossiers of an anonymous round' },
  })
  toHideNames(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('round:manage').length === 0) return null;
    return sql`select ct.id as subject_id, ${titleOf(actor)} as subject, min(n.looked_at) as since, ${JUDGING_STARTS} as due, null::text as who,
      count(*)::int as count, '/contests/' || ct.id || '/names' as path
      from contest ct join initiative i on i.contest_id = ct.id and i.state = 'ELIGIBLE' join name_look n on n.initiative_id = i.id
      where ct.phase in ('OPEN', 'SCREENING', 'JUDGING') and ${NAME_LOOK_STATE} = 'UNDECIDED' and ${anonymousStateOf(sql`ct.id`)} in ('PLANNED', 'OPEN')
        and ${judgingScope(actor, 'round:manage')}
      group by ct.id`;
  }

  @Awaits({
    kind: 'round.overdue',
    act: 'moveRoundDue',
    words: {
      vi: 'Vòng chấm đã hết hạn mà còn phiếu chưa ký: gia hạn hoặc giao lại',
      en: 'A round is past its deadline with cards unsigned: move it, or reassign',
    },
  })
  toMoveOn(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('round:manage').length === 0) return null;
    return sql`select r.id as subject_id, ${roundOf(actor)} as subject, r.due_at as since, r.due_at as due, null::text as who, count(*)::int as count,
      ${ROUND_PATH} as path
      from round r join contest ct on ct.id = r.contest_id join scorecard c on c.round_id = r.id join initiative i on i.id = c.initiative_id
      where r.state in ('OPEN', 'SETTLING') and r.due_at + make_interval(mins => ct.grace_minutes) <= ${this.clock.now()} and ct.phase = 'JUDGING'
        and ${openCards(this.clock.now())} and i.state = 'ELIGIBLE' and ${judgingScope(actor, 'round:manage')}
      group by r.id, ct.id`;
  }

  @Awaits({ kind: 'round.open', act: 'openRound', words: { vi: 'Phân công và mở vòng chấm', en: 'Assign and open a round' } })
  toOpen(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('round:manage').length === 0) return null;
    return sql`select r.id as subject_id, ${roundOf(actor)} as subject,
      coalesce((select max(b.closed_at) from round b where b.contest_id = ct.id), (select p.entered_at from phase p where p.contest_id = ct.id and p.kind = 'JUDGING')) as since,
      ${JUDGING_ENDS} as due, null::text as who, 1 as count, ${ROUND_PATH} as path
      from round r join contest ct on ct.id = r.contest_id
      where r.state = 'PLANNED' and ct.phase = 'JUDGING' and ${judgingScope(actor, 'round:manage')}
        and not exists (select 1 from round before where before.contest_id = ct.id and before.ordinal < r.ordinal and before.state <> 'CLOSED')`;
  }
}

/** What is told of the judging to those who lead it; who is shut out of it is told nothing. */
@Injectable()
export class JudgingLed {
  @Leads({ kind: 'round.signed', words: { vi: 'Phiếu chấm đã ký', en: 'Cards signed' } })
  signed(actor: Actor, { now }: AtMoment): RawBuilder<unknown> | null {
    if (actor.unitsFor('contest:decide').length === 0) return null;
    return sql`select r.id as subject_id, ${roundOf(actor)} as subject, told.signed as done, told.due as whole, coalesce(r.due_at, ${JUDGING_ENDS}) as due,
      '/contests/' || ct.id || '/year' as path
      from round r join contest ct on ct.id = r.contest_id cross join lateral ${progressAs(toldUntil(now))} told
      where r.state in ('OPEN', 'SETTLING') and ct.phase = 'JUDGING' and ${judgingScope(actor, 'contest:decide')}`;
  }
}

/** Card `c` of round `r` can be signed now: its round is open, its initiative in it, and its judge not in conflict. */
const CAN_BE_SIGNED = sql<boolean>`(r.state in ('OPEN', 'SETTLING') and ct.phase = 'JUDGING' and i.state = 'ELIGIBLE'
  and not exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active))`;
