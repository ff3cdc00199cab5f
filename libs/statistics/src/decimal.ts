import { Decimal } from '#lib/kernel';

/** Anything that is exact already. A number is taken at its shortest decimal form: 2.675 is 2.675. */
export type Exact = Decimal | string | number;

/** Digits of a figure that the cutting off of thirds at the 40th cannot have touched. */
const SURE_DIGITS = 35;

/**
 * `value` to `places` decimals, halves away from zero: 2.675 becomes 2.68. For showing, and for ranks where the book ranks by what is
 * shown. Thirds that sum to a half may miss it at the 40th digit; they are a half all the same.
 */
export function roundHalfUp(value: Exact, places: number): Decimal {
  return new Decimal(value).toSignificantDigits(SURE_DIGITS).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
}

/**
 * Negative where `a` is less than `b`, zero where they are equal, positive otherwise.
 * Thirds are cut off at the 40th digit, and a sum of three of them may miss a whole by one there; marks cannot differ by so little, so it is no difference.
 */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const order = a.comparedTo(b);
  if (order === 0 || plainlyApart(a, b)) return order;
  const scale = Decimal.max(a.abs(), b.abs(), 1);
  return a.minus(b).abs().lte(scale.times('1e-34')) ? 0 : order;
}

/** Of the same sign and size, and apart by more than a carry within the first 28 digits: so nearly always, and told without reckoning. */
function plainlyApart(a: Decimal, b: Decimal): boolean {
  if (a.s !== b.s || a.e !== b.e) return false;
  const first = [0, 1, 2, 3].find((word) => a.d[word] !== b.d[word]);
  return first !== undefined && Math.abs((a.d[first] ?? 0) - (b.d[first] ?? 0)) > 1;
}
