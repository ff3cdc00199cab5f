import fc from 'fast-check';
import { Decimal } from '#lib/kernel';
import { callFurther, countingCards, divergent } from './divergence.js';

const first = (initiativeId: string, ...totals: string[]) => ({ initiativeId, judgeIds: ['a', 'b'], totals, called: false });

test('divergent is what is further apart than the threshold, not what is at it, nor what a further judge is called for already', () => {
  const three = [first('i', '80', '60'), first('j', '80', '59.5'), first('k', '80')];
  expect(divergent(three, '20').map(({ initiativeId }) => initiativeId)).toEqual(['j']);
  expect(divergent(three, null)).toEqual([]);
  expect(
    divergent(
      three.map((one) => ({ ...one, called: true })),
      '20',
    ),
  ).toEqual([]);
});

test('the least loaded of those who are free is called, and carries it', () => {
  const judges = [
    { judgeId: 'a', load: 0, room: 9 },
    { judgeId: 'c', load: 2, room: 9 },
    { judgeId: 'd', load: 2, room: 1 },
    { judgeId: 'e', load: 1, room: 9 },
  ];
  const isBarred = ({ judgeId }: { judgeId: string }) => judgeId === 'e';
  expect(callFurther([first('i'), first('j'), first('k'), first('l')], judges, isBarred).map(({ judgeId }) => judgeId)).toEqual([
    'c',
    'd',
    'c',
    'c',
  ]);
  expect(callFurther([first('i')], judges, () => true)).toEqual([]);
});

const rule = (furtherMark?: 'JOINS' | 'REPLACES' | 'DECIDES') => ({ furtherMark, divergenceThreshold: '20' });
const cards = (firstTotals: string[], ...extra: string[]) => [
  ...firstTotals.map((total) => ({ total, extra: false })),
  ...extra.map((total) => ({ total, extra: true })),
];
const counted = (...of: Parameters<typeof countingCards>) => countingCards(...of).map(({ total }) => total);

test.each([
  { says: 'it joins where the rule says nothing', first: ['60', '90'], extra: ['85'], counts: ['60', '90', '85'] },
  { says: 'it joins', furtherMark: 'JOINS', first: ['60', '90'], extra: ['85'], counts: ['60', '90', '85'] },
  { says: 'it takes the place of the farthest', furtherMark: 'REPLACES', first: ['60', '90'], extra: ['85'], counts: ['90', '85'] },
  { says: 'of three, too, one alone goes', furtherMark: 'REPLACES', first: ['60', '90', '70'], extra: ['85'], counts: ['90', '70', '85'] },
  { says: 'it joins where two are equally far', furtherMark: 'REPLACES', first: ['60', '90'], extra: ['75'], counts: ['60', '90', '75'] },
  {
    says: 'it joins where two equal totals are the farthest',
    furtherMark: 'REPLACES',
    first: ['60', '90', '60'],
    extra: ['80'],
    counts: ['60', '90', '60', '80'],
  },
  { says: 'it is compared exactly', furtherMark: 'REPLACES', first: ['60.3', '90.3'], extra: ['75.25'], counts: ['60.3', '75.25'] },
  { says: 'it decides alone', furtherMark: 'DECIDES', first: ['60', '90'], extra: ['85'], counts: ['85'] },
  { says: 'nothing happens without a further card', furtherMark: 'DECIDES', first: ['60', '90'], extra: [], counts: ['60', '90'] },
  {
    says: 'it joins where the first cards, as they stand now, do not diverge',
    furtherMark: 'DECIDES',
    first: ['70', '90'],
    extra: ['85'],
    counts: ['70', '90', '85'],
  },
  { says: 'it joins where one first card is left', furtherMark: 'REPLACES', first: ['60'], extra: ['85'], counts: ['60', '85'] },
] as const)('of a further mark: $says', (given) => {
  const furtherMark = 'furtherMark' in given ? given.furtherMark : undefined;
  expect(counted(rule(furtherMark), cards([...given.first], ...given.extra))).toEqual(given.counts);
});

test('a round without a threshold counts all its cards', () => {
  expect(counted({ furtherMark: 'DECIDES', divergenceThreshold: null }, cards(['0', '100'], '50'))).toEqual(['0', '100', '50']);
});

test('the order of the cards decides nothing, and no rule leaves an initiative without a card', () => {
  const total = fc.integer({ min: 0, max: 200 }).map((halves) => new Decimal(halves).div(2).toFixed());
  const asked = fc.constantFrom('JOINS', 'REPLACES', 'DECIDES');
  fc.assert(
    fc.property(asked, fc.array(total, { minLength: 1, maxLength: 6 }), fc.array(total, { maxLength: 1 }), (furtherMark, totals, extra) => {
      const all = cards(totals, ...extra);
      const forward = counted(rule(furtherMark), all);
      expect(counted(rule(furtherMark), all.toReversed()).sort()).toEqual(forward.toSorted());
      expect(forward.length).toBeGreaterThan(0);
      expect(all.length - forward.length).toBeLessThanOrEqual(furtherMark === 'JOINS' ? 0 : furtherMark === 'REPLACES' ? 1 : totals.length);
    }),
  );
});
