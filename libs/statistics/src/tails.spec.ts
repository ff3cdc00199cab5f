import fc from 'fast-check';
import { NotComputable, binomialTail, poissonTail } from './index.js';

test('services 2: where 3 are usual, 10 and more happen in .00110 of all cases, 11 and more in .00029', () => {
  expect(poissonTail(10, 3)).toBeCloseTo(0.0011, 5);
  expect(poissonTail(11, 3)).toBeCloseTo(0.00029, 5);
});

test.each([
  [22, 220, 0.00061],
  [21, 220, 0.00144],
  [5, 12, 0.00013],
  [4, 12, 0.00167],
])('services 3: where 120 of 2,600 are usual, %i or more of %i are so with probability %f', (least, trials, expected) => {
  expect(binomialTail(least, trials, 120 / 2600)).toBeCloseTo(expected, 5);
});

test('a tail that is worked out by hand: 2 or more of 3 at .4 are 3·.16·.6 + .064 = .352; 1 or more of 2 on the average 1 − e⁻²', () => {
  expect(binomialTail(2, 3, 0.4)).toBeCloseTo(0.352, 12);
  expect(poissonTail(1, 2)).toBeCloseTo(1 - Math.exp(-2), 12);
});

test('none or more are certain, more than all impossible', () => {
  expect([binomialTail(0, 5, 0.1), binomialTail(6, 5, 0.9), binomialTail(5, 5, 1), binomialTail(1, 5, 0)]).toEqual([1, 0, 1, 0]);
  expect([poissonTail(0, 3), poissonTail(1, 0)]).toEqual([1, 0]);
});

test.each([
  ['a probability above one', () => binomialTail(1, 2, 1.5), 'OUT_OF_RANGE'],
  ['half a count', () => binomialTail(1, 2.5, 0.5), 'COUNT_OUT_OF_RANGE'],
  ['a negative mean', () => poissonTail(1, -1), 'OUT_OF_RANGE'],
  ['half of what happens', () => poissonTail(0.5, 1), 'COUNT_OUT_OF_RANGE'],
] as const)('%s is refused', (_, act, code) => {
  expect(act).toThrow(new NotComputable(code));
});

test('the more there have to be, the less probable it is, and never beyond 0 and 1', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 0, max: 3000 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      (n, x, p) => {
        for (const tail of [(k: number) => binomialTail(k, n, p), (k: number) => poissonTail(k, n * p)]) {
          const [here, next] = [tail(x), tail(x + 1)];
          expect(here >= 0 && here <= 1 && next <= here + 1e-12).toBe(true);
        }
      },
    ),
  );
});

test('both agree where many are asked and few are counted', () => {
  expect(binomialTail(11, 1_000_000, 3e-6)).toBeCloseTo(poissonTail(11, 3), 7);
});
