import { atWallClock, wallClock } from '#lib/kernel';
import { type PhaseDates, whyNotDates } from './phases.js';

const MINUTE = 60_000;
const FEBRUARY = 1;

/** What a wall in Hà Nội showed, so many years on: the same month, day and time; 29 February becomes 28 February where the year has none. */
export function yearsOn(at: Date, years: number): Date {
  const shown = wallClock(at);
  const day = shown.getUTCDate();
  shown.setUTCFullYear(shown.getUTCFullYear() + years);
  if (shown.getUTCDate() !== day) shown.setUTCDate(0);
  return atWallClock(shown);
}

/**
 * The dates of a contest so many years on, in the order that they had. Where 28 February has hours of its own, what was on the 29th
 * may fall before them: that goes, evenly spaced, into what is left of the 28th.
 */
export function datesOn(phases: readonly PhaseDates[], years: number): PhaseDates[] {
  const plain = movedBy(phases, (at) => yearsOn(at, years));
  return whyNotDates(plain) === null ? plain : movedBy(phases, squeezed(phases, years));
}

function movedBy(phases: readonly PhaseDates[], move: (at: Date) => Date): PhaseDates[] {
  return phases.map(({ kind, startsAt, endsAt }) => ({ kind, startsAt: move(startsAt), endsAt: endsAt ? move(endsAt) : null }));
}

function squeezed(phases: readonly PhaseDates[], years: number): (at: Date) => Date {
  const moments = phases.flatMap(({ startsAt, endsAt }) => (endsAt ? [startsAt, endsAt] : [startsAt]));
  const on = (day: number) => moments.filter((at) => isFebruary(at, day)).map((at) => yearsOn(at, years).getTime());
  const taken = Math.max(...on(28));
  const behind = [...new Set(on(29).filter((at) => at <= taken))].sort((a, b) => a - b);
  const next = Math.min(...on(29).filter((at) => at > taken), midnightAfter(taken));
  const step = (next - taken) / (behind.length + 1);
  const whole = step >= MINUTE ? MINUTE : 1;
  return (at) => {
    const plain = yearsOn(at, years);
    const place = isFebruary(at, 29) ? behind.indexOf(plain.getTime()) : -1;
    return place < 0 ? plain : new Date(Math.floor((taken + step * (place + 1)) / whole) * whole);
  };
}

function isFebruary(at: Date, day: number): boolean {
  const shown = wallClock(at);
  return shown.getUTCMonth() === FEBRUARY && shown.getUTCDate() === day;
}

function midnightAfter(at: number): number {
  const shown = wallClock(new Date(at));
  return atWallClock(new Date(Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate() + 1))).getTime();
}
