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

test('a contest of one round has its standings as the result', () => {
  const lines = finalStandings(ruling({ rounds: rounds.slice(0, 1) }), [dossier]);
  expect(lines.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 4, 6, null]);
});
