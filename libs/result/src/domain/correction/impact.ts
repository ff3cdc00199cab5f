import { type RoundRule } from '#domain/contest';
import { Decimal } from '#lib/kernel';
import { type CountedInitiative, countingCards, type JudgedCard, type RoundState } from '#domain/scoring';
import { type RoundRuling, type StandingLine, computeStandings } from '../result/standings.js';

/** A closed round as it was judged: its rule and rule book, all signed cards, and the lines in force. */
export interface JudgedRound {
  readonly id: string;
  readonly key: string;
  readonly rule: RoundRule;
  readonly book: RoundRuling;
  readonly signed: readonly CountedInitiative<JudgedCard>[];
}

/** Whose card of which round is corrected; without a card it no longer counts. */
export interface CorrectedCard {
  readonly roundId: string;
  readonly initiativeId: string;
  readonly judgeId: string;
  readonly card: { readonly total: string; readonly points: readonly string[] } | null;
}

/** What two versions of a list are compared by. */
export interface ComparedLine {
  readonly initiativeId: string;
  readonly rank: number | null;
  readonly score: string;
  readonly state: string;
}

/** Where an initiative stood and would stand; null where it is not on that list. */
export interface LineChange {
  readonly initiativeId: string;
  readonly before: ComparedLine | null;
  readonly after: ComparedLine | null;
}

/**
 * The new lines of the corrected round, and of those closed after it whose ladder asks for a round that has new ones; rounds are given
 * in their order. A later round is judged by its own cards: else nothing of it changes.
 */
export function correctedLines(rounds: readonly JudgedRound[], corrected: CorrectedCard): Map<string, StandingLine[]> {
  const lines = new Map<string, StandingLine[]>();
  const from = rounds.findIndex(({ id }) => id === corrected.roundId);
  const figures = new Map<string, Map<string, Decimal>>();
  const changed = new Set<string>();
  for (const round of from < 0 ? [] : rounds.slice(from)) {
    if (changed.size > 0 && !round.book.tieBreak.some((step) => step.kind !== 'CHAIR_VOTE' && changed.has(step.round))) continue;
    changed.add(round.key);
    const signed = round.signed.map((initiative) => ({
      ...initiative,
      earlier: new Map([...(initiative.earlier ?? []), ...(figures.get(initiative.id) ?? [])]),
      cards: countingCards(round.rule, round.id === corrected.roundId ? correctCards(initiative, corrected) : initiative.cards),
    }));
    const found = computeStandings(round.rule, round.book, signed);
    lines.set(round.id, found);
    for (const line of found) figures.set(line.initiativeId, withFigures(figures.get(line.initiativeId), round.key, line));
  }
  return lines;
}

/** What differs between two versions of a list, those who are on one of them alone included; in the order of the new one. */
export function compareLines(before: readonly ComparedLine[], after: readonly ComparedLine[]): LineChange[] {
  const known = new Map(before.map((line) => [line.initiativeId, line]));
  const left = new Set(after.map(({ initiativeId }) => initiativeId));
  const changes = after.map((line): LineChange => {
    return { initiativeId: line.initiativeId, before: known.get(line.initiativeId) ?? null, after: line };
  });
  const gone = before.filter(({ initiativeId }) => !left.has(initiativeId));
  return [...changes.filter(isChanged), ...gone.map((line) => ({ initiativeId: line.initiativeId, before: line, after: null }))];
}

/** What a round says of who goes on, and what it said before. */
export interface Passing {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** The round after a corrected one: its state, and who has cards in it. */
export interface NextRound {
  readonly state: RoundState;
  readonly held: ReadonlySet<string>;
}

/** What becomes of a round when another set passes the one before it. */
export interface NextRoundChange {
  /** In it from now on; in an open round they need cards before it can close. */
  readonly joins: readonly string[];
  /** Out of a round that is not open yet. */
  readonly leaves: readonly string[];
  /** No longer pass, but are judged there and stay. */
  readonly stays: readonly string[];
  /** Pass too late to be judged there: they keep the place of the round they reached. */
  readonly late: readonly string[];
}

/** A round that is open keeps whom it has; one whose signing is locked takes nobody in. */
export function nextRoundChange({ before, after }: Passing, { state, held }: NextRound): NextRoundChange {
  const added = [...after].filter((id) => !before.has(id) && (state === 'PLANNED' || !held.has(id)));
  const dropped = [...before].filter((id) => !after.has(id));
  const takesIn = state === 'PLANNED' || state === 'OPEN';
  return {
    joins: takesIn ? added : [],
    late: takesIn ? [] : added,
    leaves: state === 'PLANNED' ? dropped : dropped.filter((id) => !held.has(id)),
    stays: state === 'PLANNED' ? [] : dropped.filter((id) => held.has(id)),
  };
}

export function passing(lines: readonly { readonly initiativeId: string; readonly state: string }[]): Set<string> {
  return new Set(lines.flatMap(({ initiativeId, state }) => (state === 'PASSED' ? [initiativeId] : [])));
}

function isChanged({ before, after }: LineChange): boolean {
  if (!before || !after) return true;
  return before.rank !== after.rank || before.state !== after.state || !new Decimal(before.score).eq(after.score);
}

function correctCards({ id, cards }: CountedInitiative<JudgedCard>, corrected: CorrectedCard): readonly JudgedCard[] {
  if (id !== corrected.initiativeId) return cards;
  return cards.flatMap((card) => {
    if (card.judgeId !== corrected.judgeId) return [card];
    return corrected.card ? [{ ...card, ...corrected.card }] : [];
  });
}

function withFigures(known: Map<string, Decimal> | undefined, key: string, { score, criteria }: StandingLine): Map<string, Decimal> {
  const own = Object.entries(criteria).map(([criterion, value]) => [`${key}/${criterion}`, new Decimal(value)] as const);
  return new Map([...(known ?? []), [key, new Decimal(score)] as const, ...own]);
}
