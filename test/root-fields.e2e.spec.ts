import { readFileSync } from 'node:fs';
import { type GraphQLObjectType, buildSchema, isNonNullType } from 'graphql';
import { projectFile } from '#lib/platform';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});

afterAll(() => contest.stop());

test('a root that is refused is null with its reason, and the others are answered', async () => {
  const head = await contest.as(district.people.head);

  const { data, errors } = await head.send('{ units { totalCount } auditEntries { totalCount } clock: serverTime }');

  expect(data).toEqual({ units: { totalCount: expect.any(Number) }, auditEntries: null, clock: expect.any(String) });
  expect(errors).toMatchObject([{ path: ['auditEntries'], extensions: { code: 'FORBIDDEN' } }]);
});

test('what an act has done is told, though the one after it breaks', async () => {
  const administrator = await contest.as(district.people.admin);
  await contest.em().getConnection().execute('alter table notice_preference rename to away');

  const { data, errors } = await administrator.send(`mutation {
    createPerson(input: { fullName: "Trần Thị Bích" }) { ... on Person { fullName } }
    setNoticePreferences(input: { deliveries: [] }) { __typename }
  }`);
  await contest.em().getConnection().execute('alter table away rename to notice_preference');

  expect(data).toEqual({ createPerson: { fullName: 'Trần Thị Bích' }, setNoticePreferences: null });
  expect(errors).toMatchObject([{ path: ['setNoticePreferences'], extensions: { code: 'INTERNAL' } }]);
});

test('no root field takes the others with it, and each that always has an answer says so', () => {
  const schema = buildSchema(readFileSync(projectFile('prisma-free-schema/schema.graphql'), 'utf8'));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values((type as GraphQLObjectType).getFields()),
  );

  expect(roots.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
  expect(
    schema
      .getQueryType()
      ?.getFields()
      .units?.astNode?.directives?.map(({ name }) => name.value),
  ).toEqual(['semanticNonNull']);
  expect(
    schema
      .getSubscriptionType()
      ?.getFields()
      .awaiting?.astNode?.directives?.map(({ name }) => name.value),
  ).toEqual(['semanticNonNull']);
  expect(schema.getQueryType()?.getFields().contest?.astNode?.directives).toEqual([]);
});
