import { type RoundRule } from '#domain/contest';
import { type Aggregation, SMALLEST_TRIMMED_PANEL, type Table, prizeChances } from '#lib/statistics';
import { type CountedInitiative, countingCards, type JudgedCard } from '#domain/scoring';
import { type RoundRuling, aggregationOf } from './standings.js';
import { supposedStandings } from './what-if.js';

/** How the draw is made. `among` are the initiatives that prizes can go to; `weights` what a point of each round adds to the combined score, one where this round decides alone. */
export interface PrizeOrder {
  readonly seed: number;
  readonly replicates: number;
  /** How many initiatives get each prize, the best first. */
  readonly prizes: readonly number[];
  readonly among: readonly string[];
  readonly weights: readonly { readonly round: string; readonly weight: number }[];
}

export interface StabilityOrder {
  readonly rule: RoundRule;
  readonly book: RoundRuling;
  readonly signed: readonly CountedInitiative<JudgedCard>[];
  /** Null for a round after which no prize is given. */
  readonly draw: PrizeOrder | null;
}

/** An order in plain values, as it can be sent to another thread: earlier figures as text. */
export type SentStability = Omit<StabilityOrder, 'signed'> & {
  readonly signed: readonly (Omit<CountedInitiative<JudgedCard>, 'earlier'> & {
    readonly earlier: readonly (readonly [string, string])[];
  })[];
};

/** How firm the place of an initiative is. */
export interface StabilityLine {
  readonly initiativeId: string;
  /** The best and the worst rank it has, of the round as it is and as it would be without any one judge; null where it never has one. */
  readonly best: number | null;
  readonly worst: number | null;
  /** Judges without whom it would have no rank: knocked out, or without a card. */
  readonly unrankedWithout: number;
  /** Its chance of each prize, the best first; empty where it can get none. */
  readonly chances: readonly number[];
}

/**
 * Ranks without each judge, by the rule book with its ladder and minima; and chances of prizes from cards drawn again and again as
 * they might have come. The scores of earlier rounds stand as they are in the draw, the ladder is not asked, and equals take the better prize together.
 */
export function stabilityOf({ rule, book, signed, draw }: StabilityOrder): StabilityLine[] {
  const judges = [...new Set(signed.flatMap(({ cards }) => cards.map(({ judgeId }) => judgeId)))];
  const found = new Map(signed.map(({ id }) => [id, { ranks: [] as number[], unranked: 0 }]));
  for (const withoutJudgeId of [null, ...judges]) {
    const { lines } = supposedStandings(rule, book, signed, { withoutJudgeId });
    const ranks = new Map(lines.map(({ initiativeId, rank }) => [initiativeId, rank]));
    for (const [id, one] of found) {
      const rank = ranks.get(id) ?? null;
      if (rank !== null) one.ranks.push(rank);
      else if (withoutJudgeId !== null) one.unranked += 1;
    }
  }
  const chances = draw ? chancesOf({ rule, book, signed }, draw) : new Map<string, number[]>();
  return signed.map(({ id }) => {
    const { ranks, unranked } = found.get(id) ?? { ranks: [], unranked: 0 };
    const [best, worst] = ranks.length > 0 ? [Math.min(...ranks), Math.max(...ranks)] : [null, null];
    return { initiativeId: id, best, worst, unrankedWithout: unranked, chances: chances.get(id) ?? [] };
  });
}

/** A card in the draw: what it adds to the combined score by its total, or by its points where criteria are trimmed. */
interface DrawnCard {
  readonly values: readonly number[];
  readonly fixed: number;
}

function chancesOf({ rule, book, signed }: Omit<StabilityOrder, 'draw'>, draw: PrizeOrder): Map<string, number[]> {
  const among = new Set(draw.among);
  const counted = signed.map((initiative) => ({ ...initiative, cards: countingCards(rule, initiative.cards) }));
  const how = aggregationOf(
    rule,
    counted.map(({ cards }) => cards.length),
  );
  const rows = counted.filter(({ id, cards }) => among.has(id) && cards.length > 0);
  if (rows.length === 0) return new Map();
  const own = draw.weights.find(({ round }) => round === rule.key)?.weight ?? 0;
  const cards: DrawnCard[] = [];
  const numbered = rows.map(({ cards: given, earlier }) => {
    const before = draw.weights.filter(({ round }) => round !== rule.key);
    const fixed = before.reduce((sum, { round, weight }) => sum + weight * Number(earlier?.get(round) ?? 0), 0);
    const sorted = given.toSorted((a, b) => (a.judgeId < b.judgeId ? -1 : 1));
    return sorted.map(({ total, points }) => {
      const values = how === 'TRIMMED_CRITERIA' ? points : [total];
      return cards.push({ values: values.map((value) => own * Number(value)), fixed }) - 1;
    });
  });
  const compared = comparedIn(book);
  const chances = prizeChances(drawTable(rows, numbered), {
    ...{ seed: draw.seed, replicates: draw.replicates, prizes: draw.prizes },
    aggregate: (numbers) =>
      compared(
        scoreOf(
          numbers.flatMap((at) => cards[at] ?? []),
          how,
        ),
      ),
  });
  return new Map(rows.map(({ id }, at) => [id, chances[at] ?? []]));
}

/** The numbers of cards in place of marks. Only where all had the same judges is the table complete, and a column a judge to be drawn for all at once. */
function drawTable(rows: StabilityOrder['signed'], numbered: readonly (readonly number[])[]): Table {
  const judges = new Set(rows.flatMap(({ cards }) => cards.map(({ judgeId }) => judgeId)));
  return numbered.map((row) => Array.from({ length: judges.size }, (_, at) => row[at] ?? null));
}

function scoreOf(cards: readonly DrawnCard[], how: Aggregation): number {
  const width = cards[0]?.values.length ?? 0;
  let score = cards[0]?.fixed ?? 0;
  for (let at = 0; at < width; at += 1)
    score += middleOf(
      cards.map(({ values }) => values[at] ?? 0),
      how,
    );
  return score;
}

/** As `comparedBy`, in doubles. */
function comparedIn({ rounding: { places, rankOn } }: RoundRuling): (score: number) => number {
  const unit = 10 ** places;
  return rankOn === 'ROUNDED' ? (score) => Math.round(score * unit + 1e-9) / unit : (score) => score;
}

/** As the exact aggregation, in doubles: a chance is no rank. */
function middleOf(values: readonly number[], how: Aggregation): number {
  if (how === 'MEAN') return average(values);
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  if (how === 'MEDIAN') return average(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
  return average(sorted.length < SMALLEST_TRIMMED_PANEL ? sorted : sorted.slice(1, -1));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
