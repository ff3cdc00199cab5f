import { type RoundRule } from '#domain/contest';
import { type Aggregation } from '#lib/statistics';
import { type CountedInitiative, countingCards, type JudgedCard } from '#domain/scoring';
import { type AdjustedLine, adjustedStandings } from './adjustment.js';
import { type RoundStatistics, roundAgreement } from './agreement.js';
import { type RoundRuling, type StandingLine, aggregationOf, computeStandings } from './standings.js';

/** All that comes out of a round: the exact standings, and beside them what statistics say. */
export interface RoundOutcome {
  readonly lines: readonly StandingLine[];
  readonly aggregation: Aggregation;
  /** By initiative; empty where the marks do not determine it. */
  readonly adjusted: ReadonlyMap<string, AdjustedLine>;
  readonly statistics: RoundStatistics;
}

/** From all signed cards of a round. The standings and what corrects them are of the cards that count; agreement is of the first cards. */
export function roundOutcome(rule: RoundRule, book: RoundRuling, signed: readonly CountedInitiative<JudgedCard>[]): RoundOutcome {
  const initiatives = signed.map((initiative) => ({ ...initiative, cards: countingCards(rule, initiative.cards) }));
  const lines = computeStandings(rule, book, initiatives);
  const ranked = new Set(lines.flatMap(({ initiativeId, rank }) => (rank === null ? [] : [initiativeId])));
  const adjusted = adjustedStandings(initiatives, ranked);
  const aggregation = aggregationOf(
    rule,
    initiatives.map(({ cards }) => cards.length),
  );
  return {
    lines,
    aggregation,
    adjusted: adjusted.value ?? new Map<string, AdjustedLine>(),
    statistics: { ...roundAgreement(rule, signed), notAdjusted: adjusted.whyNot },
  };
}
