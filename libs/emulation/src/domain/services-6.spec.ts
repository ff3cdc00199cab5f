import { type Recorded, eligibilityOf, whyNotChain } from './eligibility.js';
import { whyNotAct } from './achievement-states.js';
import { whyNotSaid } from './achievement.entity.js';
import { whyNotInYear } from './title-kind.entity.js';

// The worked numbers of section 6, emulation records.
const CHAIN = [{ kindIds: ['cstd'], years: 3 }];
const reached = (year: number, more: Partial<Recorded> = {}): Recorded => ({
  ...{ id: `${more.kindId ?? 'cstd'}-${String(year)}`, kindId: 'cstd', year, state: 'CONFIRMED', without: false },
  ...more,
});
const verdict = (records: readonly Recorded[], chain = CHAIN) => eligibilityOf(chain, 2025, records).verdict;

test('three years in a row, 2023 to 2025: met, by these records', () => {
  const found = eligibilityOf(
    CHAIN,
    2025,
    [2022, 2023, 2024, 2025].map((year) => reached(year)),
  );
  expect(found.verdict).toBe('MET');
  expect(found.links[0]?.years.map(({ year, recordIds }) => [year, ...recordIds])).toEqual([
    [2023, 'cstd-2023'],
    [2024, 'cstd-2024'],
    [2025, 'cstd-2025'],
  ]);
});

test('2022, 2023 and 2025: cannot tell, and not met where 2024 is recorded as none', () => {
  const gap = [2022, 2023, 2025].map((year) => reached(year));
  expect(verdict(gap)).toBe('CANNOT_TELL');
  const known = eligibilityOf(CHAIN, 2025, [...gap, reached(2024, { without: true })]);
  expect([known.verdict, known.links[0]?.years[1]]).toEqual(['NOT_MET', { year: 2024, finding: 'NONE', recordIds: ['cstd-2024'] }]);
});

test('a title that was taken back is none, unless the year has another', () => {
  const others = [2023, 2025].map((year) => reached(year));
  expect(verdict([...others, reached(2024, { state: 'REVOKED' })])).toBe('NOT_MET');
  expect(verdict([...others, reached(2024, { state: 'REVOKED' }), reached(2024)])).toBe('MET');
});

test('what is known not to be met decides, whatever is not known besides', () => {
  expect(verdict([reached(2024, { without: true })])).toBe('NOT_MET');
  const two = [...CHAIN, { kindIds: ['recognition'], years: 1 }];
  const three = [2023, 2024, 2025].map((year) => reached(year));
  expect(verdict(three, two)).toBe('CANNOT_TELL');
  expect(verdict([...three, reached(2025, { kindId: 'recognition' })], two)).toBe('MET');
});

test('of kinds that count for one another each has to be known not to be reached', () => {
  const either = [{ kindIds: ['old', 'new'], years: 1 }];
  expect(verdict([reached(2025, { kindId: 'new' })], either)).toBe('MET');
  expect(verdict([reached(2025, { kindId: 'old', without: true })], either)).toBe('CANNOT_TELL');
  const both = [reached(2025, { kindId: 'old', without: true }), reached(2025, { kindId: 'new', without: true })];
  expect(verdict(both, either)).toBe('NOT_MET');
});

test('a chain has links of kinds and years', () => {
  expect(whyNotChain(CHAIN)).toBeNull();
  for (const chain of [[], [{ kindIds: [], years: 1 }], [{ kindIds: ['a'], years: 0 }], [{ kindIds: ['a'], years: 11 }]])
    expect(whyNotChain(chain)?.code).toBe('RULE_CHAIN');
});

test('nobody confirms what is about themselves or what they declared; the head of the unit does, and the office', () => {
  const head = { manages: false, heads: true, own: false, declared: false, state: 'DECLARED', source: 'OWN' } as const;
  expect(whyNotAct(head, 'confirm')).toBeNull();
  expect(whyNotAct({ ...head, heads: false, manages: true }, 'confirm')).toBeNull();
  expect(whyNotAct({ ...head, manages: true, own: true }, 'confirm')?.code).toBe('ACHIEVEMENT_OWN');
  expect(whyNotAct({ ...head, declared: true }, 'confirm')?.code).toBe('ACHIEVEMENT_OWN');
  expect(whyNotAct({ ...head, heads: false }, 'reject')?.code).toBe('ACHIEVEMENT_OF_HEAD');
  expect(whyNotAct({ ...head, state: 'CONFIRMED' }, 'revoke')?.code).toBe('ACHIEVEMENT_OF_OFFICE');
  expect(whyNotAct({ ...head, state: 'REJECTED' }, 'confirm')?.code).toBe('ACHIEVEMENT_STATE');
  expect(whyNotAct({ ...head, manages: true, state: 'CONFIRMED', source: 'CONTEST' }, 'revoke')?.code).toBe('ACHIEVEMENT_BY_ITSELF');
});

test('what was reached has a decision with number, day and issuer; a year without has none; no year lies ahead', () => {
  const said = {
    year: 2024,
    without: false,
    detail: null,
    decisionNumber: '12/QĐ',
    decidedOn: '2025-01-02',
    issuer: 'UBND huyện',
    basedOn: [],
  };
  expect(whyNotSaid(said, '2026-01-01')).toBeNull();
  expect(whyNotSaid({ ...said, issuer: ' ' }, '2026-01-01')?.code).toBe('ACHIEVEMENT_DECISION');
  expect(whyNotSaid({ ...said, without: true }, '2026-01-01')?.code).toBe('ACHIEVEMENT_WITHOUT_DECISION');
  expect(whyNotSaid({ ...said, year: 2027 }, '2026-01-01')?.code).toBe('ACHIEVEMENT_YEAR');
});

test('a kind is recorded of the years that it was in force in', () => {
  const kind = { startsOn: '2022-06-15', endsOn: '2024-01-01' };
  expect([2021, 2022, 2024, 2025].map((year) => whyNotInYear(kind, year)?.code ?? null)).toEqual([
    ...['TITLE_KIND_NOT_IN_YEAR', null, null, 'TITLE_KIND_NOT_IN_YEAR'],
  ]);
});
