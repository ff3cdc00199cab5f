import { buildSchema } from 'graphql';
import { faultsOf } from '../apps/api/src/schema-faults.js';

const schema = (changes: { described?: string; other?: string; kind?: string }) =>
  buildSchema(`
    "What can be asked." type Query { "A card." card("Which." id: ID): Answer }
    "A card, or why not." union Answer = Card | Refusal
    "A card." type Card { ${changes.described ?? '"Its code, or null."'} code: ${changes.other ?? 'Code!'} "Its kind, or null." kind: ${changes.kind ?? 'Kind'} }
    "Why not." type Refusal { "Which." code: Code! }
    "What it is." enum Kind { "One." ONE }
    "Why." enum Code { "None." NONE }
    "Of others." type Other { "Its kind, or null." kind: Kind }`);

test('a schema that says what everything is, and can be selected side by side, has no faults', () => {
  expect(faultsOf(schema({}))).toEqual([]);
});

test('a member that says nothing of itself is a fault, by its path', () => {
  expect(faultsOf(schema({ described: '' }))).toEqual(['Card.code says nothing of itself']);
  const bare = buildSchema('type Query { a(b: Int): C } enum C { D } input E { f: Int }');
  expect(faultsOf(bare)).toEqual(['Query', 'Query.a', 'Query.a.b', 'C', 'C.D', 'E', 'E.f'].map((path) => `${path} says nothing of itself`));
});

test('a field that may be null and does not say when is a fault; roots, lists and arguments say it alike, and need not', () => {
  const said = (sentence: string, type = 'String') =>
    faultsOf(schema({ described: `"${sentence}" confirmedAt: ${type} "Its code, or null."` }));
  expect(said('When the head confirmed it.')).toEqual(['Card.confirmedAt does not say when it is null']);
  expect(said('Where it stands.')).toEqual(['Card.confirmedAt does not say when it is null']);
  expect(said('When the head confirmed it.', 'String!')).toEqual([]);
  for (const sentence of [
    'When the head confirmed it; null before.',
    'None: it waits.',
    'The day, once it was confirmed.',
    'For the office only.',
  ])
    expect(said(sentence)).toEqual([]);
  const listed = buildSchema('"All." type Query { "One." a("Which." id: ID): CEdge } "In a list." type CEdge { "It." cursor: String }');
  expect(faultsOf(listed)).toEqual([]);
});

test('one name with two types in members of a union is a fault, a nullable beside another too', () => {
  expect(faultsOf(schema({ other: 'Code' }))).toEqual(['Answer: code is Code and Code!']);
});

test('a text that is called like an enum elsewhere is a fault', () => {
  expect(faultsOf(schema({ kind: 'String' }))).toEqual(['Card.kind is a text, and an enum elsewhere']);
});

test('a field by a name that lost is a fault; the order of a list, which is chosen from, is none', () => {
  const one = (field: string) => faultsOf(schema({ described: `"It, or null." ${field} "Its code, or null."` }));
  expect(one('by: String')).toEqual(['Card.by is called byName elsewhere']);
  expect(one('order: Int')).toEqual(['Card.order is called ordinal elsewhere']);
  expect(one('order: Kind')).toEqual([]);
  expect(one('decisionDate: String')).toEqual(['Card.decisionDate is called decidedOn elsewhere']);
  expect(one('isOpen: Boolean')).toEqual(['Card.isOpen is called without “is” elsewhere']);
  expect(one('title: String "It, or null." titleVi: String')).toEqual(['Card.title is called titleVi']);
});

test('two types of the same fields are a fault; those that say an id alone are none', () => {
  const two = (fields: string, others: string) =>
    faultsOf(buildSchema(`"All." type Query { "It, or null." a: B } "One." type B { ${fields} } "Another." type C { ${others} }`));
  expect(two('"Its, or null." id: ID "Its, or null." name: String', '"Its, or null." name: String "Its, or null." id: ID')).toEqual([
    'B and C are the same',
  ]);
  expect(two('"Its, or null." id: ID "Its, or null." name: String', '"Its, or null." id: ID "Its, or null." name: String!')).toEqual([]);
  expect(two('"Its, or null." id: ID', '"Its, or null." id: ID')).toEqual([]);
});

test('an id with a name beside it is a fault, since a link says both; where it is said why not, it is none', () => {
  const said = (fields: string, type = 'B') =>
    faultsOf(buildSchema(`"All." type Query { "It, or null." a: ${type} } "One." type ${type} { ${fields} }`));
  expect(said('"Its, or null." unitId: ID "Its, or null." unitName: String')).toEqual(['B.unitId and unitName are one link']);
  expect(said('"Its, or null." modelId: ID "Its, or null." modelTitle: String')).toEqual(['B.modelId and modelTitle are one link']);
  expect(said('"Its, or null." personId: ID "Its, or null." fullName: String')).toEqual(['B.personId and fullName are one link']);
  expect(said('"Its, or null." initiativeId: ID "Its, or null." title: String')).toEqual(['B.initiativeId and title are one link']);
  expect(said('"Its, or null." judgeId: ID "Its, or null." fullName: String')).toEqual(['B.judgeId and fullName are one link']);
  expect(said('"Its, or null." unitId: ID "Its, or null." fullName: String')).toEqual([]);
  expect(said('"Its, or null." fileId: ID "Its, or null." fileName: String', 'JobExport')).toEqual([]);
});

test('a list that cannot be ordered is a fault, but where one order is said to be enough; so is one that is said so and can be', () => {
  const listed = (list: string, args: string) =>
    faultsOf(
      buildSchema(`"All." type Query { "It, or null." ${list}${args}: CConnection } "Some." type CConnection { "Its, or null." id: ID }`),
    );
  expect(listed('dossiers', '')).toEqual(['dossiers has one order']);
  expect(listed('dossiers', '("How." order: String)')).toEqual([]);
  expect(listed('standings', '')).toEqual([]);
  expect(listed('standings', '("How." order: String)')).toEqual(['standings has orders, and is said to have one']);
});
