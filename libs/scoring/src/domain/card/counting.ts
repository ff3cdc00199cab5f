import { Decimal } from '#lib/kernel';

/** A signed card as it counts: its total, and the points of the marked criteria in the order of the rubric. */
export interface CountingCard {
  readonly total: string;
  readonly points: readonly string[];
}

/** A signed card with whose it is; `extra` for that of a further judge. */
export interface JudgedCard extends CountingCard {
  readonly judgeId: string;
  readonly extra: boolean;
}

/** An initiative with its counting cards, at least one; `earlier` are the scores of closed rounds by key, and of `round/criterion`. */
export interface CountedInitiative<C extends CountingCard = CountingCard> {
  readonly id: string;
  readonly cards: readonly C[];
  readonly earlier?: ReadonlyMap<string, Decimal>;
}

/** Highest total less lowest. */
export function spreadOf(totals: readonly string[]): Decimal {
  const exact = totals.map((total) => new Decimal(total));
  return Decimal.max(...exact).minus(Decimal.min(...exact));
}
