import { type Term, type WorkingCalendar } from '#domain/units';

/** Of whom two thirds have to agree. Decree 13/2012 says two thirds of the members; that absent ones count was not verified, so a council may say otherwise. */
export const VOTE_BASES = ['SEATED', 'PRESENT'] as const;
export type VoteBase = (typeof VOTE_BASES)[number];

export interface Ballots {
  readonly seated: number;
  readonly present: number;
  readonly base: VoteBase;
}

const membersOf = ({ seated, present, base }: Ballots): number => (base === 'SEATED' ? seated : present);

/** How many have to agree at least. */
export const votesNeeded = (ballots: Ballots): number => Math.ceil((2 * membersOf(ballots)) / 3);

/** Whether at least two thirds agree, in whole numbers. */
export const isCarried = (yes: number, ballots: Ballots): boolean => 3 * yes >= 2 * membersOf(ballots);

/** Decree 13/2012, Article 7. */
const REVIEW: Term = { amount: 3, countedIn: 'MONTH' };

/** By when it is decided: three months after it was accepted, or after its first use is complete where that is later. Refuses `CALENDAR_MISSING`. */
export const decideBy = (acceptedOn: string, firstUseEndsOn: string | null, calendar: WorkingCalendar): string =>
  calendar.lastDay(firstUseEndsOn !== null && firstUseEndsOn > acceptedOn ? firstUseEndsOn : acceptedOn, REVIEW);
