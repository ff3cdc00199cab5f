import { createHash, randomBytes } from 'node:crypto';
import { jest } from '@jest/globals';
import { sql } from 'kysely';
import { Refused, SYSTEM, newId } from '#lib/kernel';
import { UnitOfWork, canonicalJson } from '#lib/platform';
import { UnitQueries } from '#lib/units';
import { aDistrict, type District } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

const CREATE = `mutation ($input: CreateUnitInput!) { createUnit(input: $input) { __typename ... on Unit { id nameVi version } ... on Refusal { code path message } } }`;
const EDIT = `mutation ($input: EditUnitInput!) { editUnit(input: $input) { __typename ... on Unit { id nameVi version } ... on Refusal { code path message } } }`;
const UNITS = `query ($first: Int!, $after: String) { units(first: $first, after: $after) { totalCount edges { cursor node { id nameVi } } pageInfo { hasNextPage endCursor } } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
});

afterAll(() => contest.stop());

const count = async (table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(contest.em().getKysely())).rows[0]!.n;

const commune = (more: Record<string, unknown> = {}) => ({
  kind: 'COMMUNE',
  nameVi: 'Xã Vân Canh',
  nameEn: 'Van Canh Commune',
  parentId: district.units.district,
  validFrom: '2021-01-01',
  ...more,
});

test('without an account nothing but the public is answered, and the code says so', async () => {
  const reply = await contest.client().send(UNITS, { first: 1 });

  expect(reply.errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED', messages: { vi: 'Hãy đăng nhập để tiếp tục.', en: 'Sign in to go on.' } } },
  ]);
});

test('a role without the permission is forbidden, and nothing is written', async () => {
  const before = await count('unit');
  const judge = await contest.as(district.people.judge);

  const reply = await judge.send(CREATE, { input: commune() });

  expect(reply.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', path: 'createUnit' } }]);
  expect(await count('unit')).toBe(before);
});

test("a token that is nobody's opens nothing", async () => {
  const reply = await contest.client({ authorization: `Bearer ${'x'.repeat(43)}` }).send(UNITS, { first: 1 });

  expect(reply.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('an unexpected error is masked, and the client gets its id alone', async () => {
  jest.spyOn(contest.get(UnitQueries), 'unit').mockRejectedValueOnce(new Error('password of the database'));

  const reply = await organiser.send('query ($id: ID!) { unit(id: $id) { id } }', { id: district.units.district });

  expect(JSON.stringify(reply)).not.toContain('password of the database');
  expect(reply.errors).toMatchObject([{ extensions: { code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) } }]);
});

test.each([
  ['a name of blanks', { nameVi: ' \u00a0 ' }, 'INPUT_INVALID', 'nameVi'],
  ['an empty name', { nameVi: '' }, 'INPUT_INVALID', 'nameVi'],
  ['an id that is none', { parentId: 'not-an-id' }, 'INPUT_INVALID', 'parentId'],
])('%s is refused with its path', async (_, more, code, path) => {
  expect(await organiser.ask(CREATE, { input: commune(more) })).toMatchObject({ __typename: 'Refusal', code, path });
});

test('what an English reader is refused, is said in English', async () => {
  const { authorization } = await contest.headersOf(district.people.organiser);
  const reader = contest.client({ authorization, 'accept-language': 'en-GB,en;q=0.9,vi;q=0.5' });

  expect((await reader.ask(CREATE, { input: commune({ parentId: '0199c2f0-0000-7000-8000-000000000000' }) })).message).toBe(
    'There is no such record, or this account may not see it.',
  );
});

test('a mutation sent twice with one key has one effect and the same outcome', async () => {
  const input = commune({ clientMutationId: 'key-of-van-canh' });

  const first = await organiser.ask(CREATE, { input });
  const before = await count('unit');
  const audited = await count('audit_entry');
  const again = await organiser.ask(CREATE, { input });

  expect(first.__typename).toBe('Unit');
  expect(again).toEqual(first);
  expect(await count('unit')).toBe(before);
  expect(await count('audit_entry')).toBe(audited);
});

test('twenty at once with one key have one effect and the same outcome', async () => {
  const before = await count('unit');
  const input = commune({ nameVi: 'Xã Kim Chung', clientMutationId: 'key-of-kim-chung' });

  const replies = await Promise.all(Array.from({ length: 20 }, () => organiser.ask(CREATE, { input })));

  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(replies[0].__typename).toBe('Unit');
  expect(await count('unit')).toBe(before + 1);
});

test('the same key with another input is refused', async () => {
  await organiser.ask(CREATE, { input: commune({ nameVi: 'Xã Di Trạch', clientMutationId: 'key-of-di-trach' }) });

  expect(await organiser.ask(CREATE, { input: commune({ nameVi: 'Xã Cát Quế', clientMutationId: 'key-of-di-trach' }) })).toMatchObject({
    __typename: 'Refusal',
    code: 'KEY_REUSED',
    path: 'clientMutationId',
  });
});

test.each([
  ['too short without what cannot be seen', 'key\u0000\u200b\u200b\u200b\u200b'],
  ['too long for an index', randomBytes(4000).toString('hex')],
])('a key %s is refused as any other field', async (_, clientMutationId) => {
  expect(await organiser.ask(CREATE, { input: commune({ nameVi: 'Xã La Phù', clientMutationId }) })).toMatchObject({
    __typename: 'Refusal',
    code: 'INPUT_INVALID',
    path: 'clientMutationId',
  });
});

test('what is kept of an input, which may be a password, cannot be tried without the secret of the server', async () => {
  const input = commune({ nameVi: 'Xã Tiền Yên', clientMutationId: 'key-of-tien-yen' });
  await organiser.ask(CREATE, { input });

  const { rows } = await sql<{ input_hash: string }>`select input_hash from mutation_key where key = 'key-of-tien-yen'`.execute(
    contest.em().getKysely(),
  );

  expect(rows[0]?.input_hash).toMatch(/^[0-9a-f]{64}$/);
  expect(rows[0]?.input_hash).not.toBe(createHash('sha256').update(canonicalJson(input)).digest('hex'));
});

test('a refusal leaves no key behind: the same key may be tried again', async () => {
  const input = commune({ nameVi: 'Xã Yên Sở', clientMutationId: 'key-of-yen-so', parentId: '01900000-0000-7000-8000-000000000001' });

  expect(await organiser.ask(CREATE, { input })).toMatchObject({ __typename: 'Refusal', code: 'NOT_FOUND' });
  expect(await organiser.ask(CREATE, { input: { ...input, parentId: district.units.district } })).toMatchObject({ __typename: 'Unit' });
});

test('an edit of an old version is refused', async () => {
  const made = await organiser.ask(CREATE, { input: commune({ nameVi: 'Xã Đắc Sở' }) });
  const actor = await contest.as(district.people.organiser);
  const edit = { kind: 'COMMUNE', nameEn: 'Dac So Commune', unitId: made.id, version: made.version };

  expect(await actor.ask(EDIT, { input: { ...edit, nameVi: 'Xã Đắc Sở mới' } })).toEqual({
    __typename: 'Unit',
    id: made.id,
    nameVi: 'Xã Đắc Sở mới',
    version: (made.version as number) + 1,
  });
  expect(await actor.ask(EDIT, { input: { ...edit, nameVi: 'Xã Đắc Sở khác' } })).toMatchObject({ __typename: 'Refusal', code: 'STALE' });
});

test.each([[0], [101], [1_000_000]])('a page of %d is refused', async (first) => {
  const reply = await organiser.send(UNITS, { first });

  expect(reply.errors).toMatchObject([{ extensions: { code: 'PAGE_SIZE', path: 'first' } }]);
});

test('a list is walked page by page, in Vietnamese order, each row once', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const page: any = await organiser.ask(UNITS, { first: 3, after });
    seen.push(...page.edges.map((edge: any) => edge.node.nameVi));
    total = page.totalCount;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);

  expect(seen).toHaveLength(total);
  expect(seen).toEqual([...seen].sort(new Intl.Collator('vi').compare));
});

test('a cursor of another list or order, and one that somebody made up, is refused; one of its own is not', async () => {
  const page = await organiser.ask('{ units(first: 1) { pageInfo { endCursor } } }');
  const own = page.pageInfo.endCursor;
  const made = Buffer.from(JSON.stringify(['Xã', district.units.district])).toString('base64');
  const refused = await Promise.all([
    organiser.send('query ($c: String, $r: ID!) { rosterUnits(rosterId: $r, after: $c) { edges { node { id } } } }', {
      c: own,
      r: newId(),
    }),
    organiser.send('query ($c: String) { contests(last: 1, before: $c) { edges { node { id } } } }', { c: own }),
    ...[made, 'zzz', `${own as string}A`].map((after) => organiser.send(UNITS, { first: 1, after })),
  ]);

  expect(refused.map((reply) => reply.errors?.[0]?.extensions)).toMatchObject([
    { code: 'CURSOR', path: 'after' },
    { code: 'CURSOR', path: 'before' },
    { code: 'CURSOR', path: 'after' },
    { code: 'CURSOR', path: 'after' },
    { code: 'CURSOR', path: 'after' },
  ]);
  expect((await organiser.send(UNITS, { first: 1, after: own })).errors).toBeUndefined();
});

test('a page is asked for in one direction', async () => {
  const replies = await Promise.all(
    ['first: 1, last: 1', 'last: 0', 'last: 101'].map((args) => organiser.send(`{ units(${args}) { totalCount } }`)),
  );

  expect(replies.map((reply) => reply.errors?.[0]?.extensions)).toMatchObject([
    { code: 'PAGE_DIRECTION', path: 'last' },
    { code: 'PAGE_SIZE', path: 'last' },
    { code: 'PAGE_SIZE', path: 'last' },
  ]);
});

test('defaults are filled in, whether an argument is left out or its variable has no value', async () => {
  const own = await organiser.ask('{ units { edges { node { id } } } }');

  expect(own.edges.length).toBeGreaterThan(3);
  expect(await organiser.ask('query ($first: Int) { units(first: $first) { edges { node { id } } } }')).toEqual(own);
  expect(await organiser.ask('query ($first: Int = 2) { units(first: $first) { edges { node { id } } } }')).toEqual({
    edges: own.edges.slice(0, 2),
  });
});

test.each([
  ['a variable of another type', 'query ($first: Int!) { units(first: $first) { totalCount } }', { first: 'many' }],
  ['a variable that is missing', 'query ($id: ID!) { unit(id: $id) { id } }', {}],
  ['a day that is none', 'query ($asOf: LocalDate) { units(asOf: $asOf) { totalCount } }', { asOf: '30/6/2025' }],
  ['a field of an input that there is not', CREATE, { input: { ...{ nameVi: 'x' }, nothing: 1 } }],
])("%s is said to be the sender's error", async (_, query, variables) => {
  const reply = await organiser.send(query, variables);

  expect(reply.errors?.map((error) => error.extensions.code)).toEqual(reply.errors?.map(() => 'BAD_USER_INPUT'));
  expect(reply.errors?.length).toBeGreaterThan(0);
});

test('a query thirty levels deep is refused', async () => {
  const deep = `{ units { ${'edges { node { '.repeat(15)} id ${'} } '.repeat(15)} } }`;

  const reply = await organiser.send(deep);

  expect(reply.data).toBeUndefined();
  expect(reply.errors?.[0]).toMatchObject({
    message: 'Truy vấn lồng quá sâu (tối đa 12 cấp).',
    extensions: { code: 'QUERY_TOO_DEEP', messages: { en: 'The query is nested too deep (at most 12 levels).' } },
  });
});

test.each([
  ['QUERY_TOO_MANY_ALIASES', `{ ${Array.from({ length: 40 }, (_, at) => `a${String(at)}: winners { totalCount }`).join(' ')} }`],
  ['QUERY_TOO_LONG', `{ ${'__typename '.repeat(3100)} }`],
])('a query beyond another limit is refused: %s', async (code, query) => {
  expect((await organiser.send(query)).errors?.[0]?.extensions.code).toBe(code);
});

test('an id that is no id is the id of nothing', async () => {
  expect((await organiser.send('{ unit(id: "no-id") { id } }')).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

const aTrial = (id: string, work: () => Promise<unknown> = () => Promise.resolve()) =>
  contest.get(UnitOfWork).act(SYSTEM, 'tryTogether', async ({ record }) => {
    record({ subject: { type: 'Trial', id } });
    await work();
  });
const trials = async (): Promise<string[]> =>
  (
    await sql<{ id: string }>`select subject_id as id from audit_entry where operation = 'tryTogether' order by seq`.execute(
      contest.em().getKysely(),
    )
  ).rows.map(({ id }) => id);

test('of acts that are written together none stands where one after them breaks', async () => {
  const broken = contest.get(UnitOfWork).together(async () => {
    await aTrial('1');
    throw new Error('cut off');
  });

  await expect(broken).rejects.toThrow('cut off');
  expect(await trials()).toEqual([]);
});

test('of acts that are written together one that refuses is undone by itself, and each has its own moment', async () => {
  const begun = contest.clock.now();
  await contest.get(UnitOfWork).together(async () => {
    await aTrial('1');
    contest.clock.advance(1000);
    await expect(aTrial('2', () => Promise.reject(new Refused('NOT_FOUND')))).rejects.toThrow('NOT_FOUND');
    await aTrial('3');
  });
  const { rows } = await sql<{ at: string }>`select at from audit_entry where operation = 'tryTogether' order by seq`.execute(
    contest.em().getKysely(),
  );

  expect(await trials()).toEqual(['1', '3']);
  expect(rows.map(({ at }) => Date.parse(at) - begun.getTime())).toEqual([0, 1000]);
});

test('every act left its entry, and the chain holds', async () => {
  const { rows } = await sql<{ broken: number }>`
    select count(*)::int as broken from (
      select hash, previous_hash, encode(sha256(convert_to(previous_hash || body, 'UTF8')), 'hex') as right_hash, coalesce(lag(hash) over (order by seq), '') as before
      from audit_entry) e where hash <> right_hash or previous_hash <> before`.execute(contest.em().getKysely());

  expect(await count('audit_entry')).toBeGreaterThan(20);
  expect(rows).toEqual([{ broken: 0 }]);
});
