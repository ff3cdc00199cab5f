import { type Assignment } from '#lib/statistics';
import { type AssignableInitiative, type AssignableJudge, type AssignmentTable } from './assignment-table.js';

/** How well a judge suits an initiative: at home in its area, at home in no area that was named, at home only in others. */
export const FIT = { OWN_AREA: 2, NO_AREA_NAMED: 1, OTHER_AREAS: 0 } as const;

export function fitOf({ areaIds }: AssignableJudge, { areaId }: AssignableInitiative): number {
  if (areaIds.length === 0) return FIT.NO_AREA_NAMED;
  return areaIds.includes(areaId) ? FIT.OWN_AREA : FIT.OTHER_AREAS;
}

/** `[initiative][judge]`, in the order of the table; undefined where no judge named an area, so that all suit alike. */
export function fitTable({ initiatives, judges }: AssignmentTable): number[][] | undefined {
  if (judges.every(({ areaIds }) => areaIds.length === 0)) return undefined;
  return initiatives.map((initiative) => judges.map((judge) => fitOf(judge, initiative)));
}

/** The fit of all cards together, and the mean of the initiative they fit least; where no judge named an area, the solver was given none to reckon with. */
export function fitOfAll(
  table: AssignmentTable,
  { judgesOf, totalFit, worstFit }: Pick<Assignment, 'judgesOf' | 'totalFit' | 'worstFit'>,
): Pick<Assignment, 'totalFit' | 'worstFit'> {
  if (fitTable(table)) return { totalFit, worstFit };
  const cards = judgesOf.reduce((sum, judges) => sum + judges.length, 0);
  return { totalFit: cards * FIT.NO_AREA_NAMED, worstFit: worstFit === null ? null : FIT.NO_AREA_NAMED };
}
