import { type Decimal, type RefusalDetail } from '#lib/kernel';
import { type CriterionRule, leaves, rubricMaximum } from './rule-book.js';

const DECIMAL = /^\d{1,6}(\.\d{1,6})?$/;

/** Notes what is wrong, with its path in the content; answers whether it was. */
export type Check = (bad: boolean, code: string, path: string, detail?: RefusalDetail) => boolean;

export function isDecimal(value: string): boolean {
  return DECIMAL.test(value);
}

/** The most that a card of the rubric can total; null where a maximum is no number. */
export function knownMaximum(rubric: readonly CriterionRule[]): Decimal | null {
  return leaves(rubric).every(({ max }) => isDecimal(max)) ? rubricMaximum(rubric) : null;
}
