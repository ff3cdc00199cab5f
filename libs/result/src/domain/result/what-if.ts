import { type FurtherMark, type RoundRule } from '#domain/contest';
import { type Aggregation } from '#lib/statistics';
import { type CountedInitiative, countingCards, type JudgedCard } from '#domain/scoring';
import { type RoundRuling, type StandingLine, aggregationOf, computeStandings } from './standings.js';

/** What would be otherwise; what is left out stays as the rule book has it. */
export interface Supposition {
  readonly aggregation?: RoundRule['aggregation']['kind'] | null;
  readonly trimming?: RoundRule['aggregation']['trimming'] | null;
  readonly furtherMark?: FurtherMark | null;
  /** As if this judge had signed nothing. */
  readonly withoutJudgeId?: string | null;
}

/** The standings there would be, and the initiatives that would be left without a card and so without a score. */
export interface SupposedStandings {
  readonly aggregation: Aggregation;
  readonly lines: readonly StandingLine[];
  readonly withoutCards: readonly string[];
}

/** From all signed cards of a round, by the very functions that make the result. */
export function supposedStandings(
  rule: RoundRule,
  book: RoundRuling,
  signed: readonly CountedInitiative<JudgedCard>[],
  { aggregation, trimming, furtherMark, withoutJudgeId }: Supposition,
): SupposedStandings {
  const supposed: RoundRule = {
    ...rule,
    aggregation: { kind: aggregation ?? rule.aggregation.kind, trimming: trimming ?? rule.aggregation.trimming },
    ...(furtherMark && { furtherMark }),
  };
  const left = signed.map((initiative) => ({
    ...initiative,
    cards: countingCards(
      supposed,
      withoutJudgeId ? initiative.cards.filter(({ judgeId }) => judgeId !== withoutJudgeId) : initiative.cards,
    ),
  }));
  const scored = left.filter(({ cards }) => cards.length > 0);
  return {
    aggregation: aggregationOf(
      supposed,
      scored.map(({ cards }) => cards.length),
    ),
    lines: computeStandings(supposed, book, scored),
    withoutCards: left.filter(({ cards }) => cards.length === 0).map(({ id }) => id),
  };
}
