import fc from 'fast-check';
import { sql } from 'kysely';
import { type Page } from '#lib/kernel';
import { Cursors, Database, type Listing, type OrderKey } from '#lib/platform';
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
  const direction = (backwards: boolean) => ((first.descending ?? false) !== backwards ? sql`desc` : sql`asc`);
  return {
    ...list,
    from: (needed) =>
      needed
        ? sql`(select distinct ${lead} as lead from ${all} where ${needed.reached} order by lead ${direction(needed.backwards)} limit ${needed.enough}) led
            join ${all} on ${lead} = led.lead`
        : all,
  };
}

/** The ids on all pages, in the order of the list, from either end; each page tells truly whether there are others beside it. */
async function walked(total: number, pageBeside: (cursor: string | null) => Promise<Page<Row>>, backwards = false): Promise<number[]> {
  const paged: number[] = [];
  let cursor: string | null = null;
  do {
    const { totalCount, edges, pageInfo } = await pageBeside(cursor);
    const ids = edges.map(({ node }) => node.id);
    expect(totalCount).toBe(total);
    expect(backwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(paged.length > 0);
    if (backwards) paged.unshift(...ids);
    else paged.push(...ids);
    const more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    expect(more).toBe(paged.length < total);
    cursor = more ? (backwards ? pageInfo.startCursor : pageInfo.endCursor) : null;
  } while (cursor);
  return paged;
}

test.each<Way>(['AT_ONCE', 'DRESSED_AFTER', 'IN_SEVERAL_PLACES', 'BY_THE_FIRST_KEY'])(
  'pages of any order, found %s, walked forwards or backwards, hold every row once and in that order',
  async (way) => {
    const database = contest.get(Database);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        orderOf,
        fc.integer({ min: 1, max: 4 }),
        async (rows, order, first) => {
          const list = listing(rows, order, way);
          const whole = (await database.page(listing(rows, order), { first: 100 })).edges.map(({ node }) => node.id);
          const forwards = await walked(rows.length, (after) => database.page(list, { first, after }));
          const backwards = await walked(rows.length, (before) => database.page(list, { last: first, before }), true);
          expect({ forwards, backwards }).toEqual({ forwards: whole, backwards: whole });
          expect([...whole].sort((a, b) => a - b)).toEqual(rows.map((_, at) => at));
        },
      ),
      { numRuns: 80 },
    );
  },
  120_000,
);

test('a key that may be null says as what, or its list cannot be paged', async () => {
  const unsaid = listing([{ day: null, rank: 1, name: 'An' }], [{ column: sql`v.day`, key: 'day', type: 'date' }]);
  const page = await contest.get(Database).page(unsaid, { first: 1 });

  expect(() => page.pageInfo.endCursor).toThrow('ordered by day, which may be null');
});

test.each([
  ['where it is asked for', 'node { screenedBy { fullName } }', true],
  ['where a fragment asks for it', 'node { ...Line } } } } fragment Line on InitiativeSummary { ... { screenedBy { id', true],
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

test('what stands behind a page is looked up in the statement of the page, and where it is asked for alone', async () => {
  const { pageInfo } = await organiser.ask('{ units(first: 1) { pageInfo { endCursor } } }', {});
  const looked = async (told: string) => {
    const texts = await statementsDuring(() =>
      organiser.ask(`query ($after: String) { units(first: 1, after: $after) { ${told} edges { node { id } } } }`, {
        after: pageInfo.endCursor,
      }),
    );
    return texts.filter((text) => text.includes('json_agg(shown)')).map((text) => /exists \(select 1 from .* as back/s.test(text));
  };

  expect([await looked('pageInfo { hasPreviousPage }'), await looked('pageInfo { hasNextPage }')]).toEqual([[true], [false]]);
});

test('a row is found again on either side though rows before it were added since, and its own was removed', async () => {
  const database = contest.get(Database);
  const order: OrderKey<Row>[] = [{ ...KEYS.name }, { column: sql`v.id`, key: 'id', type: 'integer' }];
  const [an, anh, dong, duong] = ['An', 'Án', 'Đông', 'Dương'].map((name) => ({ day: null, rank: null, name })) as [
    Omit<Row, 'id'>,
    Omit<Row, 'id'>,
    Omit<Row, 'id'>,
    Omit<Row, 'id'>,
  ];
  const page = (rows: Omit<Row, 'id'>[], args: object) => database.page(listing(rows, order), args);
  const middle = (await page([anh, duong], { first: 1 })).pageInfo.endCursor;
  const names = ({ edges }: Page<Row>) => edges.map(({ node }) => node.name);

  expect(names(await page([an, duong, dong], { first: 5, after: middle }))).toEqual(['Dương', 'Đông']);
  expect(names(await page([an, duong, dong], { last: 5, before: middle }))).toEqual(['An']);
});

test.each([
  ['none where nobody asks for one', 'edges { node { id } } pageInfo { hasNextPage hasPreviousPage }', 0],
  ['one for the end of a page', 'pageInfo { endCursor }', 1],
  ['one for each row that shows its own', 'edges { cursor }', 3],
])('cursors are written for who asks: %s', async (_, shown, times) => {
  const write = jest.spyOn(Cursors.prototype, 'write');
  try {
    await organiser.ask(`{ units(first: 3) { ${shown} } }`, {});
    expect(write).toHaveBeenCalledTimes(times);
  } finally {
    write.mockRestore();
  }
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
