import { type CriterionRule } from '#domain/contest';
import { Refused } from '#lib/kernel';
import { completeMarks, draftMarks, totalOf } from './marks.js';

const criterion = (key: string, max: string, more: Partial<CriterionRule> = {}): CriterionRule => ({
  key,
  nameVi: key,
  nameEn: key,
  max,
  step: '0.5',
  knockOutMinimum: null,
  commentRequired: false,
  bands: [],
  children: [],
  guidanceVi: null,
  guidanceEn: null,
  ...more,
});

const refusalOf = (act: () => unknown) => {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof Refused ? { code: error.code, path: error.path } : error;
  }
};

const rubric = [
  criterion('novelty', '30', { step: '1', commentRequired: true }),
  criterion('effect', '40', { children: [criterion('effect.economic', '25', { step: '0.25' }), criterion('effect.social', '15')] }),
];

const complete = [
  { criterion: 'effect.social', points: '12.50' },
  { criterion: 'novelty', points: '26', comment: '  Lần đầu áp dụng ở huyện ' },
  { criterion: 'effect.economic', points: '20.25' },
];

test('a complete card comes out in the order of the rubric, and its total is the plain sum', () => {
  const marks = completeMarks(rubric, complete);

  expect(marks).toEqual([
    { criterion: 'novelty', points: '26', comment: 'Lần đầu áp dụng ở huyện' },
    { criterion: 'effect.economic', points: '20.25', comment: null },
    { criterion: 'effect.social', points: '12.5', comment: null },
  ]);
  expect(totalOf(marks)).toBe('58.75'); // 26 + 20.25 + 12.5
});

test('a total of tenths is exact', () => {
  const tenth = { criterion: 'a', points: '0.1', comment: null };
  expect(totalOf([tenth, tenth, tenth])).toBe('0.3');
});

test('a draft may be incomplete', () => {
  expect(draftMarks(rubric, [{ criterion: 'novelty', comment: 'đang đọc' }])).toEqual([
    { criterion: 'novelty', points: null, comment: 'đang đọc' },
  ]);
  expect(draftMarks(rubric, [])).toEqual([]);
});

const wrong: [string, string, string, { criterion: string; points?: string }[]][] = [
  ['above its maximum', 'MARK_OUT_OF_RANGE', 'marks.0.points', [{ criterion: 'novelty', points: '31' }]],
  ['below nothing', 'MARK_OUT_OF_RANGE', 'marks.0.points', [{ criterion: 'novelty', points: '-1' }]],
  ['not a number', 'MARK_OUT_OF_RANGE', 'marks.0.points', [{ criterion: 'novelty', points: 'NaN' }]],
  [
    'off its step',
    'MARK_OFF_STEP',
    'marks.1.points',
    [
      { criterion: 'novelty', points: '20' },
      { criterion: 'effect.social', points: '12.3' },
    ],
  ],
  ['for a criterion that is not there', 'MARK_NOT_IN_RUBRIC', 'marks.0.criterion', [{ criterion: 'style', points: '1' }]],
  ['for a criterion that is marked in its parts', 'MARK_NOT_IN_RUBRIC', 'marks.0.criterion', [{ criterion: 'effect', points: '1' }]],
  [
    'given twice',
    'MARK_TWICE',
    'marks.1.criterion',
    [
      { criterion: 'novelty', points: '20' },
      { criterion: 'novelty', points: '21' },
    ],
  ],
];

test.each(wrong)('a mark %s is refused in a draft as on signing', (_, code, path, marks) => {
  for (const read of [draftMarks, completeMarks]) expect(refusalOf(() => read(rubric, marks))).toEqual({ code, path });
});

test('on signing, a missing mark and a missing comment are refused with their place', () => {
  expect(refusalOf(() => completeMarks(rubric, complete.slice(0, 2)))).toEqual({ code: 'MARK_MISSING', path: 'marks' });
  expect(refusalOf(() => completeMarks(rubric, [{ criterion: 'novelty', points: null }]))).toEqual({
    code: 'MARK_MISSING',
    path: 'marks.0.points',
  });
  const silent = complete.map((mark) => ({ ...mark, comment: ' ' }));
  expect(refusalOf(() => completeMarks(rubric, silent))).toEqual({ code: 'MARK_COMMENT_DUE', path: 'marks.1.comment' });
});

const problemsOf = (act: () => unknown) => {
  try {
    act();
    return [];
  } catch (error) {
    return error instanceof Refused ? error.problems.map(({ code, path }) => [code, path]) : error;
  }
};

test('all that is wrong is said at once, by its place; on signing what is missing as well, in the order of the rubric', () => {
  const given = [
    { criterion: 'effect.social', points: '15.5', comment: 'x'.repeat(4001) },
    { criterion: 'style', points: '1' },
    { criterion: 'effect.social', points: '1' },
    { criterion: 'novelty', points: '0.5', comment: ' ' },
  ];
  const wrong = [
    ['MARK_OUT_OF_RANGE', 'marks.0.points'],
    ['MARK_COMMENT_LONG', 'marks.0.comment'],
    ['MARK_NOT_IN_RUBRIC', 'marks.1.criterion'],
    ['MARK_TWICE', 'marks.2.criterion'],
    ['MARK_OFF_STEP', 'marks.3.points'],
  ];
  expect(problemsOf(() => draftMarks(rubric, given))).toEqual(wrong);
  expect(problemsOf(() => completeMarks(rubric, given))).toEqual([
    ...wrong,
    ['MARK_COMMENT_DUE', 'marks.3.comment'],
    ['MARK_MISSING', 'marks'],
  ]);
  expect(problemsOf(() => completeMarks(rubric, []))).toEqual([
    ['MARK_MISSING', 'marks'],
    ['MARK_COMMENT_DUE', 'marks'],
    ['MARK_MISSING', 'marks'],
    ['MARK_MISSING', 'marks'],
  ]);
});
