/** In what order prizes are listed, as an address names it; left out: the latest year first. */
export const WINNER_ORDERS = ['NEWEST', 'OLDEST', 'PRIZE', 'TITLE', 'UNIT'] as const;
export type WinnerOrder = (typeof WINNER_ORDERS)[number];
