import { proposeAwards } from './propose.js';

const plan = [
  { id: 'first', quantity: 1 },
  { id: 'second', quantity: 2 },
  { id: 'third', quantity: 1 },
];
const place = (initiativeId: string, rank: number | null) => ({ initiativeId, rank });

test('prizes go down the standings until the plan is used up; who has no rank gets none', () => {
  expect(proposeAwards([place('d', 4), place('a', 1), place('c', 3), place('b', 2), place('e', 5), place('x', null)], plan)).toEqual({
    awards: [
      { initiativeId: 'a', tierId: 'first', rank: 1 },
      { initiativeId: 'b', tierId: 'second', rank: 2 },
      { initiativeId: 'c', tierId: 'second', rank: 3 },
      { initiativeId: 'd', tierId: 'third', rank: 4 },
    ],
    undecided: [],
  });
});

test('two on the same rank share a tier that has room for both', () => {
  expect(proposeAwards([place('a', 1), place('b', 2), place('c', 2)], plan).awards.map(({ tierId }) => tierId)).toEqual([
    'first',
    'second',
    'second',
  ]);
});

test('two on the same rank for one prize are left to a person, and so is all below them', () => {
  expect(proposeAwards([place('a', 1), place('b', 1), place('c', 3)], plan)).toEqual({ awards: [], undecided: ['a', 'b'] });
});

test('fewer initiatives than prizes leave prizes unused', () => {
  expect(proposeAwards([place('a', 1)], plan)).toEqual({ awards: [{ initiativeId: 'a', tierId: 'first', rank: 1 }], undecided: [] });
});
