import { sql } from 'kysely';
import { statementsDuring } from './support/count-queries.js';
import { type DemoWorld, demoWorld } from './support/demo-world.js';
import { type Client } from './support/harness.js';

let world: DemoWorld;

beforeAll(async () => {
  world = await demoWorld();
}, 300_000);
afterAll(() => world.contest.stop());

const RIGHTS = 'canEdit canEditOnBehalf canConfirm canSendBack canWithdraw canScreen canMoveReturnDue canDisqualify canLink';

interface Row {
  readonly id: string;
  readonly [right: string]: unknown;
}

/** Nothing where the person may not ask for such a list. */
async function listed(client: Client, list: string, page: string): Promise<Row[]> {
  const { data } = await client.send(`{ ${list}(${page}) { edges { node { id ${RIGHTS} } } } }`, {});
  return (data?.[list]?.edges ?? []).map(({ node }: { node: Row }) => node);
}

/** Those who write, confirm and screen: each sees other initiatives, with other rights. */
async function people(): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person p where exists (select 1 from role_grant g where g.person_id = p.id and g.role in ('SUBMITTER', 'ORGANISER', 'LEADER'))
      and exists (select 1 from account a where a.person_id = p.id) order by id`.execute(world.contest.em().getKysely());
  return rows.map(({ id }) => id);
}

test('the rows of a list say what may be done with each as the initiative itself does', async () => {
  const given = new Set<string>();
  for (const personId of await people()) {
    const client = await world.contest.as(personId);
    for (const list of ['initiatives', 'myInitiatives']) {
      const rows = (await listed(client, list, 'first: 100')).filter((_, at) => at % 5 === 0);
      for (const row of rows) {
        const initiative = await client.ask(`query ($id: ID!) { initiative(id: $id) { id ${RIGHTS} } }`, { id: row.id });
        expect([list, row]).toEqual([list, initiative]);
        for (const right of RIGHTS.split(' ')) if (row[right]) given.add(right);
      }
    }
  }
  expect([...given]).toEqual(expect.arrayContaining(['canEdit', 'canWithdraw', 'canScreen', 'canLink', 'canDisqualify']));
}, 120_000);

test('each page of a list says them, whichever end it is read from and however short it is', async () => {
  const client = await world.contest.as(await world.person('ORGANISER'));
  const all = new Map((await listed(client, 'initiatives', 'first: 100')).map((row) => [row.id, row]));
  for (const page of ['first: 1', 'last: 1', 'last: 7', 'first: 7', 'first: 3, order: AREA', 'last: 3, order: AREA']) {
    for (const row of await listed(client, 'initiatives', page)) expect([page, all.get(row.id) ?? row]).toEqual([page, row]);
  }
  expect([...all.values()].some(({ canScreen }) => canScreen)).toBe(true);
});

test('what tells them is read where somebody asks for one, in the statement of the list', async () => {
  const client = await world.contest.as(await world.person('ORGANISER'));
  const during = (shown: string) => statementsDuring(() => client.ask(`{ initiatives(first: 20) { edges { node { ${shown} } } } }`, {}));
  const [bare, asked] = [await during('id title'), await during('id title canScreen')];

  expect([bare, asked].map((texts) => texts.some((text) => text.includes('from phase f')))).toEqual([false, true]);
  expect(asked).toHaveLength(bare.length);
});
