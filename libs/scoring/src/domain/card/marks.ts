import { type CriterionRule, leaves } from '#plain/contest';
import { Decimal, Refused, charactersIn, decimal, nameOf, said } from '#lib/kernel';

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
 * The marks of a draft, in the order of the rubric. A draft may be incomplete, but nothing in it may be wrong:
 * refuses a criterion that is not marked or stands twice, points out of range or off the step, each with its path.
 */
export function draftMarks(rubric: readonly CriterionRule[], given: readonly GivenMark[]): GivenMark[] {
  const criteria = leaves(rubric);
  const byKey = new Map(criteria.map((criterion) => [criterion.key, criterion]));
  const seen = new Set<string>();
  for (const [at, mark] of given.entries()) {
    const criterion = byKey.get(mark.criterion);
    if (!criterion) throw new Refused('MARK_NOT_IN_RUBRIC', { criterion: mark.criterion }, `marks.${String(at)}.criterion`);
    if (seen.has(mark.criterion)) throw new Refused('MARK_TWICE', { criterion: nameOf(criterion) }, `marks.${String(at)}.criterion`);
    seen.add(mark.criterion);
    if (charactersIn(mark.comment ?? '') > COMMENT_LENGTH)
      throw new Refused('MARK_COMMENT_LONG', { most: COMMENT_LENGTH }, `marks.${String(at)}.comment`);
    if (typeof mark.points === 'string') refusePoints(criterion, mark.points, `marks.${String(at)}.points`);
  }
  const found = new Map(given.map((mark) => [mark.criterion, mark]));
  return criteria.flatMap(({ key }) => {
    const mark = found.get(key);
    const points = typeof mark?.points === 'string' ? new Decimal(mark.points).toFixed() : null;
    return mark ? [{ criterion: key, points, comment: trimmed(mark.comment) }] : [];
  });
}

/** The marks given, with the points or the comment of the draft where one was left out. */
export function withKept(given: readonly GivenMark[], kept: readonly GivenMark[]): GivenMark[] {
  const before = new Map(kept.map((mark) => [mark.criterion, mark]));
  return given.map((mark) => ({ ...before.get(mark.criterion), criterion: mark.criterion, ...said(mark) }));
}

/** The marks of a card that can be signed: as a draft, and every criterion marked, with its comment where one is due. */
export function completeMarks(rubric: readonly CriterionRule[], given: readonly GivenMark[]): Mark[] {
  const drafted = new Map(draftMarks(rubric, given).map((mark) => [mark.criterion, mark]));
  const place = (key: string, field: string) => {
    const at = given.findIndex((mark) => mark.criterion === key);
    return at < 0 ? 'marks' : `marks.${String(at)}.${field}`;
  };
  return leaves(rubric).map((criterion) => {
    const { key, commentRequired } = criterion;
    const mark = drafted.get(key);
    if (typeof mark?.points !== 'string') throw new Refused('MARK_MISSING', { criterion: nameOf(criterion) }, place(key, 'points'));
    if (commentRequired && !mark.comment) throw new Refused('MARK_COMMENT_DUE', { criterion: nameOf(criterion) }, place(key, 'comment'));
    return { criterion: key, points: mark.points, comment: mark.comment ?? null };
  });
}

/** The plain sum of the marks, exact. */
export function totalOf(marks: readonly Pick<Mark, 'points'>[]): string {
  return marks.reduce((sum, { points }) => sum.plus(points), new Decimal(0)).toFixed();
}

/** Refuses points out of range or off the step. */
export function refusePoints(criterion: CriterionRule, given: string, path: string): void {
  const points = new Decimal(given);
  if (!points.isFinite() || points.isNegative() || points.gt(criterion.max)) {
    throw new Refused('MARK_OUT_OF_RANGE', { criterion: nameOf(criterion), max: decimal(criterion.max) }, path);
  }
  if (!points.modulo(criterion.step).isZero()) {
    throw new Refused('MARK_OFF_STEP', { criterion: nameOf(criterion), step: decimal(criterion.step) }, path);
  }
}

function trimmed(comment: string | null | undefined): string | null {
  const text = comment?.trim() ?? '';
  return text === '' ? null : text;
}
