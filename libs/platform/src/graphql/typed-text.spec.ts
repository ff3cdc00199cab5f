import { type GraphQLFieldConfig, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { GraphQLID, GraphQLInt, GraphQLString, type OperationDefinitionNode, execute, parse, printType } from 'graphql';
import { Operations } from './execution/operations.js';
import { takeTypedText } from './typed-text.js';

const lines = { extensions: { text: 'LINES' } };
const Note: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Note',
  fields: () => ({
    title: { type: new GraphQLNonNull(GraphQLString), description: 'In short.' },
    body: { type: GraphQLString, description: 'At length.', ...lines },
    plain: { type: GraphQLString, ...lines },
    secret: { type: GraphQLString, extensions: { text: 'SECRET' } },
    tags: { type: new GraphQLList(new GraphQLNonNull(GraphQLString)) },
    count: { type: GraphQLInt },
    notes: { type: new GraphQLList(Note) },
  }),
});

const echo: GraphQLFieldConfig<unknown, unknown> = {
  type: GraphQLString,
  args: {
    id: { type: GraphQLID },
    words: { type: new GraphQLList(GraphQLString) },
    search: { type: GraphQLString, defaultValue: ' m\u1ed9t ' },
    note: { type: Note },
  },
  resolve: (_, args) => JSON.stringify(args),
};
const schema = takeTypedText(new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { echo } }) }));

async function interpreted(source: string, variables: Record<string, unknown>): Promise<unknown> {
  const { data } = await execute({ schema, document: parse(source), variableValues: variables });
  return JSON.parse(data?.echo as string);
}

async function compiled(source: string, variables: Record<string, unknown>): Promise<unknown> {
  const document = parse(source);
  const [operation] = document.definitions as [OperationDefinitionNode];
  const operations = new Operations(schema);
  const answer = async (): Promise<unknown> => {
    const { data } = await operations.execute({ document, operation, operationName: undefined, variables, context: {} });
    return JSON.parse((data as { echo: string }).echo);
  };
  await answer();
  const [first, again] = [await answer(), await answer()];
  expect(again).toEqual(first);
  expect(operations.keeps(operation)).toBe(true);
  return first;
}

const NFD = 'đặt'.normalize('NFD');
const kept = {
  ...{ id: 'a b', words: ['đặt', null, ''], search: 'một' },
  note: { title: 'đặt tên', body: 'đặt\ntên', secret: ' đặt\u200b', tags: ['đặt'], count: 1, notes: [{ title: 'x', plain: null }] },
};
const note = `{ title: "${NFD}\\u000btên ", body: "${NFD}\\u000btên ", secret: " ${NFD}\\u200b", tags: ["${NFD}\\u00ad"], count: 1, notes: [{ title: "\\ufeffx", plain: null }] }`;

test.each([
  ['interpreted', interpreted],
  ['compiled', compiled],
])('every text of an argument is cleaned, in lists and in inputs within inputs, and what is not said stays so, %s', async (_, run) => {
  expect(await run(`{ echo(id: " a\\u00a0b", words: ["${NFD}", null, "\\u200b"], note: ${note}) }`, {})).toEqual(kept);
  const variables = { id: ' a\u00a0b', words: [NFD, null, '\u200b'] };
  expect(
    await run('query ($id: ID, $words: [String], $title: String!) { echo(id: $id, words: $words, note: { title: $title }) }', {
      ...variables,
      title: `${NFD}\u0007`,
    }),
  ).toEqual({ ...kept, note: { title: 'đặt' } });
});

test('a variable that is an input is cleaned like one that is written out', async () => {
  const given = {
    ...{ title: `${NFD}\u000btên `, body: `${NFD}\u000btên `, secret: ` ${NFD}\u200b`, tags: [`${NFD}\u00ad`], count: 1 },
    notes: [{ title: '\ufeffx', plain: null }],
  };
  expect(await interpreted('query ($note: Note) { echo(note: $note) }', { note: given })).toEqual({ search: 'một', note: kept.note });
});

test('the description says which texts may have several lines', () => {
  const written = printType(schema.getType('Note')!);
  expect(written).toContain('"""At length. May have several lines."""\n  body: String');
  expect(written).toContain('"""May have several lines."""\n  plain: String');
  expect(written).toContain('"""In short."""\n  title: String!');
});
