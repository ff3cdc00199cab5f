import fc, { type GeneratorValue } from 'fast-check';
import { type CriterionRule, type RoundRule, type RuleBookContent, type TieBreakRule, allCriteria, rubricMaximum } from '#domain/contest';
import { aCriterion, aRound } from './contests.js';

const WEIGHTS = [[], ['1'], ['0.4', '0.6'], ['0.333333', '0.333333', '0.333334']];
/** Also what every object has without being given it, and what a list would be put in order by. */
const KEYS = ['novelty', 'constructor', '10', '9'];

/** A rule book of one to three rounds, with anything in it that may be in one. */
export function aRandomBook(g: GeneratorValue): RuleBookContent {
  const count = g(fc.integer, { min: 1, max: 3 });
  const rounds = Array.from({ length: count }, (_, at) => aRandomRound(g, `r${String(at + 1)}`, WEIGHTS[count]![at]!));
  return {
    rounds,
    combination: { kind: g(fc.constantFrom, 'FINAL_ONLY' as const, 'WEIGHTED' as const) },
    rounding: { places: 2 },
    tieBreak: aRandomLadder(g, rounds),
  };
}

/** What may be decided anew once `opened` rounds were opened. */
export function amended(g: GeneratorValue, book: RuleBookContent, opened: number): RuleBookContent {
  const rounds = book.rounds.map((round, at) => (at < opened ? round : aRandomRound(g, round.key, round.weight)));
  return { ...book, rounds, tieBreak: aRandomLadder(g, rounds), publicPack: g(fc.boolean) };
}

function aRandomRound(g: GeneratorValue, key: string, weight: string): RoundRule {
  const rubric = aRandomRubric(g);
  const judgesPerInitiative = g(fc.integer, { min: 1, max: 6 });
  const divergenceThreshold = g(fc.constantFrom, null, null, '0.5', '3');
  return aRound(key, {
    rubric,
    judgesPerInitiative,
    minimumCards: g(fc.integer, { min: 1, max: judgesPerInitiative }),
    weight,
    aggregation: {
      kind: g(fc.constantFrom, 'MEAN' as const, 'MEDIAN' as const, 'TRIMMED_MEAN' as const),
      trimming: g(fc.constantFrom, 'SHEETS' as const, 'CRITERIA' as const),
    },
    divergenceThreshold,
    ...(divergenceThreshold && { furtherMark: g(fc.constantFrom, 'JOINS' as const, 'REPLACES' as const, 'DECIDES' as const) }),
    cutOff: {
      score: g(fc.constantFrom, null, null, rubricMaximum(rubric).dividedBy(2).toFixed()),
      top: g(fc.constantFrom, null, null, 1, 3, 5),
    },
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
