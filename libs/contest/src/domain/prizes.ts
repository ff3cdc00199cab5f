import { Decimal } from '#lib/kernel';

/** Whom a prize is for, by what an initiative says of itself: one author, or several. */
export const TRACKS = ['INDIVIDUAL', 'GROUP'] as const;
export type Track = (typeof TRACKS)[number];

/** A tier of the prize plan, the best first in its track; without a track it is for everyone. */
export interface PlannedTier {
  readonly id: string;
  readonly track: Track | null;
  readonly quantity: number;
  readonly minimumScore: string | null;
}

/** A place in the final standings. `score` is the one that ranks are made by; without a rank, or no longer in the contest, there is no prize. */
export interface PrizePlace {
  readonly initiativeId: string;
  readonly track: Track | null;
  readonly rank: number | null;
  readonly score: Decimal;
  readonly eligible: boolean;
}

export interface ProposedAward {
  readonly initiativeId: string;
  readonly tierId: string;
  /** In its track. */
  readonly rank: number;
}

/** Equals of whom not all can have the same prize: a person decides, with a reason. Between them they take the prizes named here. */
export interface PrizeTie {
  readonly track: Track | null;
  readonly rank: number;
  readonly score: string;
  readonly initiativeIds: readonly string[];
  readonly prizes: readonly { readonly tierId: string; readonly quantity: number }[];
}

export interface Proposal {
  readonly awards: readonly ProposedAward[];
  readonly ties: readonly PrizeTie[];
}

interface Group {
  readonly rank: number;
  readonly score: Decimal;
  readonly initiativeIds: readonly string[];
}

type Left = Pick<PlannedTier, 'id' | 'minimumScore'> & { quantity: number };

/**
 * Hands out the prizes of the plan down the standings, in each track by itself, first tier first. Who shares a rank gets the same prize; where
 * there are too few of it, their prizes are left undecided, and those below get what is left after them. A prize with a minimum that somebody
 * did not reach is given to nobody below them either.
 */
export function proposeAwards(places: readonly PrizePlace[], tiers: readonly PlannedTier[]): Proposal {
  const awards: ProposedAward[] = [];
  const ties: PrizeTie[] = [];
  for (const [track, own] of Map.groupBy(tiers, (tier) => tier.track)) {
    const left: Left[] = own.map(({ id, quantity, minimumScore }) => ({ id, quantity, minimumScore }));
    for (const { rank, score, initiativeIds } of groupsOf(placesIn(track, places))) {
      const prizes = take(left, initiativeIds.length, score);
      const [first] = prizes;
      if (!first) continue;
      if (first.quantity < initiativeIds.length) ties.push({ track, rank, score: score.toFixed(), initiativeIds, prizes });
      else awards.push(...initiativeIds.map((initiativeId) => ({ initiativeId, tierId: first.tierId, rank })));
    }
  }
  return { awards, ties };
}

/** The ranks of a plan's tracks by initiative: those of the standings where it has no tracks; none outside of them. */
export function ranksInTracks(places: readonly PrizePlace[], tiers: readonly Pick<PlannedTier, 'track'>[]): Map<string, number | null> {
  const tracks = [...new Set(tiers.map(({ track }) => track))];
  return new Map(tracks.flatMap((track) => placesIn(track, places).map(({ initiativeId, rank }) => [initiativeId, rank] as const)));
}

/** Those of a track with their rank in it: one more than there are of a better rank, whoever has left since included. */
function placesIn(track: Track | null, places: readonly PrizePlace[]): PrizePlace[] {
  if (track === null) return [...places];
  const own = places.filter((place) => place.track === track);
  const ranks = own.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  return own.map((place) => {
    const { rank } = place;
    return rank === null ? place : { ...place, rank: ranks.filter((other) => other < rank).length + 1 };
  });
}

function groupsOf(places: readonly PrizePlace[]): Group[] {
  const ranked = places.flatMap(({ rank, eligible, ...place }) => (rank === null || !eligible ? [] : [{ ...place, rank }]));
  const groups = [...Map.groupBy(ranked, ({ rank }) => rank)].sort(([a], [b]) => a - b);
  return groups.map(([rank, group]) => ({
    rank,
    score: Decimal.min(...group.map(({ score }) => score)),
    initiativeIds: group.map(({ initiativeId }) => initiativeId),
  }));
}

/** Takes as many of the best prizes as are asked for and can be had with a score; what that score is too low for is over for good. */
function take(left: Left[], wanted: number, score: Decimal): PrizeTie['prizes'] {
  const taken: PrizeTie['prizes'][number][] = [];
  let open = wanted;
  for (let tier = left[0]; tier && open > 0; tier = left[0]) {
    const quantity = isBelow(score, tier) ? 0 : Math.min(open, tier.quantity);
    if (quantity > 0) taken.push({ tierId: tier.id, quantity });
    open -= quantity;
    tier.quantity -= quantity;
    if (open > 0) left.shift();
  }
  return taken;
}

/** Why a prize of a tier cannot go to a place of the standings, whatever the reason; null where it can. */
export type NoPrize = 'OTHER_TRACK' | 'UNRANKED' | 'BELOW_MINIMUM';

/** Of a prize that somebody is given in another's place. */
export function whyNoPrize(
  { track, rank, score, eligible }: Omit<PrizePlace, 'initiativeId'>,
  tier: Pick<PlannedTier, 'track' | 'minimumScore'>,
): NoPrize | null {
  if (!isForTrack(tier, track)) return 'OTHER_TRACK';
  if (rank === null || !eligible) return 'UNRANKED';
  return isBelow(score, tier) ? 'BELOW_MINIMUM' : null;
}

/** Groups and individuals have prizes of their own. */
export function isForTrack(tier: Pick<PlannedTier, 'track'>, track: Track | null): boolean {
  return tier.track === null || tier.track === track;
}

function isBelow(score: Decimal, { minimumScore }: Pick<PlannedTier, 'minimumScore'>): boolean {
  return minimumScore !== null && score.lt(minimumScore);
}
