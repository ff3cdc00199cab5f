import { type DossierPlace, OFFICE_STATES, dossierPlace } from './dossier-filter';

/** What the dossiers of all contests are narrowed to and how they stand, as the address has it. */
export interface AllDossiersSearch extends Pick<DossierPlace, 'state' | 'area' | 'unit' | 'order' | 'columns' | 'after'> {
  readonly year?: number;
}

export function allDossiersSearch(given: Record<string, unknown>): AllDossiersSearch {
  const { state, area, unit, order, columns, after } = dossierPlace(given);
  const year = Number(given.year);
  return { year: Number.isInteger(year) ? year : undefined, state, area, unit, order, columns, after };
}

/** The same as the arguments of the list. */
export const allDossiersFilter = ({ year, state, area, unit, order }: AllDossiersSearch) => ({
  year: year ?? null,
  areaId: area ?? null,
  ownerUnitId: unit ?? null,
  states: state ? [state] : OFFICE_STATES.slice(),
  order: order ?? 'RECEIVED',
});
