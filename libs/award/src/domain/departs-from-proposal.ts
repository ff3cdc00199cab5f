import { type ListedPrize, type Proposal, departureOf } from '#domain/contest';

/** A prize that somebody is about to be given. */
export type GivenPrize = Pick<ListedPrize, 'initiativeId'> & { readonly tierId: string };

/** Whether a prize needs a reason as the list stands: it is not the one proposed, or somebody of a better rank in the track is still without theirs. */
export function departsFromProposal(given: GivenPrize, proposal: Proposal, list: readonly ListedPrize[]): boolean {
  if (departureOf(given, proposal, list) !== null) return true;
  const own = proposal.awards.find(({ initiativeId }) => initiativeId === given.initiativeId);
  const has = new Set(list.flatMap(({ initiativeId, tierId }) => (tierId === null ? [] : [initiativeId])));
  const sameTier = proposal.awards.filter(({ tierId }) => tierId === given.tierId);
  return own !== undefined && sameTier.some(({ initiativeId, rank }) => rank < own.rank && !has.has(initiativeId));
}
