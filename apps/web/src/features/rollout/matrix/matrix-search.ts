import { type AdoptionState } from '../../../ui/adoption-mark';

/** How the matrix is looked at. Left out: as a table, on a phone as the list of one commune. */
export const MATRIX_VIEWS = ['table', 'tiles', 'curves', 'list'] as const;
export type MatrixView = (typeof MATRIX_VIEWS)[number];

/** What the address of the matrix says beside its path: what is shown, and what is open. */
export interface MatrixSearch {
  readonly view?: MatrixView;
  /** On the units of today; left out: on those of the time. */
  readonly units?: 'today';
  readonly asOf?: string;
  readonly year?: number;
  readonly area?: string;
  readonly state?: AdoptionState;
  readonly overdue?: true;
  readonly disputed?: true;
  readonly after?: string;
  /** Of the tiles: whose. Of the list: where. */
  readonly rollout?: string;
  readonly unit?: string;
  /** What the drawer shows: a roll-out and a unit. */
  readonly cell?: string;
}

/** Everything that narrows what is shown. */
export const isNarrowed = ({ year, area, state, overdue, disputed }: MatrixSearch): boolean =>
  [year, area, state, overdue, disputed].some((value) => value !== undefined);

/** A roll-out and a unit as the address has them; no unit: communes that were split. */
export const cellKey = (rolloutId: string, unitId: string | null): string => `${rolloutId}.${unitId ?? ''}`;
