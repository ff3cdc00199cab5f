/* The prizes of a plan handed out a second time, for tests to hold the first against: prize by prize, as they would lie on a table. */
import { type PlannedTier, type RuleBookContent, type Track } from '#domain/contest';
import { type PlainFinal, compare, fraction, rounded } from './plain-contest.js';

export interface PlainPrize {
  readonly id: string;
  readonly tierId: string;
  readonly rank: number;
}

/** Of equals, who they are and which prizes lie before them. */
export interface PlainTie {
  readonly ids: readonly string[];
  readonly prizes: readonly string[];
}

interface PlainField {
  readonly final: readonly PlainFinal[];
  readonly trackOf: (id: string) => Track | null;
  readonly out: ReadonlySet<string>;
}

export function plainPrizes(
  book: RuleBookContent,
  plan: readonly PlannedTier[],
  { final, trackOf, out }: PlainField,
): { awards: PlainPrize[]; ties: PlainTie[] } {
  const found = { awards: [] as PlainPrize[], ties: [] as PlainTie[] };
  const shown = (one: PlainFinal) => (book.rounding.rankOn === 'ROUNDED' ? rounded(one.score, book.rounding.places) : one.score);
  const reaches = (tier: PlannedTier, one: PlainFinal) =>
    tier.minimumScore === null || compare(shown(one), fraction(tier.minimumScore)) >= 0;
  for (const track of new Set(plan.map((tier) => tier.track))) {
    let table = plan.filter((tier) => tier.track === track).flatMap((tier) => Array<PlannedTier>(tier.quantity).fill(tier));
    const field = final.filter((one) => one.rank !== null && (track === null || trackOf(one.id) === track));
    for (const rank of [...new Set(field.map((one) => one.rank!))].sort((a, b) => a - b)) {
      const equals = field.filter((one) => one.rank === rank && !out.has(one.id));
      // Some share a rank by the ladder's end with different scores: the lowest says what they reach together.
      const prizes = table.filter((tier) => equals.every((one) => reaches(tier, one))).slice(0, equals.length);
      const last = prizes.at(-1);
      if (!last) {
        if (equals.length > 0) table = [];
        continue;
      }
      const ids = equals.map(({ id }) => id);
      const own = 1 + field.filter((one) => one.rank! < rank).length;
      const same = prizes.length === equals.length && prizes.every((tier) => tier === last);
      if (same) found.awards.push(...ids.map((id) => ({ id, tierId: last.id, rank: own })));
      else found.ties.push({ ids, prizes: prizes.map(({ id }) => id) });
      // What lay before the last one that was taken is gone, taken or not; of more equals than prizes, all of it.
      const places = table.flatMap((tier, at) => (equals.every((one) => reaches(tier, one)) ? [at] : []));
      table = prizes.length < equals.length ? [] : table.slice(places[prizes.length - 1]! + 1);
    }
  }
  return found;
}
