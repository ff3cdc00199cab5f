/** What an address may name. */
const KINDS = ['EVENT', 'MAIL', 'SCHEDULE', 'JOB'] as const;
export type UndeliveredKind = (typeof KINDS)[number];
export const isUndeliveredKind = (value: unknown): value is UndeliveredKind => KINDS.some((kind) => kind === value);

const STATES = ['WAITING', 'FAILED', 'DELIVERED', 'DISCARDED'] as const;
export type UndeliveredState = (typeof STATES)[number];
export const isUndeliveredState = (value: unknown): value is UndeliveredState => STATES.some((state) => state === value);
