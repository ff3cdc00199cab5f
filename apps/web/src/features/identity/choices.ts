/** What an address may name. */
const ROLES = ['SUBMITTER', 'JUDGE', 'ORGANISER', 'LEADER', 'COMMUNE_OFFICER', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];
export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

export const GRANT_ORDERS = ['END', 'END_LAST'] as const;
export type GrantOrder = (typeof GRANT_ORDERS)[number];

export const PEOPLE_ORDERS = ['NAME', 'NAME_LAST', 'NEWEST'] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

const ACCOUNT_STATES = ['OPEN', 'NONE', 'DISABLED'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];
export const isAccountState = (value: unknown): value is AccountState => ACCOUNT_STATES.some((state) => state === value);
