import { computeStandings, roundOutcome, stabilityOf } from '#domain/result';
import { type CountedInitiative, type JudgedCard } from '#domain/scoring';
import { BOOK, RULE } from './data/book.js';

const CARDS = 5;
const RUNS = 5;

/** Signed cards with marks between 4 and 10 by halves, each initiative's by judges in turn; the same in every run. */
function cardsOf(initiatives: number, { judges, cards = CARDS }: { judges: number; cards?: number }): CountedInitiative<JudgedCard>[] {
  return Array.from({ length: initiatives }, (_, i) => ({
    id: String(i),
    cards: Array.from({ length: cards }, (_, j) => {
      const points = RULE.rubric.map((_, c) => 4 + ((i * 7 + j * 11 + c * 13 + ((i * j) % 5)) % 13) / 2);
      const total = points.reduce((sum, point) => sum + point, 0);
      return { judgeId: `J${String((i + j) % judges)}`, extra: false, total: String(total), points: points.map(String) };
    }),
  }));
}

/** The median of a few runs, in milliseconds. */
function medianOf(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}

/** Computing the standings alone. */
export function timeStandings(initiatives: number): number {
  const counted = cardsOf(initiatives, { judges: CARDS });
  return medianOf(() => computeStandings(RULE, BOOK, counted));
}

/** All that closing a round computes: standings, scores without the severity of judges, agreement in totals and by criterion. */
export function timeOutcome(initiatives: number, judges: number): number {
  const signed = cardsOf(initiatives, { judges });
  return medianOf(() => roundOutcome(RULE, BOOK, signed));
}

/** Ranks without each of nine judges, and chances of prizes from a thousand draws of their cards for two hundred initiatives. */
export function timeStability(): number {
  const signed = cardsOf(200, { judges: 9, cards: 9 });
  const draw = {
    seed: 1,
    replicates: 1000,
    prizes: [1, 3, 5, 10],
    among: signed.map(({ id }) => id),
    weights: [{ round: RULE.key, weight: 1 }],
  };
  return medianOf(() => stabilityOf({ rule: RULE, book: BOOK, signed, draw }));
}
