import { type MatrixAnswer, type MatrixRow } from './assignments.query';

/** How well a judge knows the area of an initiative, as proposals count it: at home in it, in none that was named, elsewhere. */
export type Fit = 2 | 1 | 0;

/** Null where no judge named an area: then all suit alike, and nothing is said of it. */
export type FitOf = (judgeId: string, row: Pick<MatrixRow, 'areaId'>) => Fit | null;

export function fitsOf({ jury }: MatrixAnswer): FitOf {
  const areas = new Map(jury.edges.map(({ node: { person, areaIds } }) => [person.id, areaIds]));
  if ([...areas.values()].every((named) => named.length === 0)) return () => null;
  return (judgeId, { areaId }) => {
    const named = areas.get(judgeId) ?? [];
    if (named.length === 0) return 1;
    return named.includes(areaId) ? 2 : 0;
  };
}
