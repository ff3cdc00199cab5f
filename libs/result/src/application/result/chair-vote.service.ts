import { Injectable } from '@nestjs/common';
import { Person } from '#domain/identity';
import { RuleBook } from '#domain/contest';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { ChairVote, whyNotVote } from '../../domain/result/chair-vote.entity.js';
import { ContestResult } from '../../domain/result/result.entity.js';
import { ChairVoteQueries, type ChairVoteRow } from './chair-vote.queries.js';
import { ResultPorts } from './result.ports.js';
import { StandingsService } from './standings.service.js';

export interface ChairVoteOrder {
  readonly contestId: string;
  /** A whole group that shares a rank, best first. */
  readonly initiativeIds: readonly string[];
  readonly reason: string;
}

/** The last word of the jury's chair, where the rule book's ladder ends with it. */
@Injectable()
export class ChairVoteService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly votes: ChairVoteQueries,
    private readonly standings: StandingsService,
    private readonly ports: ResultPorts,
  ) {}

  /**
   * Puts the initiatives of one tied group in an order and makes the next version of the result. Refuses who is not the chair or is in
   * conflict with one of them, what is not exactly a group that shares a rank, a ladder without the step, and a result that is signed for.
   */
  castChairVote(chair: Actor, order: ChairVoteOrder): Promise<ChairVoteRow> {
    return this.work.act(chair, 'castChairVote', async (act) => {
      const { em, at, record, emit } = act;
      const { contestId, initiativeIds, reason } = order;
      await this.refuseNotTheirs(chair, order);
      const contest = await lockContest(em, contestId, 'for update');
      refuseIf(whyNotVote(contest) ?? (await this.ports.whyNotChange(contestId)));
      const result = await em.findOne(ContestResult, { contest: contestId, supersededAt: null });
      if (!result) throw new Refused('ROUNDS_NOT_CLOSED');
      const book = await em.findOneOrFail(RuleBook, { id: result.ruleBook.id });
      if (!book.content.tieBreak.some(({ kind }) => kind === 'CHAIR_VOTE')) throw new Refused('NO_CHAIR_VOTE');
      const groups = await this.votes.groups(result.id);
      if (!groups.some((group) => isSame(group, initiativeIds))) throw new Refused('NOT_A_TIE', {}, 'initiativeIds');

      const vote = ChairVote.cast(result, { initiatives: initiativeIds, reason, by: em.getReference(Person, chair.id), at });
      await em.persist(vote).flush();
      const next = await this.standings.keepFinal(act, { contestId, book, cause: 'CHAIR_VOTE' });
      record({
        subject: { type: 'ContestResult', id: next.id },
        before: { number: result.number },
        after: { number: next.number, vote: vote.id, initiativeIds },
        reason,
      });
      emit({ type: 'result.chairVoted', payload: { contestId, resultId: next.id } });
      const row = await this.votes.chairVote(chair, vote.id);
      if (!row) throw new Refused('NOT_FOUND');
      return row;
    });
  }

  /** Asked before anything of the result: a chair in conflict does not learn whether there is a tie. */
  private async refuseNotTheirs(chair: Actor, { contestId, initiativeIds }: ChairVoteOrder): Promise<void> {
    const standing = await this.votes.standingOf(chair, contestId, initiativeIds);
    if (!standing) throw new Refused('NOT_FOUND', { what: 'Contest' });
    if (!standing.chair) throw new Refused('NOT_CHAIR');
    if (standing.barred) throw new Refused('CONFLICT_OF_INTEREST', {}, 'initiativeIds');
  }
}

function isSame(group: readonly string[], ids: readonly string[]): boolean {
  return group.length === ids.length && new Set(ids).size === ids.length && ids.every((id) => group.includes(id));
}
