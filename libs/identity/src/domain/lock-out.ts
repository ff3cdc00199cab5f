const FREE_FAILURES = 4;
const FIRST_LOCK_SECONDS = 30;
const LONGEST_LOCK_SECONDS = 3600;

/** For how many seconds the failure of that number in a row locks an account: none up to the fourth, then 30, doubling, at most an hour. */
export function lockedFor(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(LONGEST_LOCK_SECONDS, FIRST_LOCK_SECONDS * 2 ** (failures - FREE_FAILURES - 1));
}
