import fc from 'fast-check';
import { sql } from 'kysely';
import { Database, type Listing, type OrderKey } from '#lib/platform';
import { statementsDuring } from './support/count-queries.js';
import { type District, aDistrict, aUnit } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

interface Row {
  readonly id: number;
  readonly day: string | null;
  readonly rank: number | null;
  readonly name: string;
}

let contest: RunningContest;
let district: District;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
}, 120_000);
afterAll(() => contest.stop());

const KEYS = {
  day: { column: sql`v.day`, key: 'day', type: 'date', nullAs: '-infinity' },
  rank: { column: sql`v.rank`, key: 'rank', type: 'integer', nullAs: '2147483647' },
  name: { column: sql`v.name collate "vi-VN-x-icu"`, key: 'name', type: 'text' },
} as const satisfies Record<string, OrderKey<Row>>;

const row = fc.record({
  day: fc.option(fc.constantFrom('2026-01-01', '2026-01-02', '2026-12-31')),
  rank: fc.option(fc.integer({ min: 1, max: 3 })),
  name: fc.constantFrom('Đông', 'Dương', 'An', 'Án', 'Ân'),
});
const orderOf = fc
  .shuffledSubarray(Object.keys(KEYS) as (keyof typeof KEYS)[])
  .chain((keys) =>
    fc.tuple(...keys.map((key) => fc.boolean().map((descending): OrderKey<Row> => ({ ...KEYS[key], descending }))), fc.boolean()),
  )
  .map((parts): OrderKey<Row>[] => {
    const descending = parts.at(-1) as boolean;
    return [...(parts.slice(0, -1) as OrderKey<Row>[]), { column: sql`v.id`, key: 'id', type: 'integer', descending }];
  });

type Way = 'AT_ONCE' | 'DRESSED_AFTER' | 'IN_SEVERAL_PLACES' | 'BY_THE_FIRST_KEY';

function listing(rows: readonly Omit<Row, 'id'>[], order: readonly OrderKey<Row>[], way: Way = 'AT_ONCE'): Listing<Row> {
  const given = JSON.stringify(rows.map((one, at) => ({ ...one, id: at })));
  const all = sql`jsonb_to_recordset(${given}::jsonb) as v(id integer, day date, rank integer, name text)`;
  const list = { columns: sql`v.id, v.day, v.rank, v.name`, from: all, where: sql`true`, order };
  if (way === 'DRESSED_AFTER') return { ...list, dress: { key: sql`v.id`, from: sql`${all} on v.id = page.key` } };
  if (way === 'IN_SEVERAL_PLACES') {
    const dress = { key: sql`v.id`, with: sql`v.day, v.rank, v.name`, from: sql`(values (1)) one on true` };
    const also = [
      { from: all, where: sql`v.id % 3 = 0` },
      { from: all, where: sql`v.id % 2 = 1` },
    ];
    return { ...list, columns: sql`page.key as id, page.day, page.rank, page.name`, where: sql`v.id % 2 = 0`, also, dress };
  }
  const [first] = order;
  if (way === 'AT_ONCE' || !first) return list;
  const lead = first.nullAs === undefined ? first.column : sql`coalesce(${first.column}, ${sql.lit(first.nullAs)}::${sql.raw(first.type)})`;
  const direction = first.descending ? sql`desc` : sql`asc`;
  return {
    ...list,
    from: (needed) =>
      needed
        ? sql`(select distinct ${lead} as lead from ${all} where ${needed.reached} order by lead ${direction} limit ${needed.enough}) led
            join ${all} on ${lead} = led.lead`
        : all,
  };
}

test.each<Way>(['AT_ONCE', 'DRESSED_AFTER', 'IN_SEVERAL_PLACES', 'BY_THE_FIRST_KEY'])(
  'pages of any order, found %s, one after the other, hold every row once and in that order',
  async (way) => {
    const database = contest.get(Database);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        orderOf,
        fc.integer({ min: 1, max: 4 }),
        async (rows, order, first) => {
          const list = listing(rows, order, way);
          const whole = await database.page(listing(rows, order), { first: 100 });
          const paged: number[] = [];
          let after: string | null = null;
          do {
            const page: Awaited<ReturnType<typeof database.page<Row>>> = await database.page(list, { first, after });
            expect(page.totalCount).toBe(rows.length);
            paged.push(...page.edges.map(({ node }) => node.id));
            after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
          } while (after);
          expect(paged).toEqual(whole.edges.map(({ node }) => node.id));
          expect([...paged].sort((a, b) => a - b)).toEqual(rows.map((_, at) => at));
        },
      ),
      { numRuns: 80 },
    );
  },
  120_000,
);

test('a key that may be null says as what, or its list cannot be paged', async () => {
  const unsaid = listing([{ day: null, rank: 1, name: 'An' }], [{ column: sql`v.day`, key: 'day', type: 'date' }]);
  await expect(contest.get(Database).page(unsaid, { first: 1 })).rejects.toThrow('ordered by day, which may be null');
});

test.each([
  ['where it is asked for', 'node { screenedBy { fullName } }', true],
  ['where a fragment asks for it', 'node { ...Line } } } } fragment Line on InitiativeSummary { ... { screenedBy { personId', true],
  ['not where nobody asks', 'node { id title }', false],
])('who screened the dossiers of a page is looked up %s', async (_, shown, looked) => {
  for (const sight of ['interpreted', 'compiled']) {
    const texts = await statementsDuring(() => organiser.ask(`{ initiatives(first: 2) { edges { ${shown} } } }`, {}));
    expect([sight, texts.some((text) => text.includes('from screening said'))]).toEqual([sight, looked]);
  }
});

test.each([
  ['is planned once', 'first: 5', true],
  ['that searches is planned anew', 'first: 5, search: "mã QR"', false],
])('a list %s', async (_, args, prepared) => {
  const texts = await statementsDuring(() => organiser.ask(`{ initiatives(${args}) { edges { node { id } } } }`, {}));
  const list = texts.filter((text) => text.includes('json_agg(shown)'));
  expect(list.map((text) => /limit 6\b.*\/\* prepared \*\//s.test(text))).toEqual([prepared]);
});

test.each([
  ['where it is asked for', '{ units(first: 1) { totalCount edges { node { id } } } }', true],
  ['where a fragment asks for it', '{ units(first: 1) { ...All } } fragment All on UnitConnection { ... { totalCount } }', true],
  ['where it may be asked for', 'query ($n: Boolean = true) { units(first: 1) { totalCount @include(if: $n) } }', true],
  ['not where nobody asks', '{ units(first: 1) { edges { node { id } } } }', false],
])('a list is counted %s', async (_, query, counted) => {
  await aUnit(contest, `Xã ${String(query.length)}`, { kind: 'COMMUNE', parentId: district.units.district });
  for (const sight of ['interpreted', 'compiled']) {
    const texts = await statementsDuring(() => organiser.ask(query, {}));
    expect([sight, texts.some((text) => /count\(\*\)/.test(text))]).toEqual([sight, counted]);
  }
});
