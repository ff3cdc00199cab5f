import { type RuleBookContent } from '#plain/contest';
import { Decimal } from '#lib/kernel';
import { type LadderStep, compareDecimals, roundHalfUp } from '#plain/statistics';

/** What of a rule book ranks are made by. */
export type Ranking = Pick<RuleBookContent, 'tieBreak' | 'rounding'>;

/** A figure as ranks and cut-offs see it: exact, or rounded as it is shown where the book ranks by that. */
export function comparedBy({ rounding: { places, rankOn } }: Pick<Ranking, 'rounding'>): (figure: Decimal) => Decimal {
  return rankOn === 'ROUNDED' ? (figure) => roundHalfUp(figure, places) : (figure) => figure;
}

/** Where a step of the ladder finds its number; undefined where there is none yet. */
export interface LadderFigures<T> {
  readonly score: (item: T) => Decimal;
  readonly roundScore: (item: T, round: string) => Decimal | undefined;
  readonly criterion: (item: T, round: string, key: string) => Decimal | undefined;
  /** Its place in the chair's vote on those it is still equal with; undefined where there was none. */
  readonly vote?: (item: T) => number | undefined;
}

/**
 * The score, then the rule book's ladder: the higher goes first. A step about a round still to come cannot tell
 * anyone apart yet, nor can the chair's vote before it is cast: what only it could decide shares a rank.
 */
export function ladderOf<T>(book: Ranking, figures: LadderFigures<T>): LadderStep<T>[] {
  const compared = comparedBy(book);
  const higher = (name: string, figure: (item: T) => Decimal | undefined): LadderStep<T> => ({
    name,
    compare: (a, b) => compareDecimals(compared(figure(b) ?? NOTHING), compared(figure(a) ?? NOTHING)),
  });
  return [
    higher('SCORE', figures.score),
    ...book.tieBreak.flatMap((step) => {
      if (step.kind === 'CHAIR_VOTE') return figures.vote ? [voteStep(figures.vote)] : [];
      if (step.kind === 'ROUND_SCORE') return [higher(`ROUND_SCORE:${step.round}`, (item) => figures.roundScore(item, step.round))];
      return [higher(`CRITERION:${step.round}/${step.criterion}`, (item) => figures.criterion(item, step.round, step.criterion))];
    }),
  ];
}

const NOTHING = new Decimal(0);

/** Who the chair put first goes first. A vote covers all who are equal or none of them, so that the order is one. */
export function voteStep<T>(vote: (item: T) => number | undefined): LadderStep<T> {
  return { name: 'CHAIR_VOTE', compare: (a, b) => (vote(a) ?? 0) - (vote(b) ?? 0) };
}

/**
 * The place of each initiative in the vote that parts its group of equals: the last one cast on all of the group. A vote on others
 * beside them stays good for those still equal; one that leaves somebody of the group out parts nobody, and another is due.
 */
export function votedPlaces(groups: Iterable<readonly string[]>, votes: readonly (readonly string[])[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const group of groups) {
    const vote = group.length > 1 ? votes.findLast((order) => group.every((id) => order.includes(id))) : undefined;
    for (const id of vote ? group : []) places.set(id, vote?.indexOf(id) ?? 0);
  }
  return places;
}
