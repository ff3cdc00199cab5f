/** A place in the final standings; `rank` null: no rank, so no prize. */
export interface Place {
  readonly initiativeId: string;
  readonly rank: number | null;
}

export interface TierPlan {
  readonly id: string;
  readonly quantity: number;
}

export interface Proposal {
  readonly awards: readonly { readonly initiativeId: string; readonly tierId: string; readonly rank: number }[];
  /** Tied initiatives of which the plan has too few prizes left: a person decides, with a reason. */
  readonly undecided: readonly string[];
}

/**
 * Hands out the prizes of the plan down the standings, first tier first.
 * Those who share a rank get the same prize or are left undecided: no order among them is made up.
 */
export function proposeAwards(places: readonly Place[], tiers: readonly TierPlan[]): Proposal {
  const awards: Proposal['awards'][number][] = [];
  const left = tiers.map(({ id, quantity }) => ({ id, quantity }));
  for (const group of byRank(places)) {
    while (left[0]?.quantity === 0) left.shift();
    const tier = left[0];
    if (!tier) break;
    if (group.length > tier.quantity) return { awards, undecided: group.map(({ initiativeId }) => initiativeId) };
    tier.quantity -= group.length;
    awards.push(...group.map(({ initiativeId, rank }) => ({ initiativeId, tierId: tier.id, rank })));
  }
  return { awards, undecided: [] };
}

/** A place in the final standings with the tier of its award, by the tier's order; null without one. */
export interface ListedPlace {
  readonly rank: number | null;
  readonly order: number | null;
}

/** A tier of the plan and how many of it are given. */
export interface ListedTier {
  readonly order: number;
  readonly quantity: number;
  readonly given: number;
}

/** Whether an award departs from the standings: to one without a rank, past one of a better rank, or below a better prize that is left. */
export function departsFromStandings(
  { rank, order }: { readonly rank: number | null; readonly order: number },
  { places, tiers }: { readonly places: readonly ListedPlace[]; readonly tiers: readonly ListedTier[] },
): boolean {
  if (rank === null) return true;
  const passesOver = places.some((place) => place.rank !== null && place.rank < rank && (place.order === null || place.order > order));
  return passesOver || tiers.some((tier) => tier.order < order && tier.given < tier.quantity);
}

function byRank(places: readonly Place[]): { initiativeId: string; rank: number }[][] {
  const groups = new Map<number, { initiativeId: string; rank: number }[]>();
  for (const { initiativeId, rank } of places) {
    if (rank !== null) groups.set(rank, [...(groups.get(rank) ?? []), { initiativeId, rank }]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}
