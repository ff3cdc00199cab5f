import { GraphQLSchemaHost } from '@nestjs/graphql';
import { RIGHTS } from '#domain/identity';
import { type Role } from '#lib/kernel';
import { changed, content, rowIds } from './support/content.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type Reply, type RunningContest, startContest } from './support/harness.js';
import { type Operation, operationsOf, variablesOf } from './support/operations.js';
import { NEIGHBOURS } from './support/neighbours.js';
import { ANSWERED_ELSEWHERE, NO_ID_OF_OTHERS, OPEN_BY_DESIGN, fieldsOf } from './support/open-by-design.js';
import { PERMISSION_TABLE } from './support/permission-table.js';
import { type World, aWorld } from './support/world.js';

let contest: RunningContest;
let operations: Operation[];
let world: World;
let district: District;
/** Every id there was before the second district: what its people must not get to read. */
let theirs: Set<string>;
const strangers = new Map<Role, Client>();

beforeAll(async () => {
  contest = await startContest();
  operations = operationsOf(contest.app.get(GraphQLSchemaHost, { strict: false }).schema);
  district = await aDistrict(contest);
  world = await aWorld(contest, district);
  theirs = new Set(await rowIds(contest));
  const { people } = await aDistrict(contest);
  strangers.set('SUBMITTER', await contest.as(people.head));
  strangers.set('JUDGE', await contest.as(people.judge));
  strangers.set('ORGANISER', await contest.as(people.organiser));
  strangers.set('LEADER', await contest.as(people.leader));
  strangers.set('COMMUNE_OFFICER', await contest.as(people.communeOfficer));
  strangers.set('ADMIN', await contest.as(people.admin));
});
afterAll(() => contest.stop());

/** Being there leaves a trace by itself: a session that is used, a reading that is logged. */
const TRACES = ['session', 'audit_entry', 'audit_personal'];

/** `hidden` where the thing seems not to exist, or the act is not theirs; else what was learnt. */
function learnt({ data, errors }: Reply, { kind }: Operation): string {
  const code = String(errors?.[0]?.extensions.code ?? '');
  if (errors) return code === 'NOT_FOUND' || code === 'FORBIDDEN' ? 'hidden' : code;
  const answer = Object.values(data ?? {})[0];
  if (kind === 'mutation') {
    const { __typename, refusalCode, refusalPath } = answer;
    if (__typename !== 'Refusal') return 'done';
    return refusalCode === 'NOT_FOUND' || refusalCode === 'FORBIDDEN' ? 'hidden' : `${String(refusalCode)} at ${String(refusalPath)}`;
  }
  const read = JSON.stringify(answer).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  return read.some((id) => theirs.has(id)) || answer?.url !== undefined ? 'read' : 'hidden';
}

const may = (role: Role, { name }: Operation): boolean => {
  const permission = PERMISSION_TABLE[name] ?? '';
  return permission === 'public' || permission === 'self' || RIGHTS[role].includes(permission);
};

async function learntBy(client: Client, operation: Operation): Promise<string> {
  const variables = variablesOf(operation, (name, op) => fieldsOf(op)[name] ?? world[fieldsOf(op)[`@${name}`] ?? name]);
  return learnt(await client.send(operation.document, variables), operation);
}

test("of another district's things nothing is learnt and nothing is changed, but what is open by design", async () => {
  const found: Record<string, string> = {};
  const table: Record<string, string> = {};
  for (const operation of operations.filter(({ name }) => !(name in NO_ID_OF_OTHERS))) {
    const before = await content(contest, TRACES);
    for (const [role, client] of strangers) {
      if (!may(role, operation)) continue;
      found[`${operation.name} by ${role}`] = await learntBy(client, operation);
      table[`${operation.name} by ${role}`] = OPEN_BY_DESIGN[operation.name] ?? 'hidden';
    }
    const touched = changed(before, await content(contest, TRACES));
    if (touched.length > 0) found[operation.name] = `changed ${touched.join(', ')}`;
  }
  expect(found).toEqual(table);
  // Some two hundred operations, each by up to six people.
}, 180_000);

test('the same questions are answered to somebody of the district itself', async () => {
  const { submitter, organiser, leader, communeOfficer, admin } = district.people;
  const own = await Promise.all([submitter, world.judgeId!, organiser, leader, communeOfficer, admin].map((id) => contest.as(id)));
  const unanswered: string[] = [];
  for (const operation of operations.filter(
    ({ kind, name }) => kind === 'query' && !(name in NO_ID_OF_OTHERS) && !(name in ANSWERED_ELSEWHERE),
  )) {
    const answers = await Promise.all(own.map((client) => learntBy(client, operation)));
    if (!answers.includes('read')) unanswered.push(operation.name);
  }
  expect(unanswered).toEqual([]);
});

test("of another unit's dossiers and reports nothing is learnt by those of the same district", async () => {
  const { units } = district;
  const neighbours = {
    SUBMITTER: await contest.as(await aPerson(contest, { unitId: units.culture, role: 'SUBMITTER' })),
    COMMUNE_OFFICER: await contest.as(await aPerson(contest, { unitId: units.laPhu, role: 'COMMUNE_OFFICER' })),
    JUDGE: await contest.as(await aPerson(contest, { unitId: null, role: 'JUDGE', roleUnitId: units.district })),
  };
  const found: Record<string, string> = {};
  const table: Record<string, string> = {};
  const before = await content(contest, TRACES);
  for (const [role, names] of Object.entries(NEIGHBOURS)) {
    for (const operation of operations.filter(({ name }) => names.includes(name))) {
      found[`${operation.name} by ${role}`] = await learntBy(neighbours[role as keyof typeof neighbours], operation);
      table[`${operation.name} by ${role}`] = 'hidden';
    }
  }
  expect(found).toEqual(table);
  expect(await content(contest, TRACES)).toEqual(before);
});
