import { type RoundRule } from '#plain/contest';
import { Decimal } from '#lib/kernel';
import { spreadOf } from './counting.js';

export interface FirstCards {
  readonly initiativeId: string;
  /** Whoever has a card of it, excused or not. */
  readonly judgeIds: readonly string[];
  readonly totals: readonly string[];
  /** A further judge has a card of it that was not excused. */
  readonly called: boolean;
}

/** A signed card as divergence looks at it; `extra` for that of a further judge. */
export interface SettledCard {
  readonly total: string;
  readonly extra: boolean;
}

/** Initiatives whose highest and lowest total are further apart than the threshold, and that no further judge is called for yet. */
export function divergent(initiatives: readonly FirstCards[], threshold: string | null): FirstCards[] {
  return initiatives.filter(({ totals, called }) => !called && diverge(totals, threshold));
}

/**
 * The signed cards of one initiative that make its score, in their order, once the round's rule on the further mark is applied.
 * The rule takes hold only where there is a further card and the first ones, as they stand now, are further apart than the
 * threshold: a first card may have been excused and replaced since the further judge was called, and then all count.
 *
 * `JOINS`: all count. `DECIDES`: the further alone, as the third marking of an examination is final. `REPLACES`: all but the first
 * card farthest from the further one; where two are equally far, which of them goes would be chance, and so all count.
 */
export function countingCards<C extends SettledCard>(
  { furtherMark = 'JOINS', divergenceThreshold }: Pick<RoundRule, 'furtherMark' | 'divergenceThreshold'>,
  cards: readonly C[],
): readonly C[] {
  const further = cards.filter(({ extra }) => extra);
  const first = cards.filter(({ extra }) => !extra);
  const totals = first.map(({ total }) => total);
  if (further.length === 0 || !diverge(totals, divergenceThreshold)) return cards;
  switch (furtherMark) {
    case 'JOINS':
      return cards;
    case 'DECIDES':
      return further;
    case 'REPLACES': {
      const gone = farthest(first, further);
      return cards.filter((card) => card !== gone);
    }
  }
}

/** The card farthest from the further ones, of which there is one by all that calls them; none where two are equally far. */
function farthest<C extends SettledCard>(first: readonly C[], further: readonly C[]): C | undefined {
  const distanceOf = ({ total }: C) =>
    further.reduce((sum, other) => sum.plus(new Decimal(total).minus(other.total).abs()), new Decimal(0));
  const byDistance = first.map((card) => ({ card, distance: distanceOf(card) })).sort((a, b) => b.distance.comparedTo(a.distance));
  const [most, next] = byDistance;
  return most && next?.distance.equals(most.distance) ? undefined : most?.card;
}

function diverge(totals: readonly string[], threshold: string | null): boolean {
  return threshold !== null && totals.length > 1 && spreadOf(totals).gt(threshold);
}

/** A judge and how many cards they have in the round, `room` more at most. */
export interface FreeJudge {
  readonly judgeId: string;
  readonly load: number;
  readonly room: number;
}

export interface FurtherCall {
  readonly initiativeId: string;
  readonly judgeId: string;
}

/**
 * One further judge for each, the least loaded of those who have no card of it and are not barred.
 * An initiative for which nobody is free is left as it is; its spread shows in the standings.
 */
export function callFurther(
  initiatives: readonly FirstCards[],
  judges: readonly FreeJudge[],
  isBarred: (call: FurtherCall) => boolean,
): FurtherCall[] {
  const loads = new Map(judges.map(({ judgeId, load }) => [judgeId, load]));
  const loadOf = ({ judgeId }: FreeJudge) => loads.get(judgeId) ?? 0;
  return initiatives.flatMap(({ initiativeId, judgeIds }) => {
    const free = judges.filter((judge) => {
      const full = loadOf(judge) - judge.load >= judge.room;
      return !full && !judgeIds.includes(judge.judgeId) && !isBarred({ initiativeId, judgeId: judge.judgeId });
    });
    const [chosen] = free.sort((a, b) => loadOf(a) - loadOf(b));
    if (!chosen) return [];
    loads.set(chosen.judgeId, loadOf(chosen) + 1);
    return [{ initiativeId, judgeId: chosen.judgeId }];
  });
}
