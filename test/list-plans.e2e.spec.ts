import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { buildSchema } from 'graphql';
import { Client as Connection } from 'pg';
import { byVietnamese } from '#lib/kernel';
import { PLANNER_SETTINGS } from '#lib/platform';
import { fill } from '../apps/bench/src/data/fill.js';
import { tokenOf } from '../apps/bench/src/data/ids.js';
import { mediumOf } from '../apps/bench/src/data/size.js';
import { type AskedList, LISTS, documentOf, listsOf, ordersOf } from '../apps/bench/src/lists.js';
import { type ListPlan, MOST_READ, isWellRead, listPlan, planOf } from '../apps/bench/src/plans.js';
import { statementsOf } from '../apps/bench/src/statements.js';
import { NOT_YET_WELL_ORDERED, NOT_YET_WELL_READ } from './support/not-yet-well-read.js';
import { type RunningContest, clientOf, startContest } from './support/harness.js';

/** A hundred contests run at once here, and two rounds of some thousand cards are signed and not closed. */
const MOST_READ_UNDER_WAY = 400;

const TODAY = '2026-11-26';

const SCHEMA = buildSchema(readFileSync(join(import.meta.dirname, '../prisma-free-schema/schema.graphql'), 'utf8'));

let contest: RunningContest;
let connection: Connection;

beforeAll(async () => {
  contest = await startContest(`${TODAY}T02:00:00Z`);
  await fill(contest.databaseUrl, mediumOf(TODAY));
  connection = new Connection({ connectionString: contest.databaseUrl, options: PLANNER_SETTINGS });
  await connection.connect();
}, 180_000);
afterAll(async () => {
  await connection.end();
  await contest.stop();
});

async function planOfList(name: string, { asker, variables }: AskedList, size: object = { first: 50 }): Promise<ListPlan> {
  const client = clientOf(() => contest.app, asker ? { authorization: `Bearer ${tokenOf(asker)}` } : {});
  const document = documentOf(contest.get(GraphQLSchemaHost).schema, name);
  const ask = () => client.ask(document, { ...variables, ...size });
  await ask();
  let answer: unknown;
  const statements = await statementsOf(async () => (answer = await ask()));
  return listPlan(connection, statements, answer);
}

test('every list of the schema is looked at here', () => {
  expect(listsOf(contest.get(GraphQLSchemaHost).schema).sort()).toEqual(Object.keys(LISTS));
});

test.each(Object.entries(LISTS).filter(([name]) => !(name in NOT_YET_WELL_READ)))(
  `%s reads no growing table from end to end, and at most ${String(MOST_READ)} rows for each thing that it answers`,
  async (name, asked) => {
    const { times, scans } = await planOfList(name, asked);

    expect({ scans, tooMany: times > (asked.underWay ? MOST_READ_UNDER_WAY : MOST_READ) ? times : null }).toEqual({
      scans: [],
      tooMany: null,
    });
  },
);

test.each(Object.entries(LISTS).filter(([name]) => !(name in NOT_YET_WELL_READ)))('%s reads no more from its end', async (name, asked) => {
  const { times, scans } = await planOfList(name, asked, { last: 50 });

  expect({ scans, tooMany: times > (asked.underWay ? MOST_READ_UNDER_WAY : MOST_READ) ? times : null }).toEqual({
    scans: [],
    tooMany: null,
  });
});

const ORDERS = Object.keys(LISTS).flatMap((name) => ordersOf(SCHEMA, name).map((order) => [name, order] as const));

const planInOrder = (name: string, order: string): Promise<ListPlan> => {
  const asked = LISTS[name] as AskedList;
  return planOfList(name, { ...asked, variables: { ...asked.variables, order } });
};

test.each(ORDERS.filter(([name, order]) => !(`${name} ${order}` in NOT_YET_WELL_ORDERED)))(
  '%s in the order %s reads no growing table from end to end, and no more',
  async (name, order) => {
    const { times, scans } = await planInOrder(name, order);

    expect({ scans, tooMany: times > MOST_READ ? times : null }).toEqual({ scans: [], tooMany: null });
  },
);

test.each(Object.entries(NOT_YET_WELL_ORDERED))('%s is not well ordered yet, and no worse than it was', async (named, before) => {
  const [name, order] = named.split(' ') as [string, string];
  const plan = await planInOrder(name, order);

  expect(isWellRead(plan)).toBe(false);
  expect(plan.times).toBeLessThanOrEqual(Math.ceil(before * 1.2));
});

test.each([
  ...['contests', 'correctiveActions', 'papers', 'reportedCases', 'rollouts', 'signals'].map((name) => [name, 'NEWEST', 'OLDEST']),
  ...['achievements', 'adoptions', 'handovers', 'imports', 'indexYears', 'inspections', 'mails'].map((name) => [name, 'NEWEST', 'OLDEST']),
  ...['pilots', 'publicIndexYears', 'publicPilots', 'recognitions', 'reports'].map((name) => [name, 'NEWEST', 'OLDEST']),
  ...['holds', 'undelivered', 'publicAchievements', 'transactionCounts', 'reportingPeriods'].map((name) => [name, 'NEWEST', 'OLDEST']),
  ...['units', 'counters', 'handoverCounts', 'unitsWithoutSubmission'].map((name) => [name, 'NAME', 'NAME_LAST']),
  ['achievements', 'YEAR', 'YEAR_FIRST'],
  ['grants', 'END', 'END_LAST'],
  ['overdue', 'DUE', 'DUE_LAST'],
  ['people', 'NAME', 'NAME_LAST'],
  ['licences', 'EXPIRY', 'EXPIRY_LAST'],
] as [string, string, string][])('%s by %s is %s from its end', async (name, order, other) => {
  const { asker, variables } = LISTS[name] as AskedList;
  const client = clientOf(() => contest.app, asker ? { authorization: `Bearer ${tokenOf(asker)}` } : {});
  const document = documentOf(SCHEMA, name);
  const { edges } = await client.ask(document, { ...variables, order, first: 5 });
  const { edges: ofOther } = await client.ask(document, { ...variables, order: other, last: 5 });

  expect(edges).not.toEqual([]);
  expect(edges.toReversed()).toEqual(ofOther);
});

test.each(['people', 'mails'])('%s are found by a part of an address without reading through all there are', async (name) => {
  const { times, scans } = await planOfList(name, { ...(LISTS[name] as AskedList), variables: { search: 'a123@exa' } });

  expect(scans).toEqual([]);
  expect(times).toBeLessThanOrEqual(MOST_READ);
});

test('the log is read from either end', async () => {
  const { asker } = LISTS['auditEntries'] as AskedList;
  const client = clientOf(() => contest.app, { authorization: `Bearer ${tokenOf(String(asker))}` });
  const asked = (of: string) => client.ask(`{ auditEntries(operation: "saveDraft", ${of}) { edges { node { hash } } } }`);
  const [oldest, last] = [await asked('order: OLDEST, first: 5'), await asked('last: 5')];

  expect(oldest.edges).toHaveLength(5);
  expect(oldest.edges.toReversed()).toEqual(last.edges);
});

type Row = Record<string, any>;

test.each<[string, string, string, (row: Row) => string]>([
  ['achievements', 'YEAR_FIRST', 'year', ({ year }) => String(year)],
  ['adoptions', 'UNIT', 'unit { nameVi }', ({ unit }) => unit.nameVi],
  ['adoptions', 'TITLE', 'rollout { titleVi }', ({ rollout }) => rollout.titleVi],
  ['adoptions', 'DUE', 'dueOn', ({ dueOn }) => dueOn ?? '9999'],
  ['overdue', 'DUE', 'dueOn', ({ dueOn }) => dueOn],
  ['overdue', 'UNIT', 'unit { nameVi } dueOn', ({ unit, dueOn }) => `${String(unit.nameVi)} ${String(dueOn)}`],
  ['recognitions', 'DUE', 'decideBy decidedOn', ({ decideBy, decidedOn }) => (decidedOn === null ? decideBy : '9999')],
  ['reports', 'UNIT', 'unit { nameVi }', ({ unit }) => unit.nameVi],
])('%s in the order %s goes by it over its pages', async (name, order, shown, of) => {
  const client = clientOf(() => contest.app, { authorization: `Bearer ${tokenOf('O')}` });
  const document = `query ($after: String) { ${name}(order: ${order}, first: 60, after: $after) { edges { node { id ${shown} } } pageInfo { endCursor } } }`;
  const first = await client.ask(document);
  const second = await client.ask(document, { after: first.pageInfo.endCursor });
  const nodes: Row[] = [...first.edges, ...second.edges].map(({ node }: { node: Row }) => node);

  expect(new Set(nodes.map(({ id }) => id)).size).toBe(120);
  expect(nodes.map(of)).toEqual(nodes.map(of).sort(byVietnamese));
});

test('of what is overdue, what is of one kind is listed and counted alone', async () => {
  const client = clientOf(() => contest.app, { authorization: `Bearer ${tokenOf('O')}` });
  const counted = async (kind: string | null): Promise<[number, string[]]> => {
    const { totalCount, edges } = await client.ask(
      'query ($kind: OverdueKind) { overdue(kind: $kind, order: UNIT, first: 100) { totalCount edges { node { kind } } } }',
      { kind },
    );
    return [totalCount, [...new Set<string>(edges.map(({ node }: { node: Row }) => node['kind']))].sort()];
  };
  const [[all, both], [reports, ofReports], [adoptions, ofAdoptions]] = [
    await counted(null),
    await counted('REPORT'),
    await counted('ADOPTION'),
  ];

  expect([both, ofReports, ofAdoptions]).toEqual([['ADOPTION', 'REPORT'], ['REPORT'], ['ADOPTION']]);
  expect([reports > 0, adoptions > 0, reports + adoptions]).toEqual([true, true, all]);
});

// The list can only shrink: what has become good is struck off, and nothing may become worse than it says.
test.each(Object.entries(NOT_YET_WELL_READ))('%s is not well read yet, and no worse than it was', async (name, before) => {
  const plan = await planOfList(name, LISTS[name] as AskedList);

  expect(isWellRead(plan)).toBe(false);
  expect(plan.times).toBeLessThanOrEqual(Math.ceil(before.times * 1.2));
});

test.each(Object.keys(LISTS))('%s is the same list read backwards', async (name) => {
  const { asker, variables } = LISTS[name] as AskedList;
  const client = clientOf(() => contest.app, asker ? { authorization: `Bearer ${tokenOf(asker)}` } : {});
  const { schema } = contest.get(GraphQLSchemaHost);
  const document = documentOf(schema, name).replace(
    '{ edges {',
    '{ pageInfo { hasPreviousPage hasNextPage startCursor endCursor } edges { cursor',
  );
  const page = (args: object): Promise<any> => client.ask(document, { ...variables, ...args });
  const first = await page({ first: 4 });
  const second = await page({ first: 3, after: first.pageInfo.endCursor });
  const back = await page({ last: 4, before: second.pageInfo.startCursor ?? undefined });
  const end = await page({ last: 4 });

  expect(second.pageInfo.hasPreviousPage).toBe(first.edges.length > 0);
  expect(back.edges).toEqual(first.edges);
  // Of reading the log there is an entry by then.
  expect(back.pageInfo).toEqual({ ...first.pageInfo, hasPreviousPage: name === 'auditEntries' });
  expect([end.pageInfo.hasNextPage, end.edges.length]).toEqual([false, first.edges.length]);
});

test('a list that is read from end to end is found', async () => {
  const planted = { text: `select i.id, i.title from initiative i where i.title like $1 order by i.saved_at limit 3`, values: ['%mã QR%'] };

  const plan = await planOf(connection, planted);

  expect(plan.scans).toEqual(['initiative']);
  expect(plan.reads).toBeGreaterThan(9_000);
});

test('a list that sorts all that there is for one page is found', async () => {
  const contestId = String(LISTS['finalStandings']?.variables['contestId']);
  const planted = { text: 'select i.id from initiative i where i.contest_id = $1 order by i.title limit 3', values: [contestId] };

  const plan = await listPlan(connection, [planted], [{ id: '1' }, { id: '2' }, { id: '3' }]);

  expect({ ...plan, wellRead: isWellRead(plan) }).toMatchObject({ scans: [], answered: 3, wellRead: false });
});
