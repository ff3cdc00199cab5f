import { type RoundRule, type RuleBookContent } from '#domain/contest';
import { type ClosedLine, finalStandings } from './final-standings.js';

const rounds = [
  { key: 'dossier', weight: '40' },
  { key: 'final', weight: '60' },
] as RoundRule[];
const ruling = (more: Partial<RuleBookContent> = {}): RuleBookContent => ({
  rounds,
  combination: { kind: 'FINAL_ONLY' },
  rounding: { places: 2 },
  tieBreak: [],
  ...more,
});

/** Lines in order, equal scores sharing a rank; `-` before the name is knocked out. */
const closed = (key: string, scores: Record<string, string>) => {
  const ids = Object.keys(scores);
  const lines = ids.map((name, at): ClosedLine => {
    const out = name.startsWith('-');
    const shared = ids.findIndex((other) => scores[other] === scores[name]);
    return {
      initiativeId: name.replace('-', ''),
      rank: out ? null : shared + 1,
      place: at + 1,
      score: scores[name]!,
      state: out ? 'KNOCKED_OUT' : 'PASSED',
      criteria: {},
    };
  });
  return { key, lines };
};

const dossier = closed('dossier', { a: '95', b: '90', c: '85', d: '70', e: '70', f: '60', '-g': '99' });
const final = closed('final', { c: '92', b: '88', a: '80' });
const shown = (content: RuleBookContent) =>
  finalStandings(content, [dossier, final]).map(({ initiativeId, rank, score, reached, state }) => [
    initiativeId,
    rank,
    score,
    reached,
    state,
  ]);

test('the final alone decides among finalists; who did not reach it ranks below, as the last round left them', () => {
  expect(shown(ruling())).toEqual([
    ['c', 1, '92', 'final', 'FINALIST'],
    ['b', 2, '88', 'final', 'FINALIST'],
    ['a', 3, '80', 'final', 'FINALIST'],
    ['d', 4, '70', 'dossier', 'BELOW_FINAL'],
    ['e', 4, '70', 'dossier', 'BELOW_FINAL'],
    ['f', 6, '60', 'dossier', 'BELOW_FINAL'],
    ['g', null, '99', 'dossier', 'KNOCKED_OUT'],
  ]);
});

test('weighted, the rounds count by their weights', () => {
  expect(shown(ruling({ combination: { kind: 'WEIGHTED' } })).slice(0, 3)).toEqual([
    ['c', 1, '89.2', 'final', 'FINALIST'], // 0.4 · 85 + 0.6 · 92
    ['b', 2, '88.8', 'final', 'FINALIST'], // 0.4 · 90 + 0.6 · 88
    ['a', 3, '86', 'final', 'FINALIST'], // 0.4 · 95 + 0.6 · 80
  ]);
});

test('a tie in the final goes to the better dossier where the ladder says so', () => {
  const tied = closed('final', { b: '88', a: '88' });
  const lines = finalStandings(ruling({ tieBreak: [{ kind: 'ROUND_SCORE', round: 'dossier' }] }), [dossier, tied]);
  expect(lines.slice(0, 2).map(({ initiativeId, rank, decidedBy }) => [initiativeId, rank, decidedBy])).toEqual([
    ['a', 1, null],
    ['b', 2, 'ROUND_SCORE:dossier'],
  ]);
});

test('a criterion that the ladder asks for and that no line kept parts nobody, whatever its name', () => {
  const tied = [closed('dossier', { a: '9', b: '9' }), closed('final', { a: '8', b: '8' })];
  for (const criterion of ['effect', 'constructor', 'toString']) {
    const lines = finalStandings(ruling({ tieBreak: [{ kind: 'CRITERION', round: 'dossier', criterion }] }), tied);
    expect(lines.map(({ rank, decidedBy }) => [rank, decidedBy])).toEqual([
      [1, null],
      [1, null],
    ]);
  }
});

test('a contest of one round has its standings as the result', () => {
  const lines = finalStandings(ruling({ rounds: rounds.slice(0, 1) }), [dossier]);
  expect(lines.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 4, 6, null]);
});

const withVote = ruling({ tieBreak: [{ kind: 'ROUND_SCORE', round: 'dossier' }, { kind: 'CHAIR_VOTE' }] });
const equals = [
  closed('dossier', { a: '90', b: '90', c: '90', d: '70', e: '70' }),
  closed('final', { a: '80', b: '80', c: '80' }),
] as const;
const ranks = (content: RuleBookContent, votes: string[][]) =>
  finalStandings(content, equals, votes).map(({ initiativeId, rank, decidedBy }) => [initiativeId, rank, decidedBy]);
const UNDECIDED = [
  ['a', 1, null],
  ['b', 1, null],
  ['c', 1, null],
  ['d', 4, null],
  ['e', 4, null],
];

test('the chair parts equals where the ladder ends with a vote, and only there', () => {
  const vote = ['c', 'a', 'b'];
  expect(ranks(withVote, [])).toEqual(UNDECIDED);
  expect(ranks(withVote, [vote])).toEqual([
    ['c', 1, null],
    ['a', 2, 'CHAIR_VOTE'],
    ['b', 3, 'CHAIR_VOTE'],
    ['d', 4, null],
    ['e', 4, null],
  ]);
  expect(ranks(ruling({ tieBreak: [{ kind: 'ROUND_SCORE', round: 'dossier' }] }), [vote])).toEqual(UNDECIDED);
});

test('the chair parts those too who share a rank below the final', () => {
  expect(ranks(withVote, [['e', 'd']]).slice(3)).toEqual([
    ['e', 4, null],
    ['d', 5, 'CHAIR_VOTE'],
  ]);
});

test('a vote stays good for those of it who are still equal, never against the score, and parts nobody it was not cast on', () => {
  const later = (scores: Record<string, string>, votes: string[][]) =>
    finalStandings(withVote, [equals[0], closed('final', scores)], votes)
      .slice(0, 3)
      .map(({ initiativeId, rank }) => [initiativeId, rank]);

  expect(later({ a: '81', b: '80', c: '80' }, [['c', 'a', 'b']])).toEqual([
    ['a', 1],
    ['c', 2],
    ['b', 3],
  ]);
  expect(later({ a: '80', b: '80', c: '80' }, [['b', 'a']])).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 1],
  ]);
  expect(
    later({ a: '80', b: '80', c: '80' }, [
      ['a', 'b', 'c'],
      ['b', 'a'],
      ['c', 'b', 'a'],
    ]),
  ).toEqual([
    ['c', 1],
    ['b', 2],
    ['a', 3],
  ]);
});

const unlike = [
  { key: 'dossier', weight: '0.4', rubric: [{ max: '100', children: [] }] },
  {
    key: 'final',
    weight: '0.6',
    rubric: [
      { max: '15', children: [] },
      { max: '5', children: [] },
    ],
  },
] as unknown as RoundRule[];
const TWO = [closed('dossier', { a: '90', b: '80' }), closed('final', { b: '15', a: '10' })];

test('weighted rounds count by share of their maximum, on a scale of a hundred: a weight is what the book says', () => {
  const content = ruling({ rounds: unlike, combination: { kind: 'WEIGHTED' }, edition: 2 });
  expect(finalStandings(content, TWO).map(({ initiativeId, rank, score }) => [initiativeId, rank, score])).toEqual([
    ['b', 1, '77'], // 0.4 · 80 / 100 + 0.6 · 15 / 20 = 0.32 + 0.45
    ['a', 2, '66'], // 0.4 · 90 / 100 + 0.6 · 10 / 20 = 0.36 + 0.30
  ]);
});

test('a book of the first edition adds their points, as it did when it was frozen', () => {
  const content = ruling({ rounds: unlike, combination: { kind: 'WEIGHTED' } });
  expect(finalStandings(content, TWO).map(({ initiativeId, rank, score }) => [initiativeId, rank, score])).toEqual([
    ['a', 1, '42'], // 0.4 · 90 + 0.6 · 10
    ['b', 2, '41'], // 0.4 · 80 + 0.6 · 15
  ]);
});

test('ranked on rounded values, finalists who show the same combined score tie, and the chair parts them', () => {
  const tied = [closed('dossier', { a: '81.004', b: '81.001' }), closed('final', { a: '70', b: '70' })];
  const content = ruling({
    rounds: [unlike[0]!, { ...unlike[0]!, key: 'final', weight: '0.6' }],
    combination: { kind: 'WEIGHTED' },
    rounding: { places: 2, rankOn: 'ROUNDED' },
    tieBreak: [{ kind: 'ROUND_SCORE', round: 'dossier' }, { kind: 'CHAIR_VOTE' }],
    edition: 2,
  });
  const shownBy = (votes: string[][]) =>
    finalStandings(content, tied, votes).map(({ initiativeId, rank, decidedBy }) => [initiativeId, rank, decidedBy]);
  expect(shownBy([])).toEqual([
    ['a', 1, null],
    ['b', 1, null],
  ]);
  expect(shownBy([['b', 'a']])).toEqual([
    ['b', 1, null],
    ['a', 2, 'CHAIR_VOTE'],
  ]);
});
