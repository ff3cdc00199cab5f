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

function byRank(places: readonly Place[]): { initiativeId: string; rank: number }[][] {
  const groups = new Map<number, { initiativeId: string; rank: number }[]>();
  for (const { initiativeId, rank } of places) {
    if (rank !== null) groups.set(rank, [...(groups.get(rank) ?? []), { initiativeId, rank }]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}
