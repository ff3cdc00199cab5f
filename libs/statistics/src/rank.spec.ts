import fc from 'fast-check';
import { Decimal } from '#lib/kernel';
import { compareDecimals, mean, rank, rankWithLadder } from './index.js';

const decimals = (...values: number[]) => values.map((value) => new Decimal(value));

test('judging.md, ranks: 95 90 90 85 are 1 2 2 4', () => {
  expect(rank(decimals(95, 90, 90, 85))).toEqual([1, 2, 2, 4]);
  expect(rank(decimals(85, 90, 95, 90))).toEqual([4, 2, 1, 2]);
  expect(rank([])).toEqual([]);
});

test('three thirds are one, and what rounds alike is not alike', () => {
  const third = new Decimal(1).dividedBy(3);
  expect(rank([third.plus(third).plus(third), new Decimal(1)])).toEqual([1, 1]);
  expect(rank([mean([88, 88, 88.01]), new Decimal('88.0033')])).toEqual([1, 2]);
});

test('the ladder says which step put an item below the one above', () => {
  const items = [
    { name: 'D', total: 80, impact: 30, sign: 1 },
    { name: 'B', total: 90, impact: 35, sign: 1 },
    { name: 'A', total: 90, impact: 38, sign: 1 },
    { name: 'C', total: 90, impact: 35, sign: 1 },
  ];
  const ladder = (['total', 'impact'] as const).map((key) => ({
    name: key,
    compare: (a: Record<typeof key, number>, b: Record<typeof key, number>) => b[key] - a[key],
  }));

  expect(rankWithLadder(items, ladder).map(({ item, rank: place, decidedBy }) => [item.name, place, decidedBy])).toEqual([
    ['A', 1, null],
    ['B', 2, 'impact'],
    ['C', 2, null],
    ['D', 4, 'total'],
  ]);
});

test('a rank is one more than the number of those better', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (values) => {
      expect(rank(decimals(...values))).toEqual(values.map((value) => 1 + values.filter((other) => other > value).length));
    }),
  );
});

test('comparing is antisymmetric, and sees the smallest difference two marks can have', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000, max: 1_000 }), fc.integer({ min: -1_000, max: 1_000 }), (a, b) => {
      expect(Math.sign(compareDecimals(new Decimal(a).div(1e9), new Decimal(b).div(1e9)))).toBe(Math.sign(a - b));
    }),
  );
});

test('comparing takes only what is cut off at the 40th digit for nothing', () => {
  const third = new Decimal(1).dividedBy(3);
  const same = [third.times(3), third.plus('1e-36'), new Decimal('99.99').dividedBy(7).times(7)];
  const like = [new Decimal(1), third, new Decimal('99.99')];
  for (const [at, value] of same.entries()) expect(compareDecimals(value, like[at]!)).toBe(0);
  for (const apart of ['1e-27', '1e-15', '1e-8', '1']) {
    for (const value of like) expect(compareDecimals(value, value.plus(apart))).toBe(-1);
  }
});
