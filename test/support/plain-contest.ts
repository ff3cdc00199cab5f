/*
 * The rules of a contest computed a second time, for tests to hold the first against: in fractions, slowly, as one would on paper. It
 * uses nothing of the libraries but the types of what it is given.
 */
import { type CriterionRule, type RoundRule, type RuleBookContent } from '#domain/contest';

export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const fraction = (text: string): Fraction => {
  const [whole = '0', part = ''] = text.split('.');
  return { n: BigInt(whole + part), d: 10n ** BigInt(part.length) };
};
const NOTHING = fraction('0');
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n });
export const compare = (a: Fraction, b: Fraction): number => Number(a.n * b.d > b.n * a.d) - Number(a.n * b.d < b.n * a.d);
const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, NOTHING);
const mean = (all: readonly Fraction[]): Fraction => over(sum(all), fraction(String(all.length)));
const sorted = (all: readonly Fraction[]): Fraction[] => all.toSorted(compare);

/** Half up, of what is not below zero. */
export function rounded({ n, d }: Fraction, places: number): Fraction {
  const unit = 10n ** BigInt(places);
  return { n: (2n * n * unit + d) / (2n * d), d: unit };
}

export interface PlainCard {
  readonly judge: string;
  readonly extra: boolean;
  /** In the order of the marked criteria. */
  readonly points: readonly string[];
}

export interface PlainLine {
  readonly id: string;
  readonly score: Fraction;
  readonly out: boolean;
  readonly passed: boolean;
  readonly rank: number | null;
  readonly criteria: ReadonlyMap<string, Fraction>;
}

type Field = ReadonlyMap<string, readonly PlainCard[]>;
type Earlier = ReadonlyMap<string, readonly PlainLine[]>;

const totalOf = (card: PlainCard): Fraction => sum(card.points.map(fraction));
const spread = (all: readonly Fraction[]): Fraction => minus(sorted(all).at(-1)!, sorted(all)[0]!);

function apart({ divergenceThreshold }: RoundRule, cards: readonly PlainCard[]): boolean {
  const first = cards.filter(({ extra }) => !extra).map(totalOf);
  return divergenceThreshold !== null && first.length > 1 && compare(spread(first), fraction(divergenceThreshold)) > 0;
}

/** Whether a further judge is called. */
export const diverges = apart;

function counting(rule: RoundRule, cards: readonly PlainCard[]): readonly PlainCard[] {
  const further = cards.find(({ extra }) => extra);
  if (!further || !apart(rule, cards) || (rule.furtherMark ?? 'JOINS') === 'JOINS') return cards;
  if (rule.furtherMark === 'DECIDES') return [further];
  const far = (card: PlainCard) => spread([totalOf(card), totalOf(further)]);
  const first = cards.filter(({ extra }) => !extra);
  const farthest = first.filter((card) => first.every((other) => compare(far(card), far(other)) >= 0));
  return farthest.length > 1 ? cards : cards.filter((card) => card !== farthest[0]);
}

function middle(all: readonly Fraction[]): Fraction {
  const list = sorted(all);
  return all.length % 2 ? list[(all.length - 1) / 2]! : mean(list.slice(all.length / 2 - 1, all.length / 2 + 1));
}

const inner = (all: readonly Fraction[]): Fraction => mean(sorted(all).slice(1, -1));

/** Every way to drop one sheet of the highest total and one of the lowest; the mean of what they leave. */
function keptMean(values: readonly Fraction[], totals: readonly Fraction[]): Fraction {
  const at = (end: Fraction) => totals.flatMap((total, index) => (compare(total, end) === 0 ? [index] : []));
  const list = sorted(totals);
  const ways = at(list.at(-1)!).flatMap((high) => at(list[0]!).flatMap((low) => (high === low ? [] : [[high, low]])));
  return mean(ways.map((dropped) => mean(values.filter((_, index) => !dropped.includes(index)))));
}

const tree = (rubric: readonly CriterionRule[]): CriterionRule[] => rubric.flatMap((one) => [one, ...tree(one.children)]);
const marked = (rubric: readonly CriterionRule[]) => tree(rubric).filter(({ children }) => children.length === 0);

/** The rank of each: one more than those better. `better` says whether the first goes before the second. */
function ranks<T>(all: readonly T[], better: (a: T, b: T) => boolean): Map<T, number> {
  return new Map(all.map((one) => [one, 1 + all.filter((other) => better(other, one)).length]));
}

function before(book: RuleBookContent, figuresOf: (id: string) => readonly Fraction[]) {
  const shown = (value: Fraction) => (book.rounding.rankOn === 'ROUNDED' ? rounded(value, book.rounding.places) : value);
  return (a: string, b: string): boolean => {
    const theirs = figuresOf(b);
    const step = figuresOf(a)
      .map((figure, at) => compare(shown(figure), shown(theirs[at]!)))
      .find((order) => order !== 0);
    return step !== undefined && step > 0;
  };
}

export function plainRound(book: RuleBookContent, rule: RoundRule, field: Field, earlier: Earlier): PlainLine[] {
  const cards = new Map([...field].map(([id, all]) => [id, counting(rule, all)]));
  const trims = rule.aggregation.kind === 'TRIMMED_MEAN' && [...cards.values()].every(({ length }) => length >= 5);
  const bySheet = rule.aggregation.trimming === 'SHEETS';
  const leaves = marked(rule.rubric).map(({ key }) => key);
  const middleOf = (values: readonly Fraction[]) => (rule.aggregation.kind === 'MEDIAN' ? middle(values) : mean(values));

  /** What of a criterion, or of the whole, counts for an initiative. */
  const aggregate = (id: string, keys: readonly string[], whole: boolean): Fraction => {
    const own = cards.get(id)!;
    const values = own.map(({ points }) => sum(keys.map((key) => fraction(points[leaves.indexOf(key)]!))));
    if (!trims) return middleOf(values);
    if (!bySheet) return sum(keys.map((key) => inner(own.map(({ points }) => fraction(points[leaves.indexOf(key)]!)))));
    return whole ? inner(values) : book.edition === 2 ? keptMean(values, own.map(totalOf)) : inner(values);
  };
  const lines = [...cards.keys()].map((id) => {
    const criteria = new Map(
      tree(rule.rubric).map((one) => [
        one.key,
        aggregate(
          id,
          marked([one]).map(({ key }) => key),
          false,
        ),
      ]),
    );
    const out = tree(rule.rubric).some(
      ({ key, knockOutMinimum: least }) => least !== null && compare(criteria.get(key)!, fraction(least)) < 0,
    );
    return { id, score: aggregate(id, leaves, true), criteria, out };
  });
  const standing = lines.filter(({ out }) => !out);
  const rounds: Earlier = new Map([...earlier, [rule.key, lines as unknown as PlainLine[]]]);
  const isBefore = before(book, (id) => [
    lines.find((line) => line.id === id)!.score,
    // The round's own score is what comes first anyway.
    ...ladder(book, rounds, id),
  ]);
  const places = ranks(
    standing.map(({ id }) => id),
    isBefore,
  );
  const shown = (value: Fraction) => (book.rounding.rankOn === 'ROUNDED' ? rounded(value, book.rounding.places) : value);
  const best = sorted(standing.map(({ score }) => shown(score))).reverse();
  return lines.map((line) => {
    const { score: least, top, join } = rule.cutOff;
    const bounds = [
      ...(least === null ? [] : [compare(shown(line.score), fraction(least)) >= 0]),
      ...(top === null ? [] : [compare(shown(line.score), best[Math.min(top, best.length) - 1] ?? NOTHING) >= 0]),
    ];
    const passes = bounds.length === 0 || (join === 'ANY' ? bounds.includes(true) : !bounds.includes(false));
    return { ...line, passed: !line.out && passes, rank: line.out ? null : places.get(line.id)! };
  });
}

/** The figures of the ladder's steps; nothing where there is none yet. */
function ladder(book: RuleBookContent, rounds: Earlier, id: string): Fraction[] {
  return book.tieBreak.flatMap((step) => {
    if (step.kind === 'CHAIR_VOTE') return [];
    const line = rounds.get(step.round)?.find((one) => one.id === id);
    return [(step.kind === 'ROUND_SCORE' ? line?.score : line?.criteria.get(step.criterion)) ?? NOTHING];
  });
}

export interface PlainFinal {
  readonly id: string;
  readonly rank: number | null;
  readonly score: Fraction;
}

/** Without votes of the chair. */
export function plainFinal(book: RuleBookContent, rounds: Earlier): PlainFinal[] {
  const keys = book.rounds.map(({ key }) => key);
  const ids = [...new Set([...rounds.values()].flat().map(({ id }) => id))];
  const lineOf = (id: string, key: string) => rounds.get(key)?.find((line) => line.id === id);
  const reached = (id: string) => Math.max(...keys.flatMap((key, at) => (lineOf(id, key) ? [at] : [])));
  const last = (id: string) => lineOf(id, keys[reached(id)]!)!;
  const share = ({ key, rubric, weight }: RoundRule, id: string) => {
    const most = book.edition === 2 ? over(sum(rubric.map(({ max }) => fraction(max))), fraction('100')) : fraction('1');
    return times(over(lineOf(id, key)!.score, most), fraction(weight!));
  };
  const score = (id: string) =>
    book.combination.kind === 'FINAL_ONLY' ? last(id).score : sum(book.rounds.map((round) => share(round, id)));
  const standing = ids.filter((id) => !last(id).out);
  const finalists = standing.filter((id) => reached(id) === keys.length - 1);
  const places = ranks(
    finalists,
    before(book, (id) => [score(id), ...ladder(book, rounds, id)]),
  );
  const below = ranks(
    standing.filter((id) => !places.has(id)),
    (a, b) => reached(a) > reached(b) || (reached(a) === reached(b) && last(a).rank! < last(b).rank!),
  );
  return ids.map((id) => {
    if (places.has(id)) return { id, rank: places.get(id)!, score: score(id) };
    return { id, rank: below.has(id) ? finalists.length + below.get(id)! : null, score: last(id).score };
  });
}
