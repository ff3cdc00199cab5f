/** From which end lists are read that go by days, as an address names it; left out: the newest. */
export const AGE_ORDERS = ['NEWEST', 'OLDEST'] as const;
export type AgeOrder = (typeof AGE_ORDERS)[number];

/** Of the column that such a list goes by. */
export const BY_AGE = ['OLDEST', 'NEWEST'] as const;

/** From which end lists are read that go by name, as an address names it; left out: from its beginning. */
export const NAME_ORDERS = ['NAME', 'NAME_LAST'] as const;
export type NameOrder = (typeof NAME_ORDERS)[number];
