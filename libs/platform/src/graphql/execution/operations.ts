import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  execute,
  getVariableValues,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { Refused } from '#lib/kernel';
import { keyOf } from './calls.js';
import { type CompiledOperation, Compiler } from './compiler.js';

/** One operation of a request that was found valid. */
export interface Asked {
  readonly document: DocumentNode;
  /** Null where the document has no operation of the name that was asked for, or several and no name. */
  readonly operation: OperationDefinitionNode | null;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly context: unknown;
}

/** What compiled operations may keep of the memory together, in bytes, and what one of them costs: measured, and rounded up. */
const MEMORY = 24 * 1024 * 1024;
const BYTES = { operation: 15_000, field: 1_500 } as const;

/** Larger ones are interpreted: compiling them takes longer than answering them. */
const MOST_FIELDS = 1_000;

/**
 * Executes operations: interpreted at first sight, compiled from the second on, so that a document that never comes again costs nothing
 * after its answer. What was compiled is kept up to a bound of memory, the least recently used goes first.
 */
export class Operations {
  private readonly compiler: Compiler;
  private readonly seen = new WeakSet<OperationDefinitionNode>();
  private readonly compiled = new LRUCache<OperationDefinitionNode, CompiledOperation>({ maxSize: MEMORY });
  /** Too large, or of a kind that the compiler treats differently. */
  private readonly never = new WeakSet<OperationDefinitionNode>();

  constructor(private readonly schema: GraphQLSchema) {
    this.compiler = new Compiler(schema);
  }

  async execute(asked: Asked): Promise<ExecutionResult> {
    if (asked.operation?.operation === OperationTypeNode.SUBSCRIPTION)
      return { errors: [new GraphQLError('SUBSCRIPTION_ELSEWHERE', { originalError: new Refused('SUBSCRIPTION_ELSEWHERE') })] };
    const compiled = asked.operation && this.compiledOf(asked.document, asked.operation);
    if (!compiled) return this.interpret(asked);
    const { coerced, errors } = getVariableValues(this.schema, asked.operation.variableDefinitions ?? [], asked.variables ?? {}, {
      maxErrors: MOST_ERRORS,
    });
    if (errors) return { errors };
    return compiled({ context: asked.context, variables: asked.variables, read: coerced }) ?? this.interpret(asked);
  }

  /** Whether it is kept compiled now. */
  keeps(operation: OperationDefinitionNode): boolean {
    return this.compiled.has(operation);
  }

  private async interpret({ document, variables, operationName, context }: Asked): Promise<ExecutionResult> {
    return execute({ schema: this.schema, document, variableValues: variables, operationName, contextValue: context });
  }

  private compiledOf(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation | null {
    const known = this.compiled.get(operation);
    if (known) return known;
    if (this.never.has(operation)) return null;
    if (!this.seen.has(operation)) {
      this.seen.add(operation);
      return null;
    }
    const fields = suitingOf(document, operation);
    const compiled = fields === null ? null : this.compiler.compile(document, operation);
    if (fields !== null && compiled) this.compiled.set(operation, compiled, { size: BYTES.operation + fields * BYTES.field });
    else this.never.add(operation);
    return compiled;
  }
}

/** As many problems with variables as graphql-js tells of. */
const MOST_ERRORS = 50;

/**
 * How many fields the operation has, with fragments written out; null where it is not to be compiled: with directives on what is selected,
 * with arguments below the roots, with several mutations one after another, or where it reads the schema.
 */
function suitingOf(document: DocumentNode, operation: OperationDefinitionNode): number | null {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet] as const] : [],
    ),
  );
  const roots = new Set<string>();
  let fields = 0;
  const suits = (set: SelectionSetNode | undefined, isRoot: boolean): boolean =>
    (set?.selections ?? []).every((selection) => {
      fields += 1;
      if (fields > MOST_FIELDS || (selection.directives && selection.directives.length > 0)) return false;
      if (selection.kind === Kind.FRAGMENT_SPREAD) return suits(fragments.get(selection.name.value), isRoot);
      if (selection.kind === Kind.INLINE_FRAGMENT) return suits(selection.selectionSet, isRoot);
      if (isRoot) roots.add(keyOf(selection));
      return suitsCompiler(selection, isRoot) && suits(selection.selectionSet, false);
    });
  if (!suits(operation.selectionSet, true)) return null;
  return operation.operation === OperationTypeNode.MUTATION && roots.size > 1 ? null : fields;
}

const INTROSPECTION = new Set(['__schema', '__type']);

const suitsCompiler = ({ name, arguments: given = [] }: FieldNode, isRoot: boolean): boolean =>
  !INTROSPECTION.has(name.value) && (isRoot || given.length === 0);
