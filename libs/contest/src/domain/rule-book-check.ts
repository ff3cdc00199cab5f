import { Decimal, Refused, type RefusalDetail, type WhyNot } from '#lib/kernel';
import {
  type CriterionRule,
  type PresentationRule,
  type RoundRule,
  type RuleBookContent,
  type TieBreakRule,
  allCriteria,
  rubricMaximum,
} from './rule-book.js';

const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/;
const DECIMAL = /^\d{1,6}(\.\d{1,6})?$/;
const DEEPEST = 3;
const LONGEST_MINUTES = 240;

/** Collects nothing: the first thing that is wrong is the answer, with its path in the content. */
type Check = (bad: boolean, code: string, path: string, detail?: RefusalDetail) => void;

class Found extends Error {
  constructor(readonly refused: Refused) {
    super(refused.code);
  }
}

const check: Check = (bad, code, path, detail = {}) => {
  if (bad) throw new Found(new Refused(code, { ...detail, path }, path));
};

/** Why a rule book cannot be used as it stands: the first rule that it breaks, with the path to it; null where it can. */
export function whyNotRuleBook(content: RuleBookContent, path = 'content'): WhyNot {
  try {
    checkContent(content, path);
    return null;
  } catch (error) {
    if (error instanceof Found) return error.refused;
    throw error;
  }
}

function checkContent({ rounds, combination, rounding, tieBreak }: RuleBookContent, path: string): void {
  check(rounds.length === 0, 'RULE_BOOK_NO_ROUND', `${path}.rounds`);
  checkKeys(rounds, `${path}.rounds`);
  rounds.forEach((round, i) => {
    checkRound(round, `${path}.rounds.${String(i)}`);
  });
  if (combination.kind === 'WEIGHTED') checkWeights(rounds, `${path}.rounds`);
  check(!Number.isInteger(rounding.places) || rounding.places < 0 || rounding.places > 6, 'RULE_BOOK_PLACES', `${path}.rounding.places`);
  tieBreak.forEach((rule, i) => {
    checkTieBreak(rule, rounds, `${path}.tieBreak.${String(i)}`);
  });
  const chair = tieBreak.findIndex(({ kind }) => kind === 'CHAIR_VOTE');
  check(chair >= 0 && chair < tieBreak.length - 1, 'RULE_BOOK_CHAIR_NOT_LAST', `${path}.tieBreak.${String(chair)}`);
}

function checkWeights(rounds: readonly RoundRule[], path: string): void {
  const sum = rounds.reduce((total, { weight }) => total.plus(weight), new Decimal(0));
  check(!sum.equals(1), 'RULE_BOOK_WEIGHTS', path, { sum: sum.toFixed() });
}

function checkRound(round: RoundRule, path: string): void {
  const { nameVi, nameEn, rubric, judgesPerInitiative, minimumCards, weight, divergenceThreshold, cutOff } = round;
  checkNames(nameVi, nameEn, path);
  check(rubric.length === 0, 'RULE_BOOK_NO_CRITERION', `${path}.rubric`);
  checkUnique(allCriteria(rubric), `${path}.rubric`);
  rubric.forEach((criterion, i) => {
    checkCriterion(criterion, `${path}.rubric.${String(i)}`, 1);
  });
  check(
    !Number.isInteger(judgesPerInitiative) || judgesPerInitiative < 1 || judgesPerInitiative > 50,
    'RULE_BOOK_JUDGES',
    `${path}.judgesPerInitiative`,
  );
  check(
    !Number.isInteger(minimumCards) || minimumCards < 1 || minimumCards > judgesPerInitiative,
    'RULE_BOOK_MINIMUM_CARDS',
    `${path}.minimumCards`,
  );
  checkDecimal(weight, `${path}.weight`);
  check(new Decimal(weight).greaterThan(1), 'RULE_BOOK_WEIGHT', `${path}.weight`);
  const most = rubricMaximum(rubric);
  if (divergenceThreshold !== null) {
    checkDecimal(divergenceThreshold, `${path}.divergenceThreshold`);
    check(
      !new Decimal(divergenceThreshold).isPositive() || new Decimal(divergenceThreshold).isZero(),
      'RULE_BOOK_THRESHOLD',
      `${path}.divergenceThreshold`,
    );
    check(most.lessThan(divergenceThreshold), 'RULE_BOOK_THRESHOLD', `${path}.divergenceThreshold`);
  }
  if (cutOff.score !== null) {
    checkDecimal(cutOff.score, `${path}.cutOff.score`);
    check(most.lessThan(cutOff.score), 'RULE_BOOK_CUT_OFF', `${path}.cutOff.score`, { max: most.toFixed() });
  }
  check(cutOff.top !== null && (!Number.isInteger(cutOff.top) || cutOff.top < 1), 'RULE_BOOK_CUT_OFF_TOP', `${path}.cutOff.top`);
  checkOptions(round, path);
}

function checkOptions({ divergenceThreshold, furtherMark = 'JOINS', visibility, presentation }: RoundRule, path: string): void {
  check(furtherMark !== 'JOINS' && divergenceThreshold === null, 'RULE_BOOK_FURTHER_MARK', `${path}.furtherMark`);
  if (!presentation) return;
  check(visibility === 'ANONYMOUS', 'RULE_BOOK_ANONYMOUS_PRESENTATION', `${path}.visibility`);
  checkPresentation(presentation, `${path}.presentation`);
}

function checkPresentation({ presentMinutes, questionMinutes }: PresentationRule, path: string): void {
  const isBetween = (minutes: number, least: number) => Number.isInteger(minutes) && minutes >= least && minutes <= LONGEST_MINUTES;
  check(!isBetween(presentMinutes, 1), 'RULE_BOOK_MINUTES', `${path}.presentMinutes`, { least: 1, most: LONGEST_MINUTES });
  check(!isBetween(questionMinutes, 0), 'RULE_BOOK_MINUTES', `${path}.questionMinutes`, { least: 0, most: LONGEST_MINUTES });
}

function checkCriterion(criterion: CriterionRule, path: string, depth: number): void {
  const { key, nameVi, nameEn, max, step, knockOutMinimum, children } = criterion;
  check(!KEY.test(key), 'RULE_BOOK_KEY', `${path}.key`, { key });
  checkNames(nameVi, nameEn, path);
  check(depth > DEEPEST, 'RULE_BOOK_TOO_DEEP', path, { deepest: DEEPEST });
  checkDecimal(max, `${path}.max`);
  checkDecimal(step, `${path}.step`);
  check(new Decimal(max).isZero(), 'RULE_BOOK_MAXIMUM', `${path}.max`, { key });
  check(new Decimal(step).isZero() || !new Decimal(max).modulo(step).isZero(), 'RULE_BOOK_STEP', `${path}.step`, { key, max, step });
  if (knockOutMinimum !== null) {
    checkDecimal(knockOutMinimum, `${path}.knockOutMinimum`);
    check(new Decimal(knockOutMinimum).greaterThan(max), 'RULE_BOOK_KNOCK_OUT', `${path}.knockOutMinimum`, { key, max });
  }
  checkBands(criterion, path);
  if (children.length === 0) return;
  const sum = children.reduce((total, child) => total.plus(DECIMAL.test(child.max) ? child.max : 0), new Decimal(0));
  check(!sum.equals(max), 'RULE_BOOK_SUM', `${path}.max`, { key, max, sum: sum.toFixed() });
  children.forEach((child, i) => {
    checkCriterion(child, `${path}.children.${String(i)}`, depth + 1);
  });
}

function checkBands({ key, max, bands }: CriterionRule, path: string): void {
  bands.forEach(({ from, to, vi, en }, i) => {
    const here = `${path}.bands.${String(i)}`;
    checkDecimal(from, `${here}.from`);
    checkDecimal(to, `${here}.to`);
    check(new Decimal(from).greaterThan(to) || new Decimal(to).greaterThan(max), 'RULE_BOOK_BAND', here, { key, from, to, max });
    checkNames(vi, en, here);
  });
  const sorted = bands.map((band, i) => ({ ...band, i })).sort((a, b) => new Decimal(a.from).comparedTo(b.from));
  sorted.forEach((band, at) => {
    const before = sorted[at - 1];
    check(
      before !== undefined && new Decimal(band.from).lessThan(before.to),
      'RULE_BOOK_BANDS_OVERLAP',
      `${path}.bands.${String(band.i)}`,
      { key },
    );
  });
}

function checkTieBreak(rule: TieBreakRule, rounds: readonly RoundRule[], path: string): void {
  if (rule.kind === 'CHAIR_VOTE') return;
  const round = rounds.find(({ key }) => key === rule.round);
  check(round === undefined, 'RULE_BOOK_TIE_BREAK_ROUND', `${path}.round`, { round: rule.round });
  if (rule.kind === 'ROUND_SCORE' || !round) return;
  check(!allCriteria(round.rubric).some(({ key }) => key === rule.criterion), 'RULE_BOOK_TIE_BREAK_CRITERION', `${path}.criterion`, {
    criterion: rule.criterion,
    round: rule.round,
  });
}

function checkKeys(named: readonly { readonly key: string }[], path: string): void {
  named.forEach(({ key }, i) => {
    check(!KEY.test(key), 'RULE_BOOK_KEY', `${path}.${String(i)}.key`, { key });
  });
  checkUnique(named, path);
}

function checkUnique(named: readonly { readonly key: string }[], path: string): void {
  const twice = named.find(({ key }, i) => named.findIndex((other) => other.key === key) < i);
  check(twice !== undefined, 'RULE_BOOK_KEY_TWICE', path, { key: twice?.key ?? '' });
}

function checkNames(vi: string, en: string, path: string): void {
  check(vi.trim() === '' || en.trim() === '', 'RULE_BOOK_NAME', path);
}

function checkDecimal(value: string, path: string): void {
  check(!DECIMAL.test(value), 'RULE_BOOK_DECIMAL', path, { value: value.slice(0, 40) });
}
