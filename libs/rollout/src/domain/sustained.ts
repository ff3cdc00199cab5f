import { type AdoptionState } from './adoption-states.js';
import { addMonths } from './windows.js';

/** After so many months of sustained use there is fresh evidence, or it shows as unconfirmed. */
export const CHECK_MONTHS = [6, 12] as const;

/** Evidence is fresh for a check from a month before it. */
export const FRESH_MONTHS = 1;

/** The last check that has come by a day, for use sustained since another; null where none has. */
export function lastCheck(since: string, asOf: string): string | null {
  return CHECK_MONTHS.map((months) => addMonths(since, months)).findLast((check) => check <= asOf) ?? null;
}

/** Whether what a commune says of its use still stands as of a day; null where nothing is sustained. Late evidence confirms from its day on. */
export function isConfirmed(
  adoption: { state: AdoptionState; since: string; evidenceOn: readonly string[] },
  asOf: string,
): boolean | null {
  if (adoption.state !== 'SUSTAINED') return null;
  const check = lastCheck(adoption.since, asOf);
  if (check === null) return true;
  const freshFrom = addMonths(check, -FRESH_MONTHS);
  return adoption.evidenceOn.some((on) => freshFrom <= on && on <= asOf);
}
