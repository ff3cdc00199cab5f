import { GraphQLSchemaHost } from '@nestjs/graphql';
import { RIGHTS } from '#domain/identity';
import { type Role } from '#lib/kernel';
import { MutationKeys } from '#lib/platform';
import { aDistrict } from './support/factories.js';
import { type Client, type Reply, type RunningContest, startContest } from './support/harness.js';
import { type Operation, operationsOf, variablesOf } from './support/operations.js';
import { PERMISSION_TABLE } from './support/permission-table.js';

let contest: RunningContest;
let operations: Operation[];
/** One person per role, and nobody. */
const persons = new Map<string, string | null>();
const clients = new Map<string, Client>();

beforeAll(async () => {
  contest = await startContest();
  operations = operationsOf(contest.app.get(GraphQLSchemaHost, { strict: false }).schema);
  const { people } = await aDistrict(contest);
  const ids = [people.submitter, people.judge, people.organiser, people.leader, people.communeOfficer, people.admin];
  const roles: readonly Role[] = ['SUBMITTER', 'JUDGE', 'ORGANISER', 'LEADER', 'COMMUNE_OFFICER', 'ADMIN'];
  for (const [at, role] of roles.entries()) persons.set(role, ids[at]!);
  persons.set('nobody', null);
});
afterAll(() => contest.stop());

/** Signing out closes the door behind itself: it comes last, with a session of its own. */
async function clientFor({ name }: Operation, who: string): Promise<Client> {
  const key = name.startsWith('signOut') ? `${name} ${who}` : who;
  const personId = persons.get(who);
  const client = clients.get(key) ?? (personId ? await contest.as(personId) : contest.client());
  clients.set(key, client);
  return client;
}

/** `yes` where the operation was let through, whatever it then answered. */
function outcome({ errors }: Reply): string {
  const code = String(errors?.[0]?.extensions.code ?? 'yes');
  return code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' || code === 'INTERNAL' || code === 'GRAPHQL_VALIDATION_FAILED' ? code : 'yes';
}

function expected(permission: string | undefined, role: string): string {
  if (permission === undefined) return 'no row in the table';
  if (permission === 'public') return 'yes';
  if (role === 'nobody') return 'UNAUTHENTICATED';
  return permission === 'self' || RIGHTS[role as keyof typeof RIGHTS].includes(permission) ? 'yes' : 'FORBIDDEN';
}

test('every operation has a row in the table, and every row an operation', () => {
  expect(Object.keys(PERMISSION_TABLE).sort()).toEqual(operations.map(({ name }) => name).sort());
});

test('every operation is open to the roles of the table, and to nobody else', async () => {
  const found: Record<string, string> = {};
  const table: Record<string, string> = {};
  const signingOutLast = operations.toSorted((a, b) => Number(a.name.startsWith('signOut')) - Number(b.name.startsWith('signOut')));
  for (const operation of signingOutLast) {
    const asked = [...persons.keys()].map(async (who) => {
      const client = await clientFor(operation, who);
      found[`${operation.name} as ${who}`] = outcome(
        await client.send(
          operation.document,
          variablesOf(operation, () => undefined),
        ),
      );
      table[`${operation.name} as ${who}`] = expected(PERMISSION_TABLE[operation.name], who);
    });
    await Promise.all(asked);
  }
  expect(found).toEqual(table);
});

test('what a mutation answers with can be read again when it is sent twice', () => {
  const readable = new Set(contest.get(MutationKeys).readable());
  const needed = operations
    .filter(({ name, kind }) => kind === 'mutation' && PERMISSION_TABLE[name] !== 'public')
    .map(({ answers }) => answers);
  expect([...new Set(needed)].filter((type) => !readable.has(type))).toEqual([]);
});
