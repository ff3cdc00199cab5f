/*
 * The schema as pages read it: an answer in which a root field broke is none for them, unless they say that a part will do. So what is null only
 * with an error is never null here.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Kind, parse, print, visit } from 'graphql';

const WRITTEN = '../../prisma-free-schema/schema.graphql';
const OF_PAGES = '../../node_modules/.cache/schema-of-pages.graphql';

const isSure = ({ directives = [] }) => directives.some(({ name }) => name.value === 'semanticNonNull');
const schema = visit(parse(readFileSync(WRITTEN, 'utf8'), { noLocation: true }), {
  DirectiveDefinition: () => null,
  FieldDefinition: (field) =>
    isSure(field) ? { ...field, type: { kind: Kind.NON_NULL_TYPE, type: field.type }, directives: [] } : undefined,
});
mkdirSync('../../node_modules/.cache', { recursive: true });
writeFileSync(OF_PAGES, print(schema));
