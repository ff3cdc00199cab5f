import { type RoundRule, type RuleBookContent, leaves } from '#plain/contest';
import { Decimal } from '#lib/kernel';
import { sum } from '#plain/statistics';
import { countingCards, divergent } from '#plain/scoring';
import { type FinalLine, finalStandings } from './final-standings.js';
import { type StandingLine, computeStandings } from './standings.js';

/** Marks to try a rule book with. */
export interface TrialMarks {
  readonly initiatives: readonly string[];
  readonly markOf: (place: {
    readonly round: string;
    readonly initiative: string;
    readonly judge: number;
    readonly criterion: string;
  }) => string;
  /** The number that the further judge marks under. */
  readonly further: number;
}

export interface TrialCard {
  readonly judge: number;
  readonly extra: boolean;
  /** False where the rule on the further mark leaves it out. */
  readonly counts: boolean;
  readonly total: string;
  readonly points: readonly string[];
}

export interface TrialRound {
  readonly key: string;
  readonly cards: readonly { readonly initiative: string; readonly cards: readonly TrialCard[] }[];
  readonly lines: readonly StandingLine[];
}

export interface TriedRuleBook {
  readonly rounds: readonly TrialRound[];
  readonly final: readonly FinalLine[];
}

/**
 * What a rule book would do to marks, by the functions that make results: each round of those who passed the one before, a further judge
 * wherever the first ones diverge, then the final standings. For content that passed `whyNotRuleBook`.
 */
export function tryRuleBook(content: RuleBookContent, marks: TrialMarks): TriedRuleBook {
  const rounds: TrialRound[] = [];
  for (const rule of content.rounds) {
    const last = rounds.at(-1);
    const passed = last?.lines.filter(({ state }) => state === 'PASSED').map(({ initiativeId }) => initiativeId);
    const field = marks.initiatives.filter((initiative) => passed?.includes(initiative) ?? true);
    const cards = field.map((initiative) => ({ initiative, cards: cardsOf(rule, initiative, marks) }));
    const counted = cards.map((one) => ({
      id: one.initiative,
      cards: one.cards.filter(({ counts }) => counts),
      earlier: earlierOf(one.initiative, rounds),
    }));
    rounds.push({ key: rule.key, cards, lines: counted.length === 0 ? [] : computeStandings(rule, content, counted) });
  }
  return { rounds, final: finalStandings(content, rounds) };
}

function cardsOf(rule: RoundRule, initiative: string, marks: TrialMarks): TrialCard[] {
  const first = Array.from({ length: rule.judgesPerInitiative }, (_, judge) => cardOf(rule, initiative, { judge, extra: false }, marks));
  const totals = first.map(({ total }) => total);
  const called = divergent([{ initiativeId: initiative, judgeIds: [], totals, called: false }], rule.divergenceThreshold).length > 0;
  const all = called ? [...first, cardOf(rule, initiative, { judge: marks.further, extra: true }, marks)] : first;
  const counting = countingCards(rule, all);
  return all.map((card) => ({ ...card, counts: counting.includes(card) }));
}

function cardOf(rule: RoundRule, initiative: string, whose: Pick<TrialCard, 'judge' | 'extra'>, { markOf }: TrialMarks): TrialCard {
  const points = leaves(rule.rubric).map(({ key }) => markOf({ round: rule.key, initiative, judge: whose.judge, criterion: key }));
  return { ...whose, counts: true, points, total: sum(points).toFixed() };
}

/** The figures of earlier rounds that the ladder may ask for. */
function earlierOf(initiative: string, before: readonly TrialRound[]): Map<string, Decimal> {
  const figures = new Map<string, Decimal>();
  for (const { key, lines } of before) {
    const line = lines.find(({ initiativeId }) => initiativeId === initiative);
    if (!line) continue;
    figures.set(key, new Decimal(line.score));
    for (const [criterion, points] of Object.entries(line.criteria)) figures.set(`${key}/${criterion}`, new Decimal(points));
  }
  return figures;
}
