import { NotComputable, type NotComputableCode } from '#lib/statistics';

/** `NOT_CROSSED`: the measure needs every initiative to have had the same judges. The others are statistics' own. */
export type WhyNotCode = NotComputableCode | 'NOT_CROSSED';

/** Why there is no number: what the marks do not determine, with the facts of its message. */
export interface WhyNotComputable {
  readonly code: WhyNotCode;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** A number of statistics, or why there is none. */
export type Figure<T> = { readonly value: T; readonly whyNot: null } | { readonly value: null; readonly whyNot: WhyNotComputable };

/** Turns a refusal of statistics into a reason that is kept beside the other figures. */
export function figureOf<T>(compute: () => T): Figure<T> {
  try {
    return { value: compute(), whyNot: null };
  } catch (error) {
    if (!(error instanceof NotComputable)) throw error;
    return { value: null, whyNot: { code: error.code, detail: error.detail } };
  }
}

/** Six decimals: more than statistics of marks can mean, and few enough that every machine says the same. */
export function sixPlaces(value: number): number {
  const rounded = Math.round(value * 1e6) / 1e6;
  return rounded === 0 ? 0 : rounded;
}
