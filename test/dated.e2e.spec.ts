import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isInputObjectType } from 'graphql';
import { DATES } from '#lib/kernel';
import { changed, content } from './support/content.js';
import { DATED_ACTS, type DatedWorld, TODAY, TOMORROW, aDatedWorld, figure, newContest } from './support/dated-acts.js';
import { DATED_FIELDS } from './support/dated-fields.js';
import { type RunningContest, startContest } from './support/harness.js';
import { type Operation, operationsOf } from './support/operations.js';

let contest: RunningContest;
let operations: Map<string, Operation>;
let at: DatedWorld;

beforeAll(async () => {
  contest = await startContest();
  operations = new Map(operationsOf(contest.app.get(GraphQLSchemaHost, { strict: false }).schema).map((each) => [each.name, each]));
  at = await aDatedWorld(contest, operations);
});
afterAll(() => contest.stop());

test('of every date that a mutation takes it is said whether it may lie ahead', () => {
  const types = contest.app.get(GraphQLSchemaHost, { strict: false }).schema.getTypeMap();
  const dated = Object.values(types)
    .filter(isInputObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
    .filter(({ field }) => ['LocalDate', 'DateTime'].includes(getNamedType(field.type).name))
    .map(({ name }) => name);

  expect(dated.sort()).toEqual(Object.keys(DATED_FIELDS).sort());
});

test.each(DATED_ACTS)(
  '$field on the wrong side of now is refused with its field, and nothing is written; at the bound it is taken',
  async (act) => {
    const { field, by, operation, input, path, wrong = TOMORROW, right = TODAY } = act;
    const { document } = operations.get(operation)!;
    const client = await contest.as(at.district.people[by]);
    const before = await content(contest, ['session']);
    const rule = DATES[DATED_FIELDS[field]!];

    const refused = await client.ask(document, { input: await input(wrong, at) });
    expect(refused).toEqual({
      __typename: 'Refusal',
      refusalCode: 'code' in rule && rule.code,
      refusalPath: path,
      message: expect.any(String),
    });
    expect(changed(before, await content(contest, ['session']))).toEqual([]);

    expect(await client.ask(document, { input: await input(right, at) })).not.toMatchObject({ __typename: 'Refusal' });
  },
);

test('the acts above are all that take a date which may not lie on either side', () => {
  const bound = Object.entries(DATED_FIELDS).filter(([, kind]) => DATES[kind].lies !== 'EITHER');
  // A report's figure is held to it in its own test, with the report around it.
  const elsewhere = ['ReportFigureInput.endsOn', 'ReportFigureInput.startsOn'];

  expect([...DATED_ACTS.map(({ field }) => field), ...elsewhere].sort()).toEqual(bound.map(([field]) => field).sort());
});

test('a refusal says the latest day as officials write it', async () => {
  const organiser = await contest.as(at.district.people.organiser);
  const { document } = operations.get('recordFigure')!;

  expect((await organiser.ask(document, { input: figure(at, TOMORROW) })).message).toBe(
    'Khoảng thời gian của số liệu không được kết thúc sau hôm nay (01/09/2026).',
  );
});

test('a contest of next year is not recorded as one of the past', async () => {
  const organiser = await contest.as(at.district.people.organiser);
  const { document } = operations.get('recordPastContest')!;

  expect(await organiser.ask(document, { input: newContest(at, { year: 2027 }) })).toMatchObject({
    refusalCode: 'CONTEST_YEAR_IN_FUTURE',
    refusalPath: 'year',
  });
});
