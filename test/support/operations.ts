import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
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
import { randomUUID } from 'node:crypto';

/** One root field of the schema, as a request that can be sent. */
export interface Operation {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly document: string;
  readonly args: readonly GraphQLArgument[];
  /** The named type it answers with: of a mutation's union, the member that is not `Refusal`. */
  readonly answers: string;
}

/** Every query and mutation of the schema. */
export const operationsOf = (schema: GraphQLSchema): Operation[] => [
  ...fieldsOf('query', schema.getQueryType()),
  ...fieldsOf('mutation', schema.getMutationType()),
];

export const subscriptionsOf = (schema: GraphQLSchema): Operation[] => fieldsOf('subscription', schema.getSubscriptionType());

function fieldsOf(kind: Operation['kind'], root: GraphQLObjectType | null | undefined): Operation[] {
  return Object.values(root?.getFields() ?? {}).map(({ name, args, type }) => {
    const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const call = args.length > 0 ? `${name}(${given})` : name;
    return {
      name,
      kind,
      args,
      answers: answerOf(type),
      document: `${kind} ${declared ? `(${declared})` : ''} { ${call} ${selection(type, 3)} }`,
    };
  });
}

function answerOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  return isUnionType(named) ? (named.getTypes().find(({ name }) => name !== 'Refusal')?.name ?? '') : named.name;
}

/** Under names of its own: other members of a union have a nullable `code` or a `path`, and the two may not be merged. */
const REFUSAL = '{ refusalCode: code refusalPath: path message }';

/** All that can be read of a type without arguments, so many levels deep. */
export function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named))
    return `{ __typename ${named
      .getTypes()
      .map((member) => `... on ${member.name} ${member.name === 'Refusal' ? REFUSAL : selection(member, depth)}`)
      .join(' ')} }`;
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields())
    .filter((field) => field.args.length === 0 && (depth > 0 || isLeafType(getNamedType(field.type))))
    .map((field) => `${field.name} ${selection(field.type, depth - 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}

/** What an argument gets: by its name where the world has such a thing, else something of the right shape. */
export type Ids = (name: string, operation: string) => string | undefined;

export function variablesOf(operation: Operation, ids: Ids): Record<string, unknown> {
  const named = (name: string) => ids(name, operation.name);
  return Object.fromEntries(operation.args.map((arg) => [arg.name, valueOf(arg.type, { name: arg.name, depth: 0 }, named)]));
}

type Named = (name: string) => string | undefined;
interface Place {
  readonly name: string;
  readonly depth: number;
}

const DEEPEST = 4;

function valueOf(type: GraphQLInputType, place: Place, ids: Named): unknown {
  if (isNonNullType(type)) return required(type.ofType, place, ids);
  // Optional ids narrow a list; other optional values are left out.
  return getNamedType(type).name === 'ID' && !isListType(type) ? ids(place.name) : undefined;
}

/** A list has one element, but for what contains itself: that ends somewhere. */
function required(type: GraphQLInputType, { name, depth }: Place, ids: Named): unknown {
  if (isListType(type)) return depth > DEEPEST ? [] : [valueOf(type.ofType, { name: name.replace(/s$/, ''), depth: depth + 1 }, ids)];
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, valueOf(field.type, { name: field.name, depth: depth + 1 }, ids)]),
    );
  }
  if (isEnumType(type)) {
    const names = type.getValues().map((value) => value.name);
    const wished = ids(name);
    // Of the names that libraries register, as the owner of a file; of states and kinds any does.
    return wished !== undefined && /^[a-z]/.test(wished) && names.includes(wished) ? wished : names[0];
  }
  return scalar(getNamedType(type).name, name, ids);
}

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-03-02T02:00:00Z',
  LocalDate: '2026-03-02',
  Decimal: '1',
  Dong: 1,
};

function scalar(type: string, name: string, ids: Named): unknown {
  const given = ids(name);
  if (given !== undefined) return type === 'Int' ? Number(given) : given;
  if (type === 'ID') return randomUUID();
  if (type !== 'String') return SCALARS[type] ?? null;
  if (/email/i.test(name)) return 'nobody@example.vn';
  return 'Một dòng chữ thử';
}
