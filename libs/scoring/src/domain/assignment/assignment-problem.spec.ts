import { assign } from '#lib/statistics';
import { plannedCards, problemOf } from './assignment-problem.js';
import { type AssignmentTable } from './assignment-table.js';
import { fingerprintOf } from './fingerprint.js';
import { optionsOf } from './options.js';
import { explainShortages } from './shortage.js';

const initiatives = ['i0', 'i1'].map((id) => ({ id, code: id, title: id, areaId: 'oneStop' }));
const judge = (id: string, more = {}) => ({ id, name: id, loadMin: 0, loadMax: null, available: true, unitIds: [], areaIds: [], ...more });
const card = (initiativeId: string, judgeId: string, more = {}) => ({
  id: `${initiativeId}-${judgeId}`,
  initiativeId,
  judgeId,
  excused: false,
  touched: false,
  signed: false,
  ...more,
});

const table: AssignmentTable = {
  needed: 2,
  initiatives,
  judges: [judge('a', { loadMin: 1, loadMax: 1 }), judge('b'), judge('away', { loadMin: 1, available: false })],
  cards: [card('i0', 'a', { touched: true }), card('i1', 'b'), card('i0', 'b', { excused: true }), card('gone', 'a')],
  barred: [
    { initiativeId: 'i1', personId: 'a' },
    { initiativeId: 'i1', personId: 'organiser' },
  ],
  pairs: [],
};
const plain = optionsOf({});

test('conflicts and excuses are barred, touched cards stay, who is away gets nothing new', () => {
  expect(problemOf(table, plain)).toEqual({
    needs: [2, 2],
    judges: [
      { min: 1, max: 1 },
      { min: 0, max: 2 },
      { min: 0, max: 0 },
    ],
    forbidden: [
      [1, 0],
      [0, 1],
    ],
    limits: [],
    started: [[0, 0]],
    previous: [
      [0, 0],
      [1, 1],
    ],
  });
});

test('begun cards may be moved where that is asked for, signed ones never', () => {
  const cards = [card('i0', 'a', { touched: true }), card('i1', 'b', { touched: true, signed: true })];
  expect(problemOf({ ...table, cards }, plain).started).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(problemOf({ ...table, cards }, optionsOf({ reassignStarted: true })).started).toEqual([[1, 1]]);
});

test('pairs and units are limits by place, areas are fit', () => {
  const judges = [
    judge('a', { unitIds: ['u'] }),
    judge('b', { unitIds: ['u'], areaIds: ['oneStop'] }),
    judge('c', { areaIds: ['digital'] }),
  ];
  const problem = problemOf({ ...table, judges, cards: [], barred: [], pairs: [['b', 'c']] }, plain);
  expect(problem.limits).toEqual([
    { judges: [1, 2], atMost: 1 },
    { judges: [0, 1], atMost: 1 },
  ]);
  expect(problem.fit).toEqual([
    [1, 2, 0],
    [1, 2, 0],
  ]);
});

test('each card stays, is new, goes, or was begun and is released; a signed one that is not wanted is not touched', () => {
  const judges = [judge('a'), judge('b'), judge('c'), judge('d')];
  const cards = [
    card('i0', 'a'),
    card('i0', 'b'),
    card('i0', 'c', { touched: true }),
    card('i1', 'a', { touched: true, signed: true }),
    card('i1', 'c', { excused: true }),
    card('gone', 'd'),
  ];
  const planned = plannedCards({ ...table, judges, cards }, { judgesOf: [[0, 3], [1]] });
  expect(planned).toEqual([
    { initiativeId: 'i0', judgeId: 'a', fit: 1, fate: 'KEPT' },
    { initiativeId: 'i0', judgeId: 'd', fit: 1, fate: 'NEW' },
    { initiativeId: 'i1', judgeId: 'b', fit: 1, fate: 'NEW' },
    { initiativeId: 'i0', judgeId: 'b', fit: 1, fate: 'DROPPED' },
    { initiativeId: 'i0', judgeId: 'c', fit: 1, fate: 'RELEASED' },
  ]);
});

/** What binds where, with the solver's own answer. */
async function explained(changes: Partial<AssignmentTable>, sameUnitAtMost = 1) {
  const whole = { ...table, cards: [], barred: [], initiatives: initiatives.slice(0, 1), ...changes };
  const assignment = await assign(problemOf(whole, optionsOf({ sameUnitAtMost })));
  return explainShortages(whole, assignment, sameUnitAtMost).map(({ initiativeId, missing, reason, judgeIds, binding }) => [
    initiativeId,
    missing,
    reason,
    judgeIds,
    binding.map(({ kind, judgeIds: ids, unitId, atMost }) => [kind, ids, unitId, atMost]),
  ]);
}

test('an initiative that can have its judges is not explained', async () => {
  expect(await explained({ judges: [judge('a'), judge('b')] })).toEqual([]);
});

test('who is in conflict, who was excused and who is away are each named', async () => {
  const found = await explained({
    judges: [judge('a'), judge('b'), judge('c', { available: false }), judge('d')],
    barred: [{ initiativeId: 'i0', personId: 'a' }],
    cards: [card('i0', 'b', { excused: true })],
  });
  expect(found).toEqual([
    [
      'i0',
      1,
      'JUDGES_FULL',
      ['c', 'd'],
      [
        ['CONFLICT', ['a'], null, null],
        ['EXCUSED', ['b'], null, null],
        ['AWAY', ['c'], null, null],
      ],
    ],
  ]);
});

test('a pair that is kept apart is named whole, and so is a unit, with the number that may sit together', async () => {
  expect(await explained({ judges: [judge('a'), judge('b')], pairs: [['a', 'b']] })).toMatchObject([
    ['i0', 1, 'KEPT_APART', expect.any(Array), [['PAIR', ['a', 'b'], null, 1]]],
  ]);
  const ofOneUnit = ['a', 'b', 'c'].map((id) => judge(id, { unitIds: ['u'] }));
  expect(await explained({ needed: 3, judges: ofOneUnit }, 2)).toMatchObject([
    ['i0', 1, 'KEPT_APART', expect.any(Array), [['UNIT', ['a', 'b', 'c'], 'u', 2]]],
  ]);
  expect(await explained({ needed: 3, judges: ofOneUnit }, 3)).toEqual([]);
});

test('judges without room are named', async () => {
  const found = await explained({ needed: 1, initiatives, judges: [judge('a', { loadMax: 1 })] });
  expect(found).toMatchObject([[expect.any(String), 1, 'JUDGES_FULL', ['a'], [['FULL', ['a'], null, null]]]]);
});

test('the fingerprint is of what a proposal rests on, and of nothing else', () => {
  const print = fingerprintOf(table);
  const begun = table.cards.map((one) => ({ ...one, touched: true, signed: true }));
  expect(fingerprintOf({ ...table, cards: begun, barred: table.barred.toReversed() })).toBe(print);
  expect(fingerprintOf({ ...table, judges: table.judges.map((one) => ({ ...one, name: 'Tên khác' })) })).toBe(print);
  const changes: Partial<AssignmentTable>[] = [
    { needed: 3 },
    { initiatives: initiatives.slice(1) },
    { initiatives: initiatives.map((one) => ({ ...one, areaId: 'digital' })) },
    { judges: table.judges.slice(1) },
    { judges: table.judges.map((one) => ({ ...one, loadMax: 7 })) },
    { judges: table.judges.map((one) => ({ ...one, available: true })) },
    { judges: table.judges.map((one) => ({ ...one, unitIds: ['u'] })) },
    { judges: table.judges.map((one) => ({ ...one, areaIds: ['digital'] })) },
    { cards: table.cards.slice(1) },
    { cards: table.cards.map((one) => ({ ...one, excused: true })) },
    { barred: [] },
    { pairs: [['a', 'b']] },
  ];
  expect(new Set([print, ...changes.map((change) => fingerprintOf({ ...table, ...change }))]).size).toBe(changes.length + 1);
});

test('what an organiser does not choose is as the contest would have it', () => {
  expect(optionsOf({ objective: null })).toEqual({
    objective: 'TOTAL_FIT',
    loads: 'SMALLEST_SPREAD',
    keep: 'AFTER_FIT',
    sameUnitAtMost: 1,
    reassignStarted: false,
  });
});
