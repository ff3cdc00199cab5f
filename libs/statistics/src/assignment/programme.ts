import { type LocalLimit } from './frame.js';
import { Sketch } from './sketch.js';

/** The places to fill, the loads to keep within, and what a pair costs; all whole numbers. Pairs are numbered as in the frame. */
export interface Programme {
  readonly judges: number;
  readonly need: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly allowed: Uint8Array;
  readonly limits: readonly (readonly LocalLimit[])[];
  readonly cost: (pair: number) => number;
  /** What each initiative must at least collect of `value`; null for one that need not. */
  readonly floor?: { readonly value: (pair: number) => number; readonly least: readonly (number | null)[] };
  /** Of each of these sets of pairs, at least `count` are chosen. */
  readonly atLeast?: readonly { readonly pairs: ReadonlySet<number>; readonly count: number }[];
}

/** Written down, with the pair each column stands for and the rows of initiatives, judges and floors. */
export interface LaidOut {
  readonly sketch: Sketch;
  readonly pairs: readonly number[];
  readonly initiativeRows: readonly number[];
  readonly judgeRows: readonly number[];
  readonly floorRows: readonly (number | null)[];
}

/** `only`, where given, are the pairs that get a column. */
export function layOut(programme: Programme, only?: ReadonlySet<number>): LaidOut {
  const { judges, need, floor, atLeast = [] } = programme;
  const sketch = new Sketch();
  const initiativeRows = need.map((count) => sketch.row(count, count));
  const judgeRows = programme.high.map((high, judge) => sketch.row(programme.low[judge] ?? 0, high));
  const limitRows = programme.limits.map((limits) =>
    limits.map(({ judges: held, atMost }) => ({ held, row: sketch.row(-Infinity, atMost) })),
  );
  const floorRows = need.map((_, initiative) => {
    const least = floor?.least[initiative] ?? null;
    return least === null ? null : sketch.row(least, Infinity);
  });
  const wantedRows = new Map<number, number[]>();
  for (const { pairs: wanted, count } of atLeast) {
    const row = sketch.row(count, Infinity);
    for (const pair of wanted) wantedRows.set(pair, [...(wantedRows.get(pair) ?? []), row]);
  }

  const pairs: number[] = [];
  for (const [pair, allowed] of programme.allowed.entries()) {
    if (!allowed || (only && !only.has(pair))) continue;
    const [initiative, judge] = [Math.floor(pair / judges), pair % judges];
    const entries: [number, number][] = [
      [initiativeRows[initiative] ?? 0, 1],
      [judgeRows[judge] ?? 0, 1],
    ];
    for (const { held, row } of limitRows[initiative] ?? []) if (held.has(judge)) entries.push([row, 1]);
    const floorRow = floorRows[initiative] ?? null;
    if (floor && floorRow !== null) entries.push([floorRow, floor.value(pair)]);
    for (const row of wantedRows.get(pair) ?? []) entries.push([row, 1]);
    sketch.column(programme.cost(pair), 1, entries);
    pairs.push(pair);
  }
  return { sketch, pairs, initiativeRows, judgeRows, floorRows };
}
