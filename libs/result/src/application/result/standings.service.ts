import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Contest, type RuleBook } from '#domain/contest';
import { newId } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { type FinalLine, finalStandings } from '../../domain/result/final-standings.js';
import { ContestResult, type ContestResultCause, RoundResult, type RoundResultCause } from '../../domain/result/result.entity.js';
import { type Round } from '#domain/scoring';
import { type RoundOutcome, roundOutcome } from '../../domain/result/round-outcome.js';
import { CountingQueries } from './counting.queries.js';

/** Computes standings and keeps them as a version of the result. Part of the act that closes or corrects, never an act of its own. */
@Injectable()
export class StandingsService {
  constructor(private readonly field: CountingQueries) {}

  /** The next version of a round's result; the one before it is superseded and kept. */
  async keepRound(act: Act, { round, book, cause }: { round: Round; book: RuleBook; cause: RoundResultCause }): Promise<RoundResult> {
    const { initiatives } = await this.field.signedCards(round.id);
    const { lines, aggregation, adjusted, statistics } = roundOutcome(round.rule, book.content, initiatives);
    const before = await act.em.findOne(RoundResult, { round, supersededAt: null });
    await supersede(act, before);
    const auditHead = await this.field.auditHead();
    const result = RoundResult.make(round, (before?.number ?? 0) + 1, {
      cause,
      ruleBook: book,
      aggregation,
      statistics,
      auditHead,
      at: act.at,
    });
    await act.em.persist(result).flush();
    await insertStandings(act, result.id, { lines, adjusted });
    return result;
  }

  /** The next version of the contest's result, once its last round has its own. */
  async keepFinal(
    act: Act,
    { contestId, book, cause }: { contestId: string; book: RuleBook; cause: ContestResultCause },
  ): Promise<ContestResult> {
    const lines = await this.field.closedLines(contestId);
    const byRound = Map.groupBy(lines, ({ key }) => key);
    const rounds = book.content.rounds.map(({ key }) => ({ key, lines: byRound.get(key) ?? [] }));
    const before = await act.em.findOne(ContestResult, { contest: contestId, supersededAt: null });
    await supersede(act, before);
    const contest = act.em.getReference(Contest, contestId);
    const auditHead = await this.field.auditHead();
    const result = ContestResult.make(contest, (before?.number ?? 0) + 1, { cause, ruleBook: book, auditHead, at: act.at });
    await act.em.persist(result).flush();
    await insertFinal(act, result.id, finalStandings(book.content, rounds, await this.field.chairVotes(contestId)));
    return result;
  }
}

async function supersede({ em, at }: Act, result: { supersededAt: Date | null } | null): Promise<void> {
  if (!result) return;
  result.supersededAt = at;
  await em.flush();
}

/** One statement for all rows; a column is an array. */
async function insertStandings(
  { em }: Act,
  resultId: string,
  { lines, adjusted }: Pick<RoundOutcome, 'lines' | 'adjusted'>,
): Promise<void> {
  await sql`
    insert into standing (id, result_id, initiative_id, rank, place, score, cards, mean, spread, adjusted, adjusted_rank, state, knocked_out, cut_off, decided_by, criteria)
    select line.id, ${resultId}::uuid, line.initiative_id, line.rank, line.place, line.score, line.cards, line.mean, line.spread, line.adjusted, line.adjusted_rank,
      line.state, line.knocked_out, line.cut_off, line.decided_by, line.criteria
    from unnest(${lines.map(() => newId())}::uuid[], ${lines.map(({ initiativeId }) => initiativeId)}::uuid[], ${lines.map(({ rank }) => rank)}::int[],
      ${lines.map(({ place }) => place)}::int[], ${lines.map(({ score }) => score)}::numeric[], ${lines.map(({ cards }) => cards)}::int[],
      ${lines.map(({ mean }) => mean)}::numeric[], ${lines.map(({ spread }) => spread)}::numeric[],
      ${lines.map(({ initiativeId }) => adjusted.get(initiativeId)?.score ?? null)}::float8[],
      ${lines.map(({ initiativeId }) => adjusted.get(initiativeId)?.rank ?? null)}::int[], ${lines.map(({ state }) => state)}::text[],
      ${lines.map(({ knockedOut }) => JSON.stringify(knockedOut))}::jsonb[], ${lines.map(({ cutOff }) => cutOff && JSON.stringify(cutOff))}::jsonb[],
      ${lines.map(({ decidedBy }) => decidedBy)}::text[], ${lines.map(({ criteria }) => JSON.stringify(criteria))}::jsonb[])
      as line (id, initiative_id, rank, place, score, cards, mean, spread, adjusted, adjusted_rank, state, knocked_out, cut_off, decided_by, criteria)`.execute(
    em.getKysely(),
  );
}

async function insertFinal({ em }: Act, resultId: string, lines: readonly FinalLine[]): Promise<void> {
  await sql`
    insert into final_standing (id, result_id, initiative_id, rank, place, score, reached, state, decided_by)
    select line.id, ${resultId}::uuid, line.initiative_id, line.rank, line.place, line.score, line.reached, line.state, line.decided_by
    from unnest(${lines.map(() => newId())}::uuid[], ${lines.map(({ initiativeId }) => initiativeId)}::uuid[], ${lines.map(({ rank }) => rank)}::int[],
      ${lines.map(({ place }) => place)}::int[], ${lines.map(({ score }) => score)}::numeric[], ${lines.map(({ reached }) => reached)}::text[],
      ${lines.map(({ state }) => state)}::text[], ${lines.map(({ decidedBy }) => decidedBy)}::text[])
      as line (id, initiative_id, rank, place, score, reached, state, decided_by)`.execute(em.getKysely());
}
