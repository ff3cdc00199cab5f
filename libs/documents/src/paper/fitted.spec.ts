import { fitted, widthsBy } from './fitted.js';
import { SAMPLE } from './sample.js';

const column = (title: string, share: number) => ({ title, share, align: 'left' as const });
const widthsIn = (titles: readonly (readonly [string, number])[], cells: readonly string[]): number[] => {
  const table = { kind: 'table' as const, columns: titles.map(([title, share]) => column(title, share)), rows: [cells] };
  const [block] = fitted({ ...SAMPLE, annexes: [], body: [table] }).body;
  return block?.kind === 'table' ? block.columns.map(({ share }) => share) : [];
};

test('columns have their shares of the width, but none is narrower than its least', () => {
  const even = { share: 1, least: 0 };
  expect(widthsBy([even, { share: 3, least: 0 }], 100)).toEqual([25, 75]);
  expect(
    widthsBy(
      [
        { share: 1, least: 40 },
        { share: 3, least: 0 },
      ],
      100,
    ),
  ).toEqual([40, 60]);
  // What one column takes may leave another too little: that gets its least as well.
  expect(
    widthsBy(
      [
        { share: 1, least: 50 },
        { share: 2, least: 30 },
        { share: 2, least: 10 },
      ],
      100,
    ),
  ).toEqual([50, 30, 20]);
});

test('columns that cannot all have their least have their shares', () => {
  expect(
    widthsBy(
      [
        { share: 1, least: 80 },
        { share: 1, least: 80 },
      ],
      100,
    ),
  ).toEqual([50, 50]);
});

test('a column is as wide as its longest word, of its title as of its cells', () => {
  const [number = 0, day = 0, rest = 0] = widthsIn(
    [
      ['STT', 0.1],
      ['Từ', 0.1],
      ['Ghi chú', 10],
    ],
    ['1', '02/03/2026', ''],
  );
  // "STT" in bold letters of 12 points is 8.3 mm wide, the day 19.1 mm; each has 1.5 mm on both sides.
  expect([number > 10.5 && number < 12.5, day > 21 && day < 23.5]).toEqual([true, true]);
  expect(number + day + rest).toBeCloseTo(165);
});

test('one endless word does not take more than a third of its table', () => {
  const [first = 0, second = 0] = widthsIn(
    [
      ['A', 1],
      ['B', 9],
    ],
    ['w'.repeat(300), 'từ'],
  );
  expect([first, second].map(Math.round)).toEqual([55, 110]);
});
