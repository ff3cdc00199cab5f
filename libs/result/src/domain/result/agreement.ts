import { type RoundRule, leaves } from '#domain/contest';
import { type Table, cronbachAlpha, intraclassCorrelation, kendallW, krippendorffAlpha } from '#lib/statistics';
import { type WhyNotComputable, figureOf, sixPlaces } from './figure.js';
import { type CountedInitiative, type JudgedCard } from '#domain/scoring';

/**
 * How judges' agreement is measured. ICC 1: each initiative had judges of its own; 2: all had the same ones. SINGLE is how far
 * one card can be relied on, AVERAGE the mean of an initiative's cards.
 */
export const AGREEMENT_MEASURES = [
  'KRIPPENDORFF_INTERVAL',
  'KRIPPENDORFF_ORDINAL',
  'ICC_1_SINGLE',
  'ICC_1_AVERAGE',
  'ICC_2_SINGLE',
  'ICC_2_AVERAGE',
  'KENDALL_W',
  'CRONBACH_ALPHA',
] as const;
export type AgreementMeasure = (typeof AGREEMENT_MEASURES)[number];

/** One number about one criterion, or about the totals where `criterion` is null; with `whyNot` where there is none. */
export interface AgreementFigure {
  readonly criterion: string | null;
  readonly measure: AgreementMeasure;
  readonly value: number | null;
  /** The 95 % interval, where the marks determine one. */
  readonly low: number | null;
  readonly high: number | null;
  /** The chance of as much agreement by chance, for Kendall's W. */
  readonly p: number | null;
  readonly whyNot: WhyNotComputable | null;
}

/** What is kept of a round's statistics with a version of its result, so that it can be read as it was. */
export interface RoundStatistics {
  readonly initiatives: number;
  readonly judges: number;
  /** Whether all initiatives had the same judges. */
  readonly crossed: boolean;
  readonly agreement: readonly AgreementFigure[];
  /** Why no score could be corrected for severity; null where they were. */
  readonly notAdjusted: WhyNotComputable | null;
}

interface Measured {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly p?: number;
}

type Cards = readonly (readonly JudgedCard[])[];

/**
 * How far the judges of a round agree, on the totals and on each criterion. Measured on the first cards: a further judge is
 * called only where the first ones differ, and would make them look as if they differed everywhere.
 */
export function roundAgreement(
  rule: RoundRule,
  initiatives: readonly CountedInitiative<JudgedCard>[],
): Omit<RoundStatistics, 'notAdjusted'> {
  const cards = initiatives.map((initiative) => initiative.cards.filter(({ extra }) => !extra)).filter((own) => own.length > 0);
  const judges = [...new Set(cards.flatMap((own) => own.map(({ judgeId }) => judgeId)))].sort();
  const crossed = cards.length > 0 && cards.every((own) => own.length === judges.length);
  const ordered = crossed ? cards.map((own) => own.toSorted((a, b) => (a.judgeId < b.judgeId ? -1 : 1))) : cards;
  const criteria = leaves(rule.rubric).map(({ key }) => key);
  return {
    initiatives: cards.length,
    judges: judges.length,
    crossed,
    agreement: [
      ...measuresOf(
        null,
        tableOf(ordered, ({ total }) => total),
        crossed,
      ),
      ...(criteria.length > 1 ? [rubricConsistency(cards)] : []),
      ...criteria.flatMap((key, at) =>
        measuresOf(
          key,
          tableOf(ordered, ({ points }) => points[at] ?? '0'),
          crossed,
        ),
      ),
    ],
  };
}

/** A row for each initiative, its cards side by side; a column is a judge only where all initiatives had the same ones. */
function tableOf(cards: Cards, valueOf: (card: JudgedCard) => string): Table {
  const width = cards.reduce((most, own) => Math.max(most, own.length), 0);
  return cards.map((own) => Array.from({ length: width }, (_, at) => (own[at] ? Number(valueOf(own[at])) : null)));
}

function measuresOf(criterion: string | null, table: Table, crossed: boolean): AgreementFigure[] {
  const icc = (form: '1_SINGLE' | '1_AVERAGE' | '2_SINGLE' | '2_AVERAGE') => () => {
    const { value, interval } = intraclassCorrelation(table, form);
    return { value, ...interval };
  };
  return [
    measured(criterion, 'KRIPPENDORFF_INTERVAL', () => ({ value: krippendorffAlpha(table, 'INTERVAL') })),
    measured(criterion, 'KRIPPENDORFF_ORDINAL', () => ({ value: krippendorffAlpha(table, 'ORDINAL') })),
    ...(crossed
      ? [
          measured(criterion, 'ICC_2_SINGLE', icc('2_SINGLE')),
          measured(criterion, 'ICC_2_AVERAGE', icc('2_AVERAGE')),
          measured(criterion, 'KENDALL_W', () => {
            const { w, p } = kendallW(table);
            return { value: w, p };
          }),
        ]
      : [
          measured(criterion, 'ICC_1_SINGLE', icc('1_SINGLE')),
          measured(criterion, 'ICC_1_AVERAGE', icc('1_AVERAGE')),
          { ...none(criterion, 'KENDALL_W'), whyNot: { code: 'NOT_CROSSED', detail: {} } as const },
        ]),
  ];
}

/** Whether the criteria measure one thing: a row for each card, a column for each criterion. */
function rubricConsistency(cards: Cards): AgreementFigure {
  return measured(null, 'CRONBACH_ALPHA', () => ({
    value: cronbachAlpha(cards.flatMap((own) => own.map(({ points }) => points.map(Number)))),
  }));
}

const none = (criterion: string | null, measure: AgreementMeasure) => ({ criterion, measure, value: null, low: null, high: null, p: null });

function measured(criterion: string | null, measure: AgreementMeasure, compute: () => Measured): AgreementFigure {
  const { value, whyNot } = figureOf(compute);
  const placed = (number: number | undefined) => (number === undefined ? null : sixPlaces(number));
  return {
    criterion,
    measure,
    value: placed(value?.value),
    low: placed(value?.low),
    high: placed(value?.high),
    p: placed(value?.p),
    whyNot,
  };
}
