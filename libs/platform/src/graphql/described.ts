import {
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

/** What is said of members of the schema that have no description beside them. */
export interface Sentences {
  /** By the name of a field, an argument or a field of an input. */
  readonly fields: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
  /** By enum and value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface Member {
  readonly name: string;
  description?: string | null;
}

/** Gives every member its description: what stands beside it goes before what is said of its name. */
export function describe(schema: GraphQLSchema, sentences: Sentences): GraphQLSchema {
  const named = (members: readonly Member[]) => {
    for (const member of members) member.description ||= sentences.fields[member.name];
  };
  const acts = actsOf(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    type.description ||= sentences.types[type.name] ?? ofAct(type, acts);
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields());
      named([...fields, ...fields.flatMap(({ args }) => args)]);
    }
    if (isInputObjectType(type)) named(Object.values(type.getFields()));
    if (isEnumType(type)) for (const value of type.getValues()) value.description ||= sentences.values[type.name]?.[value.name];
  }
  return schema;
}

/** Which acts take an input, and answer with a union. */
function actsOf(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const acts = new Map<string, string[]>();
  for (const { name, type, args } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const taken = args.map((arg) => getNamedType(arg.type)).filter((arg): arg is GraphQLInputObjectType => isInputObjectType(arg));
    for (const { name: part } of [getNamedType(type), ...taken]) acts.set(part, [...(acts.get(part) ?? []), name]);
  }
  return acts;
}

function ofAct(type: GraphQLNamedType, acts: ReadonlyMap<string, readonly string[]>): string | undefined {
  const names = (acts.get(type.name) ?? []).map((name) => `\`${name}\``).join(', ');
  if (names === '') return undefined;
  if (isInputObjectType(type)) return `What is said to ${names}.`;
  return isUnionType(type) ? `What ${names} did, or why it was refused.` : undefined;
}
