import { Refused, type WhyNot } from '#lib/kernel';

/** What decides whether somebody can be asked onto a jury. */
export interface CandidateFacts {
  /** The contest is past its judging, or was cancelled. */
  readonly over: boolean;
  /** Asks themselves. */
  readonly own: boolean;
  /** Of anything in the contest that was not withdrawn; heads of units as everybody else. */
  readonly author: boolean;
  readonly seated: boolean;
  readonly invited: boolean;
  /** Holds the role of a judge: without it no card can be signed. */
  readonly judge: boolean;
}

/**
 * Why somebody cannot be asked onto the jury. Nobody asks themselves. An author never, whatever their post: the head of a unit who is an author does not sit on
 * the council (Nghị định 13/2012/NĐ-CP, Điều 8). Conflicts with single initiatives stand in nobody's way.
 */
export function whyNotInvite({ over, own, author, seated, invited, judge }: CandidateFacts): WhyNot {
  if (over) return new Refused('CONTEST_ENDED');
  if (own) return new Refused('SEAT_OWN', {}, 'personId');
  if (author) return new Refused('PERSON_IS_AUTHOR', {}, 'personId');
  if (seated) return new Refused('SEAT_TAKEN', {}, 'personId');
  if (invited) return new Refused('INVITED_ALREADY', {}, 'personId');
  return judge ? null : new Refused('NOT_A_JUDGE', {}, 'personId');
}
