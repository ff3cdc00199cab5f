import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Seat } from '#domain/contest';
import { Person } from '#domain/identity';
import { Initiative } from '#domain/initiative';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { whyNotAssign, whyNotExcuse, whyNotUnassign } from '../../domain/card/policies.js';
import { type Round } from '../../domain/round/round.entity.js';
import { Scorecard } from '../../domain/card/scorecard.entity.js';
import { AssignmentQueries, type RoundAssignmentRow } from './assignment.queries.js';
import { addCards } from '../card/cards.writer.js';
import { ConflictDetectionService } from '#lib/jury';
import { RoundLocks } from '../common/round-locks.js';
import { RoundQueries, type RoundRow } from '../round/round.queries.js';
import { BEGUN, IN_ROUND } from '../common/scope.js';

const PERMISSION = 'assignment:manage';

/** What an organiser does with single cards, by hand. */
@Injectable()
export class CardService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly locks: RoundLocks,
    private readonly detection: ConflictDetectionService,
    private readonly assignments: AssignmentQueries,
    private readonly rounds: RoundQueries,
  ) {}

  /** One judge for one initiative, by hand. Refuses a conflict, an excused card, someone without a seat on the jury and who may not sit together with a judge of it. */
  assignJudge(actor: Actor, order: { roundId: string; initiativeId: string; judgeId: string }): Promise<RoundAssignmentRow> {
    return this.work.act(actor, 'assignJudge', async (act) => {
      const round = await this.locks.updateToDetect(act, order.roundId, PERMISSION);
      refuseIf(whyNotAssign(round.state));
      const [added] = await this.add(act, round, order);
      return this.read(actor, added ?? '');
    });
  }

  /** Takes back an assignment that the judge has not begun on; a begun one is excused instead. */
  unassignJudge(actor: Actor, { scorecardId }: { scorecardId: string }): Promise<RoundRow> {
    return this.work.act(actor, 'unassignJudge', async (act) => {
      const seen = await this.read(actor, scorecardId);
      const round = await this.locks.update(act, seen.roundId, PERMISSION);
      const card = await act.em.findOneOrFail(Scorecard, { id: scorecardId });
      refuseIf(whyNotUnassign({ state: card.state, roundState: round.state }));
      if (await this.isBegun(card.id)) throw new Refused('CARD_STARTED');
      act.record({
        subject: { type: 'Scorecard', id: card.id },
        before: { initiativeId: seen.initiative.id, judgeId: seen.judge.id },
        after: null,
      });
      await act.em.remove(card).flush();
      return this.rounds.reread(actor, round.id);
    });
  }

  /**
   * Takes a card out of the count, with a reason; it is kept. Refuses a signed one without a conflict, and where the initiative
   * would be left with fewer cards than the round's minimum and nobody replaces the judge.
   */
  excuseCard(actor: Actor, order: { scorecardId: string; reason: string; replacementId?: string | null }): Promise<RoundAssignmentRow> {
    return this.work.act(actor, 'excuseCard', async (act) => {
      const seen = await this.read(actor, order.scorecardId);
      const round = await this.locks.updateToDetect(act, seen.roundId, PERMISSION);
      const card = await this.read(actor, order.scorecardId);
      refuseIf(whyNotExcuse({ ...card, roundState: round.state }));
      await sql`update scorecard set state = 'EXCUSED', excused_at = ${act.at}, excuse_reason = ${order.reason}, version = version + 1
        where id = ${card.id}`.execute(act.em.getKysely());
      act.record({
        subject: { type: 'Scorecard', id: card.id },
        before: { state: card.state },
        after: { state: 'EXCUSED' },
        reason: order.reason,
      });
      if (order.replacementId)
        await this.add(act, round, {
          initiativeId: card.initiative.id,
          judgeId: order.replacementId,
          extra: card.extra,
        });
      else await this.refuseBelowMinimum(round, card.initiative.id);
      return this.read(actor, card.id);
    });
  }

  private async add(act: Act, round: Round, order: { initiativeId: string; judgeId: string; extra?: boolean }): Promise<string[]> {
    const { initiativeId, judgeId } = order;
    await this.detection.detect(act.actor, round.contest.id);
    await act.em.findOneOrFail(Initiative, { id: initiativeId, contest: round.contest.id });
    await act.em.findOneOrFail(Person, { id: judgeId });
    if (!(await act.em.count(Seat, { contest: round.contest.id, person: judgeId, kind: 'JUDGE', endedAt: null })))
      throw new Refused('NOT_ON_JURY', {}, 'judgeId');
    const facts = await this.database.first(sql<{ judged: boolean; conflicted: boolean; apart: boolean }>`
      select exists (select 1 from round r join initiative i on ${IN_ROUND} where r.id = ${round.id} and i.id = ${initiativeId}) as judged,
        exists (select 1 from conflict k where k.initiative_id = ${initiativeId} and k.person_id = ${judgeId} and k.active) as conflicted,
        exists (select 1 from jury_pair a join scorecard c on c.judge_id = case a.first_id when ${judgeId} then a.second_id else a.first_id end
          where a.active and a.contest_id = ${round.contest.id} and ${judgeId} in (a.first_id, a.second_id)
            and c.round_id = ${round.id} and c.initiative_id = ${initiativeId} and c.state <> 'EXCUSED') as apart`);
    if (!facts?.judged) throw new Refused('INITIATIVE_NOT_JUDGED', {}, 'initiativeId');
    if (facts.conflicted) throw new Refused('CONFLICT_OF_INTEREST', {}, 'judgeId');
    if (facts.apart) throw new Refused('JUDGES_KEPT_APART', {}, 'judgeId');
    return addCards(act, round, { pairs: [{ initiativeId, judgeId }], extra: order.extra ?? false });
  }

  private async refuseBelowMinimum({ id, rule }: Round, initiativeId: string): Promise<void> {
    const left = await this.database.first(sql<{ cards: number }>`
      select count(*)::int as cards from scorecard where round_id = ${id} and initiative_id = ${initiativeId} and state <> 'EXCUSED'`);
    if ((left?.cards ?? 0) < rule.minimumCards) throw new Refused('BELOW_MINIMUM_CARDS', { minimum: rule.minimumCards }, 'replacementId');
  }

  private async isBegun(id: string): Promise<boolean> {
    return (await this.database.first(sql`select 1 from scorecard c where c.id = ${id} and ${BEGUN}`)) !== null;
  }

  private async read(actor: Actor, id: string): Promise<RoundAssignmentRow> {
    const row = await this.assignments.assignment(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'Scorecard' });
    return row;
  }
}
