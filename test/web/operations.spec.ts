import { globSync, readFileSync } from 'node:fs';
import { Kind, type SelectionSetNode, buildSchema, parse } from 'graphql';
import { projectFile } from '#lib/platform';
import { NO_PAGE_YET } from './no-page-yet.js';

const schema = buildSchema(readFileSync(projectFile('prisma-free-schema/schema.graphql'), 'utf8'));
const roots = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() };
const all = Object.entries(roots).flatMap(([kind, root]) => Object.keys(root?.getFields() ?? {}).map((name) => `${kind} ${name}`));

const documents = globSync('apps/web/src/**/*.{ts,tsx}', { cwd: projectFile('.') }).flatMap((file) =>
  [...readFileSync(projectFile(file), 'utf8').matchAll(/graphql\(\s*`([^`]*)`/g)].map(([, text = '']) => parse(text)),
);
const asked = documents.flatMap(({ definitions }) =>
  definitions.flatMap((definition): [string, SelectionSetNode][] => {
    if (definition.kind === Kind.OPERATION_DEFINITION) return [[definition.operation, definition.selectionSet]];
    const ofQuery = definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value === 'Query';
    return ofQuery ? [['query', definition.selectionSet]] : [];
  }),
);
const used = new Set(
  asked.flatMap(([operation, { selections }]) =>
    selections.flatMap((field) => (field.kind === Kind.FIELD ? [`${operation} ${field.name.value}`] : [])),
  ),
);
const excused = Object.values(NO_PAGE_YET).flatMap((operations) => operations.trim().split(/\s+(?=query|mutation|subscription)/));

test('every operation of the schema is used by a page, or it is said why not', () => {
  expect(all.filter((operation) => !used.has(operation) && !excused.includes(operation))).toEqual([]);
});

test('what a page uses by now, or the schema no longer has, is on the list no more, and nothing is there twice', () => {
  expect(excused.filter((operation) => used.has(operation) || !all.includes(operation))).toEqual([]);
  expect([...new Set(excused)]).toEqual(excused);
});
