import { type CriterionRule, leaves } from '#domain/contest';
import { Decimal } from '#lib/kernel';
import { mean, roundHalfUp } from '#lib/statistics';
import { type Mark } from '../card/marks.js';

const PLACES = 2;

/** How far apart marks are. Lowest and highest are exact, the mean is rounded half up to two places: nobody is ranked by it. */
export interface Range {
  readonly lowest: string;
  readonly highest: string;
  readonly mean: string;
}

export interface CriterionSpread extends Range {
  readonly criterion: string;
}

/** How the judges who signed saw one sample, without their names; `total` is null where nobody has. */
export interface SampleSpread {
  readonly signed: number;
  readonly total: Range | null;
  readonly criteria: readonly CriterionSpread[];
}

/** A signed calibration card. */
export interface SampleCard {
  readonly total: string;
  readonly marks: readonly Mark[];
}

/** The spread of one sample, in all and by each marked criterion in the order of the rubric. */
export function sampleSpread(rubric: readonly CriterionRule[], cards: readonly SampleCard[]): SampleSpread {
  const marks = Map.groupBy(
    cards.flatMap((card) => card.marks),
    ({ criterion }) => criterion,
  );
  return {
    signed: cards.length,
    total: rangeOf(cards.map(({ total }) => total)),
    criteria: leaves(rubric).flatMap(({ key }) => {
      const range = rangeOf((marks.get(key) ?? []).map(({ points }) => points));
      return range ? [{ criterion: key, ...range }] : [];
    }),
  };
}

function rangeOf(values: readonly string[]): Range | null {
  if (values.length === 0) return null;
  const exact = values.map((value) => new Decimal(value));
  return {
    lowest: Decimal.min(...exact).toFixed(),
    highest: Decimal.max(...exact).toFixed(),
    mean: roundHalfUp(mean(exact), PLACES).toFixed(),
  };
}
