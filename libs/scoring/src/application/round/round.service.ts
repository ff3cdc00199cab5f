import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Contest, RuleBook, type RuleBookContent } from '#domain/contest';
import { RuleBookService } from '#lib/contest';
import { type Actor, Refused, nameOf, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork, sameContent } from '#lib/platform';
import { whyNotPlan } from '../../domain/round/opening.js';
import { Round, whyNotMove } from '../../domain/round/round.entity.js';
import { ConflictDetectionService } from '#lib/jury';
import { dropCards } from '../card/cards.writer.js';
import { RoundLocks } from '../common/round-locks.js';
import { REACHED } from '../common/scope.js';
import { RoundQueries, type RoundRow } from './round.queries.js';
import { RoundReadiness } from './round-readiness.js';

const PERMISSION = 'round:manage';

/** The beginning of a round: planned from the rule book, then opened. */
@Injectable()
export class RoundService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locks: RoundLocks,
    private readonly detection: ConflictDetectionService,
    private readonly readiness: RoundReadiness,
    private readonly ruleBooks: RuleBookService,
    private readonly rounds: RoundQueries,
  ) {}

  /** Makes the rounds of the rule book, so that they can be assigned. Done again, it takes over what the book says now for those not yet opened. */
  planRounds(actor: Actor, { contestId }: { contestId: string }): Promise<RoundRow> {
    return this.work.act(actor, 'planRounds', async (act) => {
      const scope = { id: contestId, host: { id: { $in: actor.unitsFor(PERMISSION) } } };
      const contest = await act.em.findOneOrFail(Contest, scope, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await this.locks.refuseShutOut(act, contest.id, PERMISSION);
      const hasRuleBook = (await act.em.count(RuleBook, { contest })) > 0;
      refuseIf(whyNotPlan({ phase: contest.phase, hasRuleBook }));
      const [first] = await this.plan(act, contest);
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

  /** Opens a round for marking once the one before is closed, every initiative has its cards and, in an anonymous one, no name is undecided. The first freezes the rule book. */
  async openRound(actor: Actor, order: { roundId: string; version: number }): Promise<RoundRow> {
    await this.readiness.lookAhead(order.roundId);
    return this.work.act(actor, 'openRound', async (act) => {
      const { round, contest } = await this.locks.updateInJudging(act, order.roundId, PERMISSION, 'for update');
      if (round.state !== 'PLANNED') throw whyNotMove(round.state, 'OPEN');
      act.onVersion(round, order.version);
      const book = await this.ruleBooks.freeze(actor, contest.id);
      follow(round, book.content);
      await this.detection.detect(actor, contest.id);
      await this.readiness.refuseUnready(act, round, contest);
      round.open(book, act.at);
      act.record({ subject: { type: 'Round', id: round.id }, before: { state: 'PLANNED' }, after: { state: 'OPEN', ruleBook: book.hash } });
      act.emit({ type: 'round.opened', payload: { roundId: round.id, contestId: contest.id } });
      await act.em.flush();
      return this.rounds.reread(actor, round.id);
    });
  }

  /** Until when the cards that are out are signed. Refuses a closed round and a moment that has passed; judges who have not signed are told. */
  moveRoundDue(actor: Actor, order: { roundId: string; version: number; dueAt: Date; reason: string }): Promise<RoundRow> {
    return this.work.act(actor, 'moveRoundDue', async (act) => {
      const round = await this.locks.update(act, order.roundId, PERMISSION);
      act.onVersion(round, order.version);
      const before = { dueAt: round.dueAt };
      round.moveDue(order.dueAt, act.at);
      await act.em.flush();
      const subject = { type: 'Round', id: round.id };
      if (act.record({ subject, before, after: { dueAt: round.dueAt }, reason: order.reason }))
        act.emit({
          type: 'round.dueMoved',
          payload: { roundId: round.id, contestId: round.contest.id, dueAt: order.dueAt, reason: order.reason },
        });
      return this.rounds.reread(actor, round.id);
    });
  }

  /** Judges that were given out in a planned round go with it, and from one that others are to reach now. */
  private async plan(act: Act, contest: Contest): Promise<Round[]> {
    const { em, record } = act;
    const book = await em.findOne(RuleBook, { contest }, { orderBy: { number: 'desc' } });
    if (!book) throw new Refused('NO_RULE_BOOK');
    const known = new Map((await em.find(Round, { contest })).map((round) => [round.key, round]));
    const rules = book.content.rounds;
    const earlier = [...known.values()].sort((one, other) => one.ordinal - other.ordinal).map(({ rule }) => rule);
    const places = rules.map((rule, at) => ({ rule, place: { ordinal: at + 1, last: at === rules.length - 1 } }));
    const gone = [...known.values()].filter(({ state, key }) => state === 'PLANNED' && !rules.some((rule) => rule.key === key));
    await dropCards(act, sql`r.id = any(${gone.map(({ id }) => id)}::uuid[])`);
    em.remove(gone);
    const rounds = places.map(({ rule, place }) => {
      const round = known.get(rule.key) ?? Round.plan(contest, rule, place);
      round.follow(rule, place);
      return round;
    });
    await em.persist(rounds).flush();
    await dropCards(act, sql`r.contest_id = ${contest.id} and not ${REACHED}`);
    if (!sameContent(earlier, rules))
      record({ subject: { type: 'Contest', id: contest.id }, after: { rounds: rules.map(({ key }) => key) } });
    return rounds;
  }
}

/** Takes over the frozen book's rule; a round that the book no longer has cannot be opened. */
function follow(round: Round, { rounds }: RuleBookContent): void {
  const at = rounds.findIndex(({ key }) => key === round.key);
  const rule = rounds[at];
  if (!rule) throw new Refused('ROUND_NOT_IN_RULE_BOOK', { round: nameOf(round.rule) });
  round.follow(rule, { ordinal: at + 1, last: at === rounds.length - 1 });
}
