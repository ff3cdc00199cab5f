import { type WeightedShare, plainShare, rankByIntervals, weightedShare } from '#lib/statistics';
import { TIERS, type Tier } from './rating-words.js';
import { type Branch, shownOf } from './suppression.js';

/** What was counted of one month at a unit's counters of one field (null: of those for all fields), by one tier. */
export interface RatingCell {
  readonly unitId: string;
  readonly field: string | null;
  readonly tier: Tier;
  readonly ratings: number;
  readonly satisfied: number;
}

/** How many transactions a unit had of a field in the month; null where nobody said. */
export type TransactionsOf = (unitId: string, field: string | null) => number | null;

export interface PublishedShare extends WeightedShare {
  readonly ratings: number;
  /** What could have been rated; null where it is not known of all of it. */
  readonly transactions: number | null;
}

export interface PublishedField {
  readonly field: string | null;
  /** Null: hidden, here as below. */
  readonly share: PublishedShare | null;
  readonly tiers: Readonly<Record<Tier, PublishedShare | null>>;
}

export interface PublishedUnit {
  readonly unitId: string;
  /** Shared by those whose intervals overlap; null where the share is hidden. */
  readonly rank: number | null;
  readonly share: PublishedShare | null;
  readonly fields: readonly PublishedField[];
}

export interface PublishedMonth {
  readonly whole: PublishedShare | null;
  readonly units: readonly PublishedUnit[];
}

/** All, by unit, by field, by tier. */
export interface RatingBranch extends Branch<RatingBranch> {
  readonly depth: number;
  readonly cells: readonly RatingCell[];
}

const LEVELS: readonly ((cell: RatingCell) => string | null)[] = [({ unitId }) => unitId, ({ field }) => field, ({ tier }) => tier];
const FIELD = 2;

/** In the order in which the cells come. */
export function treeOf(cells: readonly RatingCell[], depth = 0): RatingBranch {
  const level = LEVELS[depth];
  const parts = level ? [...Map.groupBy(cells, level).values()].map((part) => treeOf(part, depth + 1)) : [];
  return { depth, cells, parts, size: sumOf(cells, 'ratings') };
}

/**
 * A month as anyone may read it. Shares of fewer than ten are hidden, and with them what would give them away. A whole weighs its parts by
 * transactions where these are known of all of them, and what is hidden weighs as one: a weighted mean would else be one more equation about it.
 */
export function publishedMonth(cells: readonly RatingCell[], transactionsOf: TransactionsOf): PublishedMonth {
  const whole = treeOf(cells);
  const shown = shownOf(whole);
  const shareOf = (branch: RatingBranch | undefined): PublishedShare | null =>
    branch && shown.has(branch) ? publishedShare(branch, shown, transactionsOf) : null;
  const units = whole.parts.map((unit) => ({
    unitId: unit.cells[0]?.unitId ?? '',
    share: shareOf(unit),
    fields: unit.parts.map((field) => {
      const [open, slip] = TIERS.map((tier) => shareOf(field.parts.find((part) => part.cells[0]?.tier === tier)));
      return { field: field.cells[0]?.field ?? null, share: shareOf(field), tiers: { OPEN: open ?? null, SLIP: slip ?? null } };
    }),
  }));
  const ranked = units.flatMap(({ share }) => share ?? []);
  const ranks = rankByIntervals(ranked);
  return {
    whole: shareOf(whole),
    units: units.map((unit) => ({ ...unit, rank: unit.share && (ranks[ranked.indexOf(unit.share)] ?? null) })),
  };
}

function publishedShare(branch: RatingBranch, shown: ReadonlySet<RatingBranch>, transactionsOf: TransactionsOf): PublishedShare {
  const strata = strataOf(branch, shown).map((cells) => ({
    trials: sumOf(cells, 'ratings'),
    successes: sumOf(cells, 'satisfied'),
    size: branch.depth > FIELD ? null : transactionsOfAll(cells, transactionsOf),
  }));
  const sizes = strata.flatMap(({ size }) => size ?? []);
  const transactions = sizes.length === strata.length ? sizes.reduce((sum, size) => sum + size, 0) : null;
  const weighs = strata.length > 1 && transactions;
  const share = weighs ? weightedShare(strata.map((stratum) => ({ ...stratum, size: stratum.size ?? 0 }))) : plainShare(strata);
  // Of one part its weight says nothing.
  return { ...share, weighted: share.weighted || strata.length === 1, ratings: branch.size, transactions };
}

/** What weighs for itself in a branch: what is shown of a unit's field; and of each shown branch all that is hidden of it, as one. */
export function strataOf(branch: RatingBranch, shown: ReadonlySet<RatingBranch>): (readonly RatingCell[])[] {
  if (branch.depth >= FIELD) return [branch.cells];
  const hidden = branch.parts.filter((part) => !shown.has(part)).flatMap(({ cells }) => cells);
  const parts = branch.parts.filter((part) => shown.has(part)).flatMap((part) => strataOf(part, shown));
  return hidden.length > 0 ? [...parts, hidden] : parts;
}

function transactionsOfAll(cells: readonly RatingCell[], transactionsOf: TransactionsOf): number | null {
  const pairs = Map.groupBy(cells, ({ unitId, field }) => JSON.stringify([unitId, field])).values();
  const known = [...pairs].map(([cell]) => (cell ? transactionsOf(cell.unitId, cell.field) : null));
  return known.reduce((sum, transactions) => (sum === null || transactions === null ? null : sum + transactions), 0);
}

const sumOf = (cells: readonly RatingCell[], key: 'ratings' | 'satisfied'): number => cells.reduce((sum, cell) => sum + cell[key], 0);
