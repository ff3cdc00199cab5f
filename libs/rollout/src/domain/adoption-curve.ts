import { addMonths } from '#lib/kernel';
import { type AdoptionBasis, type AdoptionState, IN_USE_STATES } from './adoption-states.js';

/** How far apart the points of a curve are. */
export const CURVE_STEPS = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type CurveStep = (typeof CURVE_STEPS)[number];

/** The most points of a curve. */
export const CURVE_POINTS = 120;

const MONTHS: Readonly<Record<CurveStep, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** What an adoption became on a day; of one adoption in the order in which it happened. */
export interface AdoptionStep {
  readonly adoptionId: string;
  readonly effectiveOn: string;
  readonly state: AdoptionState;
  readonly basis: AdoptionBasis;
}

/** How far a rollout was on a day: of the communes that were in it and not exempt. */
export interface CurvePoint {
  readonly on: string;
  readonly expected: number;
  readonly inUse: number;
  readonly counts: readonly { readonly state: AdoptionState; readonly count: number }[];
}

/** The days of a curve: from the first day on by steps, and the last day. At most `CURVE_POINTS`, the latest. */
export function curveDays(from: string, upTo: string, step: CurveStep): string[] {
  const days: string[] = [];
  for (let at = 0, day = from; day < upTo; at += 1, day = addMonths(from, at * MONTHS[step])) days.push(day);
  return [...new Set([...days, upTo])].slice(-CURVE_POINTS);
}

/** The points of a curve on those days, which are in order. */
export function curveOf(steps: readonly AdoptionStep[], days: readonly string[]): CurvePoint[] {
  const inOrder = steps.toSorted((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : Number(one.effectiveOn > other.effectiveOn)));
  const now = new Map<string, AdoptionStep>();
  let done = 0;
  return days.map((on) => {
    for (let next = inOrder[done]; next && next.effectiveOn <= on; next = inOrder[done]) {
      now.set(next.adoptionId, next);
      done += 1;
    }
    const expected = [...now.values()].filter(({ basis }) => basis !== 'EXEMPT');
    const byState = [...Map.groupBy(expected, ({ state }) => state)].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      on,
      expected: expected.length,
      inUse: expected.filter(({ state }) => IN_USE_STATES.includes(state)).length,
      counts: byState.map(([state, those]) => ({ state, count: those.length })),
    };
  });
}
