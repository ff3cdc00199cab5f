import { type CriterionRule, type RoundRule } from '#domain/contest';
import { Decimal } from '#lib/kernel';
import { type CountedInitiative } from '#domain/scoring';
import { type RoundRuling, aggregationOf, computeStandings } from './standings.js';

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

const NO_LADDER: RoundRuling = { tieBreak: [], rounding: { places: 2 }, edition: 2 };

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
  const [line] = computeStandings(aRound({ aggregation: { kind, trimming } }), NO_LADDER, [scored('a', ...PANEL)]);
  expect(new Decimal(line!.score).toDecimalPlaces(2).toFixed()).toBe(expected);
  expect(line).toMatchObject({ cards: 5, spread: '47' });
});

test('nothing is trimmed in a round where one initiative has fewer than five cards', () => {
  const rule = aRound({ aggregation: { kind: 'TRIMMED_MEAN', trimming: 'SHEETS' } });
  expect([aggregationOf(rule, [5, 6]), aggregationOf(rule, [5, 4])]).toEqual(['TRIMMED_SHEETS', 'MEAN']);

  const lines = computeStandings(rule, NO_LADDER, [scored('a', ...PANEL), scored('b', [20, 20, 20])]);
  expect(lines.map(({ score }) => score)).toEqual(['77', '60']);
});

test('scores are kept unrounded and equals share the better rank: 1 2 2 4', () => {
  const lines = computeStandings(aRound(), NO_LADDER, [
    scored('d', [25, 40, 20]), // 85
    scored('b', [30, 40, 20]), // 90
    scored('c', [20, 40, 30]), // 90
    scored('a', [30, 40, 25]), // 95
    scored('e', [28, 35.5, 22], [28, 40, 22.25], [28, 40, 20.75]), // (85.5 + 90.25 + 88.75) / 3
  ]);
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
  const lines = computeStandings(aRound(), { ...NO_LADDER, tieBreak }, [
    scored('a', [20, 40, 30]),
    scored('b', [30, 40, 20]),
    scored('c', [20, 30, 40]),
  ]);

  expect(lines.map(({ initiativeId, rank, decidedBy }) => [initiativeId, rank, decidedBy])).toEqual([
    ['b', 1, null],
    ['a', 2, 'CRITERION:dossier/novelty'],
    ['c', 2, null],
  ]);
  expect(lines[0]!.criteria).toEqual({ novelty: '30' });
});

test('a ladder may ask an earlier round', () => {
  const earlier = (score: string) => new Map([['dossier', new Decimal(score)]]);
  const lines = computeStandings(aRound({ key: 'final' }), { ...NO_LADDER, tieBreak: [{ kind: 'ROUND_SCORE', round: 'dossier' }] }, [
    { ...scored('a', [20, 40, 30]), earlier: earlier('81') },
    { ...scored('b', [20, 40, 30]), earlier: earlier('81.5') },
  ]);
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
  const lines = computeStandings(aRound({ cutOff }), NO_LADDER, FOUR);
  expect(lines.filter(({ state }) => state === 'PASSED').map(({ initiativeId }) => initiativeId)).toEqual(passed);
  expect(lines.filter(({ state }) => state === 'CUT_OFF')).toHaveLength(4 - passed.length);
});

test('a tie that the ladder broke still passes the cut-off whole', () => {
  const lines = computeStandings(
    aRound({ cutOff: { score: null, top: 2 } }),
    { ...NO_LADDER, tieBreak: [{ kind: 'CRITERION', round: 'dossier', criterion: 'novelty' }] },
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
  const lines = computeStandings(aRound({ rubric, cutOff: { score: null, top: 2 } }), NO_LADDER, FOUR);
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
  const lines = computeStandings(aRound({ rubric }), NO_LADDER, FOUR); // 70 70 60 65
  expect(lines.filter(({ state }) => state === 'KNOCKED_OUT').map(({ initiativeId }) => initiativeId)).toEqual(['c']);
});

const TRIMMED: Partial<RoundRule> = {
  rubric: [criterion('c', '10', '5'), criterion('d', '90')],
  judgesPerInitiative: 5,
  aggregation: { kind: 'TRIMMED_MEAN', trimming: 'SHEETS' },
};
const DROPPED = [scored('out', [10, 90], [4, 50], [4, 50], [4, 50], [10, 0]), scored('in', [0, 90], [6, 50], [6, 50], [6, 50], [0, 0])];

test('a sheet that is dropped counts for no minimum: of 10 4 4 4 10 the counting ones are 4, of 0 6 6 6 0 they are 6', () => {
  const lines = computeStandings(aRound(TRIMMED), NO_LADDER, DROPPED);
  expect(lines.map(({ initiativeId, rank, score, state, knockedOut }) => [initiativeId, rank, score, state, knockedOut])).toEqual([
    ['in', 1, '56', 'PASSED', []],
    ['out', null, '54', 'KNOCKED_OUT', [{ criterion: 'c', minimum: '5', given: '4' }]],
  ]);
});

test('a book of the first edition trims each criterion by itself there, as it did when it was frozen', () => {
  const lines = computeStandings(aRound(TRIMMED), { ...NO_LADDER, edition: 1 }, DROPPED);
  expect(lines.map(({ initiativeId, criteria, state }) => [initiativeId, criteria, state])).toEqual([
    ['out', { c: '6' }, 'PASSED'], // 10 4 4 4 10 without one 10 and one 4
    ['in', { c: '4' }, 'KNOCKED_OUT'], // 0 6 6 6 0 without one 6 and one 0
  ]);
});

test('nor does it part equals: the ladder looks at the criteria of the sheets that are left', () => {
  // Both 60. Of d, all marks trimmed by themselves would be 30.67 and 34; those of the sheets that are left are 36 and 34.
  const equals = [
    scored('b', [60, 40], [26, 34], [26, 34], [26, 34], [0, 34]),
    scored('a', [60, 20], [24, 36], [24, 36], [24, 36], [0, 0]),
  ];
  const ladder = { ...NO_LADDER, tieBreak: [{ kind: 'CRITERION', round: 'dossier', criterion: 'd' }] as const };
  const rule = aRound({ ...TRIMMED, rubric: [criterion('c', '60'), criterion('d', '40')] });
  expect(computeStandings(rule, ladder, equals).map(({ initiativeId, score, criteria }) => [initiativeId, score, criteria])).toEqual([
    ['a', '60', { d: '36' }],
    ['b', '60', { d: '34' }],
  ]);
});

test('of sheets with one total any could be dropped, and so a part of each is, in whatever order they come', () => {
  // Totals 60 60 50 40 40 30: of the two 60 half of each is dropped, of the 30 all. c: (9 / 2 + 1 / 2 + 5 + 6 + 2) / 4.
  const sheets = [
    [9, 51],
    [1, 59],
    [5, 45],
    [6, 34],
    [2, 38],
    [8, 22],
  ];
  const criteriaOf = (given: number[][]) => computeStandings(aRound(TRIMMED), NO_LADDER, [scored('a', ...given)])[0];
  expect(criteriaOf(sheets)).toMatchObject({ criteria: { c: '4.5' }, score: '47.5' });
  expect(criteriaOf(sheets.toReversed())).toEqual(criteriaOf(sheets));
});

test('where the round is too small to be trimmed, no sheet is dropped for a criterion either', () => {
  const lines = computeStandings(aRound(TRIMMED), NO_LADDER, [...DROPPED, scored('small', [9, 50], [1, 50], [5, 50], [5, 50])]);
  expect(lines.map(({ initiativeId, criteria, state }) => [initiativeId, criteria, state])).toEqual([
    ['small', { c: '5' }, 'PASSED'],
    ['out', { c: '6.4' }, 'PASSED'], // (10 + 4 + 4 + 4 + 10) / 5
    ['in', { c: '3.6' }, 'KNOCKED_OUT'],
  ]);
});

const ROUNDED = { ...NO_LADDER, rounding: { places: 2, rankOn: 'ROUNDED' } } as const;
// 80.1234, 80.1249 and 80.115: rounded 80.12 three times. 79.996 is 80 rounded, 79.994 is 79.99.
const NEAR = [
  ['a', 50.1234],
  ['b', 50.1249],
  ['c', 50.115],
  ['d', 49.996],
  ['e', 49.994],
].map(([id, d]) => scored(String(id), [30, Number(d), 0]));

test('ranked on the rounded value, those who show the same share a rank, and the cut-off is held against what is shown', () => {
  const rule = aRound({ cutOff: { score: '80', top: null } });
  const shown = (book: RoundRuling) =>
    computeStandings(rule, book, NEAR).map(({ initiativeId, rank, state }) => [initiativeId, rank, state]);
  expect(shown(ROUNDED)).toEqual([
    ['a', 1, 'PASSED'],
    ['b', 1, 'PASSED'],
    ['c', 1, 'PASSED'],
    ['d', 4, 'PASSED'],
    ['e', 5, 'CUT_OFF'],
  ]);
  expect(shown(NO_LADDER)).toEqual([
    ['b', 1, 'PASSED'],
    ['a', 2, 'PASSED'],
    ['c', 3, 'PASSED'],
    ['d', 4, 'CUT_OFF'],
    ['e', 5, 'CUT_OFF'],
  ]);
});

test('all who show the score of the last one in pass, and the score that is kept stays exact', () => {
  const lines = computeStandings(aRound({ cutOff: { score: null, top: 1 } }), ROUNDED, NEAR);
  expect(lines.filter(({ state }) => state === 'PASSED').map(({ initiativeId, score }) => [initiativeId, score])).toEqual([
    ['a', '80.1234'],
    ['b', '80.1249'],
    ['c', '80.115'],
  ]);
  expect(lines.at(-1)?.cutOff).toEqual({ score: null, top: { places: 1, score: '80.12' } });
});

test('who ties when rounded is parted by rounded figures too', () => {
  const ladder = {
    ...ROUNDED,
    tieBreak: [
      { kind: 'CRITERION', round: 'dossier', criterion: 'applicability' },
      { kind: 'CRITERION', round: 'dossier', criterion: 'effect' },
    ] as const,
  };
  const equals = [scored('a', [30, 40.001, 10]), scored('b', [30, 40.004, 9.999]), scored('c', [30, 40.002, 10.0021])];
  expect(computeStandings(aRound(), ladder, equals).map(({ initiativeId, rank, decidedBy }) => [initiativeId, rank, decidedBy])).toEqual([
    ['a', 1, null],
    ['b', 1, null],
    ['c', 1, null],
  ]);
});

test.each([
  ['either is enough: the score of three, the place of one', { score: '90', top: 1, join: 'ANY' }, ['a', 'b', 'c']],
  ['either is enough: the score of none, the places of two with their tie', { score: '96', top: 2, join: 'ANY' }, ['a', 'b', 'c']],
  ['both are needed where nothing is said', { score: '90', top: 1 }, ['a']],
] as const)('cut-off by score or place, %s', (_, cutOff, passed) => {
  const lines = computeStandings(aRound({ cutOff }), NO_LADDER, FOUR);
  expect(lines.filter(({ state }) => state === 'PASSED').map(({ initiativeId }) => initiativeId)).toEqual(passed);
  expect(lines.at(-1)).toMatchObject({ initiativeId: 'd', cutOff: { score: cutOff.score, top: { places: cutOff.top } } });
});
