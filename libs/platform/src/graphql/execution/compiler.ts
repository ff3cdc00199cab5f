import { setFlagsFromString } from 'node:v8';
import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLFieldResolver,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  execute,
} from 'graphql';
import { type Calls, called, calledBefore, callsOf } from './calls.js';
import { type Root, walksOf } from './walk.js';

type Values = Readonly<Record<string, unknown>>;

/** What a request brings: its context, and its variables as they were sent and as graphql-js has read them. */
export interface Sent {
  readonly context: unknown;
  readonly variables: Values | undefined;
  readonly read: Values;
}

/** Runs one operation; null where graphql-js must say what is wrong with an argument. */
export type CompiledOperation = (sent: Sent) => Promise<ExecutionResult> | null;

/**
 * Turns an operation into a function. Compiled is the walk through what the root fields answer, and no more. Variables and arguments are
 * read by graphql-js, and where something went wrong it goes through the same answers once more and says what. Below the roots fields
 * only read what is there, so nothing is done twice.
 */
export class Compiler {
  private told: GraphQLSchema | undefined;

  constructor(private readonly schema: GraphQLSchema) {}

  /** The schema whose root fields answer what was answered before; made when something first goes wrong, and not at each start. */
  private get answered(): GraphQLSchema {
    return (this.told ??= withRoots(this.schema, calledBefore));
  }

  /** Null where it does not compile. */
  compile(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation | null {
    const roots = unremembered(() => walksOf(this.schema, document, operation));
    if (!roots) return null;
    const fields = roots.flatMap(({ key, field, nodes: [node] }) => (node ? [{ key, field, node }] : []));
    const call = this.calling(document, operation, roots);
    return ({ context, variables, read }) => {
      const calls = callsOf(fields, read);
      if (calls === null) return null;
      const told = async (): Promise<ExecutionResult> => {
        const outcomes = call(calls, context, read);
        // One may fail while another is waited for.
        if (outcomes.length > 1) void Promise.allSettled(outcomes);
        try {
          const data = Object.create(null) as Record<string, unknown>;
          for (const [at, { key, told }] of roots.entries()) data[key] = told(await outcomes[at], context);
          return { data };
        } catch {
          await Promise.allSettled(outcomes);
          const request = { schema: this.answered, document, operationName: operation.name?.value, variableValues: variables };
          return execute({ ...request, rootValue: calls, contextValue: context });
        }
      };
      return told();
    };
  }

  /** Calls all root fields, the one after the other, and waits for none. */
  private calling(document: DocumentNode, operation: OperationDefinitionNode, roots: readonly Root[]) {
    const parentType = this.schema.getRootType(operation.operation);
    if (!parentType) throw new Error('An operation has a type');
    const fragments = fragmentsOf(document);
    const each = roots.map(({ key, field, nodes }) => ({
      resolve: called(field),
      info: {
        ...{ fieldName: field.name, fieldNodes: nodes, returnType: field.type, parentType },
        ...{ path: { prev: undefined, key, typename: parentType.name }, schema: this.schema, fragments, operation },
      },
    }));
    return (calls: Calls, context: unknown, variableValues: Values): Promise<unknown>[] =>
      each.map(({ resolve, info }) => {
        const asked: GraphQLResolveInfo = { ...info, rootValue: calls, variableValues };
        return new Promise((answered) => {
          answered(resolve(calls, {}, context, asked));
        });
      });
  }
}

const fragmentsOf = ({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])),
  );

/** V8 keeps what it has compiled from a text by the text, for as long as there is room: code of operations that are long gone. */
function unremembered<T>(compile: () => T): T {
  setFlagsFromString('--no-compilation-cache');
  try {
    return compile();
  } finally {
    setFlagsFromString('--compilation-cache');
  }
}

/** The schema whose queries and mutations are all answered by one resolver. */
function withRoots(schema: GraphQLSchema, resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLSchema {
  const { query, mutation, types, ...config } = schema.toConfig();
  const root = (type: GraphQLObjectType | null | undefined): GraphQLObjectType | null => {
    if (!type) return null;
    const { fields, ...rest } = type.toConfig();
    const answering = Object.entries(fields).map(([name, field]) => [name, { ...field, resolve }] as const);
    return new GraphQLObjectType({ ...rest, fields: Object.fromEntries(answering) });
  };
  const others = types.filter((type) => type !== query && type !== mutation);
  return new GraphQLSchema({ ...config, types: others, query: root(query), mutation: root(mutation) });
}
