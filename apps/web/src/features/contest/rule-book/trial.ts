import { type RuleBookContent, leaves, problemsOfRuleBook } from '#plain/contest';
import { type TriedRuleBook, tryRuleBook } from '#plain/result';

/** The initiatives of the trial, by a letter each. */
export const EXAMPLES = ['A', 'B', 'C', 'D'] as const;

/**
 * What share of each maximum the judges of the trial give, the last for the further judge: A good, B even, C good with one who thinks little of
 * it, D weak. So the mean and the median put B and C in another order, and C calls for a further judge where there is a threshold.
 */
const SHARES: Readonly<Record<string, readonly number[]>> = {
  A: [0.95, 0.94, 0.93, 0.95, 0.94, 0.93, 0.94, 0.95, 0.94],
  B: [0.85, 0.84, 0.83, 0.85, 0.84, 0.86, 0.84, 0.85, 0.84],
  C: [0.92, 0.9, 0.5, 0.91, 0.9, 0.93, 0.89, 0.92, 0.88],
  D: [0.6, 0.55, 0.5, 0.6, 0.55, 0.6, 0.55, 0.6, 0.55],
};
const FURTHER = 8;
/** With more judges than these the trial would be no sheet any more. */
const MOST_JUDGES = 7;

interface MarkPlace {
  readonly round: string;
  readonly initiative: string;
  readonly judge: number;
  readonly criterion: string;
}

/** Marks that somebody typed over those of the trial, by `markKey`. */
export type TypedMarks = Readonly<Record<string, string>>;

export const markKey = ({ round, initiative, judge, criterion }: MarkPlace): string => [round, initiative, judge, criterion].join('/');

/** What the rules do to the marks, or how many faults keep them from it. */
export type Trial = { readonly faults: number; readonly tried: null } | { readonly faults: 0; readonly tried: TriedRuleBook };

/** Plays the example marks through the rules as they stand. */
export function tryBook(book: RuleBookContent, typed: TypedMarks): Trial {
  const faults = problemsOfRuleBook(book).length;
  if (faults > 0) return { faults, tried: null };
  const rounds = book.rounds.map((round) => ({ ...round, judgesPerInitiative: Math.min(round.judgesPerInitiative, MOST_JUDGES) }));
  const content = { ...book, rounds };
  const criteria = new Map(rounds.flatMap(({ key, rubric }) => leaves(rubric).map((leaf) => [`${key}/${leaf.key}`, leaf] as const)));
  const markOf = (place: MarkPlace) => {
    const own = typed[markKey(place)]?.trim().replace(',', '.') ?? '';
    return /^\d{1,6}(\.\d{1,6})?$/.test(own) ? own : exampleMark(criteria.get(`${place.round}/${place.criterion}`), place);
  };
  return { faults: 0, tried: tryRuleBook(content, { initiatives: EXAMPLES, markOf, further: FURTHER }) };
}

/** The share of the maximum, on a step of the criterion. */
function exampleMark(criterion: { readonly max: string; readonly step: string } | undefined, { initiative, judge }: MarkPlace): string {
  if (!criterion) return '0';
  const { max, step } = criterion;
  const steps = Math.round((Number(max) * (SHARES[initiative]?.[judge] ?? 0)) / Number(step));
  const places = step.includes('.') ? step.length - step.indexOf('.') - 1 : 0;
  return String(Number((steps * Number(step)).toFixed(places)));
}
