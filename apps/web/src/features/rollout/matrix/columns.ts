import { named } from '../../../ui/format';
import { type Matrix, type MatrixChoices, type MatrixUnit } from './matrix.query';

/** A column: a unit, or the communes that went to several. */
export interface MatrixColumn {
  /** Null: communes that were split stand on no unit. */
  readonly id: string | null;
  readonly unit: MatrixUnit | null;
  /** What the commune is today, where it is not what it was; `SPLIT`: several. */
  readonly group: Group | null;
}

export type Group = { readonly id: string; readonly name: string } | { readonly id: 'SPLIT'; readonly name: null };

/** Communes in the order of the server, those that are one unit today beside each other, those that were split last. */
export function columnsOf({ units, rows, reading }: Matrix, choices: MatrixChoices | undefined): readonly MatrixColumn[] {
  if (reading === 'NEW') {
    const columns: MatrixColumn[] = units.map((unit) => ({ id: unit.id, unit, group: null }));
    const hasSplit = rows.some(({ cells }) => cells.some(({ unitId }) => unitId === null));
    return hasSplit ? [...columns, { id: null, unit: null, group: null }] : columns;
  }
  const groups = groupsOf(choices);
  const columns = units.map((unit): MatrixColumn => ({ id: unit.id, unit, group: groups.get(unit.id) ?? null }));
  const order = [...new Set(columns.map(({ group }) => group?.id ?? ''))].sort((one, other) => placeOf(one) - placeOf(other));
  return order.flatMap((id) => columns.filter(({ group }) => (group?.id ?? '') === id));
}

const placeOf = (group: string): number => (group === 'SPLIT' ? 2 : group === '' ? 1 : 0);

function groupsOf(choices: MatrixChoices | undefined): ReadonlyMap<string, Group> {
  const units = new Map((choices?.publicUnits ?? []).map((unit) => [unit.id, unit]));
  const groups = new Map<string, Group>();
  for (const { id, became } of units.values()) {
    const end = endOf(became, units);
    if (end !== null) groups.set(id, end === 'SPLIT' ? SPLIT : { id: end.id, name: named(end) });
  }
  return groups;
}

type Unit = MatrixChoices['publicUnits'][number];

const SPLIT: Group = { id: 'SPLIT', name: null };

/** Which unit of today goes on with what a commune had begun; a strip of land takes nothing along. Null: the commune itself. */
function endOf(became: Unit['became'], units: ReadonlyMap<string, Unit>): Unit | 'SPLIT' | null {
  if (became.some(({ kind }) => kind === 'SPLIT')) return 'SPLIT';
  const next = units.get(became.find(({ kind }) => kind === 'WHOLE' || kind === 'REST')?.unitId ?? '');
  return next ? (endOf(next.became, units) ?? next) : null;
}

/** Columns of one group that stand beside each other. */
export function runsOf(
  columns: readonly MatrixColumn[],
): readonly { readonly group: Group | null; readonly from: number; readonly count: number }[] {
  const runs: { group: Group | null; from: number; count: number }[] = [];
  columns.forEach(({ group }, at) => {
    const last = runs.at(-1);
    if (last && last.group?.id === group?.id) last.count += 1;
    else runs.push({ group, from: at, count: 1 });
  });
  return runs;
}
