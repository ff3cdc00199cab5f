import { addDays, addMonths } from '#lib/kernel';
import fc from 'fast-check';
import { type Window, chooseWindows, daysIn, gapsIn, overlap } from './windows.js';

const window = (from: string, to: string, verified = false) => ({ from, to, verified });

const aWindow = fc
  .record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 30 }), verified: fc.boolean() })
  .map(({ start, length, verified }) => window(addDays('2024-01-01', start), addDays('2024-01-01', start + length), verified));

const days = (windows: readonly Window[]) => windows.reduce((sum, each) => sum + daysIn(each), 0);

/** Every choice of windows that do not overlap, the slow way. */
function allCovers<T extends Window>(windows: readonly T[]): T[][] {
  const [first, ...rest] = windows;
  if (!first) return [[]];
  const without = allCovers(rest);
  return [...without, ...without.filter((cover) => !cover.some((other) => overlap(other, first))).map((cover) => [first, ...cover])];
}

test('the year contains the half-year: it alone holds all the days, and nothing is added twice', () => {
  const quarter = window('2023-12-15', '2024-03-14');
  const half = window('2023-12-15', '2024-06-14');
  const third = window('2024-06-15', '2024-09-14');
  const year = window('2023-12-15', '2024-12-14');
  expect(chooseWindows([quarter, half, third, year])).toEqual([year]);
  expect(chooseWindows([quarter, half, third])).toEqual([half, third]);
});

test('of two covers of the same days the finer is taken', () => {
  const quarters = [window('2024-01-01', '2024-03-31'), window('2024-04-01', '2024-06-30')];
  expect(chooseWindows([window('2024-01-01', '2024-06-30'), ...quarters])).toEqual(quarters);
});

test('no two chosen windows share a day', () => {
  fc.assert(
    fc.property(fc.array(aWindow, { maxLength: 40 }), (windows) => {
      const chosen = chooseWindows(windows);
      for (const [at, each] of chosen.entries()) for (const other of chosen.slice(at + 1)) expect(overlap(each, other)).toBe(false);
    }),
  );
});

test('no other choice holds more days, nor as many in finer windows', () => {
  fc.assert(
    fc.property(fc.array(aWindow, { maxLength: 9 }), (windows) => {
      const chosen = chooseWindows(windows);
      const covers = allCovers(windows);
      const most = Math.max(...covers.map(days));
      const finest = Math.max(...covers.filter((cover) => days(cover) === most).map((cover) => cover.length));
      expect([days(chosen), chosen.length]).toEqual([most, finest]);
    }),
  );
});

test('what is chosen and the gaps make up the span, day for day', () => {
  fc.assert(
    fc.property(fc.array(aWindow, { maxLength: 20 }), (windows) => {
      const span = { from: '2024-01-01', to: '2024-04-30' };
      const chosen = chooseWindows(windows);
      const gaps = gapsIn(span, chosen);
      expect(days(chosen) + days(gaps)).toBe(daysIn(span));
      expect(gaps.some((gap) => chosen.some((each) => overlap(gap, each)))).toBe(false);
    }),
  );
});

test('a window that reaches beyond the span leaves no gap outside it', () => {
  expect(
    gapsIn({ from: '2024-02-01', to: '2024-02-29' }, [window('2023-12-15', '2024-02-10'), window('2024-02-20', '2024-03-14')]),
  ).toEqual([{ from: '2024-02-11', to: '2024-02-19' }]);
  expect(gapsIn({ from: '2024-02-01', to: '2024-02-29' }, [window('2024-05-01', '2024-05-02')])).toEqual([
    { from: '2024-02-01', to: '2024-02-29' },
  ]);
});

test.each([
  ['2024-02-12', 6, '2024-08-12'],
  ['2024-08-31', 6, '2025-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2024-08-12', 12, '2025-08-12'],
  ['2024-03-31', -1, '2024-02-29'],
])('%s and %i months is %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then);
});
