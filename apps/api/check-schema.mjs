/* The gate for the schema as it is written down: everything says what it is, and can be selected side by side. */
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { faultsOf } from './src/schema-faults.ts';

const written = readFileSync(new URL('../../prisma-free-schema/schema.graphql', import.meta.url), 'utf8');
const faults = faultsOf(buildSchema(written));
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\nFaults of the schema: ${String(faults.length)}\n`);
  process.exit(1);
}
