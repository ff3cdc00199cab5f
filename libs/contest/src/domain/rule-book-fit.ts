import { SMALLEST_TRIMMED_PANEL } from '#plain/statistics';
import { type Check, isDecimal, knownMaximum } from './rule-book-numbers.js';
import { type RoundRule, type RuleBookContent } from './rule-book.js';

/** Rules that are sound one by one and cannot hold together; of books since the second edition. */
export function checkFit(check: Check, { rounds, combination }: RuleBookContent, path: string): void {
  rounds.forEach((round, i) => {
    const here = `${path}.rounds.${String(i)}`;
    checkTrimming(check, round, here);
    checkDivergence(check, round, here);
    check(combination.kind !== 'WEIGHTED' && round.weight != null, 'RULE_BOOK_WEIGHT_UNUSED', `${here}.weight`);
  });
}

/** Trimming is of the whole round: one initiative with fewer than five cards and nothing is trimmed anywhere. */
function checkTrimming(check: Check, { aggregation, judgesPerInitiative, furtherMark }: RoundRule, path: string): void {
  if (aggregation.kind !== 'TRIMMED_MEAN') return;
  const least = SMALLEST_TRIMMED_PANEL;
  check(judgesPerInitiative < least, 'RULE_BOOK_TRIM_JUDGES', `${path}.judgesPerInitiative`, { least });
  check(furtherMark === 'DECIDES', 'RULE_BOOK_TRIM_DECIDES', `${path}.furtherMark`, { least });
}

/** A single card diverges from none, and no two cards are further apart than the whole of the rubric. */
function checkDivergence(check: Check, { rubric, divergenceThreshold, judgesPerInitiative }: RoundRule, path: string): void {
  if (divergenceThreshold === null) return;
  check(judgesPerInitiative === 1, 'RULE_BOOK_THRESHOLD_JUDGES', `${path}.divergenceThreshold`);
  const most = knownMaximum(rubric);
  const never = most !== null && isDecimal(divergenceThreshold) && most.equals(divergenceThreshold);
  check(never, 'RULE_BOOK_THRESHOLD_NEVER', `${path}.divergenceThreshold`);
}
