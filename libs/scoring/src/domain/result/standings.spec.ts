import { type CriterionRule, type RoundRule } from '#domain/contest';
import { Decimal } from '#lib/kernel';
import { type CountedInitiative, aggregationOf, computeStandings } from './standings.js';

const criterion = (key: string, max: string, knockOutMinimum: string | null = null): CriterionRule => ({
  key,
  nameVi: key,
  nameEn: key,
  max,
  step: '1',
  knockOutMinimum,
  commentRequired: false,
  bands: [],
  children: [],
  guidanceVi: null,
  guidanceEn: null,
});

const aRound = (more: Partial<RoundRule> = {}): RoundRule => ({
  key: 'dossier',
  nameVi: 'Vòng 1',
  nameEn: 'Round 1',
  rubric: [criterion('novelty', '30'), criterion('applicability', '40'), criterion('effect', '30')],
  judgesPerInitiative: 3,
  minimumCards: 2,
  weight: '1',
  aggregation: { kind: 'MEAN', trimming: 'SHEETS' },
  divergenceThreshold: null,
  cutOff: { score: null, top: null },
  ...more,
});

/** An initiative with one card for each row of points. */
const scored = (id: string, ...sheets: number[][]): CountedInitiative => ({
  id,
  cards: sheets.map((points) => ({
    total: points.reduce((sum, point) => sum.plus(point), new Decimal(0)).toFixed(),
    points: points.map(String),
  })),
});

const PANEL = [
  [27, 35, 24],
  [24, 38, 27],
  [30, 30, 21],
  [26, 36, 25],
  [12, 20, 10],
]; // totals 86 89 81 87 42

test.each([
  ['MEAN', 'SHEETS', '77'],
  ['MEDIAN', 'SHEETS', '86'],
  ['TRIMMED_MEAN', 'SHEETS', '84.67'],
  ['TRIMMED_MEAN', 'CRITERIA', '82.67'],
] as const)('%s of %s gives the panel %s', (kind, trimming, expected) => {
  const [line] = computeStandings(aRound({ aggregation: { kind, trimming } }), [], [scored('a', ...PANEL)]);
  expect(new Decimal(line!.score).toDecimalPlaces(2).toFixed()).toBe(expected);
  expect(line).toMatchObject({ cards: 5, spread: '47' });
});

test('nothing is trimmed in a round where one initiative has fewer than five cards', () => {
  const rule = aRound({ aggregation: { kind: 'TRIMMED_MEAN', trimming: 'SHEETS' } });
  expect([aggregationOf(rule, [5, 6]), aggregationOf(rule, [5, 4])]).toEqual(['TRIMMED_SHEETS', 'MEAN']);

  const lines = computeStandings(rule, [], [scored('a', ...PANEL), scored('b', [20, 20, 20])]);
  expect(lines.map(({ score }) => score)).toEqual(['77', '60']);
});

test('scores are kept unrounded and equals share the better rank: 1 2 2 4', () => {
  const lines = computeStandings(
    aRound(),
    [],
    [
      scored('d', [25, 40, 20]), // 85
      scored('b', [30, 40, 20]), // 90
      scored('c', [20, 40, 30]), // 90
      scored('a', [30, 40, 25]), // 95
      scored('e', [28, 35.5, 22], [28, 40, 22.25], [28, 40, 20.75]), // (85.5 + 90.25 + 88.75) / 3
    ],
  );
  expect(lines.map(({ initiativeId, rank, place }) => [initiativeId, rank, place])).toEqual([
    ['a', 1, 1],
    ['b', 2, 2],
    ['c', 2, 3],
    ['e', 4, 4],
    ['d', 5, 5],
  ]);
  expect(lines[3]!.score).toBe(`88.1${'6'.repeat(36)}7`);
});

test('the ladder tells equal scores apart and names the step that did', () => {
  const tieBreak = [
    { kind: 'CRITERION', round: 'dossier', criterion: 'novelty' },
    { kind: 'CRITERION', round: 'final', criterion: 'content' },
    { kind: 'CHAIR_VOTE' },
  ] as const;
  const lines = computeStandings(
    aRound(),
    [...tieBreak],
    [scored('a', [20, 40, 30]), scored('b', [30, 40, 20]), scored('c', [20, 30, 40])],
  );

  expect(lines.map(({ initiativeId, rank, decidedBy }) => [initiativeId, rank, decidedBy])).toEqual([
    ['b', 1, null],
    ['a', 2, 'CRITERION:dossier/novelty'],
    ['c', 2, null],
  ]);
  expect(lines[0]!.criteria).toEqual({ novelty: '30' });
});

test('a ladder may ask an earlier round', () => {
  const earlier = (score: string) => new Map([['dossier', new Decimal(score)]]);
  const lines = computeStandings(
    aRound({ key: 'final' }),
    [{ kind: 'ROUND_SCORE', round: 'dossier' }],
    [
      { ...scored('a', [20, 40, 30]), earlier: earlier('81') },
      { ...scored('b', [20, 40, 30]), earlier: earlier('81.5') },
    ],
  );
  expect(lines.map(({ initiativeId, decidedBy }) => [initiativeId, decidedBy])).toEqual([
    ['b', null],
    ['a', 'ROUND_SCORE:dossier'],
  ]);
});

const FOUR = [scored('a', [30, 40, 25]), scored('b', [30, 40, 20]), scored('c', [20, 40, 30]), scored('d', [25, 40, 20])]; // 95 90 90 85

test.each([
  ['a score', { score: '90', top: null }, ['a', 'b', 'c']],
  ['the first two, where the ties at the cut-off all pass', { score: null, top: 2 }, ['a', 'b', 'c']],
  ['both: the score is needed', { score: '91', top: 3 }, ['a']],
  ['both: the place is needed', { score: '80', top: 1 }, ['a']],
  ['more places than there are initiatives', { score: null, top: 9 }, ['a', 'b', 'c', 'd']],
  ['neither', { score: null, top: null }, ['a', 'b', 'c', 'd']],
])('cut-off by %s', (_, cutOff, passed) => {
  const lines = computeStandings(aRound({ cutOff }), [], FOUR);
  expect(lines.filter(({ state }) => state === 'PASSED').map(({ initiativeId }) => initiativeId)).toEqual(passed);
  expect(lines.filter(({ state }) => state === 'CUT_OFF')).toHaveLength(4 - passed.length);
});

test('a tie that the ladder broke still passes the cut-off whole', () => {
  const lines = computeStandings(
    aRound({ cutOff: { score: null, top: 2 } }),
    [{ kind: 'CRITERION', round: 'dossier', criterion: 'novelty' }],
    FOUR,
  );
  expect(lines.map(({ initiativeId, rank, state }) => [initiativeId, rank, state])).toEqual([
    ['a', 1, 'PASSED'],
    ['b', 2, 'PASSED'],
    ['c', 3, 'PASSED'],
    ['d', 4, 'CUT_OFF'],
  ]);
});

test('below a minimum of a criterion there is no rank, and no place taken from those who stand', () => {
  const rubric = [criterion('novelty', '30', '25'), criterion('applicability', '40'), criterion('effect', '30')];
  const lines = computeStandings(aRound({ rubric, cutOff: { score: null, top: 2 } }), [], FOUR);
  expect(lines.map(({ initiativeId, rank, state }) => [initiativeId, rank, state])).toEqual([
    ['a', 1, 'PASSED'],
    ['b', 2, 'PASSED'],
    ['d', 3, 'CUT_OFF'],
    ['c', null, 'KNOCKED_OUT'],
  ]);
});

test('a minimum of a criterion with parts is held against their sum', () => {
  const rubric = [
    { ...criterion('whole', '70', '61'), children: [criterion('novelty', '30'), criterion('applicability', '40')] },
    criterion('effect', '30'),
  ];
  const lines = computeStandings(aRound({ rubric }), [], FOUR); // 70 70 60 65
  expect(lines.filter(({ state }) => state === 'KNOCKED_OUT').map(({ initiativeId }) => initiativeId)).toEqual(['c']);
});
