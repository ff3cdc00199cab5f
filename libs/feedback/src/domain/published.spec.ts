import fc from 'fast-check';
import { type RatingBranch, type RatingCell, publishedMonth, strataOf, treeOf } from './published.js';
import { FEWEST_PUBLISHED, shownOf } from './suppression.js';

const cell = (
  unitId: string,
  field: string | null,
  [satisfied, ratings]: [number, number],
  more: Partial<RatingCell> = {},
): RatingCell => ({
  ...{ unitId, field, tier: 'OPEN', ratings, satisfied },
  ...more,
});
const unknown = () => null;
const percent = (share: { share: number; low: number; high: number } | null | undefined) =>
  share && [share.share, share.low, share.high].map((part) => (100 * part).toFixed(2));

test('services 2: three parts of 4,000, 1,000 and 500 transactions are 84.55 % [79.42, 88.58], and 77.14 % where these are not known', () => {
  const cells = [cell('a', 'x', [90, 100]), cell('a', 'y', [150, 200]), cell('a', 'z', [30, 50])];
  const known = publishedMonth(cells, (_, field) => ({ x: 4000, y: 1000, z: 500 })[field ?? ''] ?? null);
  expect(percent(known.whole)).toEqual(['84.55', '79.42', '88.58']);
  expect(known.whole).toMatchObject({ weighted: true, ratings: 350, transactions: 5500 });
  expect(known.units[0]?.fields[0]?.share).toMatchObject({ ratings: 100, transactions: 4000, share: 0.9 });
  const plain = publishedMonth(cells, (_, field) => (field === 'z' ? null : 1000));
  expect(percent(plain.whole)?.[0]).toBe('77.14');
  expect(plain.whole).toMatchObject({ weighted: false, transactions: null });
});

test('services 2: of fields with 212, 96, 40, 31 and 4 ratings the last two are hidden, and weigh as one', () => {
  const cells = [212, 96, 40, 31, 4].map((ratings, at) => cell('a', `f${String(at)}`, [ratings - 1, ratings]));
  const { units, whole } = publishedMonth(cells, () => 1000);
  expect(units[0]?.fields.map(({ share }) => share?.ratings ?? null)).toEqual([212, 96, 40, null, null]);
  expect(units[0]?.share).toMatchObject({ ratings: 383, transactions: 5000 });
  const expected = (1000 * (211 / 212 + 95 / 96 + 39 / 40) + 2000 * (33 / 35)) / 5000;
  expect([whole?.share, units[0]?.share?.share]).toEqual([expect.closeTo(expected, 12), expect.closeTo(expected, 12)]);
});

test('of a hidden unit nothing is shown, nor of a tier without the other where one of them is small', () => {
  const small = [cell('b', 'x', [3, 4]), cell('c', 'x', [8, 11])];
  const tiers = [cell('a', 'x', [40, 50]), cell('a', 'x', [5, 6], { tier: 'SLIP' })];
  const { units } = publishedMonth([...tiers, ...small], unknown);
  expect(units.map(({ share, rank }) => [share?.ratings ?? null, rank])).toEqual([
    [56, 1],
    [null, null],
    [null, null],
  ]);
  expect(units[0]?.fields[0]).toMatchObject({ share: { ratings: 56 }, tiers: { OPEN: null, SLIP: null } });
  expect(units[1]?.fields).toEqual([{ field: 'x', share: null, tiers: { OPEN: null, SLIP: null } }]);
});

test('units whose intervals overlap share a rank', () => {
  const { units } = publishedMonth([cell('a', 'x', [90, 100]), cell('b', 'x', [20, 100]), cell('c', 'x', [85, 100])], unknown);
  expect(units.map(({ unitId, rank }) => [unitId, rank])).toEqual([
    ['a', 1],
    ['b', 3],
    ['c', 1],
  ]);
});

/** What can be worked out of sums: the rows of the reduced echelon form of what is told, over the cells. */
function workedOut(told: readonly (readonly number[])[], cells: number): number[][] {
  const rows = told.map((row) => [...row]);
  let done = 0;
  for (let column = 0; column < cells; column++) {
    const pivot = rows.findIndex((row, at) => at >= done && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[done], rows[pivot]] = [rows[pivot]!, rows[done]!];
    const scale = rows[done]![column]!;
    rows[done] = rows[done]!.map((value) => value / scale);
    rows.forEach((row, at) => {
      const factor = row[column]!;
      if (at !== done) rows[at] = row.map((value, index) => value - factor * rows[done]![index]!);
    });
    done += 1;
  }
  return rows.slice(0, done);
}

const aCell = fc.record({
  unitId: fc.constantFrom('a', 'b', 'c'),
  field: fc.constantFrom('x', 'y', null),
  tier: fc.constantFrom('OPEN' as const, 'SLIP' as const),
  ratings: fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 90 })),
  satisfied: fc.constant(0),
});

/** What a month tells of its cells: the sum of each branch that is shown, and of each its mean, weighed as it was before and after a correction. */
function toldOf(cells: readonly RatingCell[]): number[][] {
  const shown = shownOf(treeOf(cells));
  const has = (part: readonly RatingCell[]) => cells.map((one) => (part.includes(one) ? 1 : 0));
  // A weighted mean tells of each stratum its sum, times a weight that is known.
  const mean = (branch: RatingBranch, weightOf: (at: number) => number) =>
    strataOf(branch, shown).reduce(
      (row, stratum, at) => row.map((value, index) => value + has(stratum)[index]! * weightOf(at)),
      cells.map(() => 0),
    );
  return [...shown].flatMap((branch) => [
    has(branch.cells),
    mean(branch, (at) => 1 + Math.sqrt(2 + at)),
    mean(branch, (at) => 1 + Math.cbrt(5 + 7 * at)),
  ]);
}

test('whatever is added and subtracted of what is published, over months, units and fields, and of means weighed anew, says nothing of fewer than ten', () => {
  const key = ({ unitId, field, tier }: RatingCell) => `${unitId}${String(field)}${tier}`;
  const aMonth = fc.uniqueArray(aCell, { selector: key, minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(aMonth, { minLength: 1, maxLength: 3 }), (months) => {
      const cells = months.flat();
      const before = months.map((_, at) => months.slice(0, at).flat().length);
      // No figure is of more than one month: each is told of its own cells.
      const told = months.flatMap((month, at) => toldOf(month).map((row) => cells.map((_, index) => row[index - before[at]!] ?? 0)));
      for (const row of workedOut(told, cells.length)) {
        const people = row.reduce((sum, value, at) => sum + (Math.abs(value) > 1e-6 ? cells[at]!.ratings : 0), 0);
        expect(people).toBeGreaterThanOrEqual(FEWEST_PUBLISHED);
      }
    }),
  );
});

test('the published table has no number of a branch that is hidden', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(aCell, { selector: ({ unitId, field, tier }) => `${unitId}${String(field)}${tier}`, maxLength: 18 }),
      (cells) => {
        const { whole, units } = publishedMonth(cells, () => 100);
        const all = [
          whole,
          ...units.flatMap(({ share, fields }) => [share, ...fields.flatMap((one) => [one.share, one.tiers.OPEN, one.tiers.SLIP])]),
        ];
        expect(all.every((share) => share === null || share.ratings >= FEWEST_PUBLISHED)).toBe(true);
      },
    ),
  );
});
