import { Decimal } from '#lib/kernel';
import { spreadOf } from '../result/standings.js';

export interface FirstCards {
  readonly initiativeId: string;
  readonly judgeIds: readonly string[];
  readonly totals: readonly string[];
}

/** Initiatives whose highest and lowest total are further apart than the threshold. */
export function divergent(initiatives: readonly FirstCards[], threshold: string | null): FirstCards[] {
  if (threshold === null) return [];
  const most = new Decimal(threshold);
  return initiatives.filter(({ totals }) => totals.length > 1 && spreadOf(totals).gt(most));
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
