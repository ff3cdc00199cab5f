import { createHash } from 'node:crypto';
import { type CriterionRule, leaves } from '#domain/contest';
import { Decimal, Refused, type WhyNot } from '#lib/kernel';
import { type GivenMark } from '../card/marks.js';
import { type CardFacts, obstacleToMarking } from '../card/policies.js';

/** What stands on a sheet beside its marks, kept as it was issued; the shape is that of the document. */
export type IssuedContent = Readonly<Record<string, unknown>>;

/** A card on a sheet, in the sheet's order. */
export interface IssuedCard {
  readonly scorecardId: string;
  readonly version: number;
}

/** Why no sheet of a judge's cards is issued: none of them can be marked; said is what stands in the way of one that is not done. */
export function whyNotIssueSheet(cards: readonly CardFacts[]): WhyNot {
  const obstacles = cards.map((card) => obstacleToMarking(card));
  if (obstacles.includes(null)) return null;
  const done = ['CARD_SIGNED', 'CARD_EXCUSED'];
  return new Refused(obstacles.find((code) => code !== null && !done.includes(code)) ?? obstacles[0] ?? 'NOT_FOUND', {}, 'roundId');
}

/** What a sheet depends on: the criteria that are marked and the way it is laid out. SHA-256, in hexadecimal. */
export function sheetFingerprint(rubric: readonly CriterionRule[], layout: number): string {
  const criteria = leaves(rubric).map(({ key, nameVi, max, step, commentRequired }) => [
    key,
    nameVi,
    new Decimal(max).toFixed(),
    new Decimal(step).toFixed(),
    commentRequired,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([layout, criteria]))
    .digest('hex');
}

/** What a sheet says of one criterion and where, beside what its card says now. */
export interface ComparedCriterion {
  readonly criterion: string;
  /** `Phiếu chấm!E7`, where the points stand. */
  readonly cell: string;
  readonly pointsNow: string | null;
  readonly pointsOnSheet: string | null;
  readonly commentNow: string | null;
  readonly commentOnSheet: string | null;
  readonly changed: boolean;
}

/** What the two say, one criterion after the other; missing and empty are the same, and so are 7.5 and 7.50. */
export function compareMarks(
  criteria: readonly string[],
  now: readonly GivenMark[],
  onSheet: readonly (GivenMark & { readonly cell: string })[],
): ComparedCriterion[] {
  const byKey = new Map(now.map((mark) => [mark.criterion, mark]));
  return criteria.map((criterion, at) => {
    const sheet = onSheet[at];
    const pointsNow = plain(byKey.get(criterion)?.points);
    const pointsOnSheet = plain(sheet?.points);
    const commentNow = byKey.get(criterion)?.comment ?? null;
    const commentOnSheet = sheet?.comment ?? null;
    const changed = pointsNow !== pointsOnSheet || commentNow !== commentOnSheet;
    return { criterion, cell: sheet?.cell ?? '', pointsNow, pointsOnSheet, commentNow, commentOnSheet, changed };
  });
}

function plain(points: string | null | undefined): string | null {
  return typeof points === 'string' ? new Decimal(points).toFixed() : null;
}

/** What a comparison showed, as one hash: an import goes by what was looked at, and by nothing else. */
export function differenceFingerprint(difference: unknown): string {
  return createHash('sha256').update(JSON.stringify(difference)).digest('hex');
}
