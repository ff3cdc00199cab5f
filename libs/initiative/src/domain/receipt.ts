/** What a receipt says: the contest's year and the place in the order of receipt of its host's contests of that year, e.g. `2026-017`. */
export function receiptCode(year: number, number: number): string {
  return `${String(year)}-${String(number).padStart(3, '0')}`;
}
