import { type AssignableJudge, type AssignmentTable } from './assignment-table.js';
import { fitOf } from './fit.js';
import { type NamedLimit, SAME_UNIT_AT_MOST, limitsAgainst, limitsOf } from './limits.js';

/**
 * The judge who can take one more card on an initiative with the least disturbance: nobody else's card is moved. Of those who are free of conflict,
 * were never on it, have room and sit apart from who must not sit together, the one who suits it best, then the one with the fewest cards.
 * Null where there is none.
 */
export function replacementFor(table: AssignmentTable, initiativeId: string, sameUnitAtMost = SAME_UNIT_AT_MOST): string | null {
  const initiative = table.initiatives.find(({ id }) => id === initiativeId);
  if (!initiative) return null;
  const loads = loadsOf(table);
  const [best] = table.judges
    .filter(maySit(table, { initiativeId, loads, limits: limitsOf(table, sameUnitAtMost) }))
    .map((judge) => ({ id: judge.id, fit: fitOf(judge, initiative), load: loads.get(judge.id) ?? 0 }))
    .sort((a, b) => b.fit - a.fit || a.load - b.load || (a.id < b.id ? -1 : 1));
  return best?.id ?? null;
}

function maySit(
  { cards, barred }: AssignmentTable,
  { initiativeId, loads, limits }: { initiativeId: string; loads: ReadonlyMap<string, number>; limits: readonly NamedLimit[] },
): (judge: AssignableJudge) => boolean {
  const there = cards.filter((card) => card.initiativeId === initiativeId);
  const sitting = new Set(there.filter(({ excused }) => !excused).map(({ judgeId }) => judgeId));
  const shut = new Set([
    ...there.map(({ judgeId }) => judgeId),
    ...barred.filter((bar) => bar.initiativeId === initiativeId).map(({ personId }) => personId),
  ]);
  return ({ id, available, loadMax }) =>
    available && !shut.has(id) && (loads.get(id) ?? 0) < (loadMax ?? Infinity) && limitsAgainst(limits, id, sitting).length === 0;
}

/** How many cards each judge has that were not excused. */
export function loadsOf({ cards }: AssignmentTable): Map<string, number> {
  const loads = new Map<string, number>();
  for (const { judgeId, excused } of cards) if (!excused) loads.set(judgeId, (loads.get(judgeId) ?? 0) + 1);
  return loads;
}
