import { setFlagsFromString } from 'node:v8';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldConfig,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  execute,
  isObjectType,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { called, calledBefore, callsOf, keyOf } from './calls.js';
import { withPlainFields } from './plain-fields.js';

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
 * read by graphql-js: the compiler takes what was not sent for null, loses defaults, and unrolls types that contain themselves until the
 * memory is gone. And where something went wrong, graphql-js goes through the same answers once more and says what: of errors beside one
 * another the compiler tells others, and other texts. Below the roots fields only read what is there, so nothing is done twice.
 */
export class Compiler {
  private readonly walked: GraphQLSchema;
  private readonly answered: GraphQLSchema;

  constructor(private readonly schema: GraphQLSchema) {
    this.walked = withRead(withPlainFields(withRoots(schema, (field) => ({ args: {}, resolve: called(field) }))));
    this.answered = withRoots(schema, () => ({ resolve: calledBefore }));
  }

  /** `roots` are the fields that the operation calls. Null where it does not compile. */
  compile(document: DocumentNode, operation: OperationDefinitionNode, roots: readonly FieldNode[]): CompiledOperation | null {
    const compiled = unremembered(() => compileQuery(this.walked, alone(document, operation), operation.name?.value));
    if (!isCompiledQuery(compiled)) return null;
    const type = this.schema.getRootType(operation.operation);
    const fields = roots.flatMap((node) => {
      const field = type?.getFields()[node.name.value];
      return field ? [{ key: keyOf(node), field, node }] : [];
    });
    return ({ context, variables, read }) => {
      const calls = callsOf(fields, read);
      if (calls === null) return null;
      const told = async (): Promise<ExecutionResult> => {
        const { data, errors } = (await compiled.query(calls, context, read)) as ExecutionResult;
        if (!errors) return { data };
        const request = { schema: this.answered, document, operationName: operation.name?.value, variableValues: variables };
        return execute({ ...request, rootValue: calls, contextValue: context });
      };
      return told();
    };
  }
}

/** V8 keeps what it has compiled from a text by the text, for as long as there is room: code of operations that are long gone. */
function unremembered<T>(compile: () => T): T {
  setFlagsFromString('--no-compilation-cache');
  try {
    return compile();
  } finally {
    setFlagsFromString('--compilation-cache');
  }
}

/** The operation and the fragments, its variables declared as what has been read already. */
function alone(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const variableDefinitions = operation.variableDefinitions?.map(({ kind, variable }) => ({ kind, variable, type: READ_TYPE }));
  return {
    ...document,
    definitions: [{ ...operation, variableDefinitions }, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)],
  };
}

/** A value that graphql-js has read: it is handed on as it is. */
const Read = new GraphQLScalarType({ name: 'Read', parseValue: (value) => value });
const READ_TYPE = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: Read.name } } as const;

/** The schema with other root fields. */
function withRoots(schema: GraphQLSchema, change: (field: GraphQLField<unknown, unknown>) => Partial<RootConfig>): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType()].map((type) => type?.name);
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config, name, typeName) => {
      const type = schema.getType(typeName);
      const field = roots.includes(typeName) && isObjectType(type) ? type.getFields()[name] : undefined;
      return field ? { ...config, ...change(field) } : config;
    },
  });
}

type RootConfig = GraphQLFieldConfig<unknown, unknown>;

function withRead(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, Read], assumeValid: true });
}
