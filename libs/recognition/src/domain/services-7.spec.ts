import { WorkingCalendar } from '#domain/units';
import { whyNotBallots, whyNotCouncil, whyNotPresent, type CouncilMember } from './council.js';
import { decideBy, isCarried, votesNeeded } from './majority.js';
import { whyNotAct, whyNotApply } from './recognition-states.js';

// The worked numbers of section 7, recognition.
test.each([
  [5, 4],
  [6, 4],
  [7, 5],
  [8, 6],
  [9, 6],
  [10, 7],
])('of %i who are seated %i have to agree', (seated, needed) => {
  const ballots = { seated, present: seated, base: 'SEATED' } as const;
  expect(votesNeeded(ballots)).toBe(needed);
  expect([isCarried(needed, ballots), isCarried(needed - 1, ballots)]).toEqual([true, false]);
});

test('four of the five who came, of seven, are too few; were those present the base, they would do', () => {
  expect(isCarried(4, { seated: 7, present: 5, base: 'SEATED' })).toBe(false);
  expect(isCarried(4, { seated: 7, present: 5, base: 'PRESENT' })).toBe(true);
});

test('three months from 30 November end on 28 February, a Saturday, and so on Monday 2 March', () => {
  const calendar = new WorkingCalendar([2025, 2026].map((year) => ({ year, daysOff: [], daysWorked: [] })));
  expect(decideBy('2025-11-30', null, calendar)).toBe('2026-03-02');
  expect(decideBy('2025-11-30', '2025-10-01', calendar)).toBe('2026-03-02');
  expect(decideBy('2025-11-30', '2025-12-10', calendar)).toBe('2026-03-10');
  expect(() => decideBy('2026-11-30', null, calendar)).toThrow('CALENDAR_MISSING');
});

const council = (...roles: CouncilMember['role'][]) => roles.map((role, at) => ({ personId: `p${String(at)}`, role }));

test('a council has one chair, one secretary, three members, each once, and no author of what it decides on', () => {
  const good = council('CHAIR', 'SECRETARY', 'MEMBER');
  expect(whyNotCouncil(good, ['author'])).toBeNull();
  expect(whyNotCouncil(good, ['p2'])).toMatchObject({ code: 'COUNCIL_OF_AUTHOR', path: 'members.2.personId' });
  expect(whyNotCouncil(council('CHAIR', 'SECRETARY'), [])?.code).toBe('COUNCIL_SMALL');
  expect(whyNotCouncil(council('CHAIR', 'CHAIR', 'SECRETARY'), [])?.code).toBe('COUNCIL_CHAIR');
  expect(whyNotCouncil([...good, { personId: 'p0', role: 'MEMBER' }], [])?.code).toBe('COUNCIL_TWICE');
});

test('only members are present, somebody is, and there are no more ballots than members present', () => {
  expect(whyNotPresent(['a'], ['a', 'b'])).toBeNull();
  expect(whyNotPresent([], ['a'])?.code).toBe('SITTING_EMPTY');
  expect(whyNotPresent(['a', 'a'], ['a'])?.code).toBe('PRESENT_NOT_SEATED');
  expect([whyNotBallots({ yes: 3, no: 1 }, 5), whyNotBallots({ yes: 3, no: 3 }, 5)?.code]).toEqual([null, 'BALLOTS_MANY']);
});

test('nobody decides on their own; chair and secretary run the sitting, the office all', () => {
  const facts = { state: 'ACCEPTED', manages: false, runs: true, own: false, seated: 3 } as const;
  expect(whyNotAct(facts, 'openSitting')).toBeNull();
  expect(whyNotAct({ ...facts, seated: 0 }, 'openSitting')?.code).toBe('COUNCIL_MISSING');
  expect(whyNotAct(facts, 'seat')?.code).toBe('RECOGNITION_OF_OFFICE');
  expect(whyNotAct({ ...facts, runs: false }, 'openSitting')?.code).toBe('SITTING_OF_COUNCIL');
  expect(whyNotAct({ ...facts, manages: true, own: true }, 'seat')?.code).toBe('RECOGNITION_OWN');
  expect(whyNotAct({ ...facts, state: 'SITTING', manages: true }, 'seat')?.code).toBe('RECOGNITION_STATE');
});

test('prized or not, an initiative is applied for by those who wrote it, once, when its contest is over', () => {
  const facts = { writes: true, state: 'ELIGIBLE', phase: 'PUBLISHED', known: false } as const;
  expect([whyNotApply(facts), whyNotApply({ ...facts, state: 'REJECTED' })]).toEqual([null, null]);
  expect(whyNotApply({ ...facts, writes: false })?.code).toBe('RECOGNITION_OF_AUTHORS');
  expect(whyNotApply({ ...facts, state: 'DISQUALIFIED' })?.code).toBe('RECOGNITION_NOT_RECEIVED');
  expect(whyNotApply({ ...facts, phase: 'JUDGING' })?.code).toBe('RECOGNITION_TOO_EARLY');
  expect(whyNotApply({ ...facts, known: true })?.code).toBe('RECOGNITION_TWICE');
});
