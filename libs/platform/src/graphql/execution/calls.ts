import { type FieldNode, type GraphQLField, type GraphQLFieldResolver, getArgumentValues } from 'graphql';

type Values = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;
type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** One call of a root field: what with, and what came of it. */
interface Call {
  readonly args: Values;
  outcome: () => unknown;
}

/** The calls of one request, by the field's key in the answer. They are what its operation has as its root. */
export type Calls = ReadonlyMap<string, Call>;

export interface RootField {
  readonly key: string;
  readonly field: Field;
  readonly node: FieldNode;
}

export const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** Reads the arguments as graphql-js does; null where it would refuse one. */
export function callsOf(fields: readonly RootField[], variables: Values): Calls | null {
  try {
    return new Map(fields.map(({ key, field, node }) => [key, { args: getArgumentValues(field, node, variables), outcome: notCalled }]));
  } catch {
    return null;
  }
}

const notCalled = (): never => {
  throw new Error('A field is read again that was not called');
};

const callOf = (calls: unknown, key: string | number): Call => {
  const call = (calls as Calls).get(String(key));
  if (!call) throw new Error(`A field is called that the operation has not: ${String(key)}`);
  return call;
};

/** Calls the field's own resolver, and keeps what came of it. */
export function called({ name, resolve = (source) => (source as Values | undefined)?.[name] }: Field): Resolver {
  return (calls, _, context, info) => {
    const call = callOf(calls, info.path.key);
    try {
      const answer: unknown = resolve(undefined, call.args, context, info);
      call.outcome = () => answer;
    } catch (error) {
      call.outcome = () => {
        throw error;
      };
    }
    return call.outcome();
  };
}

/** What came of the call before. */
export const calledBefore: Resolver = (calls, _, __, info) => callOf(calls, info.path.key).outcome();
