import { createHash } from 'node:crypto';
import { type CriterionRule, leaves } from '#domain/contest';
import { Decimal } from '#lib/kernel';
import { type CommentSeed, judgeComments } from '../content/index.js';

const TEN = 10;
/** How far a single mark strays from what the initiative is worth, and how far apart judges are in severity, as parts of the maximum. */
const STRAY = 0.06;
const SEVERITY = 0.02;
const HIGH_FROM = 7.5;
const MIDDLE_FROM = 6;

/** Who gives which marks to what: the keys of the content, and how good the initiative is, 1 to 10. */
export interface Judging {
  readonly judge: string;
  readonly initiative: string;
  readonly quality: number;
}

export interface GivenMark {
  readonly criterion: string;
  readonly points: string;
  readonly comment: string | null;
}

/** A number from 0 to 1 that is always the same for the same words: the season is the same wherever it is loaded. */
export function lot(...words: readonly string[]): number {
  return createHash('sha256').update(words.join('/')).digest().readUInt32BE(0) / 0xffffffff;
}

/** The marks of a card: what the initiative is worth on each criterion, a little severity, a little chance, on the step and never knocked out. */
export function marksOf(rubric: readonly CriterionRule[], judging: Judging): GivenMark[] {
  return leaves(rubric).map((criterion) => ({
    criterion: criterion.key,
    points: pointsOf(criterion, judging),
    comment: criterion.commentRequired ? commentOf(criterion, judging) : null,
  }));
}

function pointsOf({ key, max, step, knockOutMinimum }: CriterionRule, { judge, initiative, quality }: Judging): string {
  const severity = (lot('severity', judge) - 0.5) * SEVERITY;
  const stray = (lot(judge, initiative, key) - 0.5) * STRAY;
  const onStep = new Decimal(quality / TEN + severity + stray).times(max).div(step).round().times(step);
  return Decimal.max(knockOutMinimum ?? 0, Decimal.min(max, onStep)).toFixed();
}

function commentOf({ key }: CriterionRule, { judge, initiative, quality }: Judging): string {
  const tone: CommentSeed['tone'] = quality >= HIGH_FROM ? 'HIGH' : quality >= MIDDLE_FROM ? 'MIDDLE' : 'LOW';
  const fitting = judgeComments.filter((comment) => comment.tone === tone);
  return fitting[Math.floor(lot('comment', judge, initiative, key) * (fitting.length - 1))]?.text ?? '';
}
