import { type NoPrize, type PlannedTier, type PrizePlace, type Track, isForTrack, whyNoPrize } from '#domain/contest';
import { Refused, type WhyNot, allRefused, day, decimal, whyNotDate } from '#lib/kernel';

/** An initiative that is to have a revoked prize. */
export interface Successor {
  readonly initiativeId: string;
  readonly code: string;
  readonly track: Track | null;
  /** Holds a prize that was not revoked. */
  readonly holds: boolean;
}

/** What the prize is held against. Prizes of the past follow no standings: `place` is undefined there, and null for who is not in the standings. */
export interface RevokedPrize {
  readonly initiativeId: string;
  readonly tier: Pick<PlannedTier, 'track' | 'minimumScore'>;
  readonly place: Omit<PrizePlace, 'initiativeId'> | null | undefined;
}

/** Everything that keeps an initiative from getting a revoked prize, whatever the reason. */
export function whyNotReplaceBy(successor: Successor, revoked: RevokedPrize): WhyNot {
  const refused: Refused[] = [];
  if (successor.initiativeId === revoked.initiativeId) refused.push(new Refused('AWARD_TO_THE_SAME', {}, 'initiativeId'));
  if (successor.holds) refused.push(new Refused('AWARD_EXISTS', {}, 'initiativeId'));
  const none = whyNone(successor, revoked);
  if (none) refused.push(refusalOf(none, successor, revoked.tier));
  return allRefused(refused);
}

function whyNone({ track }: Successor, { tier, place }: RevokedPrize): NoPrize | null {
  if (place) return whyNoPrize(place, tier);
  if (!isForTrack(tier, track)) return 'OTHER_TRACK';
  return place === null ? 'UNRANKED' : null;
}

function refusalOf(none: NoPrize, { code }: Successor, { minimumScore }: RevokedPrize['tier']): Refused {
  if (none === 'OTHER_TRACK') return new Refused('AWARD_OTHER_TRACK', { initiatives: code }, 'initiativeId');
  if (none === 'UNRANKED') return new Refused('AWARD_UNRANKED', {}, 'initiativeId');
  return new Refused('AWARD_BELOW_MINIMUM', { minimum: decimal(minimumScore ?? '0') }, 'initiativeId');
}

/** Why a prize is not given to another by a decision of that day: it has not come, or lies before the decision that the prize was given by. */
export function whyNotReplaceOn(decidedOn: string, { today, first }: { today: string; first: string | null }): WhyNot {
  const ahead = whyNotDate('DECISION', decidedOn, { now: today, path: 'decidedOn' });
  if (ahead || first === null || decidedOn >= first) return ahead;
  return new Refused('AWARD_DECISION_BEFORE_FIRST', { first: day(first) }, 'decidedOn');
}
