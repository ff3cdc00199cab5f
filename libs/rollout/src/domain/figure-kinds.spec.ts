import fc from 'fast-check';
import { type FigureRule, problemsOfNumbers } from './figure.entity.js';
import { FIGURE_KINDS, type FigureKind, type Scale, kindOfUnit, scaleOf, whyNotNumber, problemsOfScale } from './figure-kinds.js';
import { type Aggregation } from './figures.js';

const rule = (kind: FigureKind, aggregation: Aggregation = 'LAST', said: Partial<Scale> = {}): FigureRule => ({
  ...scaleOf(kind, { aggregation, unitVi: 'đồng' }, said),
  aggregation,
  perCent: kind === 'SHARE',
});
const one = (value: string) => ({ value, numerator: null, denominator: null });
const two = (numerator: string, denominator: string) => ({ value: null, numerator, denominator });

test.each<[string, FigureRule, ReturnType<typeof one> | ReturnType<typeof two>, string, string, object]>([
  ['fewer reminders than none', rule('COUNT', 'SUM'), one('-5'), 'FIGURE_TOO_LOW', 'value', { lowest: { decimal: '0' } }],
  ['half a counter', rule('COUNT'), one('2.5'), 'FIGURE_NOT_WHOLE', 'value', { given: '2.5' }],
  ['a count with a point between thousands', rule('COUNT'), one('1.250'), 'FIGURE_POINT', 'value', { given: '1.250', meant: '1250' }],
  ['a thousand, or one', rule('COUNT'), one('1.000'), 'FIGURE_POINT', 'value', { given: '1.000', meant: '1000' }],
  ['a count with a decimal of nothing', rule('COUNT'), one('5.0'), 'FIGURE_POINT', 'value', { given: '5.0', meant: '5' }],
  ['half a đồng', rule('MONEY'), one('1000.5'), 'FIGURE_NOT_WHOLE', 'value', { given: '1000.5' }],
  ['money below nothing', rule('MONEY', 'SUM'), one('-1'), 'FIGURE_TOO_LOW', 'value', { lowest: { decimal: '0' } }],
  ['more than all', rule('SHARE'), one('100.01'), 'FIGURE_TOO_HIGH', 'value', { highest: { decimal: '100' } }],
  ['less than none', rule('SHARE'), one('-0.01'), 'FIGURE_TOO_LOW', 'value', { lowest: { decimal: '0' } }],
  ['days below zero', rule('DURATION'), one('-0.5'), 'FIGURE_TOO_LOW', 'value', { lowest: { decimal: '0' } }],
  ['days to the thousandth', rule('DURATION'), one('2.125'), 'FIGURE_POINT', 'value', { given: '2.125', meant: '2125' }],
  ['days to the ten-thousandth', rule('DURATION'), one('2.1255'), 'FIGURE_TOO_FINE', 'value', { given: '2.1255', decimals: 2 }],
  [
    'a score above its scale',
    rule('SCORE', 'LAST', { highest: '10' }),
    one('10.5'),
    'FIGURE_TOO_HIGH',
    'value',
    { highest: { decimal: '10' } },
  ],
  [
    'more than a bound of thousands',
    rule('COUNT', 'SUM', { highest: '12500' }),
    one('12501'),
    'FIGURE_TOO_HIGH',
    'value',
    { highest: { decimal: '12500' } },
  ],
  ['50 of 0', rule('SHARE', 'RATIO'), two('50', '0'), 'FIGURE_OF_NOTHING', 'denominator', {}],
  ['0 of 0', rule('SHARE', 'RATIO'), two('0', '0'), 'FIGURE_OF_NOTHING', 'denominator', {}],
  [
    '50 of 40',
    rule('SHARE', 'RATIO'),
    two('50', '40'),
    'FIGURE_ABOVE_WHOLE',
    'numerator',
    { numerator: { decimal: '50' }, denominator: { decimal: '40' } },
  ],
  ['-1 of 40', rule('SHARE', 'RATIO'), two('-1', '40'), 'FIGURE_NEGATIVE', 'numerator', {}],
  ['1.000 of 4000', rule('SHARE', 'RATIO'), two('1.000', '4000'), 'FIGURE_POINT', 'numerator', { given: '1.000', meant: '1000' }],
  ['30 of 39.5', rule('SHARE', 'RATIO'), two('30', '39.5'), 'FIGURE_NOT_WHOLE', 'denominator', { given: '39.5' }],
  ['90 days over 2.5 cases', rule('DURATION', 'RATIO'), two('90', '2.5'), 'FIGURE_NOT_WHOLE', 'denominator', { given: '2.5' }],
  ['two parts of a count', rule('COUNT'), two('1', '2'), 'FIGURE_KIND', 'value', { aggregation: 'LAST' }],
  ['one number of a ratio', rule('SHARE', 'RATIO'), one('50'), 'FIGURE_KIND', 'value', { aggregation: 'RATIO' }],
])('%s is refused', (...wrong) => {
  const [, of, said, code, path, detail] = wrong;
  expect(problemsOfNumbers(of, said, '')).toMatchObject([{ code, path, detail }]);
});

test.each<[string, FigureRule, ReturnType<typeof one> | ReturnType<typeof two>]>([
  ['no reminder', rule('COUNT', 'SUM'), one('0')],
  ['a count of many', rule('COUNT', 'SUM'), one('21325')],
  ['1.5 million đồng, where millions are counted to the third decimal', rule('MONEY', 'SUM', { decimals: 3 }), one('1.500')],
  ['all of them', rule('SHARE', 'RATIO'), two('40', '40')],
  ['none of them', rule('SHARE', 'RATIO'), two('0', '40')],
  ['half a day', rule('DURATION'), one('0.5')],
  ['more days than cases', rule('DURATION', 'RATIO'), two('90.5', '40')],
  ['a score below zero, where the scale goes there', rule('SCORE', 'LAST', { lowest: '-5', highest: '5' }), one('-4.25')],
])('%s is taken', (_, of, said) => {
  expect(problemsOfNumbers(of, said, '')).toEqual([]);
});

test('a whole kind takes every whole number of its range, and nothing that has a point', () => {
  fc.assert(
    fc.property(fc.constantFrom('COUNT', 'MONEY'), fc.maxSafeNat(), fc.stringMatching(/^\d{1,12}$/), (kind, whole, decimals) => {
      const scale = scaleOf(kind, { aggregation: 'SUM', unitVi: 'đồng' }, {});
      expect(whyNotNumber(String(whole), scale, '')).toBeNull();
      expect(['FIGURE_POINT', 'FIGURE_NOT_WHOLE']).toContain(whyNotNumber(`${String(whole)}.${decimals}`, scale, '')?.code);
    }),
  );
});

test.each([
  ['lượt', 'COUNT'],
  ['quầy', 'COUNT'],
  ['hợp đồng', 'COUNT'],
  ['điểm giao dịch', 'COUNT'],
  ['%', 'SHARE'],
  ['đồng', 'MONEY'],
  ['Triệu đồng', 'MONEY'],
  ['VND', 'MONEY'],
  ['ngày', 'DURATION'],
  ['ngày làm việc', 'DURATION'],
  ['phút', 'DURATION'],
  ['điểm', 'SCORE'],
])('%s is a unit of %s', (unit, kind) => {
  expect(kindOfUnit(unit)).toBe(kind);
});

test('each kind has a scale of its own that it may have, shares that are added up apart', () => {
  const refused = FIGURE_KINDS.flatMap((kind) =>
    (['SUM', 'LAST', 'RATIO'] as const).map((aggregation) => [
      kind,
      aggregation,
      problemsOfScale(scaleOf(kind, { aggregation, unitVi: 'đồng' }, {}), aggregation, '')[0]?.code,
    ]),
  ).filter(([, , code]) => code !== undefined);

  expect(refused).toEqual([['SHARE', 'SUM', 'INDICATOR_SHARES_SUMMED']]);
});

test.each<[string, FigureKind, Partial<Scale>, string, string]>([
  ['a count with decimals', 'COUNT', { decimals: 1 }, 'INDICATOR_DECIMALS', 'decimals'],
  ['seven decimals', 'DURATION', { decimals: 7 }, 'INDICATOR_DECIMALS', 'decimals'],
  ['a count below zero', 'COUNT', { lowest: '-1' }, 'INDICATOR_BOUND', 'lowest'],
  ['a share above a hundred', 'SHARE', { highest: '101' }, 'INDICATOR_BOUND', 'highest'],
  ['a score without a scale', 'SCORE', { highest: null }, 'INDICATOR_BOUND', 'highest'],
  ['bounds the wrong way round', 'MONEY', { lowest: '10', highest: '10' }, 'INDICATOR_BOUNDS_TURNED', 'highest'],
])('an indicator of %s is refused', (...wrong) => {
  const [, kind, said, code, path] = wrong;
  expect(problemsOfScale(scaleOf(kind, { aggregation: 'LAST', unitVi: 'đồng' }, said), 'LAST', '')).toMatchObject([{ code, path }]);
});
