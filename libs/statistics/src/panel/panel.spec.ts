import fc from 'fast-check';
import { Decimal } from '#lib/kernel';
import {
  componentsOf,
  grubbsTest,
  modifiedZ,
  NotComputable,
  prizeChances,
  rank,
  seededOrder,
  severityFit,
  zScores,
  type Mark,
} from '../index.js';

const read = (text: string): Mark[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [initiative = '', ...cells] = line.trim().split(/\s+/);
      return cells.flatMap((cell, judge) => (cell === '.' ? [] : [{ initiative, judge: `J${String(judge + 1)}`, value: Number(cell) }]));
    });

const MONTGOMERY = read(`
  E1 73 74  . 71
  E2  . 75 67 72
  E3 73 75 68  .
  E4 75  . 72 75`);
const values = (by: ReadonlyMap<string, number>) => ['E1', 'E2', 'E3', 'E4'].map((name) => by.get(name)!);

test('Montgomery, balanced incomplete blocks: raw order 4 1 3 2 becomes 4 3 2 1', () => {
  const { raw, adjusted, severity, ranks } = severityFit(MONTGOMERY);
  for (const [at, value] of [72.6667, 71.3333, 72.0, 74.0].entries()) expect(values(raw)[at]).toBeCloseTo(value, 4);
  for (const [at, value] of [71.375, 71.625, 72.0, 75.0].entries()) expect(values(adjusted)[at]).toBeCloseTo(value, 9);
  expect(rank(values(raw).map((value) => new Decimal(value)))).toEqual([2, 4, 3, 1]);
  expect(values(ranks)).toEqual([4, 3, 2, 1]);
  expect([...severity.values()].reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
});

test('judges and initiatives that fall apart are found, and no severity is made up across the gap', () => {
  const apart = read(`
    A 1 2 .
    B 3 4 .
    C . . 5`);
  expect(componentsOf(apart)).toEqual([
    { initiatives: ['A', 'B'], judges: ['J1', 'J2'] },
    { initiatives: ['C'], judges: ['J3'] },
  ]);
  expect(() => severityFit(apart)).toThrow(expect.objectContaining(new NotComputable('NOT_CONNECTED', { components: 2 })) as Error);
});

test.each([
  ['no marks', () => severityFit([]), 'NO_VALUES'],
  ['a mark given twice', () => severityFit([...MONTGOMERY, MONTGOMERY[0]!]), 'GIVEN_TWICE'],
  [
    'a mark given twice by one of many',
    () => severityFit([...read('A 1 2 3 4'), { initiative: 'A', judge: 'J1', value: 1 }]),
    'GIVEN_TWICE',
  ],
  ['a mark that is no number', () => severityFit([{ initiative: 'A', judge: 'J', value: NaN }]), 'NOT_FINITE'],
  ['Grubbs of two', () => grubbsTest([1, 2]), 'TOO_FEW_VALUES'],
  ['Grubbs of a constant', () => grubbsTest([0.1, 0.1, 0.1]), 'NO_VARIATION'],
  ['modified z where most are the same', () => modifiedZ([1, 1, 1, 9]), 'NO_VARIATION'],
  [
    'chances of an initiative without a mark',
    () =>
      prizeChances(
        [
          [1, 2],
          [null, null],
        ],
        { seed: 1, replicates: 10, prizes: [1] },
      ),
    'NO_VALUES',
  ],
  ['chances from no replicates', () => prizeChances([[1, 2]], { seed: 1, replicates: 0, prizes: [1] }), 'OUT_OF_RANGE'],
] as const)('%s is refused', (_, act, code) => {
  expect(act).toThrow(new NotComputable(code));
});

/** Marks of a jury in which everybody has at least read the first initiative, so that all are connected. */
const connected = fc
  .record({ initiatives: fc.integer({ min: 1, max: 7 }), judges: fc.integer({ min: 1, max: 5 }), seed: fc.integer() })
  .chain(({ initiatives, judges, seed }) =>
    fc
      .array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 3 }), { minLength: initiatives * judges, maxLength: initiatives * judges })
      .map((cells) => {
        const order = seededOrder([...cells.keys()], seed);
        return order.flatMap((cell): Mark[] => {
          const [initiative, judge] = [Math.floor(cell / judges), cell % judges];
          const value = cells[cell] ?? (initiative === 0 ? 50 : judge === initiative % judges ? 60 : null);
          return value === null ? [] : [{ initiative: `E${String(initiative)}`, judge: `J${String(judge)}`, value }];
        });
      }),
  );
const close = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>, by = 0) => {
  expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
  for (const [name, value] of one) expect(Math.abs(other.get(name)! - value - by)).toBeLessThan(1e-7);
};

test('a constant added to the marks of one judge changes the severity of that judge and no adjusted rank', () => {
  fc.assert(
    fc.property(connected, fc.integer({ min: -50, max: 50 }), (marks, more) => {
      const judge = marks[0]!.judge;
      const [before, after] = [
        severityFit(marks),
        severityFit(marks.map((mark) => (mark.judge === judge ? { ...mark, value: mark.value + more } : mark))),
      ];
      expect([...after.ranks]).toEqual([...before.ranks]);
      close(before.adjusted, after.adjusted, more / before.severity.size);
    }),
  );
});

test('the order of the marks does not matter to the adjustment; a constant added to all shifts it by that', () => {
  fc.assert(
    fc.property(connected, fc.integer(), (marks, seed) => {
      const before = severityFit(marks);
      close(before.adjusted, severityFit(seededOrder(marks, seed)).adjusted);
      close(before.severity, severityFit(marks.map((mark) => ({ ...mark, value: mark.value + 3 }))).severity);
      close(before.adjusted, severityFit(marks.map((mark) => ({ ...mark, value: mark.value + 3 }))).adjusted, 3);
    }),
  );
});

test('least squares: what is left over of each judge, and of each initiative, adds up to nothing', () => {
  fc.assert(
    fc.property(connected, (marks) => {
      const { adjusted, severity } = severityFit(marks);
      for (const side of ['initiative', 'judge'] as const) {
        const left = new Map<string, number>();
        for (const mark of marks)
          left.set(mark[side], (left.get(mark[side]) ?? 0) + mark.value - adjusted.get(mark.initiative)! + severity.get(mark.judge)!);
        for (const sum of left.values()) expect(Math.abs(sum)).toBeLessThan(1e-7);
      }
    }),
  );
});

test('where everybody marks everything there is nothing to adjust', () => {
  const { raw, adjusted } = severityFit(read('A 70 90 80\nB 60 85 81\nC 75 95 70'));
  close(raw, adjusted);
});

test('each judge has a mean z of 0 and a deviation of 1, whatever the scale they use', () => {
  const wide = read('A 10 1\nB 20 2\nC 60 3\nD 30 9');
  const z = zScores(wide);
  for (const judge of ['J1', 'J2']) {
    const own = z.filter((_, at) => wide[at]!.judge === judge);
    expect(own.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 12);
    expect(own.reduce((sum, each) => sum + each * each, 0) / (own.length - 1)).toBeCloseTo(1, 12);
  }
  expect(zScores(wide.map((mark) => (mark.judge === 'J1' ? { ...mark, value: mark.value * 3 + 7 } : mark)))).toEqual(
    z.map((each): unknown => expect.closeTo(each, 9)),
  );
});

test('a judge who gave all the same, or only one mark, has a z of 0 throughout; the others keep theirs', () => {
  // The second gave 1 and 2: mean 1.5, deviation 1 / √2.
  expect(zScores(read('A 5 1 .\nB 5 2 7'))).toEqual([0, expect.closeTo(-Math.SQRT1_2, 12), 0, expect.closeTo(Math.SQRT1_2, 12), 0]);
  expect(zScores(read('A 0.1 1\nB 0.1 2\nC 0.1 3')).filter((_, at) => at % 2 === 0)).toEqual([0, 0, 0]);
});

test('the same seed gives the same chances; each prize that can be had is given, and an initiative ahead with every judge is sure of the first', () => {
  const table = [
    [95, 92, 99],
    [80, 84, 70],
    [79, 85, 72],
    [10, 12, 9],
  ];
  const draw = { seed: 7, replicates: 400, prizes: [1, 1] };
  const chances = prizeChances(table, draw);
  expect(prizeChances(table, draw)).toEqual(chances);
  expect(prizeChances(table, { ...draw, seed: 8 })).not.toEqual(chances);
  expect(chances[0]).toEqual([1, 0]);
  expect(chances[3]).toEqual([0, 0]);
  expect(chances[1]![1]! + chances[2]![1]!).toBeGreaterThanOrEqual(1);
  expect(
    prizeChances(
      [
        [95, null],
        [80, 84],
      ],
      draw,
    ),
  ).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test('NIST, Grubbs: of the eight uranium masses 245.57 stands out, with G = 2.469', () => {
  const found = grubbsTest([199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57]);
  expect(found).toMatchObject({ at: 7, outlying: true, g: expect.closeTo(2.4687, 3), critical: expect.closeTo(2.1266, 3) });
  // NIST gives 2.032 for one side at 5 %, which is two sides at 10 %.
  expect(grubbsTest([199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57], 0.1).critical).toBeCloseTo(2.032, 3);
});

test('Iglewicz & Hoaglin: 8.2 and 8.3 among ten readings are far out', () => {
  // Median 2.45, median deviation 0.15: 0.6745 · 5.75 / 0.15.
  const found = modifiedZ([2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3]);
  expect(found.map(({ outlying }) => outlying)).toEqual([...Array<boolean>(8).fill(false), true, true]);
  expect(found[8]!.z).toBeCloseTo(25.856, 3);
});

test('200 initiatives with 9 judges are drawn a thousand times in under two seconds, and 10,000 with 5 adjusted in under one', () => {
  const table = Array.from({ length: 200 }, (_, row) => Array.from({ length: 9 }, (__, judge) => 60 + ((row * 7 + judge * 13) % 37)));
  const started = performance.now();
  prizeChances(table, { seed: 1, replicates: 1_000, prizes: [1, 2, 3] });
  expect(performance.now() - started).toBeLessThan(2_000);

  const marks = Array.from({ length: 50_000 }, (_, at) => ({
    initiative: String(Math.floor(at / 5)),
    judge: String((Math.floor(at / 5) * 3 + (at % 5) * 7) % 100),
    value: 50 + ((at * 31) % 47),
  }));
  const again = performance.now();
  severityFit(marks);
  expect(performance.now() - again).toBeLessThan(1_000);
});
