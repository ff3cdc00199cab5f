import {
  type ListedPrize,
  type PrizeGround,
  type PrizePlace,
  type RuleBookContent,
  type Track,
  faultsOfList,
  ranksInTracks,
  whyNoPrize,
} from '#plain/contest';
import { Decimal } from '#lib/kernel';
import { comparedBy } from '../result/tie-break.js';
import { Misfit, type PackFaultCode, expectSame } from './faults.js';
import { byCode } from './order.js';
import { type ResultPackContent } from './pack.js';
import { type PackedAward, type PackedPlace, type PackedPrizes, byAward } from './packed-prizes.js';

const HERE = 'prizes';

/**
 * That the prizes follow from the ranks and the plan, each departure named with its reason: tiers in their tracks and with their minima, ties,
 * ranks, revoked prizes and who got them instead. Of prizes that follow an older version of the standings, the places stand in the pack and
 * are taken at their word: the pack of that version has what they were computed from.
 */
export function verifyPrizes(pack: ResultPackContent, book: RuleBookContent | null): void {
  const { prizes, final } = pack;
  if (!prizes) return;
  if (!final || !book) throw new Misfit('PRIZES_TOO_EARLY', { path: HERE });
  if (prizes.result > final.result.number || (prizes.result === final.result.number) !== (prizes.standings === null))
    throw new Misfit('PRIZE_RESULT', { path: HERE }, { stated: prizes.result, computed: final.result.number });
  const tracks = new Map(pack.rounds.flatMap(({ initiatives }) => initiatives.map(({ code, track }) => [code, track ?? null] as const)));
  const ground = groundOf(prizes, { places: prizes.standings ?? final.standings, tracks, book });
  verifyPlan(prizes);
  verifyCodes(prizes, ground.places);
  verifyOrder(prizes, tracks);
  const first = prizes.awards.filter(({ replaces }) => replaces === null);
  verifyList(first, prizes, { ground, tracks });
  verifyRanks(prizes.awards, ground);
  verifyReplacements(prizes, { ground, tracks });
  const changes =
    prizes.awards.filter(({ revoked }) => revoked !== null).length + prizes.awards.filter(({ replaces }) => replaces !== null).length;
  expectSame('PRIZE_NUMBER', { path: HERE }, prizes.number, 1 + changes);
}

interface Standings {
  readonly places: readonly PackedPlace[];
  readonly tracks: ReadonlyMap<string, Track | null>;
  readonly book: RuleBookContent;
}

function groundOf({ plan, out }: PackedPrizes, { places, tracks, book }: Standings): PrizeGround {
  const gone = new Set(out);
  const compared = comparedBy(book);
  return {
    places: places.map(({ initiative, rank, score }): PrizePlace => ({
      initiativeId: initiative,
      track: tracks.get(initiative) ?? null,
      rank,
      score: compared(new Decimal(score)),
      eligible: !gone.has(initiative),
    })),
    tiers: plan.map((tier) => ({ ...tier, id: idOf(tier.key, tier.track) })),
  };
}

const idOf = (key: string, track: Track | null): string => `${track ?? ''} ${key}`;

function verifyPlan({ plan }: PackedPrizes): void {
  const tracked = plan.filter(({ track }) => track !== null).length;
  const ids = new Set(plan.map(({ key, track }) => idOf(key, track)));
  const few = plan.some(({ quantity }) => quantity < 1);
  if (ids.size < plan.length || few || (tracked > 0 && tracked < plan.length)) throw new Misfit('PRIZE_PLAN', { path: `${HERE}.plan` });
}

/** Everybody who is named is in the standings. */
function verifyCodes({ out, awards, withheld, standings }: PackedPrizes, places: readonly PrizePlace[]): void {
  const known = new Set(places.map(({ initiativeId }) => initiativeId));
  const named = [...out, ...awards.map(({ initiative }) => initiative), ...withheld.map(({ initiative }) => initiative)];
  const stranger = named.find((code) => !known.has(code));
  if (stranger !== undefined) throw new Misfit('PRIZE_INITIATIVE', { path: HERE, initiative: stranger });
  if (standings && known.size < standings.length) throw new Misfit('INITIATIVE_TWICE', { path: `${HERE}.standings` });
}

function verifyOrder({ out, withheld, awards, plan }: PackedPrizes, tracks: Standings['tracks']): void {
  const order = byAward(plan, (code) => tracks.get(code) ?? null);
  const sorted = [
    out.every((code, at) => at === 0 || byCode(out[at - 1] ?? '', code) < 0),
    withheld.every(({ initiative }, at) => at === 0 || byCode(withheld[at - 1]?.initiative ?? '', initiative) < 0),
    awards.every((award, at) => at === 0 || order(awards[at - 1] ?? award, award) < 0),
  ];
  if (sorted.includes(false)) throw new Misfit('NOT_IN_ORDER', { path: HERE });
}

const FAULTS: Readonly<Record<string, PackFaultCode>> = {
  TIE_UNDECIDED: 'PRIZE_TIE',
  DEPARTURE_UNNAMED: 'PRIZE_DEPARTURE',
  DEPARTURE_MISNAMED: 'PRIZE_DEPARTURE_KIND',
  OTHER_TRACK: 'PRIZE_TRACK',
};

interface Field {
  readonly ground: PrizeGround;
  readonly tracks: Standings['tracks'];
}

function verifyList(awards: readonly PackedAward[], { withheld }: PackedPrizes, { ground, tracks }: Field): void {
  const list = [
    ...awards.map((award): ListedPrize => ({
      initiativeId: award.initiative,
      tierId: tierOf(award, { ground, tracks }),
      departure: award.departure,
    })),
    ...withheld.map(({ initiative, kind, reason }): ListedPrize => ({
      initiativeId: initiative,
      tierId: null,
      departure: { kind, reason },
    })),
  ];
  if (new Set(list.map(({ initiativeId }) => initiativeId)).size < list.length) throw new Misfit('INITIATIVE_TWICE', { path: HERE });
  const out = awards.find(({ initiative }) => ground.places.some(({ initiativeId, eligible }) => initiativeId === initiative && !eligible));
  if (out) throw new Misfit('PRIZE_INITIATIVE', { path: HERE, initiative: out.initiative });
  const [fault] = faultsOfList(list, ground);
  if (fault) throw new Misfit(FAULTS[fault.code] ?? 'PRIZE_DEPARTURE', { path: HERE, initiative: fault.initiativeId });
}

/** The tier of a prize: that of its key in the track of the initiative. */
function tierOf({ initiative, tier }: PackedAward, { ground, tracks }: Field): string {
  const own = [idOf(tier, null), idOf(tier, tracks.get(initiative) ?? null)];
  const found = ground.tiers.find(({ id }) => own.includes(id));
  if (!found) throw new Misfit('PRIZE_TRACK', { path: HERE, initiative }, { stated: tier });
  return found.id;
}

function verifyRanks(awards: readonly PackedAward[], { places, tiers }: PrizeGround): void {
  const ranks = ranksInTracks(places, tiers);
  for (const { initiative, rank } of awards) expectSame('RANK', { path: HERE, initiative }, rank, ranks.get(initiative) ?? null);
}

/** A prize that was revoked may be given to another who could have had it, once, by a decision; nobody has two. */
function verifyReplacements({ awards }: PackedPrizes, field: Field): void {
  const left = new Map<string, number>();
  const idOfPrize = (initiative: string, tierId: string) => `${initiative} ${tierId}`;
  for (const award of awards) {
    if (award.revoked === null) continue;
    const id = idOfPrize(award.initiative, tierOf(award, field));
    left.set(id, (left.get(id) ?? 0) + 1);
  }
  for (const award of awards) {
    const { initiative, replaces, decision, reason, departure } = award;
    const place = { path: HERE, initiative };
    if ((replaces === null) !== (decision === null) || (replaces === null) !== (reason === null))
      throw new Misfit('PRIZE_REPLACEMENT', place);
    if (replaces === null) continue;
    const tierId = tierOf(award, field);
    const id = idOfPrize(replaces, tierId);
    const there = left.get(id) ?? 0;
    if (there === 0 || replaces === initiative || departure || reason?.trim() === '' || !isWorthy(award, tierId, field))
      throw new Misfit('PRIZE_REPLACEMENT', place, { stated: replaces });
    left.set(id, there - 1);
  }
  const held = awards.filter(({ revoked }) => revoked === null).map(({ initiative }) => initiative);
  const twice = held.find((code, at) => held.indexOf(code) < at);
  if (twice !== undefined) throw new Misfit('PRIZE_REPLACEMENT', { path: HERE, initiative: twice });
}

/** Ranked, in the contest when the list was signed, and not below the minimum of the prize. */
function isWorthy({ initiative }: PackedAward, id: string, { ground: { places, tiers } }: Field): boolean {
  const place = places.find(({ initiativeId }) => initiativeId === initiative);
  const tier = tiers.find((one) => one.id === id);
  return place !== undefined && tier !== undefined && whyNoPrize(place, tier) === null;
}
