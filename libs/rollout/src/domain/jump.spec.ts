import { Decimal } from '#lib/kernel';
import { medianOf, usualWhereItJumps } from './jump.js';

const decimals = (...values: number[]) => values.map((value) => new Decimal(value));
const usual = (value: number, ...before: number[]) => usualWhereItJumps(new Decimal(value), decimals(...before))?.toNumber() ?? null;

test('the median of an even number is the mean of the two in the middle', () => {
  expect(medianOf(decimals(400, 100, 300, 200))?.toNumber()).toBe(250);
  expect(medianOf(decimals(3, 1, 2))?.toNumber()).toBe(2);
  expect(medianOf([])).toBeNull();
});

test.each<[string, number, number[], number | null]>([
  ['124,692 where some 300 were usual', 124_692, [310, 290, 300, 320], 305],
  ['five times is not more than five times', 1525, [310, 290, 300, 320], null],
  ['one above it is', 1526, [310, 290, 300, 320], 305],
  ['a fifth is not under a fifth', 61, [310, 290, 300, 320], null],
  ['one below it is', 60, [310, 290, 300, 320], 305],
  ['three are enough', 2000, [300, 290, 310], 300],
  ['two are not', 2000, [300, 290], null],
  ['the fifth before is not looked at', 2000, [2000, 2000, 2000, 300, 1], null],
  ['one that jumped before does not make the next usual', 300, [310, 124_692, 290, 300], null],
  ['after zeros anything jumps', 1, [0, 0, 0], 0],
  ['after zeros zero does not', 0, [0, 0, 0], null],
  ['zero jumps out of what is not', 0, [4, 5, 6], 5],
  ['the other sign jumps', -5, [4, 5, 6], 5],
  ['and negative ones are compared by their size', -26, [-4, -5, -6], -5],
])('%s', (_, value, before, expected) => {
  expect(usual(value, ...before)).toBe(expected);
});
