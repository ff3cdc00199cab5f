import { type CriterionRule, type StatedRound } from '#plain/contest';
import { type TypedBook } from './book';

/** One thing that another book says otherwise. Null before: it is new; null after: it is gone. */
export interface Change {
  /** Where in the book: the round, and the criterion. */
  readonly place: readonly string[];
  readonly field: Field;
  readonly before: string | null;
  readonly after: string | null;
}

export type Field =
  | 'round'
  | 'criterion'
  | 'name'
  | 'max'
  | 'step'
  | 'knockOut'
  | 'comment'
  | 'bands'
  | 'guidance'
  | 'judges'
  | 'minimum'
  | 'aggregation'
  | 'weight'
  | 'divergence'
  | 'further'
  | 'cutOff'
  | 'visibility'
  | 'presentation'
  | 'calibration'
  | 'combination'
  | 'rounding'
  | 'ladder'
  | 'openness';

type Facts = Partial<Record<Field, string>>;

/** What a later book says otherwise than an earlier one, in reading order; things are the same where their keys are. */
export function changesBetween(before: TypedBook, after: TypedBook): readonly Change[] {
  return [
    ...listChanges(before.rounds, after.rounds, { field: 'round', place: [], inside: roundChanges }),
    ...factChanges([], bookFacts(before), bookFacts(after)),
  ];
}

interface Named {
  readonly key: string;
  readonly nameVi: string;
}

interface Listing<Item> {
  readonly field: 'round' | 'criterion';
  readonly place: readonly string[];
  readonly inside: (before: Item, after: Item, place: readonly string[]) => readonly Change[];
}

function listChanges<Item extends Named>(
  before: readonly Item[],
  after: readonly Item[],
  { field, place, inside }: Listing<Item>,
): Change[] {
  const known = new Map(before.map((item) => [item.key, item]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((item) => {
      const was = known.get(item.key);
      return was ? inside(was, item, [...place, nameOf(item)]) : [{ place, field, before: null, after: nameOf(item) }];
    }),
    ...before.filter(({ key }) => !kept.has(key)).map((item) => ({ place, field, before: nameOf(item), after: null })),
  ];
}

const nameOf = ({ nameVi, key }: Named): string => nameVi || key;

function roundChanges(before: StatedRound, after: StatedRound, place: readonly string[]): Change[] {
  return [
    ...factChanges(place, roundFacts(before), roundFacts(after)),
    ...listChanges(before.rubric, after.rubric, { field: 'criterion', place, inside: criterionChanges }),
  ];
}

function criterionChanges(before: CriterionRule, after: CriterionRule, place: readonly string[]): readonly Change[] {
  return [
    ...factChanges(place, criterionFacts(before), criterionFacts(after)),
    ...listChanges(before.children, after.children, { field: 'criterion', place, inside: criterionChanges }),
  ];
}

function factChanges(place: readonly string[], before: Facts, after: Facts): Change[] {
  return (Object.keys({ ...before, ...after }) as Field[])
    .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
    .map((field) => ({ place, field, before: before[field] ?? '', after: after[field] ?? '' }));
}

const yes = (is: boolean): string => (is ? '✓' : '–');
const said = (text: string | null): string => text ?? '–';

const criterionFacts = ({ nameVi, max, step, knockOutMinimum, commentRequired, bands, guidanceVi }: CriterionRule): Facts => ({
  name: nameVi,
  max,
  step,
  knockOut: said(knockOutMinimum),
  comment: yes(commentRequired),
  bands: bands.map(({ from, to, vi }) => `${from}–${to} ${vi}`).join('; ') || '–',
  guidance: said(guidanceVi),
});

const roundFacts = (round: StatedRound): Facts => ({
  name: round.nameVi,
  judges: String(round.judgesPerInitiative),
  minimum: String(round.minimumCards),
  aggregation:
    round.aggregation.kind === 'TRIMMED_MEAN' ? `${round.aggregation.kind}/${round.aggregation.trimming}` : round.aggregation.kind,
  weight: said(round.weight),
  divergence: said(round.divergenceThreshold),
  further: round.divergenceThreshold === null ? '–' : round.furtherMark,
  cutOff: [round.cutOff.score ?? '–', round.cutOff.top ?? '–', round.cutOff.join].join('/'),
  visibility: round.visibility,
  presentation: round.presentation ? `${String(round.presentation.presentMinutes)} + ${String(round.presentation.questionMinutes)}` : '–',
  calibration: yes(round.calibration),
});

const bookFacts = ({ combination, rounding, tieBreak, publicPack, publicRanking, publicText, authorsRead }: TypedBook): Facts => ({
  combination: combination.kind,
  rounding: `${String(rounding.places)}/${rounding.rankOn}`,
  ladder: tieBreak.map(({ kind, round, criterion }) => [kind, round, criterion].filter(Boolean).join(':')).join(' → ') || '–',
  openness: [yes(publicRanking), yes(publicPack), ...publicText, ...authorsRead].join(' '),
});
