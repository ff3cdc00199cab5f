/** A contest as far as its course goes. */
interface Course {
  readonly year: number;
  readonly phase: string;
  readonly recorded: boolean;
  readonly phases: readonly PhaseSpan[];
}

export interface PhaseSpan {
  readonly kind: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly enteredAt: string | null;
}

/** Of the phases in which something is going on, the one that most people can do something about comes first. */
const GOING_ON = ['OPEN', 'ANNOUNCED', 'SCREENING', 'JUDGING', 'DELIBERATION'];

export const isGoingOn = ({ phase }: Course): boolean => GOING_ON.includes(phase);

/** The contest that the home is about: what is open before what is to come or being judged; null while none is going on. */
export function contestOfTheYear<Contest extends Course>(contests: readonly Contest[]): Contest | null {
  const going = contests.filter(isGoingOn);
  going.sort((one, other) => GOING_ON.indexOf(one.phase) - GOING_ON.indexOf(other.phase) || other.year - one.year);
  return going[0] ?? null;
}

/** The newest that has come to its end. */
export const lastEnded = <Contest extends Course>(contests: readonly Contest[]): Contest | null =>
  contests.find(({ phase }) => phase === 'PUBLISHED' || phase === 'ARCHIVED') ?? null;

/** From when to when the phase goes on; until the next one begins, where it has no end of its own. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
  /** Whether it ends by a deadline, or by the next phase as it is planned. */
  readonly isDeadline: boolean;
}

export function spanOf({ phase, phases }: Course): Span | null {
  const ordered = [...phases].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  const at = ordered.findIndex(({ kind }) => kind === phase);
  const now = ordered[at];
  if (!now) return null;
  const next = ordered[at + 1];
  return { from: now.enteredAt ?? now.startsAt, to: now.endsAt ?? next?.startsAt ?? null, isDeadline: phase === 'OPEN' };
}

const MINUTE = 60_000;

export interface Left {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** How long until then, in whole minutes; null where it is over. */
export function timeLeft(now: Date, until: string): Left | null {
  const minutes = Math.ceil((Date.parse(until) - now.getTime()) / MINUTE);
  if (minutes <= 0) return null;
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}
