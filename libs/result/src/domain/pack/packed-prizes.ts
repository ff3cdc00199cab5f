import { type Departure, type DepartureKind, type PlannedTier, type Track } from '#plain/contest';
import { byCode } from './order.js';

/** A tier of the plan, by its key in its track; the best first. */
export interface PackedTier extends Omit<PlannedTier, 'id'> {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** The number and the day of a decision. */
export interface PackedDecision {
  readonly number: string;
  readonly decidedOn: string;
}

/** A prize; the tier is that of its key in the track of the initiative. */
export interface PackedAward {
  readonly initiative: string;
  readonly tier: string;
  /** In its track. */
  readonly rank: number | null;
  readonly departure: Departure | null;
  readonly revoked: string | null;
  /** Given in place of a revoked one of the same tier, by a decision of its own: whose that was. */
  readonly replaces: string | null;
  readonly decision: PackedDecision | null;
  readonly reason: string | null;
}

export interface PackedWithheld {
  readonly initiative: string;
  readonly kind: DepartureKind;
  readonly reason: string;
}

export interface PackedPlace {
  readonly initiative: string;
  readonly rank: number | null;
  readonly score: string;
}

/** The prizes as they were published; each revocation and each replacement is another version. */
export interface PackedPrizes {
  readonly number: number;
  readonly decision: PackedDecision;
  /** The version of the final standings that they follow from. */
  readonly result: number;
  readonly plan: readonly PackedTier[];
  /** Codes of those in the standings that were out of the contest when the list was signed. */
  readonly out: readonly string[];
  /** The places of that version, where a correction has made another one since; null where it is the one of this pack. */
  readonly standings: readonly PackedPlace[] | null;
  readonly awards: readonly PackedAward[];
  readonly withheld: readonly PackedWithheld[];
}

/** The order of the awards of a pack: by tier, rank and code; who came in another's place last. */
export function byAward(
  plan: readonly PackedTier[],
  trackOf: (initiative: string) => Track | null,
): (a: PackedAward, b: PackedAward) => number {
  const place = ({ initiative, tier }: PackedAward) =>
    plan.findIndex(({ key, track }) => key === tier && (track === null || track === trackOf(initiative)));
  const rank = (award: PackedAward) => award.rank ?? Number.MAX_SAFE_INTEGER;
  return (a, b) =>
    place(a) - place(b) ||
    Number(a.replaces !== null) - Number(b.replaces !== null) ||
    rank(a) - rank(b) ||
    byCode(a.initiative, b.initiative) ||
    byCode(a.decision?.number ?? '', b.decision?.number ?? '');
}

/** The text of the prizes in a pack: an item a line, known fields alone, in a fixed order. */
export function plainPrizes({ number, decision, result, plan, out, standings, awards, withheld }: PackedPrizes): string {
  const lines = <T>(items: readonly T[], plain: (item: T) => unknown): string =>
    `[${items.map((item) => `\n${JSON.stringify(plain(item))}`).join(',')}]`;
  const head = JSON.stringify({ number, decision: plainDecision(decision), result, out }).slice(0, -1);
  return [
    `${head},\n"plan":${lines(plan, ({ key, track, quantity, minimumScore, nameVi, nameEn }) => ({ key, track, quantity, minimumScore, nameVi, nameEn }))}`,
    `"standings":${standings === null ? 'null' : lines(standings, ({ initiative, rank, score }) => ({ initiative, rank, score }))}`,
    `"awards":${lines(awards, plainAward)}`,
    `"withheld":${lines(withheld, ({ initiative, kind, reason }) => ({ initiative, kind, reason }))}}`,
  ].join(',\n');
}

function plainAward({ initiative, tier, rank, departure, revoked, replaces, decision, reason }: PackedAward): PackedAward {
  const named = departure && { kind: departure.kind, reason: departure.reason };
  return { initiative, tier, rank, departure: named, revoked, replaces, decision: decision && plainDecision(decision), reason };
}

function plainDecision({ number, decidedOn }: PackedDecision): PackedDecision {
  return { number, decidedOn };
}
