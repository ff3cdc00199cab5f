import { type CardCriterion, type WholeCard } from './card.query';

/** What was typed for one criterion. Points as the API writes them: `24.5`. */
export interface TypedMark {
  readonly points: string | null;
  readonly comment: string;
}

export type Marks = Readonly<Record<string, TypedMark>>;

export const COMMENT_MOST = 4000;
const NONE: TypedMark = { points: null, comment: '' };

export const markOf = (marks: Marks, key: string): TypedMark => marks[key] ?? NONE;

export const marksOf = ({ marks }: Pick<WholeCard, 'marks'>): Marks =>
  Object.fromEntries(marks.map(({ criterion, points, comment }) => [criterion, { points, comment: comment ?? '' }]));

/** As the API takes them: all of them, since what is left out stays as it was. */
export const sentMarks = (criteria: readonly CardCriterion[], marks: Marks) =>
  criteria.map(({ key }) => ({ criterion: key, points: markOf(marks, key).points, comment: markOf(marks, key).comment.trim() || null }));

/** `24,5` or `24.5`; null where it is no mark of this criterion. */
export function readPoints(typed: string, { max, step }: Pick<CardCriterion, 'max' | 'step'>): string | null {
  const text = typed.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  const steps = value / Number(step);
  if (value > Number(max) || Math.abs(steps - Math.round(steps)) > 1e-9) return null;
  return String(value);
}

/** Every mark from one to another by the step, the whole ones apart: they come first. */
export function marksBetween(from: string, to: string, step: string): { readonly whole: string[]; readonly between: string[] } {
  const first = Math.ceil(Number(from) / Number(step) - 1e-9);
  const last = Math.floor(Number(to) / Number(step) + 1e-9);
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => Number(((first + at) * Number(step)).toFixed(4)));
  return {
    whole: all.filter((value) => Number.isInteger(value)).map(String),
    between: all.filter((value) => !Number.isInteger(value)).map(String),
  };
}

/** In which band a mark lies. */
export const bandOf = ({ bands }: Pick<CardCriterion, 'bands'>, points: string | null): number =>
  points === null ? -1 : bands.findIndex(({ from, to }) => Number(points) >= Number(from) && Number(points) <= Number(to));

export interface Missing {
  readonly key: string;
  readonly points: boolean;
  readonly comment: boolean;
}

/** The criteria that want points, or the comment that is due. */
export const missingOf = (criteria: readonly CardCriterion[], marks: Marks): Missing[] =>
  criteria
    .map(({ key, commentRequired }) => {
      const { points, comment } = markOf(marks, key);
      return { key, points: points === null, comment: commentRequired && comment.trim() === '' };
    })
    .filter(({ points, comment }) => points || comment);

/** In thousandths, so that halves and quarters add up. */
export const totalOf = (criteria: readonly CardCriterion[], marks: Marks): number =>
  criteria.reduce((sum, { key }) => sum + Math.round(Number(markOf(marks, key).points ?? 0) * 1000), 0) / 1000;

export const greatestTotal = (criteria: readonly CardCriterion[]): number => criteria.reduce((sum, { max }) => sum + Number(max), 0);
