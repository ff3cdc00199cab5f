import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { Random } from './random.js';

/** A call of a resolver: which, and with what. */
export interface Call {
  readonly field: string;
  readonly args: unknown;
}

export interface Recorder {
  readonly calls: Call[];
  /** What the field at this key answers: the same for the same key. */
  answer(key: string, type: GraphQLOutputType): unknown;
}

/** The schema with resolvers that record how they are called, and answer as the recorder in the context says. */
export function recordingSchema(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name];
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config, name, typeName) => ({
      ...config,
      resolve: roots.includes(typeName)
        ? async (_source: unknown, args: unknown, context: unknown, info: { path: { key: string | number } }) => {
            const recorder = context as Recorder;
            recorder.calls.push({ field: name, args: structuredClone(args) });
            await Promise.resolve();
            return recorder.answer(String(info.path.key), config.type);
          }
        : undefined,
    }),
    [MapperKind.UNION_TYPE]: (type) => {
      const config = type.toConfig();
      return new (type.constructor as new (given: object) => typeof type)({
        ...config,
        resolveType: (value: { __typename?: string }) => value.__typename,
        types: config.types,
      });
    },
  });
}

const LEAVES: Readonly<Record<string, (random: Random) => unknown>> = {
  Int: (random) => random.below(1000),
  Float: (random) => random.next(),
  String: (random) => `chữ ${String(random.below(100))}`,
  Boolean: (random) => random.chance(0.5),
  ID: (random) => `id-${String(random.below(100))}`,
  DateTime: (random) => new Date(1_800_000_000_000 + random.below(1_000_000)),
  LocalDate: () => '2026-03-02',
  Decimal: () => '12.5',
  Dong: (random) => random.below(1_000_000),
};

/** A value of the type; `faults` is how often something in it is not as it should be. What is in an object is made when it is asked for. */
export function answerOf(type: GraphQLOutputType, seed: number, faults: number): unknown {
  const random = new Random(seed);
  if (random.chance(faults)) return random.pick([null, undefined, new Error('a fault'), isNonNullType(type) ? {} : []]);
  if (isNonNullType(type)) return required(type.ofType, random, faults);
  return random.chance(0.1) ? null : required(type, random, faults);
}

function required(type: GraphQLOutputType, random: Random, faults: number): unknown {
  if (isListType(type)) return Array.from({ length: random.below(3) }, () => answerOf(type.ofType, random.below(2 ** 31), faults));
  if (isUnionType(type)) return objectOf(random.pick(type.getTypes()), random, faults);
  if (isObjectType(type)) return objectOf(type, random, faults);
  if (isEnumType(type)) return random.chance(faults) ? 'NO_SUCH' : random.pick(type.getValues()).value;
  if (isLeafType(type)) return random.chance(faults) ? {} : LEAVES[type.name]?.(random);
  throw new Error(`No answer of type ${String(type)}`);
}

function objectOf(type: GraphQLObjectType, random: Random, faults: number): object {
  const seed = random.below(2 ** 31);
  const fields = type.getFields();
  const made = new Map<string, unknown>([['__typename', type.name]]);
  return new Proxy(
    {},
    {
      get: (_, name) => {
        const field = typeof name === 'string' ? fields[name] : undefined;
        if (field && !made.has(field.name)) made.set(field.name, answerOf(field.type, seed + hashOf(field.name), faults));
        return made.get(String(name));
      },
    },
  );
}

export const hashOf = (text: string): number => Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
