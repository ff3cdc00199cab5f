import { addDays } from '#lib/kernel';

/** The Monday of the week that a day is in. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** The last day of the week of a Monday. */
export const weekEnd = (monday: string): string => addDays(monday, 6);
