import { readFileSync } from 'node:fs';
import { aPack, bytesOf } from '../../../../../test/support/packs.js';
import { type PackFaultCode } from './faults.js';
import { type ResultPackContent, makePack } from './pack.js';
import { type PackedAward, type PackedPrizes, type PackedTier } from './packed-prizes.js';
import { verifyPack } from './verify-pack.js';

type Open<T> = T extends readonly (infer E)[] ? Open<E>[] : T extends object ? { -readonly [K in keyof T]: Open<T[K]> } : T;

/*
 * The final standings of `aPack`: three finalists and three below them, 003 knocked out. 001, 002 and 004 rank by their marks; individuals are 001,
 * 004 and 005, groups 002 and 006.
 */
const TRACKS: Readonly<Record<string, 'INDIVIDUAL' | 'GROUP'>> = { '2026-002': 'GROUP', '2026-006': 'GROUP' };
const base = aPack();
const standings = base.final!.standings;
const tracked = base.rounds.map((round) => ({
  ...round,
  initiatives: round.initiatives.map((initiative) => ({ ...initiative, track: TRACKS[initiative.code] ?? ('INDIVIDUAL' as const) })),
}));
const tier = (key: string, track: 'INDIVIDUAL' | 'GROUP', quantity: number, minimumScore: string | null = null): PackedTier => {
  return { key, track, quantity, minimumScore, nameVi: key, nameEn: key };
};
const plain = { departure: null, revoked: null, replaces: null, decision: null, reason: null };

/** In the order of the standings, with its rank among those of its track. */
const ranked = (track: 'INDIVIDUAL' | 'GROUP') =>
  standings.flatMap(({ initiative, rank }) => (rank !== null && (TRACKS[initiative] ?? 'INDIVIDUAL') === track ? [initiative] : []));
const [first = '', second = '', third = ''] = ranked('INDIVIDUAL');
const scoreOf = (code: string) => standings.find(({ initiative }) => initiative === code)?.score ?? '';
const [group = '', otherGroup = ''] = ranked('GROUP');

const award = (initiative: string, key: string, rank: number, more: Partial<PackedAward> = {}): PackedAward => ({
  initiative,
  tier: key,
  rank,
  ...plain,
  ...more,
});
const prizes: PackedPrizes = {
  number: 1,
  decision: { number: '1234/QĐ-UBND', decidedOn: '2026-11-20' },
  result: 1,
  plan: [tier('FIRST', 'INDIVIDUAL', 1), tier('SECOND', 'INDIVIDUAL', 1, '30'), tier('FIRST', 'GROUP', 1)],
  out: [],
  standings: null,
  awards: [award(first, 'FIRST', 1), award(second, 'SECOND', 2), award(group, 'FIRST', 1)],
  withheld: [],
};
const packWith = (given: PackedPrizes): ResultPackContent => makePack({ ...base, rounds: tracked, prizes: given });
const whole = packWith(prizes);

function found(change: (given: Open<PackedPrizes>, pack: Open<ResultPackContent>) => unknown) {
  const pack = structuredClone(whole) as Open<ResultPackContent>;
  change(pack.prizes as Open<PackedPrizes>, pack);
  return verifyPack(bytesOf(pack)).fault;
}

test('a pack with prizes of two tracks fits, and says its format', () => {
  expect([whole.format, verifyPack(bytesOf(whole)).fault]).toEqual([2, null]);
  expect([base.format, bytesOf(base).includes('"prizes"')]).toEqual([1, false]);
});

test.each<[string, PackFaultCode, (given: Open<PackedPrizes>, pack: Open<ResultPackContent>) => unknown]>([
  ['a prize moved to another', 'PRIZE_DEPARTURE', ({ awards }) => Object.assign(awards[1]!, { initiative: third, rank: 3 })],
  ['a prize left out', 'PRIZE_DEPARTURE', ({ awards }) => awards.pop()],
  ['a prize for somebody more', 'PRIZE_DEPARTURE', ({ awards }) => awards.push(award(otherGroup, 'FIRST', 2))],
  ['a prize of the other track', 'PRIZE_DEPARTURE', ({ awards }) => Object.assign(awards[2]!, { initiative: otherGroup, rank: 2 })],
  ['the ranks of two prizes', 'RANK', ({ awards }) => ([awards[0]!.rank, awards[1]!.rank] = [2, 1])],
  ['a tier added', 'PRIZE_DEPARTURE', ({ plan }) => plan.push(tier('SECOND', 'GROUP', 1))],
  ['more prizes of a tier', 'PRIZE_DEPARTURE', ({ plan }) => (plan[2]!.quantity = 2)],
  ['a tier outside the tracks', 'PRIZE_PLAN', ({ plan }) => (plan[2]!.track = null)],
  ['a minimum that the winner did not reach', 'PRIZE_DEPARTURE', ({ plan }) => (plan[1]!.minimumScore = '100')],
  ['a departure that is none', 'PRIZE_DEPARTURE_KIND', ({ awards }) => (awards[0]!.departure = { kind: 'STANDINGS', reason: 'Vì' })],
  ['a winner said to be out', 'PRIZE_INITIATIVE', ({ out }) => out.push(first)],
  ['a prize revoked, and its number', 'PRIZE_NUMBER', ({ awards }) => (awards[0]!.revoked = 'Sao chép')],
  [
    'a prize in place of none that was revoked',
    'PRIZE_REPLACEMENT',
    ({ awards }) =>
      awards.push(award(otherGroup, 'FIRST', 2, { replaces: group, decision: { number: '2', decidedOn: '2026-12-01' }, reason: 'Vì' })),
  ],
  ['the version they follow', 'PRIZE_RESULT', (given) => (given.result = 2)],
  ['the track of an initiative', 'INITIATIVE_CHANGED', (_, pack) => (pack.rounds[1]!.initiatives[0]!.track = 'GROUP')],
  ['a stranger', 'PRIZE_INITIATIVE', ({ awards }) => (awards[0]!.initiative = '2026-099')],
  ['their order', 'NOT_IN_ORDER', ({ awards }) => awards.reverse()],
])('forged and sealed anew, %s is found as %s', (_, code, change) => {
  expect(found(change)?.code).toBe(code);
});

test('a decision that is changed does not fit the seal', () => {
  const bytes = bytesOf(whole).toString('utf8').replace('1234/QĐ-UBND', '1235/QĐ-UBND');
  expect(verifyPack(Buffer.from(bytes, 'utf8')).fault?.code).toBe('SEAL');
});

test('departures are taken by their name alone: one removed is found', () => {
  const departed = packWith({
    ...prizes,
    awards: [
      award(first, 'FIRST', 1),
      award(third, 'SECOND', 3, { departure: { kind: 'STANDINGS', reason: 'Dễ nhân rộng.' } }),
      award(group, 'FIRST', 1),
    ],
    withheld: [{ initiative: second, kind: 'STANDINGS', reason: 'Thiếu minh chứng.' }],
  });
  expect(verifyPack(bytesOf(departed)).fault).toBeNull();
  const unnamed = structuredClone(departed) as Open<ResultPackContent>;
  (unnamed.prizes as Open<PackedPrizes>).awards[1]!.departure = null;
  expect(verifyPack(bytesOf(unnamed as ResultPackContent)).fault?.code).toBe('PRIZE_DEPARTURE');
  const forgotten = structuredClone(departed) as Open<ResultPackContent>;
  (forgotten.prizes as Open<PackedPrizes>).withheld.pop();
  expect(verifyPack(bytesOf(forgotten as ResultPackContent)).fault?.code).toBe('PRIZE_DEPARTURE');
});

test('a revoked prize that another was given by a decision stands in the pack, both of them', () => {
  const decision = { number: '77/QĐ', decidedOn: '2026-12-01' };
  const replaced = packWith({
    ...prizes,
    number: 3,
    awards: [
      ...prizes.awards.slice(0, 2),
      award(group, 'FIRST', 1, { revoked: 'Sao chép.' }),
      award(otherGroup, 'FIRST', 2, { replaces: group, decision, reason: 'Hạng kế tiếp.' }),
    ],
  });
  expect(verifyPack(bytesOf(replaced)).fault).toBeNull();
  const forged = (change: (given: Open<PackedPrizes>) => unknown) => {
    const pack = structuredClone(replaced) as Open<ResultPackContent>;
    change(pack.prizes as Open<PackedPrizes>);
    return verifyPack(bytesOf(pack)).fault?.code;
  };
  expect([
    forged(({ awards }) => (awards[3]!.reason = ' ')),
    forged(({ awards }) => (awards[3]!.decision = null)),
    forged(({ awards }) => (awards[2]!.revoked = null)),
    forged(({ out }) => out.push(otherGroup)),
    forged(({ plan }) => (plan[2]!.minimumScore = String(Number(scoreOf(otherGroup)) + 0.01))),
    forged(({ number }) => number) ?? 'fits',
  ]).toEqual([...Array<PackFaultCode>(5).fill('PRIZE_REPLACEMENT'), 'fits']);
});

test.each(['demo-2023', 'demo-2026'])('a pack of the demo season from before prizes still fits: %s', (name) => {
  const bytes = readFileSync(`test/support/packs-before/${name}.json`);
  const { fault, pack } = verifyPack(bytes) as { fault: unknown; pack?: ResultPackContent };
  expect(fault).toBeNull();
  expect(bytesOf(makePack(pack!)).equals(bytes)).toBe(true);
});
