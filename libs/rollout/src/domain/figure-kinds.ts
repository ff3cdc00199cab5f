import { Decimal, Refused, type WhyNot, decimal, fold, meantNumber } from '#lib/kernel';
import { type Aggregation } from './figures.js';

/** What a figure is a figure of. */
export const FIGURE_KINDS = ['COUNT', 'MONEY', 'SHARE', 'DURATION', 'SCORE', 'MEASURE'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** How an indicator's figures are written: so many decimals at most, and between which two numbers; a ratio's quotient lies between them. */
export interface Scale {
  readonly kind: FigureKind;
  readonly decimals: number;
  readonly lowest: string | null;
  readonly highest: string | null;
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

/** Decimals that an indicator may ask for, at most. */
export const MOST_DECIMALS = 6;

/** How each kind is written unless its indicator says otherwise, and what its indicator may not say. None but a score goes below zero. */
const KINDS: Readonly<
  Record<
    FigureKind,
    Omit<Scale, 'kind'> & { readonly mostDecimals: number; readonly floor: string | null; readonly ceiling: string | null }
  >
> = {
  COUNT: { decimals: 0, lowest: '0', highest: null, mostDecimals: 0, floor: '0', ceiling: null },
  MONEY: { decimals: 0, lowest: '0', highest: null, mostDecimals: MOST_DECIMALS, floor: '0', ceiling: null },
  SHARE: { decimals: 2, lowest: '0', highest: '100', mostDecimals: MOST_DECIMALS, floor: '0', ceiling: '100' },
  DURATION: { decimals: 2, lowest: '0', highest: null, mostDecimals: MOST_DECIMALS, floor: '0', ceiling: null },
  SCORE: { decimals: 2, lowest: '0', highest: '100', mostDecimals: MOST_DECIMALS, floor: null, ceiling: null },
  MEASURE: { decimals: 2, lowest: '0', highest: null, mostDecimals: MOST_DECIMALS, floor: '0', ceiling: null },
};

/** The kind that a unit of measure speaks of; the migration that gave the older indicators theirs has the same rule. */
export function kindOfUnit(unitVi: string): FigureKind {
  const unit = fold(unitVi);
  if (/^(%|phan tram)( |$)/.test(unit)) return 'SHARE';
  if (/^((nghin|ngan|trieu|ty|ti) )?(dong|vnd)$/.test(unit)) return 'MONEY';
  if (/^(giay|phut|gio|ngay|tuan|thang|nam)( |$)/.test(unit)) return 'DURATION';
  if (/^(km|m|m2|ha|tan|kg|lit|kwh)( |$)/.test(unit)) return 'MEASURE';
  return unit === 'diem' ? 'SCORE' : 'COUNT';
}

/** The scale that an indicator has by what it says; the parts of a share are counted, whole, and so is đồng, unlike its thousands and millions. */
export function scaleOf(
  kind: FigureKind,
  { aggregation, unitVi }: { readonly aggregation: Aggregation; readonly unitVi: string },
  said: Partial<Nullable<Omit<Scale, 'kind'>>>,
): Scale {
  const usual = KINDS[kind];
  const inMultiples = kind === 'MONEY' && !/^(dong|vnd)$/.test(fold(unitVi));
  const decimals = kind === 'SHARE' && aggregation === 'RATIO' ? 0 : inMultiples ? 3 : usual.decimals;
  const bound = (given: string | null | undefined, usually: string | null) =>
    given === undefined ? usually : given === null ? null : new Decimal(given).toFixed();
  return {
    kind,
    decimals: said.decimals ?? decimals,
    lowest: bound(said.lowest, usual.lowest) ?? usual.floor,
    highest: bound(said.highest, usual.highest) ?? usual.ceiling,
  };
}

/** All that an indicator's scale cannot be: decimals of what is counted, bounds that its kind has not or that are the wrong way round, shares that would be added up. */
export function problemsOfScale({ kind, decimals, lowest, highest }: Scale, aggregation: Aggregation, path: string): Refused[] {
  const { mostDecimals, floor, ceiling } = KINDS[kind];
  const found: Refused[] = [];
  if (kind === 'SHARE' && aggregation === 'SUM') found.push(new Refused('INDICATOR_SHARES_SUMMED', {}, `${path}aggregation`));
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > mostDecimals)
    found.push(new Refused('INDICATOR_DECIMALS', { most: mostDecimals }, `${path}decimals`));
  const isLow = floor !== null && (lowest === null || new Decimal(lowest).lt(floor));
  const isHigh = ceiling !== null && (highest === null || new Decimal(highest).gt(ceiling));
  const isOpen = kind === 'SCORE' && (lowest === null || highest === null);
  if (isLow) found.push(new Refused('INDICATOR_BOUND', {}, `${path}lowest`));
  if (isHigh || isOpen) found.push(new Refused('INDICATOR_BOUND', {}, `${path}highest`));
  else if (lowest !== null && highest !== null && new Decimal(lowest).gte(highest))
    found.push(new Refused('INDICATOR_BOUNDS_TURNED', {}, `${path}highest`));
  return found;
}

/**
 * Why a number cannot stand as it was typed: more decimals than there are, where `1.000` asks whether a thousand was meant, or
 * beyond a bound.
 */
export function whyNotNumber(typed: string, { decimals, lowest, highest }: Omit<Scale, 'kind'>, path: string): WhyNot {
  return whyNotWritten(typed, decimals, path) ?? whyNotBetween(new Decimal(typed), { lowest, highest }, path);
}

/** Of the decimals alone; whole numbers have no point at all. */
export function whyNotWritten(typed: string, decimals: number, path: string): WhyNot {
  if ((typed.split('.')[1]?.length ?? 0) <= decimals) return null;
  const meant = meantNumber(typed);
  if (meant !== null) return new Refused('FIGURE_POINT', { given: typed, meant }, path);
  return decimals === 0
    ? new Refused('FIGURE_NOT_WHOLE', { given: typed }, path)
    : new Refused('FIGURE_TOO_FINE', { given: typed, decimals }, path);
}

export function whyNotBetween(number: Decimal, { lowest, highest }: Pick<Scale, 'lowest' | 'highest'>, path: string): WhyNot {
  if (lowest !== null && number.lt(lowest)) return new Refused('FIGURE_TOO_LOW', { lowest: decimal(lowest) }, path);
  return highest !== null && number.gt(highest) ? new Refused('FIGURE_TOO_HIGH', { highest: decimal(highest) }, path) : null;
}
