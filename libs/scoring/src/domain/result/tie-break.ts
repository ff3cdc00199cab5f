import { type RuleBookContent } from '#domain/contest';
import { Decimal } from '#lib/kernel';
import { type LadderStep, compareDecimals } from '#lib/statistics';

/** Where a step of the ladder finds its number; undefined where there is none yet. */
export interface LadderFigures<T> {
  readonly score: (item: T) => Decimal;
  readonly roundScore: (item: T, round: string) => Decimal | undefined;
  readonly criterion: (item: T, round: string, key: string) => Decimal | undefined;
}

/**
 * The score, then the rule book's ladder: the higher goes first. A step about a round still to come cannot tell
 * anyone apart yet, and the chair's vote is no number: what only it could decide shares a rank.
 */
export function ladderOf<T>(tieBreak: RuleBookContent['tieBreak'], figures: LadderFigures<T>): LadderStep<T>[] {
  const higher = (name: string, figure: (item: T) => Decimal | undefined): LadderStep<T> => ({
    name,
    compare: (a, b) => compareDecimals(figure(b) ?? NOTHING, figure(a) ?? NOTHING),
  });
  return [
    higher('SCORE', figures.score),
    ...tieBreak.flatMap((step) => {
      if (step.kind === 'CHAIR_VOTE') return [];
      if (step.kind === 'ROUND_SCORE') return [higher(`ROUND_SCORE:${step.round}`, (item) => figures.roundScore(item, step.round))];
      return [higher(`CRITERION:${step.round}/${step.criterion}`, (item) => figures.criterion(item, step.round, step.criterion))];
    }),
  ];
}

const NOTHING = new Decimal(0);
