import { type CriterionRule, leaves } from '#plain/contest';
import { Decimal, Refused, type WhyNot, allRefused, charactersIn, decimal, nameOf, refuseIf, said } from '#lib/kernel';

/** Characters of a comment on one criterion, at most. */
export const COMMENT_LENGTH = 4000;

/** What a judge gives for one criterion that is marked: points as an exact decimal, and why. */
export interface Mark {
  readonly criterion: string;
  readonly points: string;
  readonly comment: string | null;
}

/** As a client sends it. Points may still be missing while the card is a draft; what is left out stays as it was. */
export interface GivenMark {
  readonly criterion: string;
  readonly points?: string | null;
  readonly comment?: string | null;
}

/**
 * All that is wrong in a draft, which may be incomplete: a criterion that is not marked or stands twice, a comment that is too long, points
 * out of range or off the step, each with its path and in the order given.
 */
export function problemsOfDraft(rubric: readonly CriterionRule[], given: readonly GivenMark[]): Refused[] {
  const byKey = new Map(leaves(rubric).map((criterion) => [criterion.key, criterion]));
  const seen = new Set<string>();
  return given.flatMap((mark, at) => {
    const path = `marks.${String(at)}.`;
    const criterion = byKey.get(mark.criterion);
    if (!criterion) return [new Refused('MARK_NOT_IN_RUBRIC', { criterion: mark.criterion }, `${path}criterion`)];
    if (seen.has(mark.criterion)) return [new Refused('MARK_TWICE', { criterion: nameOf(criterion) }, `${path}criterion`)];
    seen.add(mark.criterion);
    const points = typeof mark.points === 'string' ? whyNotPoints(criterion, mark.points, `${path}points`) : null;
    const isLong = charactersIn(mark.comment ?? '') > COMMENT_LENGTH;
    return [...(points ? [points] : []), ...(isLong ? [new Refused('MARK_COMMENT_LONG', { most: COMMENT_LENGTH }, `${path}comment`)] : [])];
  });
}

/** What a criterion still wants before its card can be signed: points, a comment that is due, or both. */
export interface MissingMark {
  readonly criterion: string;
  readonly points: boolean;
  readonly comment: boolean;
}

/** The criteria for which something is missing yet, in the order of the rubric. */
export function missingMarks(rubric: readonly CriterionRule[], given: readonly GivenMark[]): MissingMark[] {
  const found = new Map(given.map((mark) => [mark.criterion, mark]));
  return leaves(rubric).flatMap(({ key: criterion, commentRequired }) => {
    const mark = found.get(criterion);
    const missing = { criterion, points: typeof mark?.points !== 'string', comment: commentRequired && !trimmed(mark?.comment) };
    return missing.points || missing.comment ? [missing] : [];
  });
}

/** All that keeps a card from being signed: what is wrong as in a draft, then what is missing, in the order of the rubric. */
export function problemsOfCard(rubric: readonly CriterionRule[], given: readonly GivenMark[]): Refused[] {
  const places = new Map(given.map((mark, at) => [mark.criterion, at]));
  const byKey = new Map(leaves(rubric).map((criterion) => [criterion.key, criterion]));
  const missing = missingMarks(rubric, given).flatMap(({ criterion, points, comment }) => {
    const at = places.get(criterion);
    const named = { criterion: nameOf(byKey.get(criterion) as CriterionRule) };
    const due = (code: string, field: string) => new Refused(code, named, at === undefined ? 'marks' : `marks.${String(at)}.${field}`);
    return [...(points ? [due('MARK_MISSING', 'points')] : []), ...(comment ? [due('MARK_COMMENT_DUE', 'comment')] : [])];
  });
  return [...problemsOfDraft(rubric, given), ...missing];
}

/** The marks of a draft, in the order of the rubric. A draft may be incomplete, but nothing in it may be wrong. */
export function draftMarks(rubric: readonly CriterionRule[], given: readonly GivenMark[]): GivenMark[] {
  refuseIf(allRefused(problemsOfDraft(rubric, given)));
  return inOrder(rubric, given);
}

/** The marks given, with the points or the comment of the draft where one was left out. */
export function withKept(given: readonly GivenMark[], kept: readonly GivenMark[]): GivenMark[] {
  const before = new Map(kept.map((mark) => [mark.criterion, mark]));
  return given.map((mark) => ({ ...before.get(mark.criterion), criterion: mark.criterion, ...said(mark) }));
}

/** The marks of a card that can be signed: as a draft, and every criterion marked, with its comment where one is due. */
export function completeMarks(rubric: readonly CriterionRule[], given: readonly GivenMark[]): Mark[] {
  refuseIf(allRefused(problemsOfCard(rubric, given)));
  return inOrder(rubric, given).flatMap(({ criterion, points, comment = null }) =>
    typeof points === 'string' ? [{ criterion, points, comment }] : [],
  );
}

/** The plain sum of the marks, exact. */
export function totalOf(marks: readonly Pick<Mark, 'points'>[]): string {
  return marks.reduce((sum, { points }) => sum.plus(points), new Decimal(0)).toFixed();
}

/** The plain sum of what was given so far, exact; null where no points were given. */
export function draftTotalOf(given: readonly GivenMark[]): string | null {
  const marks = given.flatMap(({ points }) => (typeof points === 'string' ? [{ points }] : []));
  return marks.length > 0 ? totalOf(marks) : null;
}

/** Why points cannot be given for a criterion: out of range, or off the step. */
export function whyNotPoints(criterion: CriterionRule, given: string, path: string): WhyNot {
  const points = new Decimal(given);
  if (!points.isFinite() || points.isNegative() || points.gt(criterion.max))
    return new Refused('MARK_OUT_OF_RANGE', { criterion: nameOf(criterion), max: decimal(criterion.max) }, path);
  return points.modulo(criterion.step).isZero()
    ? null
    : new Refused('MARK_OFF_STEP', { criterion: nameOf(criterion), step: decimal(criterion.step) }, path);
}

function inOrder(rubric: readonly CriterionRule[], given: readonly GivenMark[]): GivenMark[] {
  const found = new Map(given.map((mark) => [mark.criterion, mark]));
  return leaves(rubric).flatMap(({ key }) => {
    const mark = found.get(key);
    const points = typeof mark?.points === 'string' ? new Decimal(mark.points).toFixed() : null;
    return mark ? [{ criterion: key, points, comment: trimmed(mark.comment) }] : [];
  });
}

function trimmed(comment: string | null | undefined): string | null {
  const text = comment?.trim() ?? '';
  return text === '' ? null : text;
}
