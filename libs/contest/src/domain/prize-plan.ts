import { Decimal, Refused, type WhyNot, allRefused, nameOf } from '#lib/kernel';
import { type PrizeTierFacts } from './contest-parts.entity.js';

const LARGEST_SCORE = 1_000_000;

/** All that is wrong with a prize plan: a tier twice in its track, one outside the tracks of the others, a minimum that is no score. */
export function whyNotPrizePlan(tiers: readonly PrizeTierFacts[], path: string): WhyNot {
  const tracked = tiers.some(({ track }) => track);
  const found = tiers.flatMap((tier, at) => {
    const { key, track, minimumScore } = tier;
    const here = `${path}.${String(at)}`;
    const twice = tiers.findIndex((other) => other.key === key && (other.track ?? null) === (track ?? null)) < at;
    const score = minimumScore == null ? null : new Decimal(minimumScore);
    return [
      twice ? new Refused('PRIZE_TIER_TWICE', {}, `${here}.key`) : null,
      tracked && !track ? new Refused('PRIZE_TRACK_MISSING', { tier: nameOf(tier) }, `${here}.track`) : null,
      score && (score.isNegative() || score.gt(LARGEST_SCORE))
        ? new Refused('PRIZE_MINIMUM_INVALID', { tier: nameOf(tier) }, `${here}.minimumScore`)
        : null,
    ].filter((why) => why !== null);
  });
  return allRefused(found);
}
