import { type AssignmentTable } from './assignment-table.js';

/** So many judges of one unit on one initiative, unless the organiser says otherwise. */
export const SAME_UNIT_AT_MOST = 1;

/** Of these judges, at most so many on one initiative: a pair that is kept apart, or those who work in one unit. */
export interface NamedLimit {
  readonly kind: 'PAIR' | 'UNIT';
  readonly unitId: string | null;
  readonly judgeIds: readonly string[];
  readonly atMost: number;
}

/** The limits of a jury that can bind: pairs both of whom are on it, units with more judges than may sit together. */
export function limitsOf({ judges, pairs }: AssignmentTable, sameUnitAtMost: number): NamedLimit[] {
  const onJury = new Set(judges.map(({ id }) => id));
  const apart = pairs
    .filter((pair) => pair.every((id) => onJury.has(id)))
    .map((judgeIds): NamedLimit => ({ kind: 'PAIR', unitId: null, judgeIds, atMost: 1 }));
  const byUnit = new Map<string, string[]>();
  for (const { id, unitIds } of judges) for (const unitId of unitIds) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), id]);
  const units = [...byUnit]
    .filter(([, judgeIds]) => judgeIds.length > sameUnitAtMost)
    .map(([unitId, judgeIds]): NamedLimit => ({ kind: 'UNIT', unitId, judgeIds, atMost: sameUnitAtMost }));
  return [...apart, ...units];
}

/** The limits that keep a judge off, those who sit there already being `sitting`. */
export function limitsAgainst(limits: readonly NamedLimit[], judgeId: string, sitting: ReadonlySet<string>): NamedLimit[] {
  return limits.filter(({ judgeIds, atMost }) => judgeIds.includes(judgeId) && judgeIds.filter((id) => sitting.has(id)).length >= atMost);
}

/** Whether a judge is named together with somebody who sits on the initiative, and so may not. */
export function apartFrom(table: AssignmentTable): (place: { readonly initiativeId: string; readonly judgeId: string }) => boolean {
  const pairs = limitsOf(table, Infinity);
  const sitting = new Map<string, Set<string>>();
  for (const { initiativeId, judgeId, excused } of table.cards)
    if (!excused) sitting.set(initiativeId, (sitting.get(initiativeId) ?? new Set<string>()).add(judgeId));
  return ({ initiativeId, judgeId }) => limitsAgainst(pairs, judgeId, sitting.get(initiativeId) ?? new Set()).length > 0;
}
