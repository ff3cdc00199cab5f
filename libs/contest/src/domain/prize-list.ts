import { type PlannedTier, type PrizePlace, type PrizeTie, type Proposal, proposeAwards } from './prizes.js';

/** Another prize than standings and plan propose, or a decision among equals. */
export const DEPARTURE_KINDS = ['STANDINGS', 'TIE'] as const;
export type DepartureKind = (typeof DEPARTURE_KINDS)[number];

export interface Departure {
  readonly kind: DepartureKind;
  readonly reason: string;
}

/** What a list says of an initiative: the prize it gets, or that it gets none; and why, where that is not what was proposed. */
export interface ListedPrize {
  readonly initiativeId: string;
  readonly tierId: string | null;
  readonly departure: Departure | null;
}

/** What prizes follow from: the places of the standings and the plan. */
export interface PrizeGround {
  readonly places: readonly PrizePlace[];
  readonly tiers: readonly PlannedTier[];
}

export type ListFault =
  | { readonly code: 'TIE_UNDECIDED'; readonly tie: PrizeTie; readonly initiativeId: string }
  | { readonly code: 'DEPARTURE_UNNAMED' | 'DEPARTURE_MISNAMED' | 'OTHER_TRACK'; readonly initiativeId: string };

/** Where a list does not follow from standings and plan, departures that it names excepted; ties first. */
export function faultsOfList(list: readonly ListedPrize[], ground: PrizeGround): ListFault[] {
  const proposal = proposeAwards(ground.places, ground.tiers);
  const listed = new Map(list.map((one) => [one.initiativeId, one]));
  const undecided = proposal.ties.filter((tie) => !isDecided(tie, list));
  const open = new Set(undecided.flatMap(({ initiativeIds }) => initiativeIds));
  const named = new Set([...proposal.awards.map(({ initiativeId }) => initiativeId), ...listed.keys()]);
  const faults = [...named].flatMap((initiativeId): ListFault[] => {
    const one = listed.get(initiativeId) ?? { initiativeId, tierId: null, departure: null };
    if (isOfOtherTrack(one, ground)) return [{ code: 'OTHER_TRACK', initiativeId }];
    if (open.has(initiativeId)) return [];
    const kind = departureOf(one, proposal, list);
    const given = one.departure?.reason.trim() === '' ? null : (one.departure?.kind ?? null);
    if (kind === given) return [];
    return [{ code: given === null ? 'DEPARTURE_UNNAMED' : 'DEPARTURE_MISNAMED', initiativeId }];
  });
  return [...undecided.map((tie) => ({ code: 'TIE_UNDECIDED' as const, tie, initiativeId: tie.initiativeIds[0] ?? '' })), ...faults];
}

/**
 * What kind of departure a prize, or none, is for an initiative; null where it is what was proposed. `list` is all that is given: who gets
 * one of the prizes that equals share gets it by a decision among them, as far as there are any.
 */
export function departureOf(
  { initiativeId, tierId }: Pick<ListedPrize, 'initiativeId' | 'tierId'>,
  { awards, ties }: Proposal,
  list: readonly ListedPrize[],
): DepartureKind | null {
  const tie = ties.find(({ initiativeIds }) => initiativeIds.includes(initiativeId));
  if (!tie) return (awards.find((award) => award.initiativeId === initiativeId)?.tierId ?? null) === tierId ? null : 'STANDINGS';
  if (tierId === null) return list.some((one) => one.initiativeId === initiativeId && one.departure) ? 'TIE' : null;
  const there = tie.prizes.find((prize) => prize.tierId === tierId)?.quantity ?? 0;
  const others = list.filter((one) => one.initiativeId !== initiativeId && isTiePrize(one, tie) && one.tierId === tierId);
  return others.length < there ? 'TIE' : 'STANDINGS';
}

/** Every one of the equals is spoken of, with a reason, or all of their prizes are given among them, with a reason. */
export function isDecided(tie: PrizeTie, list: readonly ListedPrize[]): boolean {
  const own = list.filter(({ initiativeId }) => tie.initiativeIds.includes(initiativeId));
  const reasoned = own.filter(({ departure }) => departure && departure.reason.trim() !== '');
  if (reasoned.length < own.length) return false;
  if (own.length === tie.initiativeIds.length) return true;
  return tie.prizes.every(({ tierId, quantity }) => own.filter((one) => isTiePrize(one, tie) && one.tierId === tierId).length === quantity);
}

function isTiePrize({ initiativeId, departure }: ListedPrize, tie: PrizeTie): boolean {
  return departure?.kind === 'TIE' && tie.initiativeIds.includes(initiativeId);
}

/** A prize of a track goes to nobody outside of it, whatever the reason. */
function isOfOtherTrack({ initiativeId, tierId }: ListedPrize, { places, tiers }: PrizeGround): boolean {
  const track = tiers.find(({ id }) => id === tierId)?.track ?? null;
  return track !== null && places.find((place) => place.initiativeId === initiativeId)?.track !== track;
}
