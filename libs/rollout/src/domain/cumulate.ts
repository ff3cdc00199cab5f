import { type Decimal } from '#lib/kernel';
import { type Amount, type FigureFacts, type Measure, NOTHING, addUp, amountOf, disputes } from './figures.js';
import { type Window, chooseWithin, countsIn, gapsIn } from './windows.js';

/** A window that was counted, the figure it was taken from, and whether a source disagrees. */
export interface CountedWindow extends Window {
  readonly figureId: string;
  readonly amount: Amount;
  readonly disputed: boolean;
}

/** What one unit has reached over a span: from which windows, and which days nobody reported on. */
export interface UnitCumulative {
  readonly unitId: string;
  readonly amount: Amount;
  readonly windows: readonly CountedWindow[];
  readonly gaps: readonly Window[];
  /** True where a window that was counted is disputed. */
  readonly disputed: boolean;
  /** By figure, counted or not, the figures that it disagrees with. */
  readonly disputes: ReadonlyMap<string, readonly string[]>;
}

/** A line of a table of cumulative figures: a unit, or what cannot be laid at any unit's door; what it is the sum of stands in its parts. */
export interface CumulativeLine {
  readonly unitId: string | null;
  readonly amount: Amount;
  readonly parts: readonly UnitCumulative[];
}

/** Which unit an older unit's figures stand on now; null for none in particular. */
export type Carrier = (unitId: string) => string | null;

/**
 * Adds up the figures of one unit over windows that do not overlap, and shows the gaps in the span. Windows that end after it, and those
 * that say nothing of it (`countsIn`), are left out; what was reported is not displaced by what was not (`chooseWithin`). Of several
 * sources for one window a verified one is taken, else the one that claims less; all of them stay on record.
 */
export function cumulateUnit(measure: Measure, unitId: string, figures: readonly FigureFacts[], span: Window): UnitCumulative {
  const known = figures.filter((figure) => figure.unitId === unitId && figure.to <= span.to);
  const disputed = disputes(measure, known);
  const candidates = onePerWindow(
    measure,
    known.filter((figure) => (measure.aggregation === 'LAST' ? figure.to >= span.from : countsIn(span, figure))),
  );
  const chosen = measure.aggregation === 'LAST' ? lastOf(candidates) : chooseWithin(span, candidates);
  const windows = chosen.map((figure) => ({
    from: figure.from,
    to: figure.to,
    figureId: figure.id,
    amount: amountOf(measure, figure),
    disputed: disputed.has(figure.id),
  }));
  return {
    unitId,
    amount: addUp(
      measure,
      windows.map(({ amount }) => amount),
    ),
    windows,
    gaps: gapsIn(span, measure.aggregation === 'LAST' ? chooseWithin(span, candidates) : chosen),
    disputed: windows.some((window) => window.disputed),
    disputes: disputed,
  };
}

/** The table by units, and its total. Every unit stands on exactly one line, so that the total is the same however units are read. */
export function cumulativeLines(
  measure: Measure,
  units: readonly UnitCumulative[],
  carrier: Carrier,
): { lines: CumulativeLine[]; total: Amount } {
  const byLine = Map.groupBy(units, ({ unitId }) => carrier(unitId));
  const lines = [...byLine].map(([unitId, parts]) => ({
    unitId,
    parts,
    amount: addUp(
      measure,
      parts.map(({ amount }) => amount),
    ),
  }));
  return {
    lines,
    total:
      measure.aggregation === 'LAST'
        ? NOTHING
        : addUp(
            measure,
            lines.map(({ amount }) => amount),
          ),
  };
}

function onePerWindow(measure: Measure, figures: readonly FigureFacts[]): FigureFacts[] {
  const byWindow = Map.groupBy(figures, ({ from, to }) => `${from}/${to}`);
  return [...byWindow.values()].map((sources) => {
    const best = sources.reduce((taken, other) => (isPreferred(measure, other, taken) ? other : taken));
    return { ...best, reported: sources.some(({ reported }) => reported === true), system: sources.some(({ system }) => system === true) };
  });
}

function isPreferred(measure: Measure, a: FigureFacts, b: FigureFacts): boolean {
  if (a.verified !== b.verified) return a.verified;
  const [left, right] = [amountOf(measure, a).value, amountOf(measure, b).value];
  if (left === null || right === null) return right === null && left !== null;
  return claimsLess(measure, left, right);
}

const claimsLess = (measure: Measure, a: Decimal, b: Decimal): boolean => (measure.direction === 'UP' ? a.lt(b) : a.gt(b));

function lastOf(figures: readonly FigureFacts[]): FigureFacts[] {
  const order = (figure: FigureFacts) => `${figure.to}/${figure.from}`;
  return figures.toSorted((a, b) => (order(a) < order(b) ? 1 : -1)).slice(0, 1);
}
