/** What the numbers given do not determine. Thrown in place of a NaN, an infinity or a flattering 1. */
export class NotComputable extends Error {
  constructor(
    readonly code: NotComputableCode,
    readonly detail: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'NotComputable';
  }
}

/** Stable; callers translate them. */
export type NotComputableCode =
  | 'NO_VALUES' // nothing to aggregate
  | 'TOO_FEW_VALUES' // fewer than the formula needs: `needed`, `given`
  | 'NO_WEIGHT' // the weights add up to nothing
  | 'NEGATIVE_WEIGHT'
  | 'NOT_FINITE' // a NaN or an infinity came in
  | 'NOT_RECTANGULAR' // rows of unlike length: `row`
  | 'MISSING_CELL' // a formula that needs all cells lacks one: `row`
  | 'GIVEN_TWICE' // one judge, one initiative, two values
  | 'COUNT_OUT_OF_RANGE' // a count that is negative, fractional or above its whole
  | 'OUT_OF_RANGE' // a parameter outside of where the formula holds: `name`
  | 'NO_VARIATION' // all values equal, so nothing to agree or differ about
  | 'VARIANCE_NOT_POSITIVE' // the estimate would divide by a variance estimated at nothing or less
  | 'NO_PAIRS' // no unit with two values
  | 'NOT_CONNECTED' // judges and initiatives fall apart: `components`
  | 'NOT_INTEGER' // a fit that is no whole number
  | 'SOLVER_FAILED'; // the solver's own status in `status`
