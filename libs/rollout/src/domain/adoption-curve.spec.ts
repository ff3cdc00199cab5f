import { type AdoptionStep, CURVE_POINTS, curveDays, curveOf } from './adoption-curve.js';

const step = (adoptionId: string, effectiveOn: string, state: AdoptionStep['state'], basis: AdoptionStep['basis'] = 'REQUIRED') => ({
  adoptionId,
  effectiveOn,
  state,
  basis,
});

test('the days of a curve go by steps from the first and end with the last', () => {
  expect(curveDays('2024-01-31', '2024-04-15', 'MONTH')).toEqual(['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-15']);
  expect(curveDays('2024-01-01', '2024-07-01', 'QUARTER')).toEqual(['2024-01-01', '2024-04-01', '2024-07-01']);
  expect(curveDays('2024-01-01', '2024-01-01', 'YEAR')).toEqual(['2024-01-01']);
});

test('of more days than a curve has points, it has the latest', () => {
  const days = curveDays('2000-01-01', '2024-01-01', 'MONTH');
  expect([days.length, days.at(0), days.at(-1)]).toEqual([CURVE_POINTS, '2014-02-01', '2024-01-01']);
});

test('on each day an adoption counts as what it was last, who is exempt not at all, who has not begun neither', () => {
  const steps = [
    step('a', '2024-01-01', 'NOT_STARTED'),
    step('a', '2024-03-01', 'IN_USE'),
    step('a', '2024-03-01', 'SUSTAINED'),
    step('b', '2024-01-01', 'PREPARING'),
    step('b', '2024-02-01', 'PREPARING', 'EXEMPT'),
    step('c', '2024-02-15', 'PILOTING', 'VOLUNTARY'),
  ];
  expect(curveOf(steps, ['2023-12-31', '2024-01-01', '2024-02-20', '2024-03-01'])).toEqual([
    { on: '2023-12-31', expected: 0, inUse: 0, counts: [] },
    {
      on: '2024-01-01',
      expected: 2,
      inUse: 0,
      counts: [
        { state: 'NOT_STARTED', count: 1 },
        { state: 'PREPARING', count: 1 },
      ],
    },
    {
      on: '2024-02-20',
      expected: 2,
      inUse: 0,
      counts: [
        { state: 'NOT_STARTED', count: 1 },
        { state: 'PILOTING', count: 1 },
      ],
    },
    {
      on: '2024-03-01',
      expected: 2,
      inUse: 1,
      counts: [
        { state: 'PILOTING', count: 1 },
        { state: 'SUSTAINED', count: 1 },
      ],
    },
  ]);
});
