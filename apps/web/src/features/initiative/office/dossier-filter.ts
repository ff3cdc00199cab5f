import { type DossierFilter, type DossierLine } from './dossiers.query';

const STATES: readonly DossierLine['state'][] = ['SUBMITTED', 'RETURNED', 'ELIGIBLE', 'REJECTED', 'WITHDRAWN', 'DISQUALIFIED'];
const ORDERS = ['RECEIVED', 'RECEIVED_FIRST', 'SAVED', 'TITLE', 'CODE', 'CODE_LAST', 'UNIT', 'AREA', 'STATE', 'DUE'] as const;
type Order = (typeof ORDERS)[number];

/** What the table of dossiers is narrowed to and how it stands, as the address has it. */
export interface DossierPlace {
  readonly search?: string;
  readonly state?: DossierLine['state'];
  readonly area?: string;
  readonly unit?: string;
  readonly author?: string;
  readonly screener?: string;
  readonly from?: string;
  readonly to?: string;
  readonly order?: Order;
  readonly columns?: string;
  readonly after?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const id = (value: unknown): string | undefined => (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined);
const day = (value: unknown): string | undefined => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);

/** What is none of these is not in the address. */
export const dossierPlace = (given: Record<string, unknown>): DossierPlace => ({
  // A receipt's number alone is read as a number.
  search: typeof given.search === 'number' ? String(given.search) : text(given.search),
  state: STATES.find((state) => state === given.state),
  area: id(given.area),
  unit: id(given.unit),
  author: text(given.author),
  screener: id(given.screener),
  from: day(given.from),
  to: day(given.to),
  order: ORDERS.find((order) => order === given.order),
  columns: text(given.columns),
  after: text(given.after),
});

/** The same as the arguments of the list. */
export const filterOf = (contestId: string, place: DossierPlace): DossierFilter => ({
  contestId,
  areaId: place.area ?? null,
  ownerUnitId: place.unit ?? null,
  states: place.state ? [place.state] : STATES.slice(),
  author: place.author ?? null,
  screenerId: place.screener ?? null,
  receivedFrom: place.from ?? null,
  receivedTo: place.to ?? null,
  search: place.search ?? null,
  order: place.order ?? 'RECEIVED',
});

const NARROWING = [
  'search',
  'state',
  'area',
  'unit',
  'author',
  'screener',
  'from',
  'to',
] as const satisfies readonly (keyof DossierPlace)[];

export const isNarrowed = (place: DossierPlace): boolean => NARROWING.some((name) => place[name] !== undefined);

export { STATES as OFFICE_STATES };
