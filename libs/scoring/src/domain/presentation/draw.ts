import { seededOrder } from '#lib/statistics';

const MINUTE = 60_000;

/**
 * The order in which initiatives are presented: their codes, sorted by their characters' code units, shuffled by the seed alone
 * (`seededOrder`). Anybody who has the codes and the seed comes to the same.
 */
export function drawnOrder(codes: readonly string[], seed: number): string[] {
  return seededOrder(codes.toSorted(byCodeUnits), seed);
}

/** How long a presentation takes, in whole minutes. */
export interface Length {
  readonly presentMinutes: number;
  readonly questionMinutes: number;
}

/** Until when a presentation that began at a moment presents, and until when it answers. */
export function endsOf(startedAt: Date, { presentMinutes, questionMinutes }: Length): { presentingUntil: Date; questionsUntil: Date } {
  const presentingUntil = new Date(startedAt.getTime() + presentMinutes * MINUTE);
  return { presentingUntil, questionsUntil: new Date(presentingUntil.getTime() + questionMinutes * MINUTE) };
}

/** When the presentation after `before` others is to begin, where all keep to their time. */
export function plannedStart(startsAt: Date, before: number, { presentMinutes, questionMinutes }: Length): Date {
  return new Date(startsAt.getTime() + before * (presentMinutes + questionMinutes) * MINUTE);
}

function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
