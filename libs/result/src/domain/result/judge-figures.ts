import { type Mark, NotComputable, type SeverityFit, grubbsTest, modifiedZ, severityFit, spearmanRho, zScores } from '#lib/statistics';
import { totalsOf } from './adjustment.js';
import { type Figure, figureOf, sixPlaces } from './figure.js';
import { type CountedInitiative, type JudgedCard } from '#domain/scoring';

/** Fewer initiatives in common, or fewer judges, tell nothing. */
const LEAST = 3;

/** A card that lies far from what its initiative and its judge would lead one to expect. To be looked at; it counts like any other. */
export interface OutlyingCard {
  readonly initiativeId: string;
  readonly total: number;
  /** What the jury gave the initiative, less the severity of this judge. */
  readonly expected: number;
  readonly modifiedZ: number | null;
  readonly byModifiedZ: boolean;
  /** Grubbs' test finds one card of a round, if any. */
  readonly byGrubbs: boolean;
}

/** How one judge marks, against the others of the round. Nobody is dropped for it. */
export interface JudgeFigures {
  readonly judgeId: string;
  readonly cards: number;
  readonly mean: number;
  /** Standard deviation of their totals: how much of the scale they use. */
  readonly deviation: Figure<number>;
  /** Points below the jury, with the initiatives they happened to get allowed for; negative for a mild judge. */
  readonly severity: Figure<number>;
  /** Their mean in standard deviations of all judges' means, above or below the middle of those. */
  readonly zMean: Figure<number>;
  /** Spearman's ρ with the mean of the others on the same initiatives, every judge's totals put on one scale (z) first. */
  readonly correlation: Figure<number>;
  /** The furthest first. */
  readonly outliers: readonly OutlyingCard[];
}

/** The judges of a round, by id, from all their signed cards, those that a further mark displaced too. */
export function judgeFigures(initiatives: readonly CountedInitiative<JudgedCard>[]): JudgeFigures[] {
  const marks = totalsOf(initiatives);
  const byJudge = new Map([...Map.groupBy(marks, ({ judge }) => judge)].sort(([a], [b]) => (a < b ? -1 : 1)));
  const fit = figureOf(() => severityFit(marks));
  const means = new Map([...byJudge].map(([judge, own]) => [judge, average(own.map(({ value }) => value))]));
  const others = othersOf(marks);
  const outliers = Map.groupBy(outlyingCards(marks, fit.value), ({ judge }) => judge);
  return [...byJudge].map(([judgeId, own]) => ({
    judgeId,
    cards: own.length,
    mean: sixPlaces(means.get(judgeId) ?? 0),
    deviation: rounded(() => deviationOf(own.map(({ value }) => value))),
    severity: fit.value ? { value: sixPlaces(fit.value.severity.get(judgeId) ?? 0), whyNot: null } : { value: null, whyNot: fit.whyNot },
    zMean: rounded(() => distance(means, judgeId)),
    correlation: rounded(() => correlationOf(own, others)),
    outliers: (outliers.get(judgeId) ?? []).map(({ card }) => card),
  }));
}

function rounded(compute: () => number): Figure<number> {
  return figureOf(() => sixPlaces(compute()));
}

function deviationOf(values: readonly number[]): number {
  if (values.length < 2) throw new NotComputable('TOO_FEW_VALUES', { given: values.length, needed: 2 });
  const mean = average(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function distance(means: ReadonlyMap<string, number>, judge: string): number {
  const values = [...means.values()];
  if (values.length < LEAST) throw new NotComputable('TOO_FEW_VALUES', { given: values.length, needed: LEAST });
  const deviation = deviationOf(values);
  if (deviation < 1e-9) throw new NotComputable('NO_VARIATION');
  return ((means.get(judge) ?? 0) - average(values)) / deviation;
}

/** The z of every mark, by initiative; without those of judges who gave everyone the same, which have none. */
function othersOf(marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  const varied = [...Map.groupBy(marks, ({ judge }) => judge).values()]
    .filter((own) => new Set(own.map(({ value }) => value)).size > 1)
    .flat();
  const scores = varied.length > 0 ? zScores(varied) : [];
  return Map.groupBy(
    varied.map((mark, at) => ({ ...mark, value: scores[at] ?? 0 })),
    ({ initiative }) => initiative,
  );
}

function correlationOf(own: readonly Mark[], others: ReadonlyMap<string, readonly Mark[]>): number {
  const pairs = own.flatMap(({ initiative, judge, value }) => {
    const theirs = (others.get(initiative) ?? []).filter((mark) => mark.judge !== judge).map((mark) => mark.value);
    return theirs.length > 0 ? [[value, sixPlaces(average(theirs))] as const] : [];
  });
  if (pairs.length < LEAST) throw new NotComputable('TOO_FEW_VALUES', { given: pairs.length, needed: LEAST });
  return spearmanRho(
    pairs.map(([value]) => value),
    pairs.map(([, theirs]) => theirs),
  );
}

/** Held against what is left of each total when its initiative and its judge are allowed for; of the initiative's mean, where no fit is to be had. */
function outlyingCards(marks: readonly Mark[], fit: SeverityFit | null): { judge: string; card: OutlyingCard }[] {
  const raw = new Map(
    [...Map.groupBy(marks, ({ initiative }) => initiative)].map(([id, own]) => [id, average(own.map(({ value }) => value))]),
  );
  const expected = marks.map(({ initiative, judge }) =>
    sixPlaces(fit ? (fit.adjusted.get(initiative) ?? 0) - (fit.severity.get(judge) ?? 0) : (raw.get(initiative) ?? 0)),
  );
  const left = marks.map(({ value }, at) => sixPlaces(value - (expected[at] ?? 0)));
  const grubbs = figureOf(() => grubbsTest(left)).value;
  const scores = figureOf(() => modifiedZ(left)).value;
  const found = marks.flatMap(({ initiative, judge, value }, at) => {
    const byGrubbs = grubbs !== null && grubbs.outlying && grubbs.at === at;
    const score = scores?.[at];
    if (!byGrubbs && !score?.outlying) return [];
    const modified = score ? sixPlaces(score.z) : null;
    return [
      {
        judge,
        card: {
          initiativeId: initiative,
          total: value,
          expected: expected[at] ?? 0,
          modifiedZ: modified,
          byModifiedZ: score?.outlying ?? false,
          byGrubbs,
        },
      },
    ];
  });
  return found.sort((a, b) => Math.abs(b.card.total - b.card.expected) - Math.abs(a.card.total - a.card.expected));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
