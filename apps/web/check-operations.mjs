/* The gate for operations: every document in the source is one that the schema answers. */
import { globSync, readFileSync } from 'node:fs';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';

const schema = buildSchema(readFileSync('../../prisma-free-schema/schema.graphql', 'utf8'));
const documents = globSync('src/**/*.{ts,tsx}').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:const (\w+) = )?graphql\(\s*`([^`]*)`(?:,\s*\[([\w\s,]*)\])?/g)].map(
    ([, name, text, given = '']) => ({
      file,
      name,
      text,
      given: given
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    }),
  ),
);
const fragments = new Map();
for (const { text } of documents)
  for (const definition of parse(text).definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);

/** The fragments that a definition spreads, and theirs. */
function spreadIn(definition, found = new Set()) {
  for (const [, name] of JSON.stringify(definition).matchAll(/"kind":"FragmentSpread","name":\{"kind":"Name","value":"(\w+)"/g)) {
    if (found.has(name) || !fragments.has(name)) continue;
    found.add(name);
    spreadIn(fragments.get(name), found);
  }
  return found;
}

const rules = specifiedRules.filter(({ name }) => name !== 'NoUnusedFragmentsRule');
const faults = documents.flatMap(({ file, text }) => {
  const document = parse(text, { noLocation: true });
  const own = new Set(document.definitions.map(({ name }) => name?.value));
  const used = document.definitions.flatMap((definition) => [...spreadIn(definition)]).filter((name) => !own.has(name));
  const whole = { ...document, definitions: [...document.definitions, ...[...new Set(used)].map((name) => fragments.get(name))] };
  return validate(schema, whole, rules).map(({ message }) => `${file}: ${message}`);
});
// What is given to a document goes to the server with it, which refuses what is not used.
for (const { file, text, given } of documents)
  for (const fragment of given)
    if (
      !documents.some(
        (one) =>
          one.name === fragment && parse(one.text).definitions.some(({ name }) => new RegExp(`\\.\\.\\.${name?.value}\\b`).test(text)),
      )
    )
      faults.push(`${file}: ${fragment} is given to a document that does not use it`);
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
