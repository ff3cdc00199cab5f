import fc from 'fast-check';
import {
  cronbachAlpha,
  intraclassCorrelation,
  INTRACLASS_FORMS,
  kendallW,
  krippendorffAlpha,
  NotComputable,
  seededOrder,
  spearmanRho,
  type Metric,
  type Table,
} from '../index.js';

const METRICS = ['NOMINAL', 'ORDINAL', 'INTERVAL', 'RATIO'] as const satisfies Metric[];
const turned = (rows: Table): Table => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
const cells = (cell: fc.Arbitrary<number | null>) =>
  fc
    .record({ rows: fc.integer({ min: 2, max: 7 }), columns: fc.integer({ min: 2, max: 5 }) })
    .chain(({ rows, columns }) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
const complete = cells(fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4));
const gappy = cells(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 4 }));

/** What is computed, or the code of the refusal: either must hold for both ways of writing the same thing. */
const outcome = (act: () => number): number | string => {
  try {
    return act();
  } catch (error) {
    if (error instanceof NotComputable) return error.code;
    throw error;
  }
};
const measures: [string, (table: Table) => number][] = [
  ...METRICS.map((metric): [string, (table: Table) => number] => [`α ${metric}`, (table) => krippendorffAlpha(table, metric)]),
  ...INTRACLASS_FORMS.map((form): [string, (table: Table) => number] => [
    `ICC ${form}`,
    (table) => intraclassCorrelation(table, form).value,
  ]),
  ['W', (table) => kendallW(table).w],
  ["Cronbach's α", (table) => cronbachAlpha(table)],
];

test.each(measures)('%s: the order of judges and of initiatives does not matter, and it is a number or a refusal', (_, measure) => {
  fc.assert(
    fc.property(fc.oneof(complete, gappy), fc.integer(), (table, seed) => {
      const [one, other] = [
        outcome(() => measure(table)),
        outcome(() => measure(turned(seededOrder(turned(seededOrder(table, seed)), seed)))),
      ];
      if (typeof one === 'string') expect(other).toBe(one);
      else {
        expect(Number.isFinite(one)).toBe(true);
        expect(Math.abs(one - (other as number))).toBeLessThan(1e-9 * Math.max(1, Math.abs(one)));
        expect(one).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
  );
});

test('α of identical, non-constant columns is 1, whatever the metric', () => {
  const columns = fc.tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 9 }),
    fc.integer({ min: 2, max: 5 }),
    fc.constantFrom(...METRICS),
  );
  fc.assert(
    fc.property(columns, ([values, judges, metric]) => {
      expect(
        krippendorffAlpha(
          values.map((value) => Array<number>(judges).fill(value / 7)),
          metric,
        ),
      ).toBeCloseTo(1, 12);
    }),
  );
});

test('a judge who marks everything so much higher does not change the order the judges see, and so neither W nor ρ', () => {
  fc.assert(
    fc.property(complete, fc.integer({ min: 1, max: 50 }), (table, more) => {
      const raised = table.map((row) => row.map((cell, judge) => (judge === 0 ? (cell ?? 0) + more : cell)));
      expect(outcome(() => kendallW(raised).w)).toEqual(outcome(() => kendallW(table).w));
      const [a, b] = [table, raised].map((rows) => [rows.map((row) => row[0] ?? 0), rows.map((row) => row[1] ?? 0)] as const);
      expect(outcome(() => spearmanRho(...b!))).toEqual(outcome(() => spearmanRho(...a!)));
    }),
  );
});

test('correlations and W lie where they must, and of two judges W is (ρ + 1) / 2', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 12 }), fc.integer(), (xs, seed) => {
      const ys = seededOrder(xs, seed);
      const rho = spearmanRho(xs, ys);
      expect(Math.abs(rho)).toBeLessThanOrEqual(1);
      expect(kendallW(xs.map((x, at) => [x, ys[at]!])).w).toBeCloseTo((rho + 1) / 2, 9);
      expect(
        spearmanRho(
          xs,
          ys.map((y) => -y),
        ),
      ).toBeCloseTo(-rho, 9);
    }),
  );
});

test.each(INTRACLASS_FORMS)('ICC %s lies within its interval, where it has one', (form) => {
  fc.assert(
    fc.property(complete, (table) => {
      let found: ReturnType<typeof intraclassCorrelation> | undefined;
      const value = outcome(() => (found = intraclassCorrelation(table, form)).value);
      if (typeof value === 'string' || !found?.interval) return;
      expect(Number.isFinite(found.interval.low) && Number.isFinite(found.interval.high)).toBe(true);
      expect(found.interval.low).toBeLessThanOrEqual(value + 1e-9);
      expect(found.interval.high).toBeGreaterThanOrEqual(value - 1e-9);
    }),
  );
});
