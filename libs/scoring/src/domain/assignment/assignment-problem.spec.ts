import { changeOf, problemOf } from './assignment-problem.js';
import { type AssignmentTable } from './assignment-table.js';

const initiatives = ['i0', 'i1'].map((id) => ({ id, code: id, title: id, areaId: 'area' }));
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
  initiatives,
  judges: [judge('a', { loadMin: 1, loadMax: 1 }), judge('b'), judge('away', { loadMin: 1, available: false })],
  cards: [card('i0', 'a', { touched: true }), card('i1', 'b'), card('i0', 'b', { excused: true }), card('gone', 'a')],
  barred: [
    { initiativeId: 'i1', personId: 'a' },
    { initiativeId: 'i1', personId: 'organiser' },
  ],
  pairs: [],
};

test('conflicts and excuses are barred, touched cards stay, who is away gets nothing new', () => {
  expect(problemOf(table, 2)).toEqual({
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
    started: [[0, 0]],
    previous: [
      [0, 0],
      [1, 1],
    ],
  });
});

test('what a proposal changes: new pairs, untouched cards that go, touched ones that a conflict freed', () => {
  expect(changeOf(table, { judgesOf: [[0], [2]], released: [] })).toEqual({
    added: [{ initiativeId: 'i1', judgeId: 'away' }],
    dropped: ['i1-b'],
    released: [],
  });
  expect(changeOf(table, { judgesOf: [[], [1]], released: [[0, 0]] })).toEqual({ added: [], dropped: [], released: ['i0-a'] });
});
