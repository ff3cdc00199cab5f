import { DiscoveryService } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { IN_PERSON, NOUNS, RIGHTS, Session, TOKEN_SCOPES, type TokenScope } from '#domain/identity';
import { SessionService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { aContest } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type Reply, type RunningContest, startContest } from './support/harness.js';
import { aDraft } from './support/initiatives.js';
import { type Operation, operationsOf, variablesOf } from './support/operations.js';
import { CONTEXT_OF_SELF, PERMISSION_TABLE, QUERIES_TO_WRITE_WITH } from './support/permission-table.js';
import { mutation } from './support/sign-in.js';
import { UPLOAD } from './support/uploads.js';
import { aFile } from './support/uploads.js';

const CREATE = mutation('createAccessToken', 'CreateAccessTokenInput', '... on AccessToken { id label scopes expiresAt token }');
const REQUEST_UPLOAD = mutation('requestUpload', 'RequestUploadInput', '... on FileUpload { id }');
const SOON = '2026-06-01T00:00:00Z';

let contest: RunningContest;
let district: District;
let operations: Operation[];

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  operations = operationsOf(contest.get(GraphQLSchemaHost).schema);
});
afterAll(() => contest.stop());

/** A program of somebody's, by a token that they made. */
async function programOf(personId: string, scopes: readonly TokenScope[]): Promise<Client> {
  const { token } = await (await contest.as(personId)).ask(CREATE, { input: { label: 'Chương trình', scopes, expiresAt: SOON } });
  return contest.client({ authorization: `Bearer ${String(token)}` });
}

const codeOf = ({ errors }: Reply): string | undefined => errors?.[0]?.extensions.code as string | undefined;

/** Of the table: the one scope that opens an operation; `null`: none does; `public`: it is open to all. */
function scopeFor({ name, kind }: Operation): string | null {
  const permission = PERMISSION_TABLE[name] ?? '';
  if (permission === 'public') return 'public';
  const noun = permission.split(':')[0] ?? '';
  const context =
    permission === 'self'
      ? CONTEXT_OF_SELF[name]
      : Object.entries(NOUNS).find(([, nouns]) => (nouns as readonly string[]).includes(noun))?.[0];
  return context ? `${context}_${kind === 'query' && !QUERIES_TO_WRITE_WITH.includes(name) ? 'READ' : 'WRITE'}` : null;
}

test('every permission is of one context, or for people alone', () => {
  const nouns = new Set(Object.values(RIGHTS).flatMap((permissions) => permissions.map((permission) => permission.split(':')[0])));
  const placed = [...Object.values(NOUNS).flat(), ...IN_PERSON];

  expect(placed.toSorted()).toEqual([...nouns].toSorted());
});

test('what lies below an operation is read by it alone: no other field has a resolver, which would stand outside the guard', () => {
  const resolvers = contest
    .get(DiscoveryService)
    .getProviders()
    .flatMap(({ metatype }) => {
      const methods = Object.entries(Object.getOwnPropertyDescriptors((metatype as { prototype?: object } | null)?.prototype ?? {}));
      return methods.map(([name, { value }]) => [name, typeof value === 'function' ? (value as object) : null] as const);
    });
  const marked = (key: string) => resolvers.filter(([, method]) => method && Reflect.hasMetadata(key, method)).map(([name]) => name);

  // What Nest marks a method with that resolves a root field, and one that resolves another's field.
  expect(marked('graphql:resolver_type')).toEqual(expect.arrayContaining(['me', 'signIn', 'contest', 'closeRound']));
  expect(marked('graphql:resolve_property')).toEqual([]);
});

/** Somebody with every role, so that it is the scope alone that stands in the way. */
async function everything(): Promise<string> {
  const { units } = district;
  const personId = await aPerson(contest, { unitId: units.district, role: 'ADMIN' });
  for (const role of ['COMMUNE_OFFICER', 'JUDGE', 'LEADER', 'ORGANISER', 'SUBMITTER'])
    await contest
      .em()
      .getConnection()
      .execute(
        `insert into role_grant (id, person_id, role, unit_id, valid_from, state) values (gen_random_uuid(), ?, ?, ?, '2021-01-01', 'IN_FORCE')`,
        [personId, role, units.district],
      );
  return personId;
}

test('a token opens the operations of its one scope and what is public, and nothing else, over the whole schema', async () => {
  const personId = await everything();
  const found: string[] = [];
  const table: string[] = [];
  for (const scope of TOKEN_SCOPES) {
    const program = await programOf(personId, [scope]);
    await Promise.all(
      operations.map(async (operation) => {
        const reply = await program.send(
          operation.document,
          variablesOf(operation, () => undefined),
        );
        const code = codeOf(reply);
        if (code === 'INTERNAL' || code === 'GRAPHQL_VALIDATION_FAILED' || code === 'FORBIDDEN') found.push(`${operation.name}: ${code}`);
        else if (code !== 'TOKEN_SCOPE') found.push(`${scope} ${operation.name}`);
        const needed = scopeFor(operation);
        if (needed === 'public' || needed === scope) table.push(`${scope} ${operation.name}`);
      }),
    );
  }

  expect(found.toSorted()).toEqual(table.toSorted());
  // A scope that opens nothing would be chosen for nothing.
  expect([...new Set(table.map((line) => line.split(' ')[0]))].toSorted()).toEqual(TOKEN_SCOPES.toSorted());
}, 300_000);

test('a token with every scope makes no token, and touches no password, factor, session, account, role or seat', async () => {
  const closed = operations.filter((operation) => scopeFor(operation) === null).map(({ name }) => name);

  const named = [
    ...['acceptInvitation', 'changePassword', 'confirmGrant', 'confirmSecondFactor', 'createAccessToken', 'createPerson', 'disableAccount'],
    ...['editPerson', 'enableAccount', 'inviteToJury', 'seatPerson'],
    ...['enrolSecondFactor', 'grantRole', 'exportMyData', 'invitePerson', 'mySessions', 'nameLeader', 'refuseGrant', 'removeSecondFactor'],
    ...['renewRecoveryCodes', 'resetSecondFactor', 'confirmFactorReset', 'revokeGrant', 'revokeSession', 'signOut', 'signOutEverywhere'],
  ];
  expect(closed).toEqual(expect.arrayContaining(named));
  const program = await programOf(await everything(), TOKEN_SCOPES);
  const answers = await Promise.all(
    operations
      .filter(({ name }) => closed.includes(name))
      .map(async (operation) =>
        codeOf(
          await program.send(
            operation.document,
            variablesOf(operation, () => undefined),
          ),
        ),
      ),
  );
  expect(new Set(answers)).toEqual(new Set(['TOKEN_SCOPE']));
});

test('in one request each field is held to the scopes by itself, compiled and interpreted alike, under aliases and in fragments', async () => {
  const program = await programOf(district.people.organiser, ['UNITS_READ']);
  const id = '00000000-0000-7000-8000-000000000001';
  const document = `query ($id: ID!, $yes: Boolean = true) { units(first: 1) { totalCount } ...More ... on Query { other: contest(id: $id) { id } } }
     fragment More on Query { mine: person(id: $id) @include(if: $yes) { id } }`;

  // What is seen for the first time is interpreted, and compiled after it.
  for (let time = 0; time < 4; time += 1) {
    const { data, errors } = await program.send(document, { id });
    expect(data).toMatchObject({ units: { totalCount: 7 }, mine: null, other: null });
    expect(errors?.map(({ path, extensions }) => [path?.[0], extensions.code]).toSorted()).toEqual([
      ['mine', 'TOKEN_SCOPE'],
      ['other', 'TOKEN_SCOPE'],
    ]);
  }
});

test('a token never has more than its person: a submitter with every scope does what submitters do', async () => {
  const program = await programOf(district.people.submitter, TOKEN_SCOPES);

  expect(codeOf(await program.send('{ people(first: 1) { totalCount } }'))).toBe('FORBIDDEN');
  expect((await program.ask('{ me { id roles } }')).roles).toEqual(['SUBMITTER']);
});

test('files take the scope of files and one of what they hang on', async () => {
  const { submitter } = district.people;
  const year = await aContest(contest, district);
  const draft = await aDraft(contest, district, year);
  const fileId = await aFile(contest, await contest.as(submitter), { ownerType: 'initiative', ownerId: draft.id });
  const read = async (...scopes: TokenScope[]) =>
    codeOf(await (await programOf(submitter, scopes)).send('query ($id: ID!) { fileDownload(id: $id) { url } }', { id: fileId })) ?? 'read';

  expect([
    await read('FILES_READ'),
    await read('INITIATIVE_READ'),
    await read('FILES_READ', 'CONTEST_READ'),
    await read('FILES_READ', 'INITIATIVE_WRITE'),
    await read('FILES_READ', 'INITIATIVE_READ'),
  ]).toEqual(['NOT_FOUND', 'TOKEN_SCOPE', 'NOT_FOUND', 'NOT_FOUND', 'read']);
});

test('to send a file takes the writing scopes of files and of what it hangs on; with the reading ones nobody gets an address to send to', async () => {
  const { submitter } = district.people;
  const person = await contest.as(submitter);
  const year = await aContest(contest, district);
  const { id: ownerId } = await aDraft(contest, district, year);
  const order = { ownerType: 'initiative', ownerId, fileName: 'a.pdf', contentType: 'application/pdf', size: 9 };
  const { id } = await person.ask(REQUEST_UPLOAD, { input: order });
  const tried = async (...scopes: TokenScope[]) => {
    const program = await programOf(submitter, scopes);
    const upload = await program.send(UPLOAD, { id });
    const given = await program.send(mutation('giveUpUpload', 'FileInput', '... on FileUpload { id }'), { input: { fileId: id } });
    const sees = (await program.send('{ uploads(first: 9) { edges { node { id } } } }')) as Reply & { data: any };
    return [
      codeOf(upload) ?? (upload.data as any).upload?.parts.length ?? null,
      codeOf(given) ?? (given.data as any).giveUpUpload.code ?? 'given up',
      codeOf(sees) ?? sees.data.uploads.edges.length,
    ];
  };

  expect(await tried('FILES_READ', 'INITIATIVE_READ', 'INITIATIVE_WRITE')).toEqual(['TOKEN_SCOPE', 'TOKEN_SCOPE', 1]);
  expect(await tried('FILES_READ', 'CONTEST_READ')).toEqual(['TOKEN_SCOPE', 'TOKEN_SCOPE', 0]);
  expect(await tried('FILES_WRITE', 'INITIATIVE_READ')).toEqual([null, 'NOT_FOUND', 'TOKEN_SCOPE']);
  expect(await tried('FILES_WRITE', 'INITIATIVE_WRITE')).toEqual([1, 'given up', 'TOKEN_SCOPE']);

  const asked = async (...scopes: TokenScope[]) =>
    (await programOf(submitter, scopes)).send(REQUEST_UPLOAD, { input: { ...order, fileName: 'b.pdf' } }) as Promise<any>;
  expect((await asked('FILES_WRITE', 'INITIATIVE_READ')).data.requestUpload.code).toBe('NOT_FOUND');
  expect(codeOf(await asked('INITIATIVE_WRITE', 'FILES_READ'))).toBe('TOKEN_SCOPE');
  expect((await asked('FILES_WRITE', 'INITIATIVE_WRITE')).data.requestUpload.__typename).toBe('FileUpload');
});

test('what is public shows a program no more than it shows anybody', async () => {
  const asked = 'query ($id: ID!) { publicResultPack(contestId: $id) { __typename } award(id: $id) { id } }';
  const id = '00000000-0000-7000-8000-000000000001';
  const program = await programOf(district.people.organiser, TOKEN_SCOPES);

  expect(await program.send(asked, { id })).toEqual(await contest.client().send(asked, { id }));
});

test('a token has an end within a year and a scope at least; both are listed, with its last use to the hour', async () => {
  const { submitter } = district.people;
  const person = await contest.as(submitter);
  const create = async (input: object) =>
    person.ask(CREATE, { input: { label: 'Báo cáo', scopes: ['AWARD_READ'], expiresAt: SOON, ...input } });

  expect(await create({ expiresAt: '2027-03-04T00:00:00Z' })).toMatchObject({ code: 'TOKEN_LIFETIME', path: 'expiresAt' });
  expect(await create({ expiresAt: '2026-03-01T00:00:00Z' })).toMatchObject({ code: 'TOKEN_LIFETIME', path: 'expiresAt' });
  expect(await create({ scopes: [] })).toMatchObject({ code: 'TOKEN_SCOPES_MISSING', path: 'scopes' });
  const { token, ...made } = await create({ scopes: ['NOTICE_READ', 'AWARD_READ', 'NOTICE_READ'] });
  const program = contest.client({ authorization: `Bearer ${String(token)}` });
  const listed = async () =>
    (await person.ask('{ mySessions(first: 50) { edges { node { id kind label scopes lastUsedAt expiresAt } } } }')).edges.find(
      ({ node }: any) => node.id === made.id,
    ).node;
  const shown = {
    id: made.id,
    kind: 'BEARER',
    label: 'Báo cáo',
    scopes: ['AWARD_READ', 'NOTICE_READ'],
    expiresAt: '2026-06-01T00:00:00.000Z',
  };

  expect(await listed()).toEqual({ ...shown, lastUsedAt: null });
  await program.ask('{ myNotices(first: 1) { totalCount } }');
  const first = contest.clock.now().toISOString();
  contest.clock.advance(1_800_000);
  await program.ask('{ myNotices(first: 1) { totalCount } }');
  expect(await listed()).toEqual({ ...shown, lastUsedAt: first });
  contest.clock.advance(1_800_000);
  await program.ask('{ myNotices(first: 1) { totalCount } }');
  expect(await listed()).toEqual({ ...shown, lastUsedAt: contest.clock.now().toISOString() });
  expect(JSON.stringify(await contest.em().find(Session, { id: made.id }))).not.toContain(token);
});

test('the database keeps no token without scopes, without an end, or with a scope that there is none of', async () => {
  const open = async (terms: object) =>
    contest
      .get(SessionService)
      .open(SYSTEM, district.people.submitter, { factorAt: null, ...terms })
      .then(
        () => 'kept',
        (error: unknown) => (error as { constraint?: string }).constraint,
      );

  expect([
    await open({ kind: 'BEARER' }),
    await open({ kind: 'COOKIE', scopes: ['AWARD_READ'] }),
    await open({ kind: 'BEARER', scopes: [] }),
    await open({ kind: 'BEARER', scopes: ['ALL'] }),
    await open({ kind: 'BEARER', scopes: ['AWARD_READ'], expiresAt: new Date('2030-01-01') }),
  ]).toEqual([
    'session_program_has_scopes',
    'session_program_has_scopes',
    'session_scopes',
    'session_scopes',
    'session_program_ends_within_a_year',
  ]);
});
