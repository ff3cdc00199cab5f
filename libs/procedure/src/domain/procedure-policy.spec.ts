import { Refused } from '#lib/kernel';
import { problemsOfProcedure, procedureCode, readItems, readWays, uncheckedFrom } from './procedure-policy.js';

const SAID = {
  ...{ code: '1.012379.H13', name: 'Khen thưởng', field: 'Thi đua', level: 'COMMUNE' as const, sourceUrl: 'https://dichvucong.gov.vn/p/1' },
  ...{ checkedOn: '2026-01-05', decision: '12/QĐ-UBND', startsOn: '2025-07-01', endsOn: null },
  ...{ steps: ['Nộp hồ sơ'], ways: [{ way: 'Trực tiếp', amount: 3, countedIn: 'WORKING_DAY' as const, fee: null }], items: [], basis: [] },
};

const codesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    return error instanceof Refused ? error.problems.map(({ code }) => code) : [String(error)];
  }
};

test('a way is its name, its limit and its fee; working days, days and hours are told apart', () => {
  expect(readWays('Trực tiếp | 3 ngày làm việc | 50.000 đồng\n\n Trực tuyến|15 NGÀY\nBưu chính | 8 giờ |', 'ways')).toEqual([
    { way: 'Trực tiếp', amount: 3, countedIn: 'WORKING_DAY', fee: '50.000 đồng' },
    { way: 'Trực tuyến', amount: 15, countedIn: 'DAY', fee: null },
    { way: 'Bưu chính', amount: 8, countedIn: 'HOUR', fee: null },
  ]);
});

test('every line that is no way is refused, and not the first alone', () => {
  expect(codesOf(() => readWays('Trực tiếp | trong ngày\nTrực tuyến | 0 ngày\nBưu chính | 2 ngày', 'ways'))).toEqual([
    'PROCEDURE_WAY_UNREAD',
    'PROCEDURE_WAY_UNREAD',
  ]);
});

test('a paper has so many originals and copies, none where none are named, and may have a form', () => {
  expect(readItems('Tờ khai | 1 | 0 | Mẫu số 01\nGiấy khai sinh | | 2\nẢnh', 'items')).toEqual([
    { name: 'Tờ khai', originals: 1, copies: 0, form: 'Mẫu số 01' },
    { name: 'Giấy khai sinh', originals: 0, copies: 2, form: null },
    { name: 'Ảnh', originals: 0, copies: 0, form: null },
  ]);
  expect(codesOf(() => readItems('Tờ khai | một', 'items'))).toEqual(['PROCEDURE_ITEM_UNREAD']);
});

test('a code is as the portal writes it, blanks and case aside', () => {
  expect(procedureCode(' 1.012379. h13 ')).toBe('1.012379.H13');
  expect(problemsOfProcedure(SAID, '2026-03-02')).toEqual([]);
  expect(problemsOfProcedure({ ...SAID, code: '12379' }, '2026-03-02').map(({ code }) => code)).toEqual(['PROCEDURE_CODE']);
});

test('the portal that it is from is an address of the state', () => {
  for (const sourceUrl of [
    'http://dichvucong.gov.vn/p',
    'https://dichvucong.gov.vn.example.com/p',
    'https://example.com/gov.vn/',
    'javascript:alert(1)',
  ])
    expect(problemsOfProcedure({ ...SAID, sourceUrl }, '2026-03-02').map(({ code }) => code)).toEqual(['PROCEDURE_SOURCE']);
});

test('all that is wrong is said at once', () => {
  const wrong = { ...SAID, code: 'x', checkedOn: '2027-01-01', endsOn: '2025-06-30', steps: [], ways: [] };
  expect(problemsOfProcedure(wrong, '2026-03-02').map(({ path }) => path)).toEqual(['code', 'checkedOn', 'endsOn', 'steps', 'ways']);
});

test('twelve months after it was held against the portal it counts as unchecked', () => {
  expect(uncheckedFrom('2025-02-28')).toBe('2026-02-28');
});
