import { type CountedInitiative, computeStandings } from '#domain/scoring';
import { BOOK, RULE } from './data.js';

const JUDGES = 5;
const RUNS = 5;

/** Signed cards with marks between 4 and 10 by halves, the same in every run. */
function cardsOf(initiatives: number): CountedInitiative[] {
  return Array.from({ length: initiatives }, (_, i) => ({
    id: String(i),
    cards: Array.from({ length: JUDGES }, (_, j) => {
      const points = RULE.rubric.map((_, c) => 4 + ((i * 7 + j * 11 + c * 13) % 13) / 2);
      return { total: String(points.reduce((sum, point) => sum + point, 0)), points: points.map(String) };
    }),
  }));
}

/** The median time, in milliseconds, of computing the standings of so many initiatives. */
export function timeStandings(initiatives: number): number {
  const counted = cardsOf(initiatives);
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    computeStandings(RULE, BOOK.tieBreak, counted);
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}
