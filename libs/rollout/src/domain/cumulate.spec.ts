import fc from 'fast-check';
import { addDays, Decimal } from '#lib/kernel';
import { type UnitCumulative, cumulateUnit, cumulativeLines } from './cumulate.js';
import { type FigureFacts, type Measure, disputes, meetsTarget } from './figures.js';
import { overlap } from './windows.js';

const SUM: Measure = { direction: 'UP', aggregation: 'SUM', perCent: false };
const LAST: Measure = { direction: 'DOWN', aggregation: 'LAST', perCent: false };
const RATIO: Measure = { direction: 'UP', aggregation: 'RATIO', perCent: true };

let made = 0;
const figure = (facts: Partial<FigureFacts>): FigureFacts => ({
  id: `f${String((made += 1))}`,
  unitId: 'u',
  from: '2024-01-01',
  to: '2024-03-31',
  value: null,
  numerator: null,
  denominator: null,
  source: 'report',
  verified: false,
  ...facts,
});
const year = { from: '2023-12-15', to: '2024-12-14' };

test('the half-year and the third quarter add up, the first quarter is in the half-year, and the rest of the year is a gap', () => {
  const figures = [
    figure({ from: '2023-12-15', to: '2024-03-14', value: '100' }),
    figure({ from: '2023-12-15', to: '2024-06-14', value: '250' }),
    figure({ from: '2024-06-15', to: '2024-09-14', value: '90' }),
  ];
  const { amount, gaps } = cumulateUnit(SUM, 'u', figures, year);
  expect(amount.value?.toFixed()).toBe('340');
  expect(gaps).toEqual([{ from: '2024-09-15', to: '2024-12-14' }]);
});

test('a ratio is the ratio of the sums, not the mean of the ratios: 90 of 100 and 1 of 2 are 91 of 102', () => {
  const figures = [
    figure({ from: '2024-01-01', to: '2024-03-31', numerator: '90', denominator: '100' }),
    figure({ from: '2024-04-01', to: '2024-06-30', numerator: '1', denominator: '2' }),
  ];
  const { amount } = cumulateUnit(RATIO, 'u', figures, { from: '2024-01-01', to: '2024-06-30' });
  expect([amount.numerator?.toFixed(), amount.denominator?.toFixed(), amount.value?.toFixed(4)]).toEqual(['91', '102', '89.2157']);
});

test('a ratio of nothing to nothing has no value', () => {
  const { amount } = cumulateUnit(RATIO, 'u', [figure({ numerator: '0', denominator: '0' })], year);
  expect(amount.value).toBeNull();
});

test('the last value is the one of the window that ends last, and those of several units are not merged', () => {
  const figures = [
    figure({ value: '12', to: '2024-03-31' }),
    figure({ value: '7', to: '2024-06-30' }),
    figure({ unitId: 'v', value: '5' }),
  ];
  const units = ['u', 'v'].map((unitId) => cumulateUnit(LAST, unitId, figures, year));
  const { lines, total } = cumulativeLines(LAST, units, () => 'new');
  expect(units.map(({ amount }) => amount.value?.toFixed())).toEqual(['7', '5']);
  expect([lines[0]?.amount.value, total.value]).toEqual([null, null]);
});

test('two sources of one window stay side by side: a verified one is counted, and the window is flagged', () => {
  const told = figure({ value: '301', source: 'commune' });
  const checked = figure({ value: '280', source: 'inspection', verified: true });
  const { amount, windows, disputed } = cumulateUnit(SUM, 'u', [told, checked], year);
  expect([amount.value?.toFixed(), windows.map(({ figureId }) => figureId), disputed]).toEqual(['280', [checked.id], true]);
});

test('of two sources that nobody verified the one that claims less is counted', () => {
  const two = (measure: Measure) =>
    cumulateUnit(measure, 'u', [figure({ value: '10', source: 'a' }), figure({ value: '9', source: 'b' })], year);
  expect([two(SUM).amount.value?.toFixed(), two({ ...SUM, direction: 'DOWN' }).amount.value?.toFixed()]).toEqual(['9', '10']);
});

test('21,325 in a month and 21,325 in the thirteen months that hold it disagree; half of it in a month does not', () => {
  const month = figure({ from: '2023-11-01', to: '2023-11-30', value: '21325', source: 'Kinh tế & Đô thị' });
  const months = figure({ from: '2023-11-01', to: '2024-11-30', value: '21325', source: 'Lao động Thủ đô' });
  expect([...disputes(SUM, [month, months])]).toEqual([
    [month.id, [months.id]],
    [months.id, [month.id]],
  ]);
  expect(disputes(SUM, [{ ...month, value: '10662' }, months]).size).toBe(0);
  expect(disputes(SUM, [month, { ...months, source: month.source }]).size).toBe(0);
});

test('a system that was at work in a part only may count there all that is reported of the whole, and no more', () => {
  const piece = figure({ from: '2026-01-01', to: '2026-01-14', value: '40', source: 'Hệ thống', system: true });
  const quarter = figure({ from: '2025-12-15', to: '2026-03-14', value: '40', source: 'Xã An Khánh' });
  expect(disputes(SUM, [piece, quarter]).size).toBe(0);
  expect(disputes(SUM, [{ ...piece, value: '41' }, quarter]).size).toBe(2);
});

test.each([
  ['UP', '95', true],
  ['UP', '95.1', false],
  ['DOWN', '95', true],
  ['DOWN', '94.9', false],
] as const)('going %s, 95 against a target of %s: %s', (direction, target, met) => {
  expect(meetsTarget(direction, new Decimal(95), target)).toBe(met);
});

const aFigure = fc
  .record({
    unit: fc.integer({ min: 0, max: 5 }),
    start: fc.integer({ min: 0, max: 200 }),
    length: fc.integer({ min: 0, max: 90 }),
    value: fc.integer({ min: 0, max: 1000 }),
    more: fc.integer({ min: 0, max: 1000 }),
    source: fc.constantFrom('a', 'b', 'c'),
    verified: fc.boolean(),
  })
  .map(({ unit, start, length, value, more, source, verified }) =>
    figure({
      unitId: `u${String(unit)}`,
      from: addDays('2024-01-01', start),
      to: addDays('2024-01-01', start + length),
      value: String(value),
      numerator: String(value),
      denominator: String(value + more),
      source,
      verified,
    }),
  );

test('never is a day of a unit counted twice, and a sum is the sum of what was counted', () => {
  fc.assert(
    fc.property(fc.array(aFigure, { maxLength: 40 }), (figures) => {
      const { windows, amount } = cumulateUnit(SUM, 'u0', figures, { from: '2024-01-01', to: '2024-12-31' });
      for (const [at, each] of windows.entries()) for (const other of windows.slice(at + 1)) expect(overlap(each, other)).toBe(false);
      const counted = windows.reduce(
        (sum, { figureId }) => sum.plus(figures.find(({ id }) => id === figureId)?.value ?? 0),
        new Decimal(0),
      );
      expect((amount.value ?? new Decimal(0)).eq(counted)).toBe(true);
    }),
  );
});

test.each([SUM, RATIO])('totals are the same on the old units and on the new: $aggregation', (measure) => {
  const carriers = fc.array(fc.constantFrom<string | null>('n1', 'n2', null), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(aFigure, { maxLength: 40 }), carriers, (figures, carrierOf) => {
      const span = { from: '2024-01-01', to: '2024-12-31' };
      const units: UnitCumulative[] = carrierOf.map((_, at) => cumulateUnit(measure, `u${String(at)}`, figures, span));
      const old = cumulativeLines(measure, units, (unitId) => unitId);
      const now = cumulativeLines(measure, units, (unitId) => carrierOf[Number(unitId.slice(1))] ?? null);
      expect(now.total).toEqual(old.total);
      expect(now.lines.flatMap(({ parts }) => parts.map(({ unitId }) => unitId)).sort()).toEqual(units.map(({ unitId }) => unitId).sort());
    }),
  );
});
