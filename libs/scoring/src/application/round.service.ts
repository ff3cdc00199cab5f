import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Contest, RuleBook, type RuleBookContent } from '#domain/contest';
import { RuleBookService } from '#lib/contest';
import { type Actor, Refused, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { callFurther, divergent } from '../domain/divergence.js';
import { whyNotClose } from '../domain/policies.js';
import { Round, whyNotMove } from '../domain/round.entity.js';
import { addCards } from './cards.writer.js';
import { FieldQueries } from './field.queries.js';
import { RoundLocks } from './round-locks.js';
import { RoundQueries, type RoundRow } from './round.queries.js';
import { StandingsService } from './standings.service.js';

const PERMISSION = 'round:manage';

/** The course of a round: planned from the rule book, opened, closed. */
@Injectable()
export class RoundService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locks: RoundLocks,
    private readonly field: FieldQueries,
    private readonly ruleBooks: RuleBookService,
    private readonly standings: StandingsService,
    private readonly rounds: RoundQueries,
  ) {}

  /** Makes the rounds of the rule book, so that they can be assigned. Done again, it takes over what the book says now for those not yet opened. */
  planRounds(actor: Actor, { contestId }: { contestId: string }): Promise<RoundRow> {
    return this.work.act(actor, 'planRounds', async (act) => {
      const scope = { id: contestId, host: { id: { $in: actor.unitsFor(PERMISSION) } } };
      const contest = await act.em.findOneOrFail(Contest, scope, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const [first] = await this.plan(act, contest);
      await act.em.flush();
      return this.rounds.reread(actor, first?.id ?? '');
    });
  }

  /** The same when the contest goes into judging, by the system. */
  planAtJudging(actor: Actor, contestId: string): Promise<void> {
    return this.work.act(actor, 'planRounds', async (act) => {
      const contest = await act.em.findOne(Contest, { id: contestId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (contest) await this.plan(act, contest);
    });
  }

  /** Opens a round for marking once the one before is closed and every initiative has its cards. The first freezes the rule book. */
  openRound(actor: Actor, order: { roundId: string; version: number }): Promise<RoundRow> {
    return this.work.act(actor, 'openRound', async (act) => {
      const round = await this.locks.update(act, order.roundId, PERMISSION);
      if (round.state !== 'PLANNED') throw whyNotMove(round.state, 'OPEN');
      if (round.version !== order.version) throw new Refused('STALE');
      const contest = await act.em.findOneOrFail(Contest, { id: round.contest.id }, { populate: ['phases'] });
      if (contest.heldAt) throw new Refused('CONTEST_HELD');
      refuseIf(contest.whyNot('JUDGE', act.at));
      if (await act.em.count(Round, { contest, ordinal: { $lt: round.ordinal }, state: { $ne: 'CLOSED' } })) throw new Refused('ROUND_BEFORE_OPEN');

      const book = await this.ruleBooks.freeze(actor, contest.id);
      follow(round, book.content);
      await act.em.flush();
      const progress = await this.field.progress(round.id);
      if (progress.initiatives === 0) throw new Refused('ROUND_EMPTY');
      if (progress.short > 0) throw new Refused('ROUND_NOT_ASSIGNED', { short: progress.short });
      round.open(book, act.at);
      act.record({ subject: { type: 'Round', id: round.id }, before: { state: 'PLANNED' }, after: { state: 'OPEN', ruleBook: book.hash } });
      act.emit({ type: 'round.opened', payload: { roundId: round.id, contestId: contest.id } });
      await act.em.flush();
      return this.rounds.reread(actor, round.id);
    });
  }

  /**
   * Locks signing and, where every card is signed or excused, computes and keeps the standings. Refused otherwise, with counts
   * alone, and the round stays open. Where first cards diverge, the round stays settling until the further judges have signed.
   */
  closeRound(actor: Actor, { roundId }: { roundId: string }): Promise<RoundRow> {
    return this.work.act(actor, 'closeRound', async (act) => {
      const round = await this.locks.update(act, roundId, PERMISSION);
      refuseIf(whyNotClose(round.state, await this.field.progress(round.id)));
      const before = round.state;
      if (before === 'OPEN') {
        round.settle();
        await act.em.flush();
      }
      const called = before === 'OPEN' ? await this.callFurther(act, round) : 0;
      if (called === 0) await this.finish(act, round);
      act.record({ subject: { type: 'Round', id: round.id }, before: { state: before }, after: { state: round.state, furtherJudges: called } });
      await act.em.flush();
      return this.rounds.reread(actor, round.id);
    });
  }

  private async plan({ em, record }: Act, contest: Contest): Promise<Round[]> {
    const book = await em.findOne(RuleBook, { contest }, { orderBy: { number: 'desc' } });
    if (!book) throw new Refused('NO_RULE_BOOK');
    const known = new Map((await em.find(Round, { contest })).map((round) => [round.key, round]));
    const rules = book.content.rounds;
    const places = rules.map((rule, at) => ({ rule, place: { ordinal: at + 1, last: at === rules.length - 1 } }));
    for (const round of known.values()) if (round.state === 'PLANNED' && !rules.some(({ key }) => key === round.key)) em.remove(round);
    const rounds = places.map(({ rule, place }) => {
      const round = known.get(rule.key) ?? Round.plan(contest, rule, place);
      round.follow(rule, place);
      return round;
    });
    em.persist(rounds);
    record({ subject: { type: 'Contest', id: contest.id }, after: { rounds: rules.map(({ key }) => key) } });
    return rounds;
  }

  /** Marks are read while nobody can sign: that a further judge is called is all that comes out of it. Returns how many were. */
  private async callFurther(act: Act, round: Round): Promise<number> {
    const threshold = round.rule.divergenceThreshold;
    if (threshold === null) return 0;
    const { judges, cards, barred } = await this.field.assignmentTable(round.id, localDate(act.at));
    const isBarred = new Set([...barred.map(({ initiativeId, personId }) => `${initiativeId} ${personId}`)]);
    const loadOf = (judgeId: string) => cards.filter((card) => card.judgeId === judgeId && !card.excused).length;
    const free = judges
      .filter(({ available }) => available)
      .map(({ id, loadMax }) => ({ judgeId: id, load: loadOf(id), room: loadMax === null ? Infinity : Math.max(0, loadMax - loadOf(id)) }));
    const first = await this.field.firstCards(round.id);
    const calls = callFurther(divergent(first, threshold), free, ({ initiativeId, judgeId }) => isBarred.has(`${initiativeId} ${judgeId}`));
    await addCards(act, round, { pairs: calls, extra: true });
    if (calls.length > 0) act.emit({ type: 'round.settling', payload: { roundId: round.id, contestId: round.contest.id } });
    return calls.length;
  }

  private async finish(act: Act, round: Round): Promise<void> {
    const book = await act.em.findOneOrFail(RuleBook, { id: round.ruleBook?.id ?? '' });
    const { aggregation } = await this.standings.keepRound(act, round, book);
    if (round.last) await this.standings.keepFinal(act, round.contest.id, book);
    round.close(aggregation, act.at);
    act.emit({ type: 'round.closed', payload: { roundId: round.id, contestId: round.contest.id, last: round.last } });
  }
}

/** Takes over the frozen book's rule; a round that the book no longer has cannot be opened. */
function follow(round: Round, { rounds }: RuleBookContent): void {
  const at = rounds.findIndex(({ key }) => key === round.key);
  const rule = rounds[at];
  if (!rule) throw new Refused('ROUND_NOT_IN_RULE_BOOK', { key: round.key });
  round.follow(rule, { ordinal: at + 1, last: at === rounds.length - 1 });
}
