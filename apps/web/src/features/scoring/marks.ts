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

/** As the API takes them: all of them. */
export const sentMarks = (criteria: readonly Pick<CardCriterion, 'key'>[], marks: Marks) =>
  criteria.map(({ key }) => ({ criterion: key, points: markOf(marks, key).points, comment: markOf(marks, key).comment.trim() || null }));

/** What is typed on a card as it is saved, part by part: under `novelty points` and `novelty comment`. */
export type MarkFields = Record<string, string | null>;

export interface MarkField {
  readonly key: string;
  readonly part: keyof TypedMark;
}

export const fieldName = ({ key, part }: MarkField): string => `${key} ${part}`;

export function fieldOf(name: string): MarkField {
  const at = name.lastIndexOf(' ');
  return { key: name.slice(0, at), part: name.slice(at + 1) === 'points' ? 'points' : 'comment' };
}

export const fieldsOf = (criteria: readonly Pick<CardCriterion, 'key'>[], marks: Marks): MarkFields =>
  Object.fromEntries(
    criteria.flatMap(({ key }) => [
      [fieldName({ key, part: 'points' }), markOf(marks, key).points],
      [fieldName({ key, part: 'comment' }), markOf(marks, key).comment],
    ]),
  );

export const marksOfFields = (criteria: readonly Pick<CardCriterion, 'key'>[], fields: MarkFields): Marks =>
  Object.fromEntries(
    criteria.map(({ key }) => [
      key,
      { points: fields[fieldName({ key, part: 'points' })] ?? null, comment: fields[fieldName({ key, part: 'comment' })] ?? '' },
    ]),
  );

/** As the API takes them: each criterion, or its marks would go; of it only what changed, since the rest stays as the server has it. */
export const sentParts = (criteria: readonly Pick<CardCriterion, 'key'>[], changes: MarkFields) =>
  criteria.map(({ key }) => {
    const [points, comment] = [changes[fieldName({ key, part: 'points' })], changes[fieldName({ key, part: 'comment' })]];
    return {
      criterion: key,
      ...(points === undefined ? {} : { points }),
      ...(comment === undefined ? {} : { comment: comment?.trim() || null }),
    };
  });

/** Characters as the API counts them. */
export const lengthOf = (comment: string): number => Array.from(comment.replace(/[\ufe0e\ufe0f]/g, '')).length;

/** `24,5` or `24.5`; null where it is no mark of this criterion. */
export function readPoints(typed: string, { max, step }: Pick<CardCriterion, 'max' | 'step'>): string | null {
  const text = typed.trim().replace(',', '.');
  if (!/^\d+(\.\d*)?$/.test(text)) return null;
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
  /** The comment is longer than one may be. */
  readonly long: boolean;
}

/** The criteria that want points, the comment that is due, or a shorter one. */
export const missingOf = (criteria: readonly CardCriterion[], marks: Marks): Missing[] =>
  criteria
    .map(({ key, commentRequired }) => {
      const { points, comment } = markOf(marks, key);
      return { key, points: points === null, comment: commentRequired && comment.trim() === '', long: lengthOf(comment) > COMMENT_MOST };
    })
    .filter(({ points, comment, long }) => points || comment || long);

/** In thousandths, so that halves and quarters add up. */
export const totalOf = (criteria: readonly CardCriterion[], marks: Marks): number =>
  criteria.reduce((sum, { key }) => sum + Math.round(Number(markOf(marks, key).points ?? 0) * 1000), 0) / 1000;

export const greatestTotal = (criteria: readonly CardCriterion[]): number => criteria.reduce((sum, { max }) => sum + Number(max), 0);
