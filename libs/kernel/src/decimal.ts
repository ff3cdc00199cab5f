import { Decimal as DecimalJs } from 'decimal.js';

/** Exact decimals: 40 significant digits, half up. Marks, totals and ranks never pass through a binary float. */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP });
export type Decimal = DecimalJs;
