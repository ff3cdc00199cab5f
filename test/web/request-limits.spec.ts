import { globSync, readFileSync } from 'node:fs';
import { type DefinitionNode, type DocumentNode, Kind, type OperationDefinitionNode, buildSchema, parse, visit } from 'graphql';
import { formatDocument } from '@urql/core';
import { PAGE_MAX } from '#lib/kernel';
import { projectFile } from '#lib/platform';
import { Measure } from '../../libs/platform/src/graphql/limits/measure.js';

const schema = buildSchema(readFileSync(projectFile('prisma-free-schema/schema.graphql'), 'utf8'));
const measure = new Measure(schema);

const definitions = globSync('apps/web/src/**/*.{ts,tsx}', { cwd: projectFile('.') }).flatMap((file) =>
  [...readFileSync(projectFile(file), 'utf8').matchAll(/graphql\(\s*`([^`]*)`/g)].flatMap(([, text = '']) => parse(text).definitions),
);
const fragments = new Map(
  definitions.flatMap((one): [string, DefinitionNode][] => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
);
const operations = definitions.filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);

/** An operation with the fragments that it spreads, and theirs, as the client sends it. */
function wholeOf(operation: OperationDefinitionNode): DocumentNode {
  const met = new Map<string, DefinitionNode>();
  const add = (definition: DefinitionNode): void => {
    visit(definition, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = fragments.get(value);
        if (!fragment || met.has(value)) return;
        met.set(value, fragment);
        add(fragment);
      },
    });
  };
  add(operation);
  return formatDocument({ kind: Kind.DOCUMENT, definitions: [operation, ...met.values()] });
}

test('no page asks for more than one request may, with the largest page that a variable of it can name', () => {
  const measured = operations.map((operation) => {
    const largest = { first: PAGE_MAX, last: PAGE_MAX };
    const whole = wholeOf(operation);
    return { name: operation.name?.value, size: measure.ofOperation(whole, whole.definitions[0] as OperationDefinitionNode, largest) };
  });

  expect(measured.length).toBeGreaterThan(300);
  expect(
    measured
      .filter(({ size }) => measure.beyond(size) !== null)
      .map(({ name, size }) => `${String(name)}: ${String(Math.round(size.cost))}`),
  ).toEqual([]);
});
