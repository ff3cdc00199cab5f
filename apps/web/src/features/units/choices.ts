/** What an address may name. */
export const UNIT_KINDS = ['CITY', 'DISTRICT', 'DEPARTMENT', 'COMMUNE', 'TOWNSHIP', 'WARD'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
export const isUnitKind = (value: unknown): value is UnitKind => UNIT_KINDS.some((kind) => kind === value);
