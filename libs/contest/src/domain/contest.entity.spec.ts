import { type Roster, type Unit } from '#domain/units';
import { CONTEST_PHASES, Contest, RuleBook, TRANSITIONS } from './index.js';

const at = new Date('2026-03-02T02:00:00Z');

// Entities alone, without a database: a contest whose phases are an empty collection.
function aContest(phase: Contest['phase'] = 'DRAFT'): Contest {
  const contest = Contest.draft({
    year: 2026,
    titleVi: ' Cuộc thi ',
    titleEn: 'Contest',
    objectives: '',
    headConfirms: false,
    graceMinutes: 15,
    maxFiles: 10,
    maxFileBytes: 1024,
    host: {} as Unit,
    roster: {} as Roster,
    illustrative: false,
  });
  Object.defineProperty(contest, 'phases', { value: { getItems: () => [], [Symbol.iterator]: () => [][Symbol.iterator]() } });
  contest.phase = phase;
  return contest;
}

test('a contest goes where the table lets it, from every phase, and nowhere else', () => {
  for (const from of CONTEST_PHASES) {
    for (const to of CONTEST_PHASES) {
      const contest = aContest(from);
      const enter = () => {
        contest.enter(to, at);
      };
      if (TRANSITIONS[from].includes(to)) {
        enter();
        expect(contest.phase).toBe(to);
      } else {
        expect(enter).toThrow('TRANSITION');
        expect([contest.phase, contest.edits]).toEqual([from, 0]);
      }
    }
  }
});

test('it is held once, and resumed once', () => {
  const contest = aContest('OPEN');
  contest.hold('Chờ ý kiến', at);
  expect(() => {
    contest.hold('Lần nữa', at);
  }).toThrow('CONTEST_HELD');
  expect(contest).toMatchObject({ heldAt: at, heldReason: 'Chờ ý kiến' });
  contest.resume();
  expect(() => {
    contest.resume();
  }).toThrow('CONTEST_NOT_HELD');
  expect(contest).toMatchObject({ heldAt: null, heldReason: null });
});

test.each(['DRAFT', 'ARCHIVED', 'CANCELLED'] as const)('a contest that is %s cannot be held', (phase) => {
  expect(() => {
    aContest(phase).hold('Chờ ý kiến', at);
  }).toThrow('CONTEST_NOT_RUNNING');
});

test('published results are not cancelled', () => {
  expect(() => {
    aContest('PUBLISHED').cancel('Lý do', at);
  }).toThrow('TRANSITION');
});

test('a cancelled contest keeps its reason and is held no longer', () => {
  const contest = aContest('OPEN');
  contest.hold('Chờ ý kiến', at);
  contest.cancel('Sắp xếp đơn vị hành chính', at);
  expect(contest).toMatchObject({ phase: 'CANCELLED', cancelReason: 'Sắp xếp đơn vị hành chính', heldAt: null });
});

test('a rule book without a round is never written', () => {
  expect(() =>
    RuleBook.first(aContest(), { rounds: [], combination: { kind: 'FINAL_ONLY' }, rounding: { places: 2 }, tieBreak: [] }),
  ).toThrow('RULE_BOOK_NO_ROUND');
});
