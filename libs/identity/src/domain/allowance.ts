/** How often something may be tried: so many times at once, and once more with each `seconds` that pass. */
export interface Allowance {
  readonly burst: number;
  readonly seconds: number;
  /** So many of the burst are kept for the calm, so that the few who try again and again cannot use up what all share. Default: none. */
  readonly keptForCalm?: number;
}

/** What is known of the attempts that count together. Nothing was tried where `spentUntil` has passed. */
export interface Tally {
  readonly spentUntil: Date;
  readonly lastAt: Date;
}

const CALM_MS = 3_600_000;

/** The most that anybody gets out of an allowance within an hour, however it is spread. */
export const mostInAnHour = ({ burst, seconds }: Allowance): number => burst + Math.floor(3600 / seconds);

/** Whoever has not failed within the hour is calm. */
export const isCalm = ({ lastAt }: Tally, at: Date): boolean => at.getTime() - lastAt.getTime() >= CALM_MS;

/** For how many seconds the next attempt must wait; 0: for none. */
export function secondsToWait(
  tally: Tally,
  { burst, seconds, keptForCalm = 0 }: Allowance,
  { at, calm }: { at: Date; calm: boolean },
): number {
  const open = calm ? burst : burst - keptForCalm;
  return Math.max(0, Math.ceil((tally.spentUntil.getTime() - at.getTime()) / 1000 - (open - 1) * seconds));
}

/** The tally with one attempt more. */
export function spend({ spentUntil }: Tally, { seconds }: Allowance, at: Date): Tally {
  return { spentUntil: new Date(Math.max(spentUntil.getTime(), at.getTime()) + seconds * 1000), lastAt: at };
}
