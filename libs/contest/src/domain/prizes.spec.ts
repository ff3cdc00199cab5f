import { Decimal } from '#lib/kernel';
import { type ListedPrize, departureOf, faultsOfList } from './prize-list.js';
import { type PlannedTier, type PrizePlace, type Track, proposeAwards, ranksInTracks } from './prizes.js';

const tier = (id: string, quantity: number, more: Partial<PlannedTier> = {}): PlannedTier => ({
  id,
  quantity,
  track: null,
  minimumScore: null,
  ...more,
});
const place = (initiativeId: string, rank: number | null, more: Partial<PrizePlace> = {}): PrizePlace => {
  return { initiativeId, rank, track: null, score: new Decimal(100 - (rank ?? 60)), eligible: true, ...more };
};
const given = (places: PrizePlace[], tiers: PlannedTier[]) =>
  proposeAwards(places, tiers).awards.map(({ initiativeId, tierId, rank }) => `${initiativeId} ${tierId} ${String(rank)}`);

const plan = [tier('first', 1), tier('second', 2), tier('third', 1)];

test('prizes go down the standings until the plan is used up; who has no rank gets none', () => {
  expect(proposeAwards([place('d', 4), place('a', 1), place('c', 3), place('b', 2), place('e', 5), place('x', null)], plan)).toEqual({
    awards: [
      { initiativeId: 'a', tierId: 'first', rank: 1 },
      { initiativeId: 'b', tierId: 'second', rank: 2 },
      { initiativeId: 'c', tierId: 'second', rank: 3 },
      { initiativeId: 'd', tierId: 'third', rank: 4 },
    ],
    ties: [],
  });
});

test('two on the same rank share a tier that has room for both', () => {
  expect(given([place('a', 1), place('b', 2), place('c', 2)], plan)).toEqual(['a first 1', 'b second 2', 'c second 2']);
});

test('90, 90, 80 with one A and one B: the equals take both, undecided which of them, and the third gets neither', () => {
  const places = [place('x', 1), place('y', 1), place('z', 3)];
  expect(proposeAwards(places, [tier('A', 1), tier('B', 1)])).toEqual({
    awards: [],
    ties: [
      {
        track: null,
        rank: 1,
        score: '99',
        initiativeIds: ['x', 'y'],
        prizes: [
          { tierId: 'A', quantity: 1 },
          { tierId: 'B', quantity: 1 },
        ],
      },
    ],
  });
});

test('a proposal goes on past a tie, and past a second one', () => {
  const places = [place('a', 1), place('b', 1), place('c', 3), place('d', 4), place('e', 4), place('f', 4)];
  const { awards, ties } = proposeAwards(places, [tier('A', 1), tier('B', 2), tier('C', 2)]);
  expect(awards).toEqual([{ initiativeId: 'c', tierId: 'B', rank: 3 }]);
  expect(ties.map(({ rank, prizes }) => [rank, prizes.map(({ tierId, quantity }) => `${tierId} ${String(quantity)}`)])).toEqual([
    [1, ['A 1', 'B 1']],
    [4, ['C 2']],
  ]);
});

test('all tied, everything is undecided; without prizes, or without anybody, there is nothing to decide', () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map((id) => place(id, 1));
  expect(proposeAwards(all, plan)).toMatchObject({ awards: [], ties: [{ initiativeIds: ['a', 'b', 'c', 'd', 'e'] }] });
  expect([proposeAwards(all, []), proposeAwards([], plan)]).toEqual(Array(2).fill({ awards: [], ties: [] }));
});

test('who left the contest is passed over; the ranks of the others stay', () => {
  expect(given([place('a', 1, { eligible: false }), place('b', 2), place('c', 3)], plan)).toEqual(['b first 2', 'c second 3']);
});

test('a prize with a minimum goes to nobody who did not reach it, and is then over; the next tier is asked', () => {
  const places = [
    place('a', 1, { score: new Decimal('79.99') }),
    place('b', 2, { score: new Decimal('70') }),
    place('c', 3, { score: new Decimal('50') }),
  ];
  const tiers = [tier('A', 1, { minimumScore: '80' }), tier('B', 1, { minimumScore: '70' }), tier('C', 5, { minimumScore: '60' })];
  expect(given(places, tiers)).toEqual(['a B 1', 'b C 2']);
  expect(given(places, [tier('A', 3, { minimumScore: '99' })])).toEqual([]);
});

test('each track has its own ranks, tiers and ties', () => {
  const of = (track: Track) => ({ track });
  const places = [
    place('g', 1, of('GROUP')),
    place('i', 2, of('INDIVIDUAL')),
    place('j', 3, of('INDIVIDUAL')),
    place('h', 3, of('GROUP')),
    place('k', 5, of('INDIVIDUAL')),
    place('l', 5, of('INDIVIDUAL')),
    place('none', 6),
  ];
  const tiers = [tier('A', 1, of('INDIVIDUAL')), tier('B', 2, of('INDIVIDUAL')), tier('GA', 1, of('GROUP')), tier('GB', 1, of('GROUP'))];
  expect(given(places, tiers)).toEqual(['i A 1', 'j B 2', 'g GA 1', 'h GB 2']);
  expect(proposeAwards(places, tiers).ties).toMatchObject([
    { track: 'INDIVIDUAL', rank: 3, initiativeIds: ['k', 'l'], prizes: [{ tierId: 'B', quantity: 1 }] },
  ]);
  expect([...ranksInTracks(places, tiers)]).toEqual([
    ['i', 1],
    ['j', 2],
    ['k', 3],
    ['l', 3],
    ['g', 1],
    ['h', 2],
  ]);
});

const ground = { places: [place('x', 1), place('y', 1), place('z', 3)], tiers: [tier('A', 1), tier('B', 1)] };
const listed = (initiativeId: string, tierId: string | null, kind: 'TIE' | 'STANDINGS' | null = null, reason = 'Vì'): ListedPrize => {
  return { initiativeId, tierId, departure: kind && { kind, reason } };
};
const codes = (list: ListedPrize[]) => faultsOfList(list, ground).map(({ code, initiativeId }) => `${code} ${initiativeId}`);

test.each<[string, ListedPrize[], string[]]>([
  ['nothing', [], ['TIE_UNDECIDED x']],
  ['both equals, decided', [listed('x', 'B', 'TIE'), listed('y', 'A', 'TIE')], []],
  ['both equals, without a reason', [listed('x', 'B'), listed('y', 'A')], ['TIE_UNDECIDED x']],
  ['both equals, with a blank for a reason', [listed('x', 'B', 'TIE', ' '), listed('y', 'A', 'TIE', ' ')], ['TIE_UNDECIDED x']],
  ['one of them alone', [listed('x', 'A', 'TIE')], ['TIE_UNDECIDED x']],
  ['one of them, and none for the other', [listed('x', 'A', 'TIE'), listed('y', null, 'TIE')], []],
  ['the best prize twice', [listed('x', 'A', 'TIE'), listed('y', 'A', 'TIE')], ['DEPARTURE_MISNAMED x', 'DEPARTURE_MISNAMED y']],
  ['the best prize twice, one of them beyond the plan', [listed('x', 'A', 'TIE'), listed('y', 'A', 'STANDINGS')], []],
  ['somebody below them, unnamed', [listed('x', 'B', 'TIE'), listed('y', 'A', 'TIE'), listed('z', 'B')], ['DEPARTURE_UNNAMED z']],
  [
    'somebody below them, as if they were equal',
    [listed('x', 'B', 'TIE'), listed('y', 'A', 'TIE'), listed('z', 'B', 'TIE')],
    ['DEPARTURE_MISNAMED z'],
  ],
])('a list with %s', (_, list, expected) => {
  expect(codes(list)).toEqual(expected);
});

test('what differs from the proposal is named, and only that', () => {
  const three = { places: [place('a', 1), place('b', 2), place('c', 3)], tiers: plan };
  const faults = (list: ListedPrize[]) => faultsOfList(list, three).map(({ code, initiativeId }) => `${code} ${initiativeId}`);
  const proposed = [listed('a', 'first'), listed('b', 'second'), listed('c', 'second')];
  expect(faults(proposed)).toEqual([]);
  expect(faults(proposed.slice(0, 2))).toEqual(['DEPARTURE_UNNAMED c']);
  expect(faults([...proposed.slice(0, 2), listed('c', null, 'STANDINGS')])).toEqual([]);
  expect(faults([...proposed.slice(0, 2), listed('c', 'first', 'STANDINGS')])).toEqual([]);
  expect(faults([...proposed.slice(0, 2), listed('c', 'second', 'STANDINGS')])).toEqual(['DEPARTURE_MISNAMED c']);
  expect(departureOf({ initiativeId: 'a', tierId: 'second' }, proposeAwards(three.places, plan), proposed)).toBe('STANDINGS');
});

test('a prize of a track goes to nobody outside of it, with a reason neither', () => {
  const tracked = { places: [place('i', 1, { track: 'INDIVIDUAL' })], tiers: [tier('GA', 1, { track: 'GROUP' })] };
  expect(faultsOfList([listed('i', 'GA', 'STANDINGS')], tracked)).toEqual([{ code: 'OTHER_TRACK', initiativeId: 'i' }]);
});
