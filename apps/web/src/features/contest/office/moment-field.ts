const ZONE = '+07:00';
const SHIFT = 7 * 3_600_000;

/** As a control of the browser has it, by the clock of the contest: `2026-11-26T17:00`. */
export const asTyped = (moment: string | null): string =>
  moment === null ? '' : new Date(Date.parse(moment) + SHIFT).toISOString().slice(0, 16);

/** What was typed, as the API takes it; null where nothing was. */
export const asMoment = (typed: string): string | null => (typed === '' ? null : `${typed}:00${ZONE}`);
