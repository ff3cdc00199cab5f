import fc, { type GeneratorValue } from 'fast-check';
import {
  type CriterionRule,
  EDITIONS,
  AUTHOR_READS,
  PUBLIC_TEXTS,
  type RoundRule,
  type RuleBookContent,
  type TieBreakRule,
  allCriteria,
  rubricMaximum,
} from '#domain/contest';
import { aCriterion, aRound } from './contests.js';

const WEIGHTS = [[], ['1'], ['0.4', '0.6'], ['0.333333', '0.333333', '0.333334']];
/** Also what every object has without being given it, and what a list would be put in order by. */
const KEYS = ['novelty', 'constructor', '10', '9'];

type Frame = Pick<RuleBookContent, 'combination' | 'rounding' | 'edition'>;

/** A rule book of one to three rounds and of any edition, with anything in it that may be in one. */
export function aRandomBook(g: GeneratorValue): RuleBookContent {
  const count = g(fc.integer, { min: 1, max: 3 });
  const rankOn = g(fc.constantFrom, 'UNROUNDED' as const, 'ROUNDED' as const);
  const frame: Frame = {
    combination: { kind: g(fc.constantFrom, 'FINAL_ONLY' as const, 'WEIGHTED' as const) },
    rounding: { places: g(fc.constantFrom, 0, 1, 2), rankOn },
    edition: g(fc.constantFrom, ...EDITIONS),
  };
  const rounds = Array.from({ length: count }, (_, at) => {
    return aRandomRound(g, { key: `r${String(at + 1)}`, weight: WEIGHTS[count]![at]! }, frame);
  });
  return { ...frame, rounds, tieBreak: aRandomLadder(g, rounds) };
}

/** What may be decided anew once `opened` rounds were opened. */
export function amended(g: GeneratorValue, book: RuleBookContent, opened: number): RuleBookContent {
  const rounds = book.rounds.map((round, at) => (at < opened ? round : aRandomRound(g, round, book)));
  return {
    ...book,
    rounds,
    tieBreak: aRandomLadder(g, rounds),
    publicPack: g(fc.boolean),
    publicText: g(fc.subarray, [...PUBLIC_TEXTS]),
    publicRanking: g(fc.boolean),
    authorsRead: g(fc.subarray, [...AUTHOR_READS]),
  };
}

function aRandomRound(g: GeneratorValue, { key, weight }: Pick<RoundRule, 'key' | 'weight'>, frame: Frame): RoundRule {
  const first = frame.edition === 1;
  const rubric = aRandomRubric(g);
  const kind = g(fc.constantFrom, 'MEAN' as const, 'MEDIAN' as const, 'TRIMMED_MEAN' as const);
  const trims = kind === 'TRIMMED_MEAN' && !first;
  const judgesPerInitiative = g(fc.integer, { min: trims ? 5 : 1, max: 6 });
  const divergenceThreshold = first || judgesPerInitiative > 1 ? g(fc.constantFrom, null, null, '0.5', '3') : null;
  const furtherMarks = ['JOINS', 'REPLACES', ...(trims ? [] : ['DECIDES' as const])] as const;
  const bounds = {
    score: g(fc.constantFrom, null, null, rubricMaximum(rubric).dividedBy(2).toDecimalPlaces(0).toFixed()),
    top: g(fc.constantFrom, null, null, 1, 3, 5),
  };
  const either = bounds.score !== null && bounds.top !== null && g(fc.boolean);
  return aRound(key, {
    rubric,
    judgesPerInitiative,
    minimumCards: g(fc.integer, { min: 1, max: judgesPerInitiative }),
    ...((first || frame.combination.kind === 'WEIGHTED') && { weight: weight ?? null }),
    aggregation: {
      kind,
      trimming: g(fc.constantFrom, 'SHEETS' as const, 'CRITERIA' as const),
    },
    divergenceThreshold,
    ...(divergenceThreshold && { furtherMark: g(fc.constantFrom, ...furtherMarks) }),
    cutOff: { ...bounds, ...(either && { join: 'ANY' as const }) },
  });
}

/** Two or three criteria, one of them of two parts. */
function aRandomRubric(g: GeneratorValue): CriterionRule[] {
  const step = g(fc.constantFrom, '0.000001', '0.5', '1');
  const minimum = () => g(fc.constantFrom, null, null, '1');
  const parts = [aCriterion('p1', '3', { step, knockOutMinimum: minimum() }), aCriterion('p2', '2', { step })];
  const whole = aCriterion('whole', '5', { step, knockOutMinimum: minimum(), children: parts });
  return [
    ...KEYS.slice(0, g(fc.integer, { min: 1, max: KEYS.length })).map((key) =>
      aCriterion(key, '4', { step, knockOutMinimum: minimum(), commentRequired: g(fc.boolean) }),
    ),
    ...(g(fc.boolean) ? [whole] : []),
  ];
}

function aRandomLadder(g: GeneratorValue, rounds: readonly RoundRule[]): TieBreakRule[] {
  const steps = Array.from({ length: g(fc.integer, { min: 0, max: 2 }) }, (): TieBreakRule => {
    const { key: round, rubric } = rounds[g(fc.integer, { min: 0, max: rounds.length - 1 })]!;
    if (g(fc.boolean)) return { kind: 'ROUND_SCORE', round };
    return { kind: 'CRITERION', round, criterion: g(fc.constantFrom, ...allCriteria(rubric).map(({ key }) => key)) };
  });
  return g(fc.boolean) ? [...steps, { kind: 'CHAIR_VOTE' }] : steps;
}
