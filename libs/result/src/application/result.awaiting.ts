import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { hostOf, judgingScope, titleOf } from '#lib/jury';
import { type Actor, Clock } from '#lib/kernel';
import { Awaits } from '#lib/platform';
import { LADDER_HAS_VOTE, TIES, barredFrom, isChair } from './result/chair-vote.queries.js';
import { ResultPorts } from './result/result.ports.js';
import { JUDGING_ENDS, openCards, ownCard, ROUND_PATH, roundOf } from '#lib/scoring';

/** What waits for the chair of a jury. */
@Injectable()
export class ChairAwaiting {
  constructor(private readonly ports: ResultPorts) {}

  @Awaits({
    kind: 'tie.decide',
    act: 'castChairVote',
    words: { vi: 'Biểu quyết giữa các sáng kiến đồng hạng', en: 'Vote between initiatives that share a rank' },
  })
  toPart(actor: Actor): RawBuilder<unknown> | null {
    if (!actor.can('scorecard:sign')) return null;
    return sql`select ct.id as subject_id, ${titleOf(actor)} as subject, v.made_at as since,
      (select p.ends_at from phase p where p.contest_id = ct.id and p.kind = 'DELIBERATION') as due, ${hostOf(actor)} as who, count(*)::int as count,
      '/contests/' || ct.id || '/final-standings' as path
      from contest ct join contest_result v on v.contest_id = ct.id and v.superseded_at is null
      join rule_book b on b.id = v.rule_book_id and ${LADDER_HAS_VOTE} cross join lateral ${TIES} tie
      where ct.phase in ('JUDGING', 'DELIBERATION') and ${isChair(actor)} and not ${barredFrom(actor, sql`tie.ids`)}
        and not ${this.ports.settled({ contestId: sql`ct.id`, initiativeIds: sql`tie.ids` })}
      group by ct.id, v.id`;
  }
}

/** What waits for those who make a result, or correct one; who is shut out of the judging is waited for by nobody. */
@Injectable()
export class ResultAwaiting {
  constructor(private readonly clock: Clock) {}

  @Awaits({
    kind: 'correction.sign',
    act: 'signCorrection',
    words: { vi: 'Ký lại phiếu chấm để đính chính kết quả', en: 'Sign a card anew for a correction' },
  })
  toSignAnew(actor: Actor): RawBuilder<unknown> | null {
    if (!actor.can('scorecard:sign')) return null;
    return sql`select k.id as subject_id, ${roundOf(actor)} as subject, k.proposed_at as since, null::timestamptz as due, ${hostOf(actor)} as who, 1 as count,
      '/corrections-to-sign' as path
      from correction k join scorecard c on c.id = k.scorecard_id join round r on r.id = k.round_id join contest ct on ct.id = r.contest_id
      where ${ownCard(actor)} and k.state = 'PROPOSED'`;
  }

  @Awaits({
    kind: 'correction.decide',
    act: 'applyCorrection',
    words: { vi: 'Quyết định đính chính kết quả', en: 'Decide on a correction of a result' },
  })
  toCorrect(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('correction:decide').length === 0) return null;
    return sql`select k.id as subject_id, ${roundOf(actor)} as subject, coalesce(k.signed_at, k.proposed_at) as since, null::timestamptz as due,
      p.full_name as who, 1 as count, '/contests/' || ct.id || '/corrections' as path
      from correction k join person p on p.id = k.proposed_by_id join round r on r.id = k.round_id join contest ct on ct.id = r.contest_id
      where k.state = 'READY' and k.proposed_by_id <> ${actor.id} and ${judgingScope(actor, 'correction:decide')}`;
  }

  @Awaits({
    kind: 'round.close',
    act: 'closeRound',
    words: { vi: 'Kết thúc vòng chấm: các phiếu đã ký đủ', en: 'Close a round: all its cards are signed' },
  })
  toClose(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('round:manage').length === 0) return null;
    return sql`select r.id as subject_id, ${roundOf(actor)} as subject, r.opened_at as since, coalesce(r.due_at, ${JUDGING_ENDS}) as due, null::text as who, 1 as count,
      ${ROUND_PATH} as path
      from round r join contest ct on ct.id = r.contest_id
      where r.state <> 'CLOSED' and r.state in ('OPEN', 'SETTLING') and ct.phase = 'JUDGING' and ${judgingScope(actor, 'round:manage')}
        and exists (select 1 from scorecard c where c.round_id = r.id and c.state = 'SIGNED')
        and not exists (select 1 from scorecard c join initiative i on i.id = c.initiative_id where c.round_id = r.id and ${openCards(this.clock.now())} and i.state = 'ELIGIBLE')`;
  }
}
