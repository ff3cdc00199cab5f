import { type CriterionRule, PRESENT_EDITION, type RuleBookContent, type StatedRound, type StatedRuleBook } from '#plain/contest';
import { languageInForce } from '../../../api/language';
import { type VariablesOf } from '../../../api/graphql';
import { type ContentRead, type SET_RULE_BOOK } from './rule-book.query';

type SentBook = VariablesOf<typeof SET_RULE_BOOK>['input']['content'];

/** A step of the ladder as it is typed: what it does not need is kept empty. */
export interface TypedStep {
  readonly kind: 'CRITERION' | 'ROUND_SCORE' | 'CHAIR_VOTE';
  readonly round: string;
  readonly criterion: string;
}

/** A rule book as it is typed: decimals as people write them, whole numbers that are not there yet as NaN. */
export interface TypedBook extends Omit<StatedRuleBook, 'tieBreak'> {
  readonly tieBreak: readonly TypedStep[];
}

/** With the comma of Vietnamese where that is the language. */
const shown = <Text extends string | null>(decimal: Text): Text =>
  (languageInForce() === 'vi' ? (decimal?.replace('.', ',') ?? null) : decimal) as Text;

const plain = (typed: string): string => typed.trim().replace(',', '.');
const plainOrNull = (typed: string | null): string | null => (typed === null || typed.trim() === '' ? null : plain(typed));
const whole = (typed: number): number => (Number.isNaN(typed) ? 0 : typed);

type WithBands = Pick<CriterionRule, 'max' | 'step' | 'knockOutMinimum' | 'bands'>;

const shownCriterion = <Criterion extends WithBands>(criterion: Criterion): Criterion => ({
  ...criterion,
  max: shown(criterion.max),
  step: shown(criterion.step),
  knockOutMinimum: shown(criterion.knockOutMinimum),
  bands: criterion.bands.map((band) => ({ ...band, from: shown(band.from), to: shown(band.to) })),
});

/** Without the names of types, which the client adds to every answer and the API does not take back. */
const bare = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (key, field: unknown) => (key === '__typename' ? undefined : field))) as Value;

/** What the API says, to be edited. */
export function typedBook(content: ContentRead): TypedBook {
  const { rounds, tieBreak, ...rest } = bare(content);
  return {
    ...rest,
    edition: rest.edition === 1 ? 1 : 2,
    tieBreak: tieBreak.map(({ kind, round, criterion }) => ({ kind, round: round ?? '', criterion: criterion ?? '' })),
    rounds: rounds.map((round) => ({
      ...round,
      weight: shown(round.weight),
      divergenceThreshold: shown(round.divergenceThreshold),
      cutOff: { ...round.cutOff, score: shown(round.cutOff.score) },
      rubric: round.rubric.map((top) => ({
        ...shownCriterion(top),
        children: top.children.map((middle) => ({
          ...shownCriterion(middle),
          children: middle.children.map((leaf) => ({ ...shownCriterion(leaf), children: [] })),
        })),
      })),
    })),
  };
}

const sentCriterion = (criterion: CriterionRule): CriterionRule => ({
  ...criterion,
  max: plain(criterion.max),
  step: plain(criterion.step),
  knockOutMinimum: plainOrNull(criterion.knockOutMinimum),
  bands: criterion.bands.map((band) => ({ ...band, from: plain(band.from), to: plain(band.to) })),
  children: criterion.children.map(sentCriterion),
});

const sentRound = (round: StatedRound): StatedRound => ({
  ...round,
  judgesPerInitiative: whole(round.judgesPerInitiative),
  minimumCards: whole(round.minimumCards),
  weight: plainOrNull(round.weight),
  divergenceThreshold: plainOrNull(round.divergenceThreshold),
  cutOff: {
    ...round.cutOff,
    score: plainOrNull(round.cutOff.score),
    top: round.cutOff.top === null || Number.isNaN(round.cutOff.top) ? null : round.cutOff.top,
  },
  presentation: round.presentation && {
    ...round.presentation,
    presentMinutes: whole(round.presentation.presentMinutes),
    questionMinutes: whole(round.presentation.questionMinutes),
  },
  rubric: round.rubric.map(sentCriterion),
});

const plainBook = (book: TypedBook): TypedBook => ({
  ...book,
  rounding: { ...book.rounding, places: whole(book.rounding.places) },
  rounds: book.rounds.map(sentRound),
});

/** What was typed, as the API takes it; the edition is its own affair. Its types know no lists that are only read. */
export function sentBook(book: TypedBook): SentBook {
  const { rounds, combination, rounding, tieBreak, publicPack, publicText, publicRanking, authorsRead } = plainBook(book);
  return { rounds, combination, rounding, tieBreak, publicPack, publicText, publicRanking, authorsRead } as unknown as SentBook;
}

/** What was typed, for the rules of the domain. */
export function bookContent(book: TypedBook): RuleBookContent {
  const { tieBreak, ...rest } = plainBook(book);
  return {
    ...rest,
    tieBreak: tieBreak.map(({ kind, round, criterion }) =>
      kind === 'CRITERION' ? { kind, round, criterion } : kind === 'ROUND_SCORE' ? { kind, round } : { kind },
    ),
  };
}

/** A key that none of these has: `c1`, `c2`, … */
function freeKey(letter: string, taken: readonly string[]): string {
  let at = 1;
  while (taken.includes(`${letter}${String(at)}`)) at += 1;
  return `${letter}${String(at)}`;
}

const keysOf = (rubric: readonly CriterionRule[]): string[] => rubric.flatMap(({ key, children }) => [key, ...keysOf(children)]);

export const newCriterion = (rubric: readonly CriterionRule[]): CriterionRule => ({
  key: freeKey('c', keysOf(rubric)),
  nameVi: '',
  nameEn: '',
  guidanceVi: null,
  guidanceEn: null,
  max: '10',
  step: '1',
  knockOutMinimum: null,
  commentRequired: false,
  bands: [],
  children: [],
});

export function newRound(rounds: readonly StatedRound[]): StatedRound {
  return {
    key: freeKey(
      'r',
      rounds.map(({ key }) => key),
    ),
    nameVi: '',
    nameEn: '',
    rubric: [newCriterion([])],
    judgesPerInitiative: 3,
    minimumCards: 2,
    weight: null,
    aggregation: { kind: 'MEAN', trimming: 'SHEETS' },
    divergenceThreshold: null,
    cutOff: { score: null, top: null, join: 'ALL' },
    furtherMark: 'JOINS',
    visibility: 'NAMED',
    presentation: null,
    calibration: false,
  };
}

/** Where there is none yet. */
export const blankBook = (): TypedBook => ({
  rounds: [newRound([])],
  combination: { kind: 'FINAL_ONLY' },
  rounding: { places: 2, rankOn: 'UNROUNDED' },
  tieBreak: [{ kind: 'CHAIR_VOTE', round: '', criterion: '' }],
  publicPack: false,
  publicText: [],
  publicRanking: false,
  authorsRead: [],
  edition: PRESENT_EDITION,
});

/** The same with one thing changed: `rounds.0.rubric.1.max`. */
export function withPut<Root>(root: Root, path: string, next: unknown): Root {
  const [first = '', ...rest] = path.split('.');
  const below: unknown = (root as Record<string, unknown>)[first];
  const value = rest.length === 0 ? next : withPut(below, rest.join('.'), next);
  if (Array.isArray(root)) return root.map((one: unknown, at) => (String(at) === first ? value : one)) as Root;
  return { ...root, [first]: value };
}

/** The list with one moved by a place, as far as there is room. */
export function moved<Item>(list: readonly Item[], at: number, by: 1 | -1): readonly Item[] {
  const to = at + by;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  const [item] = next.splice(at, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

export const without = <Item>(list: readonly Item[], at: number): readonly Item[] => list.filter((_, place) => place !== at);
