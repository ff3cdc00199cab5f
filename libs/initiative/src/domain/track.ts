import { type Track } from '#domain/contest';
import { Refused, type WhyNot } from '#lib/kernel';

/** Why what an initiative says of itself does not hold: an individual's has one author, a group's has more; said where the prizes of the contest ask for it. */
export function whyNotTrack(track: Track | null, { asked, authors }: { readonly asked: boolean; readonly authors: number }): WhyNot {
  if (!asked) return whyNotAsked(track, asked);
  if (track === null) return new Refused('TRACK_MISSING', {}, 'track');
  if (track === 'INDIVIDUAL' && authors !== 1) return new Refused('TRACK_INDIVIDUAL_OF_SEVERAL', { authors }, 'track');
  return track === 'GROUP' && authors < 2 ? new Refused('TRACK_GROUP_OF_ONE', {}, 'track') : null;
}

/** Nothing is said where nobody asks. */
export function whyNotAsked(track: Track | null | undefined, asked: boolean): WhyNot {
  return track && !asked ? new Refused('TRACK_NOT_ASKED', {}, 'track') : null;
}
