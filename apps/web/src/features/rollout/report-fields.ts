import { type VariablesOf } from '../../api/graphql';
import { type Expected, type ReportRead, type SAVE_REPORT } from './report.query';

/** A figure as it is typed: one number, or the two parts of a ratio. */
export interface TypedFigure {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly note: string;
  readonly jumpReason: string;
}

/** What is typed into a report: its note, and a figure under the id of each indicator. A type, since an interface is no record. */
export type ReportFields = Record<string, TypedFigure | string>;

export const NOTE = 'note';
const BLANK: TypedFigure = { value: '', numerator: '', denominator: '', note: '', jumpReason: '' };

export function typedOf(fields: ReportFields, indicatorId: string): TypedFigure {
  const typed = fields[indicatorId];
  return typeof typed === 'object' ? typed : BLANK;
}

export const noteOf = (fields: ReportFields): string => (typeof fields[NOTE] === 'string' ? fields[NOTE] : '');

/** What the server has of a report, as it would be typed. */
export function fieldsOf(report: ReportRead | undefined, expected: readonly Expected[]): ReportFields {
  const figures = expected.map(({ indicator: { id } }): [string, TypedFigure] => {
    const kept = report?.figures.find(({ indicatorId }) => indicatorId === id);
    if (!kept) return [id, BLANK];
    const { value, numerator, denominator, note, jump } = kept;
    return [
      id,
      {
        value: typed(value),
        numerator: typed(numerator),
        denominator: typed(denominator),
        note: note ?? '',
        jumpReason: jump?.reason ?? '',
      },
    ];
  });
  return { [NOTE]: report?.note ?? '', ...Object.fromEntries(figures) };
}

/** `12.5` as one types it: `12,5`. */
const typed = (decimal: string | null): string => decimal?.replace('.', ',') ?? '';

/** As the API takes it. Points group thousands, a comma begins the decimals. */
export function sentNumber(text: string): string | null {
  const plain = text.replaceAll(/[\s\u00a0]/g, '');
  if (plain === '') return null;
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return plain.replaceAll('.', '').replace(',', '.');
  return plain.replace(',', '.');
}

/** What cannot be a number is said at once, and waits on this machine. */
export const isNumber = (text: string): boolean => /^(-?\d+(\.\d+)?)?$/.test(sentNumber(text) ?? '');

export const holdsNumbers = ({ value, numerator, denominator }: TypedFigure): boolean => [value, numerator, denominator].every(isNumber);

type FigureOrder = VariablesOf<typeof SAVE_REPORT>['input']['figures'][number];

const isTyped = ({ value, numerator, denominator }: TypedFigure): boolean =>
  [value, numerator, denominator].some((text) => text.trim() !== '');

/** The indicators whose figures are sent, in the order in which a refusal counts them. */
export const sentIndicators = (fields: ReportFields, expected: readonly Expected[]): readonly string[] =>
  expected.map(({ indicator }) => indicator.id).filter((id) => isTyped(typedOf(fields, id)));

/** All figures of a report, each for its whole period. */
export function figuresOf(fields: ReportFields, expected: readonly Expected[]): FigureOrder[] {
  return sentIndicators(fields, expected).map((indicatorId) => {
    const { value, numerator, denominator, note, jumpReason } = typedOf(fields, indicatorId);
    const numbers = { value: sentNumber(value), numerator: sentNumber(numerator), denominator: sentNumber(denominator) };
    return { indicatorId, ...numbers, note: note.trim() || null, jumpReason: jumpReason.trim() || null };
  });
}

/** Two numbers are typed for a ratio. */
export const isRatio = ({ indicator: { aggregation } }: Expected): boolean => aggregation === 'RATIO';
