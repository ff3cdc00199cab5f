import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, SYSTEM, refuseIf } from '#lib/kernel';
import { type Act, type Delivered, OnEvent, UnitOfWork } from '#lib/platform';
import { whyNotRecuse } from '../../domain/card/policies.js';
import { type ConflictType } from '#domain/jury';
import { Round } from '../../domain/round/round.entity.js';
import { ReplacementService } from '../assignment/replacement.service.js';
import { ScorecardQueries, type ScorecardRow } from '../card/scorecard.queries.js';
import { ConflictService } from '#lib/jury';
import { IN_ROUND } from '../common/scope.js';

const RECUSED = 'Giám khảo từ chối chấm vì xung đột lợi ích';

/** A card that went out of the count. */
interface ExcusedCard {
  readonly id: string;
  readonly roundId: string;
  readonly initiativeId: string;
  readonly judgeId: string;
  readonly extra: boolean;
}

/** Judges who step back, and who takes over: a card that is given up is kept, and another judge is found for its initiative. */
@Injectable()
export class RecusalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly replacements: ReplacementService,
    private readonly conflicts: ConflictService,
    private readonly cards: ScorecardQueries,
  ) {}

  /**
   * A judge says why they cannot judge what they were assigned, at any time before the round closes. Their card goes out of the count,
   * signed or not, and is kept; another judge takes it over in the same act, where one is free.
   */
  declareConflict(judge: Actor, order: { scorecardId: string; type: ConflictType; reason: string }): Promise<ScorecardRow> {
    return this.work.act(judge, 'declareConflict', async (act) => {
      const seen = await this.cards.scorecard(judge, order.scorecardId);
      if (!seen) throw new Refused('NOT_FOUND', { what: 'Scorecard' });
      const { contestId } = seen;
      const initiativeId = seen.initiative.id;
      const rounds = await this.holdRounds(act, contestId);
      refuseIf(whyNotRecuse(rounds.get(seen.roundId)?.state ?? 'CLOSED'));
      await this.conflicts.tell(act, { ...order, contestId, initiativeId, personId: judge.id, source: 'DECLARED' });
      await this.stepBack(act, rounds, { initiativeId, judgeId: judge.id });
      const declared = await this.cards.scorecard(judge, order.scorecardId);
      if (!declared) throw new Refused('NOT_FOUND');
      return declared;
    });
  }

  /**
   * The rounds of a contest that are not closed, held to the end of the act: nobody signs, gives out cards or closes one meanwhile.
   * All at once and in their order, so that two who step back at the same time wait for one another.
   */
  private async holdRounds({ em }: Act, contestId: string): Promise<ReadonlyMap<string, Round>> {
    const where = { contest: contestId, state: { $ne: 'CLOSED' as const } };
    const rounds = await em.find(Round, where, { orderBy: { ordinal: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    return new Map(rounds.map((round) => [round.id, round]));
  }

  /**
   * Joins the act in which a judge said why they cannot judge an initiative. Their cards of it, signed or not, in every round that is
   * not closed go out of the count, and each is taken over at once where somebody is free.
   */
  private async stepBack(act: Act, rounds: ReadonlyMap<string, Round>, order: { initiativeId: string; judgeId: string }): Promise<void> {
    const { rows } = await sql<ExcusedCard & { state: string }>`
      select c.id, c.round_id as "roundId", c.initiative_id as "initiativeId", c.judge_id as "judgeId", c.extra, c.state from scorecard c
      where c.judge_id = ${order.judgeId} and c.initiative_id = ${order.initiativeId} and c.state <> 'EXCUSED'
        and c.round_id = any(${[...rounds.keys()]}::uuid[]) order by c.id for update of c`.execute(act.em.getKysely());
    for (const { state, ...card } of rows) {
      await sql`update scorecard set state = 'EXCUSED', excused_at = ${act.at}, excuse_reason = ${RECUSED}, version = version + 1
        where id = ${card.id}`.execute(act.em.getKysely());
      act.record({ subject: { type: 'Scorecard', id: card.id }, before: { state }, after: { state: 'EXCUSED' }, reason: RECUSED });
      const replaced = await this.replace(act, rounds.get(card.roundId), card);
      act.emit({ type: 'judge.recused', payload: { scorecardId: card.id, replaced } });
    }
  }

  /** Cards that a conflict caught up with, or whose judge left: each is taken over while its round is judged, and is not where enough are left. */
  @OnEvent('scoring.replaceJudges', 'cards.excused')
  replaceJudges({ payload: { contestId, cardIds } }: Delivered<{ contestId: string; cardIds: string[] }>): Promise<void> {
    return this.work.act(SYSTEM, 'replaceJudges', async (act) => {
      const rounds = await this.holdRounds(act, contestId);
      const { rows } = await sql<ExcusedCard>`
        select c.id, c.round_id as "roundId", c.initiative_id as "initiativeId", c.judge_id as "judgeId", c.extra
        from scorecard c join initiative i on i.id = c.initiative_id
        where c.id = any(${cardIds}::uuid[]) and c.state = 'EXCUSED' order by i.code, c.id`.execute(act.em.getKysely());
      const short = new Map<string, Set<string>>();
      for (const card of rows) {
        const round = rounds.get(card.roundId);
        if (!round || round.state === 'PLANNED' || (await this.replace(act, round, card))) continue;
        short.set(round.id, (short.get(round.id) ?? new Set<string>()).add(card.initiativeId));
      }
      for (const [roundId, initiatives] of short) act.emit({ type: 'round.short', payload: { roundId, initiativeIds: [...initiatives] } });
    });
  }

  /** True where the initiative has its cards after it, as before: by a further judge, or because it has enough, or is judged no more. */
  private async replace(act: Act, round: Round | undefined, card: ExcusedCard): Promise<boolean> {
    if (!round || !(await needsAnother(act, round, card))) return true;
    return (await this.replacements.replace(act, round, card)) !== null;
  }
}

/** Whether the initiative is judged in the round and has lost a card that nobody has taken over. A further judge's is one of its own: the first cards do not stand in for it. */
async function needsAnother({ em }: Act, round: Round, card: ExcusedCard): Promise<boolean> {
  const { rows } = await sql<{ judged: boolean; live: number; since: number }>`
    select exists (select 1 from round r join initiative i on ${IN_ROUND} join contest ct on ct.id = r.contest_id and ct.phase = 'JUDGING'
        where r.id = ${round.id} and i.id = ${card.initiativeId}) as judged,
      (select count(*)::int from scorecard c where c.round_id = ${round.id} and c.initiative_id = ${card.initiativeId}
        and c.state <> 'EXCUSED' and not c.extra) as live,
      (select count(*)::int from scorecard c join scorecard gone on gone.id = ${card.id} where c.round_id = ${round.id}
        and c.initiative_id = ${card.initiativeId} and c.state <> 'EXCUSED' and c.extra and c.assigned_at >= gone.excused_at) as since`.execute(
    em.getKysely(),
  );
  const found = rows[0];
  if (!found?.judged) return false;
  return card.extra ? found.since === 0 : found.live < round.rule.judgesPerInitiative;
}
