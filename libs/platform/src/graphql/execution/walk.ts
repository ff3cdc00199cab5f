import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { keyOf } from './calls.js';
import { readsOnly } from './plain-fields.js';

/** What a root field answered, told as the operation asks for it. Throws at anything that is not as the schema says, or not there yet. */
type Told = (answer: unknown, context: unknown) => unknown;

/** A root field of an operation. */
export interface Root {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** The nodes that ask for it, together. */
  readonly nodes: readonly FieldNode[];
  readonly told: Told;
}

/** A root field's answer may be a row that is something else than it should be: whoever walks says so, and no more. */
class Astray extends Error {}

/** The operation has something that is told only by graphql-js. */
class Unsuited extends Error {}

type Fields = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * Writes the walks through what the root fields answer as JavaScript: each object as a literal with its keys in their order, and nothing
 * made for errors that do not come. Null where graphql-js must walk.
 */
export function walksOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Root[] | null {
  const type = schema.getRootType(operation.operation);
  try {
    return type ? new Writer(schema, document).roots(type, operation.selectionSet) : null;
  } catch (error) {
    if (error instanceof Unsuited) return null;
    throw error;
  }
}

class Writer {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly functions: string[] = [];
  /** What the text refers to by its place. */
  private readonly known: unknown[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  roots(type: GraphQLObjectType, set: SelectionSetNode): Root[] {
    return [...this.fieldsOf(type, [set])].map(([key, nodes]) => {
      const field = type.getFields()[nodes[0]?.name.value ?? ''];
      if (!field) throw new Unsuited();
      return { key, field, nodes, told: this.written(field.type, nodes) };
    });
  }

  private written(type: GraphQLOutputType, nodes: readonly FieldNode[]): Told {
    this.functions.length = 0;
    const whole = this.told(type, nodes);
    const text = `'use strict';\n${this.functions.join('\n')}\nreturn ${whole};`;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- of the schema's names and the operation's keys alone, which are words
    return (new Function('known', text) as (known: readonly unknown[]) => Told)(this.known);
  }

  /** The name of a function that tells a value of the type, null included. */
  private told(type: GraphQLOutputType, nodes: readonly FieldNode[]): string {
    if (isNonNullType(type)) return this.add(`if (v == null) throw ${this.astray()}; return ${this.present(type.ofType, nodes)}(v, c);`);
    return this.add(`return v == null ? null : ${this.present(type, nodes)}(v, c);`);
  }

  /** Of a value that is there. */
  private present(type: GraphQLOutputType, nodes: readonly FieldNode[]): string {
    if (isLeafType(type)) return this.leaf(type);
    if (isListType(type)) {
      const item = this.told(type.ofType, nodes);
      return this.add(`if (!Array.isArray(v)) throw ${this.astray()};
        const n = v.length, all = new Array(n); for (let i = 0; i < n; i += 1) all[i] = ${item}(v[i], c); return all;`);
    }
    if (isObjectType(type)) return this.object(type, nodes);
    if (isAbstractType(type)) {
      const resolve = type.resolveType;
      if (!resolve) throw new Unsuited();
      const cases = this.schema
        .getPossibleTypes(type)
        .map((member) => `case ${JSON.stringify(member.name)}: return ${this.object(member, nodes)}(v, c);`);
      return this.add(`${this.there()} switch (${this.place(resolve)}(v, c)) { ${cases.join(' ')} default: throw ${this.astray()}; }`);
    }
    throw new Unsuited();
  }

  private object(type: GraphQLObjectType, nodes: readonly FieldNode[]): string {
    if (type.isTypeOf) throw new Unsuited();
    const entries = [...this.fieldsOf(type, setsOf(nodes))].map(([key, same]) => `${keyText(key)}: ${this.field(type, same)}`);
    return this.add(`${this.there()} return { ${entries.join(', ')} };`);
  }

  private field(type: GraphQLObjectType, nodes: readonly FieldNode[]): string {
    const name = nodes[0]?.name.value ?? '';
    if (name === '__typename') return JSON.stringify(type.name);
    const field = type.getFields()[name];
    if (!field) throw new Unsuited();
    const { resolve } = field;
    if (!resolve || readsOnly(resolve, name)) return `${this.told(field.type, nodes)}(v.${name}, c)`;
    // What of the request stands in the fourth is made by graphql-js.
    if (resolve.length > MOST_ARGUMENTS) throw new Unsuited();
    return `${this.told(field.type, nodes)}(${this.place(resolve)}(v, {}, c), c)`;
  }

  /** What is in the form of its type already is told as it is. */
  private leaf(type: GraphQLLeafType): string {
    const plain = PLAIN.get(type);
    const serialize = this.place((value: unknown) => serialized(type, value));
    return this.add(plain ? `return ${plain} ? v : ${serialize}(v);` : `return ${serialize}(v);`);
  }

  /** Fields of one key together, in the order in which they are come by. */
  private fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Fields {
    const fields = new Map<string, FieldNode[]>();
    const met = new Set<string>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) {
          const key = keyOf(selection);
          fields.set(key, [...(fields.get(key) ?? []), selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (this.isOf(type, selection.typeCondition?.name.value)) collect(selection.selectionSet);
        } else if (!met.has(selection.name.value)) {
          met.add(selection.name.value);
          const fragment = this.fragments.get(selection.name.value);
          if (fragment && this.isOf(type, fragment.typeCondition.name.value)) collect(fragment.selectionSet);
        }
      }
    };
    sets.forEach(collect);
    return fields;
  }

  private isOf(type: GraphQLObjectType, condition: string | undefined): boolean {
    const named = condition === undefined ? type : this.schema.getType(condition);
    return named === type || (isAbstractType(named) && this.schema.isSubType(named, type));
  }

  /** An error that was returned, and what is still to come, are no answer to walk through. */
  private there(): string {
    return `if (v instanceof Error || typeof v.then === 'function') throw ${this.astray()};`;
  }

  private astray(): string {
    return `new ${this.place(Astray)}()`;
  }

  private add(body: string): string {
    const name = `f${String(this.functions.length)}`;
    this.functions.push(`function ${name}(v, c) { ${body} }`);
    return name;
  }

  private place(value: unknown): string {
    const at = this.known.indexOf(value);
    return `known[${String(at < 0 ? this.known.push(value) - 1 : at)}]`;
  }
}

const setsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] => nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

/** Written out, this one name would be no key. */
const keyText = (key: string): string => (key === '__proto__' ? `["${key}"]` : `"${key}"`);

/** A source, the arguments, the context. */
const MOST_ARGUMENTS = 3;

const PLAIN: ReadonlyMap<GraphQLLeafType, string> = new Map<GraphQLLeafType, string>([
  [GraphQLString, "typeof v === 'string'"],
  [GraphQLID, "typeof v === 'string'"],
  [GraphQLBoolean, "typeof v === 'boolean'"],
  [GraphQLInt, '(v | 0) === v'],
]);

function serialized(type: GraphQLLeafType, value: unknown): unknown {
  const isNone = value instanceof Error || typeof value === 'function' || value instanceof Promise;
  const told: unknown = isNone ? null : type.serialize(value);
  if (told === null || told === undefined) throw new Astray();
  return told;
}
