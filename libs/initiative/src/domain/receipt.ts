/** What a receipt says: the contest's year and the place in the order of receipt of its host's contests of that year, e.g. `2026-017`. */
export function receiptCode(year: number, number: number): string {
  return `${String(year)}-${String(number).padStart(3, '0')}`;
}

/** Words with which the name of a unit says what it is, before the name of the place. */
const KIND_OF_UNIT = /^(?:(?:ủy ban nhân dân|ubnd|huyện|quận|thị xã|thành phố|tỉnh)\s+)+/i;

/** Where something is issued, by the name of the unit that issues it: `Hoài Đức` of `Ủy ban nhân dân huyện Hoài Đức`. */
export const placeOf = (unit: string): string => unit.normalize('NFC').replace(KIND_OF_UNIT, '');
