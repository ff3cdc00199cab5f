import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { projectFile } from '#lib/platform';
import { LISTS, documentOf } from '../apps/bench/src/lists.js';
import { readsOf } from '../apps/bench/src/operations.js';

const schema = buildSchema(readFileSync(projectFile('prisma-free-schema/schema.graphql'), 'utf8'));
const reads = Object.entries(readsOf('2026-07-01')).map(([name, { document }]): [string, string] => [name, document(true)]);

test.each([...reads, ...Object.keys(LISTS).map((name): [string, string] => [name, documentOf(schema, name)])])(
  'what is measured of %s is what the schema answers',
  (_, document) => {
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  },
);
