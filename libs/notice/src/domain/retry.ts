const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 6 * 3600;
/** After so many it waits for somebody to look at it. */
export const MOST_TRIES = 12;

/** Seconds until a mail that failed so many times is tried again: 30, doubling, at most six hours; null after the twelfth, when it is given up. */
export function retryAfter(attempts: number): number | null {
  return attempts >= MOST_TRIES ? null : Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (attempts - 1));
}
