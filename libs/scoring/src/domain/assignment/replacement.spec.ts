import { type AssignmentTable } from './assignment-table.js';
import { FIT, fitOfAll, fitTable } from './fit.js';
import { apartFrom, limitsAgainst, limitsOf } from './limits.js';
import { replacementFor } from './replacement.js';

const judge = (id: string, more = {}) => ({ id, name: id, loadMin: 0, loadMax: null, available: true, unitIds: [], areaIds: [], ...more });
const card = (initiativeId: string, judgeId: string, excused = false) => ({
  id: `${initiativeId}-${judgeId}`,
  initiativeId,
  judgeId,
  excused,
  touched: false,
  signed: false,
});
const table = (changes: Partial<AssignmentTable>): AssignmentTable => ({
  needed: 2,
  initiatives: ['i0', 'i1', 'i2'].map((id) => ({ id, code: id, title: id, areaId: 'oneStop' })),
  judges: [],
  cards: [],
  barred: [],
  pairs: [],
  ...changes,
});

test('who is at home in the area suits best, who named no area comes next, who named only others last', () => {
  const judges = [judge('a', { areaIds: ['oneStop'] }), judge('b'), judge('c', { areaIds: ['digital'] })];
  const fits = [FIT.OWN_AREA, FIT.NO_AREA_NAMED, FIT.OTHER_AREAS];
  expect(fitTable(table({ judges }))).toEqual([fits, fits, fits]);
  expect(fits).toEqual([2, 1, 0]);
  expect(fitTable(table({ judges: [judge('a'), judge('b')] }))).toBeUndefined();
});

test('where no judge named an area each card counts as such, though the solver was given no fit', () => {
  const found = { judgesOf: [[0, 1], [1], []], totalFit: 0, worstFit: 0 };
  expect(fitOfAll(table({ judges: [judge('a'), judge('b')] }), found)).toEqual({ totalFit: 3, worstFit: 1 });

  const named = { judgesOf: [[0, 1], [1], []], totalFit: 4, worstFit: 1.5 };
  expect(fitOfAll(table({ judges: [judge('a', { areaIds: ['oneStop'] }), judge('b')] }), named)).toEqual({ totalFit: 4, worstFit: 1.5 });
});

test('only what can bind is a limit: pairs that both sit on the jury, units with more judges than may sit together', () => {
  const judges = [judge('a', { unitIds: ['u', 'v'] }), judge('b', { unitIds: ['u'] }), judge('c')];
  const pairs = [['a', 'c'] as const, ['a', 'elsewhere'] as const];
  const pair = { kind: 'PAIR', unitId: null, judgeIds: ['a', 'c'], atMost: 1 };
  expect(limitsOf(table({ judges, pairs }), 1)).toEqual([pair, { kind: 'UNIT', unitId: 'u', judgeIds: ['a', 'b'], atMost: 1 }]);
  expect(limitsOf(table({ judges, pairs }), 2)).toEqual([pair]);
});

test('a limit is against a judge once those who sit there fill it', () => {
  const limits = [{ kind: 'UNIT' as const, unitId: 'u', judgeIds: ['a', 'b', 'c'], atMost: 2 }];
  expect(limitsAgainst(limits, 'c', new Set(['a']))).toEqual([]);
  expect(limitsAgainst(limits, 'c', new Set(['a', 'b']))).toEqual(limits);
  expect(limitsAgainst(limits, 'd', new Set(['a', 'b']))).toEqual([]);
});

test('the one who suits best takes over, of equals the one with the fewest cards', () => {
  const judges = [judge('a'), judge('b', { areaIds: ['oneStop'] }), judge('c', { areaIds: ['oneStop'] })];
  const cards = [card('i1', 'b'), card('i2', 'b'), card('i1', 'c')];
  expect(replacementFor(table({ judges, cards }), 'i0')).toBe('c');
  expect(replacementFor(table({ judges, cards: [...cards, card('i2', 'c', true)] }), 'i0')).toBe('c');
});

test.each([
  ['in conflict', {}, { barred: [{ initiativeId: 'i0', personId: 'a' }] }],
  ['excused there before', {}, { cards: [card('i0', 'a', true)] }],
  ['sitting there already', {}, { cards: [card('i0', 'a')] }],
  ['away', { available: false }, {}],
  ['full', { loadMax: 1 }, { cards: [card('i1', 'a')] }],
  ['kept apart from who sits there', {}, { cards: [card('i0', 'z')], pairs: [['a', 'z'] as [string, string]] }],
  ['of the unit of who sits there', { unitIds: ['u'] }, { cards: [card('i0', 'z')] }],
])('who is %s does not take over', (_, more, changes) => {
  const judges = [judge('a', more), judge('z', { unitIds: ['u'], available: false })];
  expect(replacementFor(table({ judges, ...changes }), 'i0')).toBeNull();
  expect(replacementFor(table({ judges: [...judges, judge('b')], ...changes }), 'i0')).toBe('b');
});

test('an excused card keeps nobody apart, and an initiative that is not judged gets nobody', () => {
  const judges = [judge('a', { unitIds: ['u'] }), judge('z', { unitIds: ['u'], available: false })];
  expect(replacementFor(table({ judges, cards: [card('i0', 'z', true)] }), 'i0')).toBe('a');
  expect(replacementFor(table({ judges }), 'gone')).toBeNull();
});

test('who is named together with a judge of an initiative may not sit on it; those of one unit may be called', () => {
  const judges = [judge('a', { unitIds: ['u'] }), judge('b', { unitIds: ['u'] }), judge('c')];
  const isApart = apartFrom(table({ judges, cards: [card('i0', 'a'), card('i1', 'a', true)], pairs: [['a', 'c']] }));
  expect(['i0', 'i1'].flatMap((initiativeId) => ['b', 'c'].map((judgeId) => isApart({ initiativeId, judgeId })))).toEqual([
    false,
    true,
    false,
    false,
  ]);
});
