import { type RuleBookContent } from '#domain/contest';
import { type ClosedLine, finalStandings } from '../result/final-standings.js';
import { type RoundState } from '#domain/scoring';
import {
  type ComparedLine,
  type CorrectedCard,
  type JudgedRound,
  type LineChange,
  type NextRoundChange,
  compareLines,
  correctedLines,
  nextRoundChange,
  passing,
} from './impact.js';

/** A round from the corrected one on. */
export interface CourseRound {
  readonly id: string;
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly state: RoundState;
  /** Initiatives that are still in the contest and have a card in it. */
  readonly held: readonly string[];
}

/** The contest's result in force, of the initiatives that are still in it. */
export interface KeptFinal {
  readonly book: RuleBookContent;
  readonly lines: readonly ComparedLine[];
}

/** Everything that a correction of one round is computed from. */
export interface CorrectionField {
  /** The corrected one and those after it, in their order. */
  readonly rounds: readonly CourseRound[];
  /** The closed ones among them, with their cards. */
  readonly judged: readonly JudgedRound[];
  /** The lines in force of all closed rounds of the contest. */
  readonly lines: readonly (ClosedLine & { readonly key: string })[];
  readonly votes: readonly (readonly string[])[];
  /** Null before the last round closed. */
  readonly final: KeptFinal | null;
}

/** What a correction touches. */
export interface CorrectionEffect {
  /** The rounds that get another version of their result; the corrected one first. */
  readonly rounds: readonly { readonly round: CourseRound; readonly changes: readonly LineChange[] }[];
  /** The rounds after those, where others go on into them from the one `before`. */
  readonly laterRounds: readonly { readonly before: CourseRound; readonly round: CourseRound; readonly change: NextRoundChange }[];
  readonly finals: readonly LineChange[];
  /** The places before and after that prizes are given by; null before there is a result. */
  readonly places: { readonly before: readonly ComparedLine[]; readonly after: readonly ComparedLine[] } | null;
}

/** All that changes when a card is corrected: ranks of rounds, who passes into later ones, the final standings. */
export function correctionEffect(field: CorrectionField, corrected: CorrectedCard): CorrectionEffect {
  const found = correctedLines(field.judged, corrected);
  const kept = Map.groupBy(field.lines, ({ key }) => key);
  const rounds = field.rounds.flatMap((round) => {
    const lines = found.get(round.id);
    return lines ? [{ round, lines, changes: compareLines(kept.get(round.key) ?? [], lines) }] : [];
  });
  const laterRounds = rounds.flatMap(({ round, lines }) => {
    const next = field.rounds[field.rounds.indexOf(round) + 1];
    if (!next) return [];
    const sets = { before: passing(kept.get(round.key) ?? []), after: passing(lines) };
    const change = nextRoundChange(sets, { state: next.state, held: new Set(next.held) });
    return Object.values(change).some((ids: readonly string[]) => ids.length > 0) ? [{ before: round, round: next, change }] : [];
  });
  const after = field.final && finalAfter(field.final.book, field, new Map(rounds.map(({ round, lines }) => [round.key, lines])));
  return {
    rounds: rounds.map(({ round, changes }) => ({ round, changes })),
    laterRounds,
    finals: field.final && after ? compareLines(field.final.lines, after) : [],
    places: field.final && after && { before: field.final.lines, after },
  };
}

function finalAfter(
  book: RuleBookContent,
  { lines, votes }: CorrectionField,
  corrected: ReadonlyMap<string, readonly ClosedLine[]>,
): readonly ComparedLine[] {
  const kept = Map.groupBy(lines, ({ key }) => key);
  const rounds = book.rounds.map(({ key }) => ({ key, lines: corrected.get(key) ?? kept.get(key) ?? [] }));
  return finalStandings(book, rounds, votes);
}
