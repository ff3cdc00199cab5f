import { addMonths } from '#lib/kernel';
import { type AdoptionState, IN_USE_STATES } from './adoption-states.js';

/** After so many months of sustained use there is fresh evidence, or it shows as unconfirmed. */
export const CHECK_MONTHS = [6, 12] as const;

/** Evidence is fresh for a check from a month before it. */
export const FRESH_MONTHS = 1;

/** So long after a check that nothing fresh came for, what was sustained counts as in use only. */
export const DECAY_MONTHS = 1;

/** An adoption with the days that its evidence shows. */
export interface Shown {
  readonly state: AdoptionState;
  readonly since: string;
  readonly evidenceOn: readonly string[];
}

/** The last check that has come by a day, for use sustained since another; null where none has. */
export function lastCheck(since: string, asOf: string): string | null {
  return CHECK_MONTHS.map((months) => addMonths(since, months)).findLast((check) => check <= asOf) ?? null;
}

/**
 * Whether what a commune says of its use stands as of a day; null where nothing is in use. Use is shown from the day it began on; where it
 * is sustained, by something fresh at each check too. Late evidence confirms from its day on.
 */
export function isConfirmed({ state, since, evidenceOn }: Shown, asOf: string): boolean | null {
  if (!IN_USE_STATES.includes(state)) return null;
  const check = state === 'SUSTAINED' ? lastCheck(since, asOf) : null;
  const from = check === null ? since : addMonths(check, -FRESH_MONTHS);
  return evidenceOn.some((on) => from <= on && on <= asOf);
}

/** The check that is asked for on a day: from a month before it until what was sustained decays, as long as nothing fresh came; else null. */
export function checkUnderWay({ state, since, evidenceOn }: Shown, today: string): string | null {
  if (state !== 'SUSTAINED') return null;
  const asked = CHECK_MONTHS.map((months) => addMonths(since, months)).find(
    (check) => addMonths(check, -FRESH_MONTHS) <= today && today < addMonths(check, DECAY_MONTHS),
  );
  if (asked === undefined) return null;
  return evidenceOn.some((on) => addMonths(asked, -FRESH_MONTHS) <= on && on <= today) ? null : asked;
}

/** The day by which fresh evidence of sustained use is next asked for: the first check that is not over and for which none has come. */
export function nextEvidenceDue({ state, since, evidenceOn }: Shown, today: string): string | null {
  if (state !== 'SUSTAINED') return null;
  const open = CHECK_MONTHS.map((months) => addMonths(since, months)).filter((check) => today < addMonths(check, DECAY_MONTHS));
  return open.find((check) => !evidenceOn.some((on) => addMonths(check, -FRESH_MONTHS) <= on && on <= today)) ?? null;
}

/** The day on which sustained use became use only, where by a day nothing fresh came within a month of its last check; null where it stands. */
export function decayDue(adoption: Shown, asOf: string): string | null {
  const check = adoption.state === 'SUSTAINED' ? lastCheck(adoption.since, asOf) : null;
  if (check === null || isConfirmed(adoption, asOf)) return null;
  const on = addMonths(check, DECAY_MONTHS);
  return on <= asOf ? on : null;
}
