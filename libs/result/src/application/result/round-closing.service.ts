import { Injectable } from '@nestjs/common';
import { RuleBook } from '#domain/contest';
import { type Actor, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { apartFrom, callFurther, divergent, type Round, toldUntil, untrimmedOf, whyNotClose, whyNotUntrimmed } from '#domain/scoring';
import { addCards, changeQualifiers, FieldQueries, RoundLocks, RoundQueries, type RoundRow } from '#lib/scoring';
import { CountingQueries } from './counting.queries.js';
import { StandingsService } from './standings.service.js';

/** The end of a round: signing is locked, further judges are called where first cards diverge, standings are kept, and who passed goes on. */
@Injectable()
export class RoundClosingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locks: RoundLocks,
    private readonly field: FieldQueries,
    private readonly counting: CountingQueries,
    private readonly standings: StandingsService,
    private readonly rounds: RoundQueries,
  ) {}

  /**
   * Locks signing and, where every card is signed or excused, computes and keeps the standings. Refused otherwise, with counts
   * alone, and the round stays open. Where first cards diverge, the round stays settling until the further judges have signed; a first
   * card that was replaced or signed anew meanwhile is looked at like the others. Where trimming falls away for want of cards, that is
   * said first, and the round closed only for who has accepted it.
   */
  closeRound(actor: Actor, { roundId, acceptUntrimmed = false }: { roundId: string; acceptUntrimmed?: boolean }): Promise<RoundRow> {
    return this.work.act(actor, 'closeRound', async (act) => {
      const { round } = await this.locks.updateInJudging(act, roundId, 'round:manage');
      const progress = await this.field.progress(round.id);
      // Not even by asking again and again is it learnt at which moment somebody has signed.
      if (whyNotClose(round.state, progress)) refuseIf(whyNotClose(round.state, await this.field.progress(round.id, toldUntil(act.at))));
      refuseIf(whyNotClose(round.state, progress) ?? whyNotUntrimmed(progress.untrimmed, acceptUntrimmed));
      const before = round.state;
      if (before === 'OPEN') {
        round.settle();
        await act.em.flush();
      }
      const called = await this.callFurther(act, round);
      if (called === 0) await this.finish(act, round, acceptUntrimmed);
      act.record({
        subject: { type: 'Round', id: round.id },
        before: { state: before },
        after: { state: round.state, furtherJudges: called, ...(acceptUntrimmed && { acceptUntrimmed }) },
      });
      await act.em.flush();
      return this.rounds.reread(actor, round.id);
    });
  }

  /** Marks are read while nobody can sign: that a further judge is called is all that comes out of it. Returns how many were. */
  private async callFurther(act: Act, round: Round): Promise<number> {
    const threshold = round.rule.divergenceThreshold;
    if (threshold === null) return 0;
    const table = await this.field.assignmentTable(round.id, localDate(act.at));
    const { judges, cards, barred } = table;
    const isBarred = new Set(barred.map(({ initiativeId, personId }) => `${initiativeId} ${personId}`));
    const isApart = apartFrom(table);
    const loadOf = (judgeId: string) => cards.filter((card) => card.judgeId === judgeId && !card.excused).length;
    const free = judges
      .filter(({ available }) => available)
      .map(({ id, loadMax }) => ({ judgeId: id, load: loadOf(id), room: loadMax === null ? Infinity : Math.max(0, loadMax - loadOf(id)) }));
    const first = await this.counting.firstCards(round.id);
    const calls = callFurther(
      divergent(first, threshold),
      free,
      (call) => isBarred.has(`${call.initiativeId} ${call.judgeId}`) || isApart(call),
    );
    await addCards(act, round, { pairs: calls, extra: true });
    if (calls.length > 0) act.emit({ type: 'round.settling', payload: { roundId: round.id, contestId: round.contest.id } });
    return calls.length;
  }

  /** A further mark may have displaced a card since: what counts in the end is asked again. */
  private async finish(act: Act, round: Round, acceptUntrimmed: boolean): Promise<void> {
    const counting = await this.counting.countingCards(round.id);
    const counts = counting.map(({ cards }) => cards.length);
    refuseIf(whyNotUntrimmed(untrimmedOf(round.rule, counts), acceptUntrimmed));
    const book = await act.em.findOneOrFail(RuleBook, { id: round.ruleBook?.id ?? '' });
    const { id } = await this.standings.keepRound(act, { round, book, cause: 'CLOSING' });
    if (round.last) await this.standings.keepFinal(act, { contestId: round.contest.id, book, cause: 'CLOSING' });
    else await changeQualifiers(act, round.id, { joins: await this.counting.passed(id), leaves: [] });
    round.close(act.at);
    act.emit({ type: 'round.closed', payload: { roundId: round.id, contestId: round.contest.id, last: round.last } });
  }
}
