import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Client as Connection } from 'pg';
import { IN_MEMORY } from '#lib/platform';
import { fill } from '../apps/bench/src/data/fill.js';
import { tokenOf } from '../apps/bench/src/data/ids.js';
import { mediumOf } from '../apps/bench/src/data/size.js';
import { type AskedList, LISTS, documentOf, listsOf } from '../apps/bench/src/lists.js';
import { type ListPlan, MOST_READ, isWellRead, listPlan, planOf } from '../apps/bench/src/plans.js';
import { statementsOf } from '../apps/bench/src/statements.js';
import { NOT_YET_WELL_READ } from './support/not-yet-well-read.js';
import { type RunningContest, clientOf, startContest } from './support/harness.js';

/** A hundred contests run at once here, and two rounds of some thousand cards are signed and not closed. */
const MOST_READ_UNDER_WAY = 400;

const TODAY = '2026-11-26';

let contest: RunningContest;
let connection: Connection;

beforeAll(async () => {
  contest = await startContest(`${TODAY}T02:00:00Z`);
  await fill(contest.databaseUrl, mediumOf(TODAY));
  connection = new Connection({ connectionString: contest.databaseUrl, options: IN_MEMORY });
  await connection.connect();
}, 180_000);
afterAll(async () => {
  await connection.end();
  await contest.stop();
});

async function planOfList(name: string, { asker, variables }: AskedList): Promise<ListPlan> {
  const client = clientOf(() => contest.app, asker ? { authorization: `Bearer ${tokenOf(asker)}` } : {});
  const document = documentOf(contest.get(GraphQLSchemaHost).schema, name);
  const ask = () => client.ask(document, { ...variables, first: 50 });
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

// The list can only shrink: what has become good is struck off, and nothing may become worse than it says.
test.each(Object.entries(NOT_YET_WELL_READ))('%s is not well read yet, and no worse than it was', async (name, before) => {
  const plan = await planOfList(name, LISTS[name] as AskedList);

  expect(isWellRead(plan)).toBe(false);
  expect(plan.times).toBeLessThanOrEqual(Math.ceil(before.times * 1.2));
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
