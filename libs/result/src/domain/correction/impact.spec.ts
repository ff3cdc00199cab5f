import { type CriterionRule, type RoundRule } from '#domain/contest';
import { type RoundRuling } from '../result/standings.js';
import { type JudgedRound, compareLines, correctedLines, nextRoundChange } from './impact.js';
import { correctionEffect } from './effect.js';

const rubric = [
  { key: 'all', max: '100', step: '0.5', knockOutMinimum: null, children: [] as CriterionRule[] },
] as unknown as CriterionRule[];
const rule = (key: string, changes: Partial<RoundRule> = {}): RoundRule =>
  ({
    key,
    rubric,
    weight: '0.5',
    minimumCards: 1,
    aggregation: { kind: 'MEAN', trimming: 'SHEETS' },
    divergenceThreshold: null,
    cutOff: { score: null, top: null },
    ...changes,
  }) as RoundRule;

const BOOK: RoundRuling = { tieBreak: [], rounding: { places: 2 } };

/** Each initiative's totals by judge: the first is the judge `a`'s, the second `b`'s. */
const judged = (key: string, totals: Record<string, string[]>, changes: Partial<JudgedRound> = {}): JudgedRound => ({
  id: `id-${key}`,
  key,
  rule: rule(key),
  book: BOOK,
  signed: Object.entries(totals).map(([id, given]) => ({
    id,
    cards: given.map((total, at) => ({ judgeId: 'ab'[at]!, extra: false, total, points: [total] })),
  })),
  ...changes,
});
const resigned = (initiativeId: string, total: string, roundId = 'id-dossier') => ({
  roundId,
  initiativeId,
  judgeId: 'a',
  card: { total, points: [total] },
});
const shown = (lines: readonly { initiativeId: string; rank: number | null; score: string }[] = []) =>
  lines.map(({ initiativeId, rank, score }) => [initiativeId, rank, score]);

test('a corrected card counts in the place of the old one, an excused one no longer', () => {
  const round = judged('dossier', { x: ['90', '80'], y: ['84', '82'] });
  expect(shown(correctedLines([round], resigned('x', '70')).get(round.id))).toEqual([
    ['y', 1, '83'],
    ['x', 2, '75'],
  ]);
  expect(shown(correctedLines([round], { ...resigned('x', '0'), card: null }).get(round.id))).toEqual([
    ['y', 1, '83'],
    ['x', 2, '80'],
  ]);
});

test('a later round is ranked anew only where its ladder asks for the corrected one', () => {
  const dossier = judged('dossier', { x: ['90', '80'], y: ['84', '82'] });
  const totals = { x: ['70'], y: ['70'] };
  const asks = judged('final', totals, { book: { ...BOOK, tieBreak: [{ kind: 'ROUND_SCORE', round: 'dossier' }] } });
  expect(shown(correctedLines([dossier, asks], resigned('x', '70')).get(asks.id))).toEqual([
    ['y', 1, '70'],
    ['x', 2, '70'],
  ]);
  expect([...correctedLines([dossier, judged('final', totals)], resigned('x', '70')).keys()]).toEqual(['id-dossier']);
  // Corrected itself, it takes the earlier round as it is.
  expect([...correctedLines([dossier, asks], resigned('x', '71', 'id-final')).keys()]).toEqual(['id-final']);
});

test('what differs is rank, state or score by value; who is on one list alone differs too', () => {
  const line = (initiativeId: string, rank: number, score: string, state = 'PASSED') => ({ initiativeId, rank, score, state });
  const before = [line('same', 1, '80'), line('fell', 2, '70'), line('out', 3, '60'), line('gone', 4, '50')];
  const after = [line('same', 1, '80.0'), line('new', 2, '75'), line('fell', 3, '70'), line('out', 3, '60', 'CUT_OFF')];
  expect(compareLines(before, after)).toEqual([
    { initiativeId: 'new', before: null, after: after[1] },
    { initiativeId: 'fell', before: before[1], after: after[2] },
    { initiativeId: 'out', before: before[2], after: after[3] },
    { initiativeId: 'gone', before: before[3], after: null },
  ]);
});

const sets = { before: new Set(['kept', 'fallen', 'unheld']), after: new Set(['kept', 'risen', 'back']) };
const held = new Set(['kept', 'fallen', 'back']);
test.each([
  ['PLANNED', { joins: ['risen', 'back'], leaves: ['fallen', 'unheld'], stays: [], late: [] }],
  ['OPEN', { joins: ['risen'], leaves: ['unheld'], stays: ['fallen'], late: [] }],
  ['SETTLING', { joins: [], leaves: ['unheld'], stays: ['fallen'], late: ['risen'] }],
  ['CLOSED', { joins: [], leaves: ['unheld'], stays: ['fallen'], late: ['risen'] }],
] as const)('into a round that is %s come and go those whom its state lets', (state, expected) => {
  expect(nextRoundChange(sets, { state, held })).toEqual(expected);
});

test('the final standings follow with the round, its weight, and the votes of the chair', () => {
  const dossier = judged('dossier', { x: ['90', '90'], y: ['80', '80'] });
  const rounds = [rule('dossier'), rule('final')];
  const book = {
    rounds,
    combination: { kind: 'WEIGHTED' as const },
    rounding: { places: 2 },
    tieBreak: [{ kind: 'CHAIR_VOTE' as const }],
  };
  const line = (key: string, initiativeId: string, rank: number, score: string) => {
    return { key, initiativeId, rank, place: rank, score, state: 'PASSED' as const, criteria: {} };
  };
  const course = (key: string) => ({ id: `id-${key}`, key, nameVi: key, nameEn: key, state: 'CLOSED' as const, held: ['x', 'y'] });
  const effect = correctionEffect(
    {
      rounds: [course('dossier'), course('final')],
      judged: [dossier, judged('final', { x: ['70'], y: ['70'] })],
      lines: [line('dossier', 'x', 1, '90'), line('dossier', 'y', 2, '80'), line('final', 'x', 1, '70'), line('final', 'y', 1, '70')],
      votes: [['y', 'x']],
      final: { book, lines: [line('', 'x', 1, '80'), line('', 'y', 2, '75')].map((one) => ({ ...one, state: 'FINALIST' })) },
    },
    // 80 and 80 in the dossier round, 70 and 70 in the final: what the chair said of the two still parts them.
    resigned('x', '70'),
  );
  expect(
    effect.rounds.map(({ round, changes }) => [
      round.key,
      changes.map(({ initiativeId, after }) => [initiativeId, after?.rank, after?.score]),
    ]),
  ).toEqual([
    [
      'dossier',
      [
        ['x', 1, '80'],
        ['y', 1, '80'],
      ],
    ],
  ]);
  expect(effect.finals.map(({ initiativeId, before, after }) => [initiativeId, before?.rank, after?.rank])).toEqual([
    ['y', 2, 1],
    ['x', 1, 2],
  ]);
  expect(effect.laterRounds).toEqual([]);
});
