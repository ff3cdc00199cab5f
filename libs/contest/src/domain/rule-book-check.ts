import { Decimal, Refused, type WhyNot, allRefused, decimal, nameOf } from '#lib/kernel';
import { checkFit } from './rule-book-fit.js';
import { type Check, isDecimal, knownMaximum } from './rule-book-numbers.js';
import {
  type CriterionRule,
  EDITIONS,
  type PresentationRule,
  type RoundRule,
  type RuleBookContent,
  type TieBreakRule,
  allCriteria,
  editionOf,
} from './rule-book.js';

const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/;
const DEEPEST = 3;
const LONGEST_MINUTES = 240;

/** Why a rule book cannot be used as it stands: all rules that it breaks, each with the path to it; null where it can. */
export function whyNotRuleBook(content: RuleBookContent, path = 'content'): WhyNot {
  return allRefused(problemsOfRuleBook(content, path));
}

/** Every rule that a rule book breaks, in reading order. */
export function problemsOfRuleBook(content: RuleBookContent, path = 'content'): Refused[] {
  const found: Refused[] = [];
  const check: Check = (bad, code, at, detail = {}) => {
    if (bad) found.push(new Refused(code, { ...detail, path: at }, at));
    return bad;
  };
  checkContent(check, content, path);
  if (editionOf(content) > 1) checkFit(check, content, path);
  return found;
}

function checkContent(check: Check, content: RuleBookContent, path: string): void {
  const { rounds, rounding, tieBreak } = content;
  check(!EDITIONS.includes(editionOf(content)), 'RULE_BOOK_EDITION', `${path}.edition`);
  check(rounds.length === 0, 'RULE_BOOK_NO_ROUND', `${path}.rounds`);
  checkKeys(check, rounds, `${path}.rounds`);
  rounds.forEach((round, i) => {
    checkRound(check, round, `${path}.rounds.${String(i)}`);
  });
  checkWeights(check, content, `${path}.rounds`);
  check(!Number.isInteger(rounding.places) || rounding.places < 0 || rounding.places > 6, 'RULE_BOOK_PLACES', `${path}.rounding.places`);
  checkRounded(check, content, path);
  tieBreak.forEach((rule, i) => {
    checkTieBreak(check, { rule, rounds }, `${path}.tieBreak.${String(i)}`);
  });
  const chair = tieBreak.findIndex(({ kind }) => kind === 'CHAIR_VOTE');
  check(chair >= 0 && chair < tieBreak.length - 1, 'RULE_BOOK_CHAIR_NOT_LAST', `${path}.tieBreak.${String(chair)}`);
}

function checkWeights(check: Check, { rounds, combination }: RuleBookContent, path: string): void {
  if (combination.kind !== 'WEIGHTED') return;
  rounds.forEach(({ weight }, i) => {
    check(weight == null, 'RULE_BOOK_WEIGHT_MISSING', `${path}.${String(i)}.weight`);
  });
  const weights = rounds.map(({ weight }) => weight ?? '');
  if (!weights.every(isDecimal)) return;
  const sum = weights.reduce((total, weight) => total.plus(weight), new Decimal(0));
  check(!sum.equals(1), 'RULE_BOOK_WEIGHTS', path, { sum: decimal(sum.toFixed()) });
}

/** Held against rounded scores, a cut-off between two of them would be another one. */
function checkRounded(check: Check, { rounds, rounding: { places, rankOn } }: RuleBookContent, path: string): void {
  if (rankOn !== 'ROUNDED') return;
  rounds.forEach(({ cutOff: { score } }, i) => {
    const finer = score !== null && isDecimal(score) && new Decimal(score).decimalPlaces() > places;
    check(finer, 'RULE_BOOK_CUT_OFF_PLACES', `${path}.rounds.${String(i)}.cutOff.score`, { places });
  });
}

function checkRound(check: Check, round: RoundRule, path: string): void {
  const { nameVi, nameEn, rubric, judgesPerInitiative: judges, minimumCards, weight } = round;
  checkNames(check, { vi: nameVi, en: nameEn }, path);
  check(rubric.length === 0, 'RULE_BOOK_NO_CRITERION', `${path}.rubric`);
  checkUnique(check, allCriteria(rubric), `${path}.rubric`);
  rubric.forEach((criterion, i) => {
    checkCriterion(check, criterion, { path: `${path}.rubric.${String(i)}`, depth: 1 });
  });
  const noPanel = check(!Number.isInteger(judges) || judges < 1 || judges > 50, 'RULE_BOOK_JUDGES', `${path}.judgesPerInitiative`);
  const tooMany = !noPanel && minimumCards > judges;
  check(!Number.isInteger(minimumCards) || minimumCards < 1 || tooMany, 'RULE_BOOK_MINIMUM_CARDS', `${path}.minimumCards`);
  if (weight != null && checkDecimal(check, weight, `${path}.weight`))
    check(new Decimal(weight).greaterThan(1), 'RULE_BOOK_WEIGHT', `${path}.weight`);
  checkBounds(check, round, path);
  checkOptions(check, round, path);
}

function checkBounds(check: Check, { rubric, divergenceThreshold, cutOff: { score, top, join } }: RoundRule, path: string): void {
  const most = knownMaximum(rubric);
  if (divergenceThreshold !== null && checkDecimal(check, divergenceThreshold, `${path}.divergenceThreshold`)) {
    const threshold = new Decimal(divergenceThreshold);
    check(threshold.isZero() || most?.lessThan(threshold) === true, 'RULE_BOOK_THRESHOLD', `${path}.divergenceThreshold`);
  }
  if (score !== null && checkDecimal(check, score, `${path}.cutOff.score`))
    check(most?.lessThan(score) === true, 'RULE_BOOK_CUT_OFF', `${path}.cutOff.score`, { max: decimal(most?.toFixed() ?? '0') });
  check(top !== null && (!Number.isInteger(top) || top < 1), 'RULE_BOOK_CUT_OFF_TOP', `${path}.cutOff.top`);
  check(join === 'ANY' && (score === null || top === null), 'RULE_BOOK_CUT_OFF_JOIN', `${path}.cutOff.join`);
}

function checkOptions(
  check: Check,
  { divergenceThreshold, furtherMark = 'JOINS', visibility, presentation }: RoundRule,
  path: string,
): void {
  check(furtherMark !== 'JOINS' && divergenceThreshold === null, 'RULE_BOOK_FURTHER_MARK', `${path}.furtherMark`);
  if (!presentation) return;
  check(visibility === 'ANONYMOUS', 'RULE_BOOK_ANONYMOUS_PRESENTATION', `${path}.visibility`);
  checkPresentation(check, presentation, `${path}.presentation`);
}

function checkPresentation(check: Check, { presentMinutes, questionMinutes }: PresentationRule, path: string): void {
  const isBetween = (minutes: number, least: number) => Number.isInteger(minutes) && minutes >= least && minutes <= LONGEST_MINUTES;
  check(!isBetween(presentMinutes, 1), 'RULE_BOOK_MINUTES', `${path}.presentMinutes`, { least: 1, most: LONGEST_MINUTES });
  check(!isBetween(questionMinutes, 0), 'RULE_BOOK_MINUTES', `${path}.questionMinutes`, { least: 0, most: LONGEST_MINUTES });
}

function checkCriterion(check: Check, criterion: CriterionRule, { path, depth }: { path: string; depth: number }): void {
  const { key, nameVi, nameEn, max, children } = criterion;
  check(!KEY.test(key), 'RULE_BOOK_KEY', `${path}.key`, { key });
  checkNames(check, { vi: nameVi, en: nameEn }, path);
  if (check(depth > DEEPEST, 'RULE_BOOK_TOO_DEEP', path, { deepest: DEEPEST })) return;
  const hasMaximum = checkDecimal(check, max, `${path}.max`);
  checkPoints(check, criterion, { path, hasMaximum });
  checkBands(check, criterion, path);
  if (children.length === 0) return;
  const sum = children.reduce((total, child) => total.plus(isDecimal(child.max) ? child.max : 0), new Decimal(0));
  check(hasMaximum && !sum.equals(max), 'RULE_BOOK_SUM', `${path}.max`, {
    criterion: nameOf(criterion),
    max: decimal(max),
    sum: decimal(sum.toFixed()),
  });
  children.forEach((child, i) => {
    checkCriterion(check, child, { path: `${path}.children.${String(i)}`, depth: depth + 1 });
  });
}

function checkPoints(check: Check, criterion: CriterionRule, { path, hasMaximum }: { path: string; hasMaximum: boolean }): void {
  const { max, step, knockOutMinimum } = criterion;
  const named = nameOf(criterion);
  const hasStep = checkDecimal(check, step, `${path}.step`);
  check(hasMaximum && new Decimal(max).isZero(), 'RULE_BOOK_MAXIMUM', `${path}.max`, { criterion: named });
  const isOff = hasMaximum && hasStep && (new Decimal(step).isZero() || !new Decimal(max).modulo(step).isZero());
  check(isOff, 'RULE_BOOK_STEP', `${path}.step`, { criterion: named, max: shownDecimal(max), step: shownDecimal(step) });
  if (knockOutMinimum === null || !checkDecimal(check, knockOutMinimum, `${path}.knockOutMinimum`) || !hasMaximum) return;
  check(new Decimal(knockOutMinimum).greaterThan(max), 'RULE_BOOK_KNOCK_OUT', `${path}.knockOutMinimum`, {
    criterion: named,
    max: decimal(max),
  });
}

function checkBands(check: Check, criterion: CriterionRule, path: string): void {
  const { max, bands } = criterion;
  const named = nameOf(criterion);
  const sound = bands.flatMap((band, i) => {
    const { from, to, vi, en } = band;
    const here = `${path}.bands.${String(i)}`;
    checkNames(check, { vi, en }, here);
    const ends = [checkDecimal(check, from, `${here}.from`), checkDecimal(check, to, `${here}.to`)];
    if (ends.includes(false) || !isDecimal(max)) return [];
    check(new Decimal(from).greaterThan(to) || new Decimal(to).greaterThan(max), 'RULE_BOOK_BAND', here, {
      criterion: named,
      from: decimal(from),
      to: decimal(to),
      max: decimal(max),
    });
    return [{ ...band, here }];
  });
  const sorted = sound.sort((a, b) => new Decimal(a.from).comparedTo(b.from));
  sorted.forEach((band, at) => {
    const before = sorted[at - 1];
    check(before !== undefined && new Decimal(band.from).lessThan(before.to), 'RULE_BOOK_BANDS_OVERLAP', band.here, { criterion: named });
  });
}

function checkTieBreak(check: Check, { rule, rounds }: { rule: TieBreakRule; rounds: readonly RoundRule[] }, path: string): void {
  if (rule.kind === 'CHAIR_VOTE') return;
  const round = rounds.find(({ key }) => key === rule.round);
  check(round === undefined, 'RULE_BOOK_TIE_BREAK_ROUND', `${path}.round`, { round: rule.round });
  if (rule.kind === 'ROUND_SCORE' || !round) return;
  check(!allCriteria(round.rubric).some(({ key }) => key === rule.criterion), 'RULE_BOOK_TIE_BREAK_CRITERION', `${path}.criterion`, {
    criterion: rule.criterion,
    round: nameOf(round),
  });
}

function checkKeys(check: Check, named: readonly { readonly key: string }[], path: string): void {
  named.forEach(({ key }, i) => {
    check(!KEY.test(key), 'RULE_BOOK_KEY', `${path}.${String(i)}.key`, { key });
  });
  checkUnique(check, named, path);
}

function checkUnique(check: Check, named: readonly { readonly key: string }[], path: string): void {
  const twice = new Set(named.flatMap(({ key }, i) => (named.findIndex((other) => other.key === key) < i ? [key] : [])));
  for (const key of twice) check(true, 'RULE_BOOK_KEY_TWICE', path, { key });
}

/** What was typed for a number, which may be none. */
const shownDecimal = (text: string) => (isDecimal(text) ? decimal(text) : text);

function checkNames(check: Check, { vi, en }: { vi: string; en: string }, path: string): void {
  check(vi.trim() === '' || en.trim() === '', 'RULE_BOOK_NAME', path);
}

function checkDecimal(check: Check, value: string, path: string): boolean {
  return !check(!isDecimal(value), 'RULE_BOOK_DECIMAL', path, { value: value.slice(0, 40) });
}
