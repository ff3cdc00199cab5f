import { Decimal } from '#lib/kernel';
import { assistant, budget, certification, mobileQr, received, reminders } from './initiatives.js';

/** What a judge's own card says of a criterion. */
export interface CardCriterion {
  readonly key: string;
  readonly max: string;
  readonly step: string;
  readonly commentRequired: boolean;
}

/** A mark as it is typed. */
export interface GivenMark {
  readonly criterion: string;
  readonly points: string;
  readonly comment: string | null;
}

const TEN = 10;
/** How far a judge strays from what the initiative is worth, either way, as a part of the maximum. */
const STRAY = 0.015;
/** How much lower one judge finds the initiative that they differ on. */
const HARSH = 3.5;

/** Ten points too few: 38 where 48 was meant. */
const SLIP = 10;

/** Whose card it is: the title of the initiative, the judge's place in the jury, and what is particular about it. */
export interface Judged {
  readonly title: string;
  readonly judge: number;
  /** They are the one who differs. */
  readonly harsh?: boolean;
  /** They type a wrong digit in the first criterion. */
  readonly slip?: boolean;
}

/** The marks of a whole card, on their steps; the same whenever the year is played. */
export function marksOf(criteria: readonly CardCriterion[], judged: Judged): GivenMark[] {
  return criteria.map(({ key, max, step, commentRequired }, at) => {
    const worth = (qualityOf(judged.title) - (judged.harsh ? HARSH : 0)) / TEN + (isAlike(judged.title) ? 0 : stray(judged.judge, at));
    const meant = new Decimal(max).times(worth).div(step).round().times(step);
    const points = judged.slip && at === 0 ? meant.minus(SLIP) : meant;
    return {
      criterion: key,
      points: Decimal.max(0, Decimal.min(max, points)).toFixed(),
      comment: commentRequired ? commentOf(judged) : null,
    };
  });
}

/** The one whose judges differ. */
export const isDisputed = (title: string): boolean => title === certification.title;

/** Two groups' and two individuals' that everybody marks alike. */
const ALIKE: readonly string[] = [assistant, reminders, budget, mobileQr].map(({ title }) => title);
const isAlike = (title: string): boolean => ALIKE.includes(title);

const qualityOf = (title: string): number => received.find((plan) => plan.title === title)?.quality ?? TEN / 2;

const stray = (judge: number, criterion: number): number => (((judge * 5 + criterion * 3) % 7) / 3 - 1) * STRAY;

function commentOf({ title, harsh }: Judged): string {
  if (harsh) return 'Số liệu minh chứng chưa thuyết phục, phạm vi áp dụng còn hẹp.';
  return qualityOf(title) >= 8 ? 'Giải pháp rõ, có số liệu và dễ nhân rộng.' : 'Giải pháp phù hợp, cần thêm số liệu sau áp dụng.';
}
