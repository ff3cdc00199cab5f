import { type Mark, severityFit } from '#lib/statistics';
import { type Figure, figureOf, sixPlaces } from './figure.js';
import { type CountedInitiative, type JudgedCard } from '#domain/scoring';

/** What a jury of all the judges would have given, and the rank by it; null for who has no rank in the standings either. */
export interface AdjustedLine {
  readonly score: number;
  readonly rank: number | null;
}

/** The totals of cards as numbers, for statistics; ranks that count are never made of them. */
export function totalsOf(initiatives: readonly CountedInitiative<JudgedCard>[]): Mark[] {
  return initiatives.flatMap(({ id, cards }) =>
    cards.map(({ judgeId, total }) => ({ initiative: id, judge: judgeId, value: Number(total) })),
  );
}

/**
 * The mean totals corrected for harsh and mild judges, by initiative; shown beside the standings and never in their place.
 * `ranked` are the initiatives that have a rank: who was knocked out is corrected too, and stays without.
 */
export function adjustedStandings(
  initiatives: readonly CountedInitiative<JudgedCard>[],
  ranked: ReadonlySet<string>,
): Figure<ReadonlyMap<string, AdjustedLine>> {
  return figureOf(() => {
    const { adjusted } = severityFit(totalsOf(initiatives));
    const scores = [...adjusted].map(([id, score]) => ({ id, score: sixPlaces(score) })).sort((a, b) => b.score - a.score);
    const lines = new Map<string, AdjustedLine>();
    let [placed, rank, last] = [0, 0, NaN];
    for (const { id, score } of scores) {
      if (!ranked.has(id)) {
        lines.set(id, { score, rank: null });
        continue;
      }
      placed += 1;
      // Rounded first, so that what differs by rounding alone shares a rank.
      if (score !== last) rank = placed;
      last = score;
      lines.set(id, { score, rank });
    }
    return lines;
  });
}
