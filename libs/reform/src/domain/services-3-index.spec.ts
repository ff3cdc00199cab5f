import { changeOf, commonOf, ranksOf, shareOf, sumOf, whyNotPoints, whyNotReason, whyNotTotal, whyNotTotals } from './index-points.js';
import { INDEX_SHEET_STATES, whyNotAct, whyNotScore } from './index-states.js';

/** The worked numbers of section 3, on the index. */
const codeOf = (why: { code: string } | null): string | undefined => why?.code;
const one = (key: string, points: string, maximum: string) => ({ key, points, maximum });

test('52 of 60 are 86.67 %, 51 of 58 are 87.93 %', () => {
  expect(shareOf({ points: '52', maximum: '60' })).toBe('86.67');
  expect(shareOf({ points: '51', maximum: '58' })).toBe('87.93');
  expect(changeOf('86.67', '87.93')).toBe('1.26');
});

test('fewer points of fewer are a higher share: common criteria are compared, each year by its own maximum', () => {
  const before = [one('plan', '30', '35'), one('staff', '22', '25'), one('gone', '35', '40')];
  const now = [one('plan', '29.5', '34'), one('staff', '21.5', '24'), one('new', '10', '42')];
  expect(commonOf(before, now)).toEqual({
    keys: ['plan', 'staff'],
    before: { points: '52', maximum: '60', share: '86.67' },
    now: { points: '51', maximum: '58', share: '87.93' },
    change: '1.26',
  });
});

test('without a common criterion nothing is compared', () => {
  expect(commonOf([one('gone', '1', '2')], [one('new', '1', '2')])).toBeNull();
});

test('totals of two schemes are not comparable', () => {
  expect(codeOf(whyNotTotals('876', '1187'))).toBe('INDEX_NOT_COMPARABLE');
  expect(whyNotTotals('876', '876')).toBeNull();
});

test('points add up exactly, and stay as they are written', () => {
  expect(sumOf(['0.1', '0.2', '0.70'])).toBe('1');
  expect(sumOf([])).toBe('0');
});

test.each([
  ['-0.01', 'INDEX_POINTS_OUTSIDE'],
  ['2.01', 'INDEX_POINTS_OUTSIDE'],
  ['0.3', 'INDEX_POINTS_STEP'],
  ['2', undefined],
  ['0', undefined],
  ['1.25', undefined],
])('%s of at most 2 by steps of a quarter: %s', (points, code) => {
  expect(codeOf(whyNotPoints(points, { maximum: '2', step: '0.25' }, 'points'))).toBe(code);
});

test('who departs from the points before says why; who confirms them need not', () => {
  const said = { path: 'reason' };
  expect(codeOf(whyNotReason('1.5', '2', { ...said, reason: ' ' }))).toBe('INDEX_REASON_MISSING');
  expect(whyNotReason('1.5', '2', { ...said, reason: 'Thiếu minh chứng.' })).toBeNull();
  expect(whyNotReason('2.00', '2', { ...said, reason: null })).toBeNull();
});

test('the maxima of a scheme are what its decision says in all', () => {
  expect(whyNotTotal('100', ['60', '40.00'])).toBeNull();
  expect(codeOf(whyNotTotal('100', ['60', '39.5']))).toBe('INDEX_SUM_WRONG');
});

test('equal totals share a place, and the next one is counted on', () => {
  expect(ranksOf(['80', '91.5', '91.50', '70'])).toEqual([3, 1, 1, 4]);
});

test('nobody has a place before all have a total', () => {
  expect(ranksOf(['80', null, '91'])).toEqual([null, null, null]);
});

const UNIT = { scores: true, keeps: false, ofUnit: true };
const OFFICE = { scores: false, keeps: true, ofUnit: false };

test('the unit scores itself and sends it in, the office assesses and settles, and then it stands', () => {
  const steps = INDEX_SHEET_STATES.map((state) =>
    [UNIT, OFFICE].map((standing) =>
      (['submit', 'assess', 'settle'] as const).filter((act) => whyNotAct({ ...standing, state, unscored: 0 }, act) === null),
    ),
  );
  expect(steps).toEqual([
    [['submit'], []],
    [[], ['assess']],
    [[], ['settle']],
    [[], []],
  ]);
  expect(INDEX_SHEET_STATES.map((state) => [codeOf(whyNotScore(UNIT, state)), codeOf(whyNotScore(OFFICE, state))])).toEqual([
    [undefined, 'INDEX_OF_UNIT'],
    ['INDEX_OF_OFFICE', undefined],
    ['INDEX_OF_OFFICE', undefined],
    ['INDEX_STATE', 'INDEX_STATE'],
  ]);
});

test('nobody assesses their own unit, whatever else they are', () => {
  const insider = { scores: true, keeps: true, ofUnit: true };
  expect(codeOf(whyNotAct({ ...insider, state: 'SUBMITTED', unscored: 0 }, 'assess'))).toBe('INDEX_OWN_UNIT');
  expect(codeOf(whyNotScore(insider, 'ASSESSED'))).toBe('INDEX_OWN_UNIT');
});

test('a step is done when every criterion has its points', () => {
  expect(codeOf(whyNotAct({ ...OFFICE, state: 'SUBMITTED', unscored: 2 }, 'assess'))).toBe('INDEX_UNSCORED');
});
