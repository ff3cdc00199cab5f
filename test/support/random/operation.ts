import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type Random } from './random.js';

export interface RandomOperation {
  readonly document: string;
  /** The names of the root fields that it calls. */
  readonly calls: readonly string[];
  readonly variables: Record<string, unknown>;
}

/** What stands where a scalar is asked for: by the type and the name of its argument or field. */
export type Scalars = (type: GraphQLScalarType, name: string) => unknown;

export interface Taste {
  readonly scalar: Scalars;
  /** How often a variable has a value of another kind, or none where one is needed. */
  readonly wrong: number;
  /** How often a document has directives. */
  readonly directives: number;
  readonly kinds: readonly ('query' | 'mutation')[];
}

/** In a union other members may have these with another type. */
const OF_REFUSALS = new Set(['code', 'path', 'message']);

const DEEPEST_INPUT = 4;
const DEEPEST_OUTPUT = 5;

/** Where a value is expected: `optional` where there is a default, so that a variable that may be null may stand. */
interface Slot {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly optional: boolean;
}

/** Writes documents over a whole schema that are valid more often than not, with values for their variables. */
export class OperationWriter {
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private readonly directed: boolean;
  private names = 0;

  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly taste: Taste,
  ) {
    this.directed = random.chance(taste.directives);
  }

  static write(schema: GraphQLSchema, random: Random, taste: Taste): RandomOperation {
    return new OperationWriter(schema, random, taste).operation();
  }

  private operation(): RandomOperation {
    const kind = this.random.pick(this.taste.kinds);
    const root = kind === 'query' ? this.schema.getQueryType() : this.schema.getMutationType();
    const fields = Object.values(root?.getFields() ?? {});
    const called = Array.from({ length: this.random.chance(0.3) ? 2 : 1 }, () => this.random.pick(fields));
    const calls = called.map((field) => this.call(field));
    if (this.random.chance(0.1)) calls.push('__typename');
    const declared = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    const body = root && this.random.chance(0.15) ? `... on ${root.name} { ${calls.join(' ')} }` : calls.join(' ');
    return {
      document: [`${kind} Q${declared} { ${body} }`, ...this.fragments].join('\n'),
      variables: this.variables,
      calls: called.map(({ name }) => name),
    };
  }

  private call(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap(({ name, type, defaultValue }) => {
      const required = isNonNullType(type) && defaultValue === undefined;
      if (!required && this.random.chance(0.4)) return [];
      return [`${name}: ${this.value({ name, type, optional: defaultValue !== undefined })}`];
    });
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    return `${this.alias()}: ${field.name}${args}${this.directive()} ${this.selection(field.type, DEEPEST_OUTPUT)}`;
  }

  private alias(): string {
    this.names += 1;
    return this.random.chance(0.02) ? `a_${String(this.names)}` : `a${String(this.names)}`;
  }

  private directive(): string {
    if (!this.directed || !this.random.chance(0.3)) return '';
    return ` @${this.random.pick(['skip', 'include'])}(if: ${this.condition()})`;
  }

  private condition(): string {
    if (this.random.chance(0.3)) return this.random.pick(['true', 'false']);
    const name = this.name();
    const type = this.random.pick(['Boolean!', 'Boolean = true', 'Boolean = false']);
    this.declared.push(`$${name}: ${type}`);
    const value = this.random.pick([true, false, null, undefined]);
    if (type === 'Boolean!') this.variables[name] = value ?? true;
    else if (value !== undefined) this.variables[name] = value;
    return `$${name}`;
  }

  private name(): string {
    this.names += 1;
    return `v${String(this.names)}`;
  }

  private selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isLeafType(named)) return '';
    if (isUnionType(named)) {
      const members = named.getTypes().map((member) => `... on ${member.name}${this.directive()} { ${this.fields(member, depth, true)} }`);
      return `{ __typename ${members.join(' ')} }`;
    }
    return isObjectType(named) ? `{ ${this.fields(named, depth, false)} }` : '{ __typename }';
  }

  private fields(type: GraphQLObjectType, depth: number, aliased: boolean): string {
    const all = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
    const share = 0.25 + this.random.next() / 2;
    const chosen = all.filter(() => this.random.chance(share)).map((field) => this.field(field, depth, aliased));
    // The same field twice, and what is in it merged.
    const [again] = chosen;
    if (again !== undefined && !aliased && this.random.chance(0.15)) chosen.push(again);
    if (chosen.length === 0 || this.random.chance(0.1)) chosen.push('__typename');
    return this.wrapped(type, chosen);
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, aliased: boolean): string {
    const alias = (aliased && OF_REFUSALS.has(field.name)) || this.random.chance(0.08) ? `${this.alias()}: ` : '';
    return `${alias}${field.name}${this.directive()} ${this.selection(field.type, depth - 1)}`;
  }

  /** The selections, some of them in a fragment. */
  private wrapped(type: GraphQLObjectType, selections: readonly string[]): string {
    if (!this.random.chance(0.2)) return selections.join(' ');
    const cut = this.random.below(selections.length + 1);
    const inside = selections.slice(cut).join(' ') || '__typename';
    const before = selections.slice(0, cut).join(' ');
    if (this.random.chance(0.5))
      return `${before} ...${this.random.chance(0.5) ? ` on ${type.name}` : ''}${this.directive()} { ${inside} }`;
    this.names += 1;
    const fragment = `F${String(this.names)}`;
    this.fragments.push(`fragment ${fragment} on ${type.name} { ${inside} }`);
    const spread = `...${fragment}${this.directive()}`;
    return this.random.chance(0.2) ? `${before} ${spread} ${spread}` : `${before} ${spread}`;
  }

  /** A literal, or a variable, or a literal with variables in it. */
  private value(slot: Slot, depth = 0): string {
    if (this.random.chance(depth === 0 ? 0.5 : 0.3)) return this.variable(slot);
    const { type, name } = slot;
    if (!isNonNullType(type) && this.random.chance(0.12)) return 'null';
    const bare = isNonNullType(type) ? type.ofType : type;
    if (isListType(bare)) return this.list(bare.ofType, name, depth);
    if (isInputObjectType(bare)) {
      const fields = Object.values(bare.getFields()).flatMap((field) => {
        const optional = field.defaultValue !== undefined;
        const leftOut = (!isNonNullType(field.type) || optional) && (depth >= DEEPEST_INPUT || this.random.chance(0.45));
        return leftOut ? [] : [`${field.name}: ${this.value({ name: field.name, type: field.type, optional }, depth + 1)}`];
      });
      return `{ ${fields.join(', ')} }`;
    }
    return isEnumType(bare) ? this.member(bare) : literal(this.taste.scalar(bare, name));
  }

  private list(of: GraphQLInputType, name: string, depth: number): string {
    if (depth >= DEEPEST_INPUT) return '[]';
    const item = () => this.value({ name, type: of, optional: false }, depth + 1);
    if (this.random.chance(0.15) && !isListType(getBare(of))) return item();
    return `[${Array.from({ length: this.random.below(3) }, item).join(', ')}]`;
  }

  private variable({ name, type, optional }: Slot): string {
    const variable = this.name();
    const bare = isNonNullType(type) ? type.ofType : type;
    const hasDefault = this.random.chance(0.3);
    const mayBeNull = isNonNullType(type) ? (hasDefault || optional) && this.random.chance(0.6) : this.random.chance(0.8);
    const standard = hasDefault ? ` = ${this.constant(bare, name, 0)}` : '';
    this.declared.push(`$${variable}: ${String(bare)}${mayBeNull ? '' : '!'}${standard}`);
    const wrong = this.random.chance(this.taste.wrong);
    const kind = this.random.below(4);
    if (wrong) this.variables[variable] = this.random.pick([null, 'x', 1.5, {}, [], [null], true, { nothing: 1 }]);
    else if (kind === 0 && (mayBeNull || hasDefault)) return `$${variable}`;
    else this.variables[variable] = kind === 1 && mayBeNull ? null : this.json(bare, name, 0);
    return `$${variable}`;
  }

  private constant(type: GraphQLInputType, name: string, depth: number): string {
    return literal(this.json(type, name, depth), getBare(type));
  }

  private json(type: GraphQLInputType, name: string, depth: number): unknown {
    if (!isNonNullType(type) && depth > 0 && this.random.chance(0.15)) return null;
    const bare = getBare(type);
    if (isListType(bare)) {
      if (depth >= DEEPEST_INPUT) return [];
      if (this.random.chance(0.1)) return this.json(bare.ofType, name, depth + 1);
      return Array.from({ length: this.random.below(3) }, () => this.json(bare.ofType, name, depth + 1));
    }
    if (isInputObjectType(bare)) {
      return Object.fromEntries(
        Object.values(bare.getFields()).flatMap((field) => {
          const optional = !isNonNullType(field.type) || field.defaultValue !== undefined;
          if (optional && (depth >= DEEPEST_INPUT || this.random.chance(0.45))) return [];
          return [[field.name, this.json(field.type, field.name, depth + 1)]];
        }),
      );
    }
    return isEnumType(bare) ? this.member(bare) : this.taste.scalar(bare, name);
  }

  private member(type: GraphQLEnumType): string {
    return this.random.pick(type.getValues()).name;
  }
}

const getBare = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? type.ofType : type);

/** A JSON value as it is written in a document; of enums the bare name. */
function literal(value: unknown, type?: GraphQLInputType): string {
  if (value === null || value === undefined) return 'null';
  const bare = type && getBare(type);
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, bare && isListType(bare) ? bare.ofType : undefined)).join(', ')}]`;
  if (isListType(bare)) return literal(value, bare.ofType);
  if (typeof value === 'object') {
    const fields = isInputObjectType(bare) ? bare.getFields() : {};
    return `{ ${Object.entries(value)
      .map(([name, field]) => `${name}: ${literal(field, fields[name]?.type)}`)
      .join(', ')} }`;
  }
  return isEnumType(bare) && typeof value === 'string' ? value : JSON.stringify(value);
}
