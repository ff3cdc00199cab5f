import fc from 'fast-check';
import { type Branch, FEWEST_PUBLISHED, hiddenParts, shownOf } from './suppression.js';

const hiddenOf = (sizes: readonly number[]) => sizes.filter((_, at) => hiddenParts(sizes)[at]);

test.each([
  [
    [212, 96, 40, 31, 4],
    [31, 4],
  ],
  [
    [212, 96, 31, 7, 4],
    [7, 4],
  ],
])('services 2: of %j it hides %j', (sizes, expected) => {
  expect(hiddenOf(sizes)).toEqual(expected);
});

test('what is hidden is of ten at least together: of 212, 5 and 4 all are, since 9 could be told from the whole', () => {
  expect(hiddenOf([212, 5, 4])).toEqual([212, 5, 4]);
  expect(hiddenOf([40, 4])).toEqual([40, 4]);
  expect(hiddenOf([4, 3, 3])).toEqual([4, 3, 3]);
  expect(hiddenOf([12, 10])).toEqual([]);
});

test('a part of nobody hides nothing and is no company for one that is hidden', () => {
  expect(hiddenOf([40, 0, 20])).toEqual([]);
  expect(hiddenOf([40, 20, 4, 0])).toEqual([20, 4]);
});

test('nothing is shown of a whole of nine, nor of what a hidden part falls into', () => {
  interface Node extends Branch<Node> {
    readonly parts: readonly Node[];
  }
  const of = (size: number, ...parts: Node[]): Node => ({ size, parts });
  expect(shownOf(of(9, of(9))).size).toBe(0);
  const whole = of(247, of(212), of(31, of(16), of(15)), of(4));
  expect([...shownOf(whole)].map(({ size }) => size)).toEqual([247, 212]);
});

test('whatever the sizes, what is hidden of a shown whole is nobody, or two parts and ten ratings at least', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 }), (sizes) => {
      const whole = sizes.reduce((sum, size) => sum + size, 0);
      const [hidden, shown] = [hiddenOf(sizes), sizes.filter((_, at) => !hiddenParts(sizes)[at])];
      expect(shown.every((size) => size === 0 || size >= FEWEST_PUBLISHED)).toBe(true);
      const together = hidden.reduce((sum, size) => sum + size, 0);
      if (whole >= FEWEST_PUBLISHED && hidden.length > 0) expect(hidden.length > 1 && together >= FEWEST_PUBLISHED).toBe(true);
    }),
  );
});
