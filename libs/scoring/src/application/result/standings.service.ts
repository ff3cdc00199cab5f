import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type RuleBook } from '#domain/contest';
import { newId } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { type Aggregation } from '#lib/statistics';
import { type FinalLine, finalStandings } from '../../domain/result/final-standings.js';
import { type Round } from '../../domain/round/round.entity.js';
import { type StandingLine, aggregationOf, computeStandings } from '../../domain/result/standings.js';
import { FieldQueries } from '../field.queries.js';

/** Computes standings and keeps them as rows. Part of the act that closes a round, never an act of its own. */
@Injectable()
export class StandingsService {
  constructor(private readonly field: FieldQueries) {}

  /** Returns how the round's cards were aggregated, and how many initiatives were ranked. */
  async keepRound(act: Act, round: Round, { content: { tieBreak } }: RuleBook): Promise<{ aggregation: Aggregation; lines: number }> {
    const initiatives = await this.field.countingCards(round.id);
    const lines = computeStandings(round.rule, tieBreak, initiatives);
    await insertStandings(act, round.id, lines);
    const aggregation = aggregationOf(
      round.rule,
      initiatives.map(({ cards }) => cards.length),
    );
    return { aggregation, lines: lines.length };
  }

  /** The contest's result, once its last round has its rows. */
  async keepFinal(act: Act, contestId: string, { id: ruleBookId, content }: RuleBook): Promise<void> {
    const lines = await this.field.closedLines(contestId);
    const byRound = Map.groupBy(lines, ({ key }) => key);
    const rounds = content.rounds.map(({ key }) => ({ key, lines: byRound.get(key) ?? [] }));
    await insertFinal(act, { contestId, ruleBookId }, finalStandings(content, rounds));
  }
}

/** One statement for all rows; a column is an array. */
async function insertStandings({ em }: Act, roundId: string, lines: readonly StandingLine[]): Promise<void> {
  await sql`
    insert into standing (id, round_id, initiative_id, rank, place, score, cards, spread, state, decided_by, criteria)
    select line.id, ${roundId}::uuid, line.initiative_id, line.rank, line.place, line.score, line.cards, line.spread, line.state, line.decided_by, line.criteria
    from unnest(${lines.map(() => newId())}::uuid[], ${lines.map(({ initiativeId }) => initiativeId)}::uuid[], ${lines.map(({ rank }) => rank)}::int[],
      ${lines.map(({ place }) => place)}::int[], ${lines.map(({ score }) => score)}::numeric[], ${lines.map(({ cards }) => cards)}::int[],
      ${lines.map(({ spread }) => spread)}::numeric[], ${lines.map(({ state }) => state)}::text[], ${lines.map(({ decidedBy }) => decidedBy)}::text[],
      ${lines.map(({ criteria }) => JSON.stringify(criteria))}::jsonb[])
      as line (id, initiative_id, rank, place, score, cards, spread, state, decided_by, criteria)`.execute(em.getKysely());
}

async function insertFinal({ em }: Act, of: { contestId: string; ruleBookId: string }, lines: readonly FinalLine[]): Promise<void> {
  await sql`
    insert into final_standing (id, contest_id, rule_book_id, initiative_id, rank, place, score, reached, state, decided_by)
    select line.id, ${of.contestId}::uuid, ${of.ruleBookId}::uuid, line.initiative_id, line.rank, line.place, line.score, line.reached, line.state, line.decided_by
    from unnest(${lines.map(() => newId())}::uuid[], ${lines.map(({ initiativeId }) => initiativeId)}::uuid[], ${lines.map(({ rank }) => rank)}::int[],
      ${lines.map(({ place }) => place)}::int[], ${lines.map(({ score }) => score)}::numeric[], ${lines.map(({ reached }) => reached)}::text[],
      ${lines.map(({ state }) => state)}::text[], ${lines.map(({ decidedBy }) => decidedBy)}::text[])
      as line (id, initiative_id, rank, place, score, reached, state, decided_by)`.execute(em.getKysely());
}
