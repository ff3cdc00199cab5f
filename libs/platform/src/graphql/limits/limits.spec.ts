import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { limitsRule } from './limits.plugin.js';
import { LIMITS } from './limits.js';
import { Measure } from './measure.js';

const schema = buildSchema(`
  type Item { id: ID! name: String other(like: String): String item: Item items: [Item!]! }
  type Query { item: Item items(first: Int, after: String, last: Int, before: String): [Item!]! }`);
const measure = new Measure(schema);
const codeOf = (document: string) => measure.beyond(measure.ofDocument(parse(document)));
const times = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n)).join(' ');

test.each([
  ['nested too deep', `{ ${'item { '.repeat(12)} id ${'} '.repeat(12)} }`, 'QUERY_TOO_DEEP'],
  [
    'nested too deep in fragments',
    `{ ...A } ${times(12, (n) => `fragment ${'A'.repeat(n + 1)} on Query { item { id } ...${'A'.repeat(n + 2)} }`)} fragment ${'A'.repeat(13)} on Query { item { id } }`,
    'QUERY_TOO_DEEP',
  ],
  ['with more aliases than are allowed', `{ ${times(21, (n) => `a${String(n)}: item { id }`)} }`, 'QUERY_TOO_MANY_ALIASES'],
  ['with aliases of __typename', `{ ${times(21, (n) => `a${String(n)}: __typename`)} }`, 'QUERY_TOO_MANY_ALIASES'],
  [
    'with 290 aliases in a fragment that stands first',
    `fragment F on Query { ${times(290, (n) => `a${String(n)}: item { id }`)} } { ...F }`,
    'QUERY_TOO_MANY_ALIASES',
  ],
  [
    'with 290 aliases in a fragment that nobody uses',
    `fragment F on Query { ${times(290, () => 'a: item { id }')} } { __typename }`,
    'QUERY_TOO_MANY_ALIASES',
  ],
  [
    'with aliases in fragments spread often',
    `{ ${times(5, (n) => `item { ${'item { '.repeat(n)} ...F ${'}'.repeat(n)} }`)} } fragment F on Item { a: id b: id c: id d: id e: id }`,
    'QUERY_TOO_MANY_ALIASES',
  ],
  ['with one field 290 times', `{ ${times(290, () => 'item { id }')} }`, 'QUERY_TOO_COSTLY'],
  ['with one field often in inline fragments', `{ ${times(290, () => '... on Query { item { id } }')} }`, 'QUERY_TOO_COSTLY'],
  [
    'with one field often in many operations',
    times(40, (n) => `query Q${String(n)} { ${times(15, () => 'item { id }')} }`),
    'QUERY_TOO_COSTLY',
  ],
  ['with too many directives', `{ item ${times(31, () => '@skip(if: false)')} { id } }`, 'QUERY_TOO_MANY_DIRECTIVES'],
  [
    'that asks for too many rows',
    `{ ${times(12, (n) => `a${String(n)}: items(first: 100) { id name item { id name item { id name item { id name } } } }`)} }`,
    'QUERY_TOO_COSTLY',
  ],
  [
    'that asks for as many rows as there are without saying',
    `{ ${times(20, (n) => `a${String(n)}: items { id name item { id name item { id name item { id name item { id name } } } } }`)} }`,
    'QUERY_TOO_COSTLY',
  ],
  [
    'whose fragments double with each',
    `{ ...F0 } ${times(11, (n) => `fragment F${String(n)} on Query { ...F${String(n + 1)} item { ...G${String(n)} } } fragment G${String(n)} on Item { item { ...G${String(n + 1)} } b: item { ...G${String(n + 1)} } }`)} fragment F11 on Query { __typename } fragment G11 on Item { id }`,
    expect.any(String),
  ],
])('a document %s is refused', (_, document, code) => {
  expect(codeOf(document)).toEqual(code);
});

test.each([
  [
    'fragments that share fields',
    `{ items { ...A ...B ...C id name } } fragment A on Item { id name } fragment B on Item { id name } fragment C on Item { id name item { ...A } }`,
  ],
  [
    'several operations that are each within the limits',
    times(5, (n) => `query Q${String(n)} { ${times(6, (m) => `a${String(m)}: item { id }`)} }`),
  ],
  ['a page of the largest size', '{ items(first: 100) { id name item { id name item { id name } } } }'],
])('a document with %s is within the limits', (_, document) => {
  expect(codeOf(document)).toBeNull();
});

test('fragments within fragments take no time', () => {
  const doubling = `{ ...F0 } ${times(300, (n) => `fragment F${String(n)} on Query { ...F${String(n + 1)} ...F${String(n + 1)} }`)} fragment F300 on Query { __typename }`;
  const cyclic = '{ ...A } fragment A on Query { item { ...B } } fragment B on Item { item { ...B ...B } x: item { ...B } }';

  expect([doubling, cyclic].map(codeOf)).toEqual(['QUERY_TOO_DEEP', 'QUERY_TOO_DEEP']);
});

test('the schema may be read once as a whole, not twice, and not along its own references', () => {
  const whole =
    'types { name fields(includeDeprecated: true) { name args { name type { name ofType { name } } } type { name ofType { name } } } }';

  expect(codeOf(`{ __schema { ${whole} } }`)).toBeNull();
  expect(
    codeOf(
      `{ ${times(20, (n) => `a${String(n)}: __schema { types { name fields { name description args { name description } type { name } } } }`)} }`,
    ),
  ).toBe('QUERY_TOO_COSTLY');
  expect(
    codeOf(
      `{ __schema { ${times(20, (n) => `a${String(n)}: types { name description fields { name description args { name description type { name } } } }`)} } }`,
    ),
  ).toBe('QUERY_TOO_COSTLY');
  expect(codeOf('{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }')).toBe('QUERY_TOO_COSTLY');
  expect(codeOf(`{ __type(name: "Item") { ${'ofType { '.repeat(20)} name ${'}'.repeat(20)} } }`)).toBe('QUERY_TOO_DEEP');
});

test.each([
  ['a page of which nobody says how large it is', '{ items { id } }', 160],
  ['a page read from the end', '{ items(last: 10) { id } }', 32],
])('%s costs its rows', (_, document, cost) => {
  expect(measure.ofDocument(parse(document)).cost).toBe(cost); // rows × (2 + 1.2)
});

test('rows that a variable asks for count, up to the largest page', () => {
  const document = parse('query ($n: Int!) { items(first: $n) { id } }');
  const [operation] = document.definitions;
  const costs = [1, 10, 1_000_000].map((n) => measure.ofOperation(document, operation as never, { n }).cost);

  expect(costs).toEqual([3.2, 32, 640]); // rows × (2 + 1.2)
});

test('nothing else is said of a document beyond a limit: the rules that compare its fields do not see it', () => {
  const document = parse(`{ ${times(LIMITS.aliases + 1, (n) => `a: other${String(n)} { nothing }`)} }`);

  expect(validate(schema, document, [...specifiedRules, limitsRule]).map(({ message }) => message)).toEqual(['QUERY_TOO_MANY_ALIASES']);
});

test('so do rows that a variable asks for where none is sent', () => {
  const document = parse('query ($n: Int! = 100) { items(first: $n) { id } }');
  const [operation] = document.definitions;
  const costs = [{}, { n: 10 }].map((variables) => measure.ofOperation(document, operation as never, variables).cost);

  expect(costs).toEqual([320, 32]);
});
