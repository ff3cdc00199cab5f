import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode, execute, parse, validate } from 'graphql';
import { offlineConfig } from '../apps/api/src/schema.js';
import { createServer } from '../apps/api/src/server.js';
import { Operations } from '../libs/platform/src/graphql/execution/operations.js';
import { type Call, type Recorder, answerOf, hashOf, recordingSchema } from './support/random/answers.js';
import { OperationWriter, type RandomOperation, type Taste } from './support/random/operation.js';
import { Random, seedOf } from './support/random/random.js';

let app: NestFastifyApplication;
let schema: GraphQLSchema;
let operations: Operations;

beforeAll(async () => {
  app = await createServer(offlineConfig());
  await app.init();
  schema = recordingSchema(app.get(GraphQLSchemaHost, { strict: false }).schema);
  operations = new Operations(schema);
});
afterAll(() => app.close());

const tasteOf = (random: Random): Taste => ({
  scalar: (type) => random.pick(GOOD[type.name] ?? ['x']),
  wrong: 0.04,
  directives: 0.25,
  kinds: ['query', 'mutation'],
});
const GOOD: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, 50, -3],
  Float: [0.5, 1],
  String: ['', 'chữ', 'a "quoted" \\ text'],
  Boolean: [true, false],
  ID: ['01900000-0000-7000-8000-000000000001', 7],
  DateTime: ['2026-10-15T22:00:00+07:00'],
  LocalDate: ['2026-03-02'],
  Decimal: ['12.50', 3],
  Dong: [500_000],
};

interface Outcome {
  readonly data: unknown;
  readonly errors: unknown;
  readonly calls: readonly Call[];
}

async function outcomeOf(
  seed: number,
  faults: number,
  run: (recorder: Recorder) => PromiseLike<ExecutionResult> | ExecutionResult,
): Promise<Outcome> {
  const calls: Call[] = [];
  const answer: Recorder['answer'] = (key, type) => {
    const own = seed + hashOf(key);
    if (new Random(own).chance(faults)) throw new Error('the resolver failed');
    return answerOf(type, own + 1, faults);
  };
  const { data, errors } = await run({ calls, answer });
  const told = errors
    ?.map(({ message, path, locations, nodes }) => JSON.stringify({ message, path, locations: locations ?? nodes ?? null }))
    .sort();
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors: told, calls };
}

interface Trial extends RandomOperation {
  readonly seed: number;
  readonly faults: number;
}

/** The trial's outcome interpreted, and at first, second and third sight by what serves. */
async function outcomes({
  document: text,
  variables,
  seed,
  faults,
}: Trial): Promise<{ expected: Outcome; got: Outcome[]; compiled: boolean }> {
  const document = parse(text);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const expected = await outcomeOf(seed, faults, (contextValue) => execute({ schema, document, variableValues: variables, contextValue }));
  const got: Outcome[] = [];
  for (let sight = 0; sight < 3; sight += 1) {
    got.push(
      await outcomeOf(seed, faults, (context) => operations.execute({ document, operation, operationName: undefined, variables, context })),
    );
  }
  return { expected, got, compiled: operations.keeps(operation) };
}

function trial(seed: number, faults: number): Trial | null {
  const random = new Random(seed);
  const written = OperationWriter.write(schema, random, tasteOf(random));
  return validate(schema, parse(written.document)).length === 0 ? { ...written, seed, faults } : null;
}

test.each([
  ['where all answers are as they should be', 0],
  ['where answers have faults', 0.02],
])('operations are executed compiled as graphql-js executes them: same data, same errors, same calls, %s', async (_, faults) => {
  const first = seedOf('COMPILED_SEED');
  const failures: object[] = [];
  let [valid, compiled] = [0, 0];
  for (let seed = first; seed < first + 800 && failures.length === 0; seed += 1) {
    const tried = trial(seed, faults);
    if (!tried) continue;
    valid += 1;
    const { expected, got, compiled: wasCompiled } = await outcomes(tried);
    if (wasCompiled) compiled += 1;
    const other = got.find((outcome) => JSON.stringify(outcome) !== JSON.stringify(expected));
    if (other) failures.push({ rerun: `COMPILED_SEED=${String(seed)}`, ...tried, expected, got: other });
  }

  expect(failures).toEqual([]);
  expect(valid).toBeGreaterThan(600);
  expect(compiled).toBeGreaterThan(valid / 3);
});
