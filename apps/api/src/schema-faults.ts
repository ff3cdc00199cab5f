import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  type GraphQLUnionType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { IN_ONE_ORDER } from './one-order.ts';

/** Texts that are called like an enum elsewhere, and why each is none; by their name, or by their path. */
const TEXTS: Readonly<Record<string, string>> = {
  name: 'what something is called; elsewhere what kind of import it is',
  code: 'what an authenticator shows, typed in',
  source: 'where a figure or an area comes from, in words; elsewhere how a conflict was found',
  reason: 'the words of a person; elsewhere why judges are missing',
  'AnswerConflictInput.answer': 'the words of a person',
  'Conflict.answer': 'the words of a person',
  'Awaited.kind': 'a dotted name, which every library adds to',
  'Led.kind': 'a dotted name, which every library adds to',
  'Job.kind': 'a dotted name, which every library adds to',
  'Job.phase': 'a name of its kind’s own',
  'Notice.kind': 'a dotted name, which every library adds to',
  'Nudge.kind': 'a dotted name, which every library adds to',
  'NudgeInput.kind': 'a dotted name, which every library adds to',
  'NudgeOffer.kind': 'a dotted name, which every library adds to',
};

/** Names that a thing was called by beside its own, and its own: one name for one thing. */
const LOST: Readonly<Record<string, string>> = {
  answeredBy: 'answeredByName',
  by: 'byName',
  colleagues: 'possibleAuthors',
  decisionDate: 'decidedOn',
  grantedBy: 'grantedByName',
  initiativeCode: 'receiptNumber',
  initiativeTitle: 'initiative { title }',
  order: 'ordinal',
  revokeReason: 'revocationReason',
  revokedBy: 'revokedByName',
  sentBy: 'sentByName',
};

/** Types that say an id and a name side by side, and why what they are of is no link. */
const COPIED: Readonly<Record<string, string>> = {
  'AuditEntry.actorId': 'who acted, as they were called then',
  'InitiativeVersion.initiativeId': 'its title as it stood in that version',
  'JobExport.fileId': 'the file’s own name, which is all there is of it',
};

/** What is so or not is called by the word alone: `open`, not `isOpen`. */
const ASKED = /^is[A-Z]/;

/** Words that say when there is nothing: “null before”, “none: it stands”, “once it is signed”. A mere “where”, “before” or “until” may say something else. */
const SAYS_WHEN_NOT = /\b(?:null|none|nothing|nobody|never|not yet|only|once|unless)\b/i;

/** Parts of a list, which mean the same in every list. */
const OF_LISTS = /(?:Connection|Edge|PageInfo)$/;

interface Member {
  readonly name: string;
  readonly description?: string | null | undefined;
}

const typesOf = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));

/** All members of a type by the path that they are told by: fields, arguments, values. */
function membersOf(type: GraphQLNamedType): [string, Member][] {
  const under = (members: readonly Member[], before = type.name) =>
    members.map((member): [string, Member] => [`${before}.${member.name}`, member]);
  if (isEnumType(type)) return under(type.getValues());
  if (isInputObjectType(type)) return under(Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  return [...under(fields), ...fields.flatMap(({ name, args }) => under(args, `${type.name}.${name}`))];
}

/** What a client cannot select side by side: one name with different types in members of one union. */
function clashesOf(union: GraphQLUnionType): string[] {
  const found = new Map<string, Set<string>>();
  for (const member of union.getTypes())
    for (const { name, type } of Object.values(member.getFields())) found.set(name, (found.get(name) ?? new Set()).add(String(type)));
  return [...found]
    .filter(([, types]) => types.size > 1)
    .map(([name, types]) => `${union.name}: ${name} is ${[...types].sort().join(' and ')}`);
}

interface Typed extends Member {
  readonly type: GraphQLType;
}

const fieldsOf = (type: GraphQLNamedType): readonly Typed[] =>
  isObjectType(type) || isInputObjectType(type) ? Object.values<Typed>(type.getFields()) : [];

const innermost = (type: GraphQLType): GraphQLNamedType => getNamedType(type);

/** Fields that may be null, of what is read, and do not say when. Roots are left out: each answers null for what is not there, or not yours. */
function silentOnNull(schema: GraphQLSchema, types: readonly GraphQLNamedType[]): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const read = types.filter((type) => isObjectType(type) && !roots.includes(type) && !OF_LISTS.test(type.name));
  const silent = (field: Typed) => !isNonNullType(field.type) && field.description && !SAYS_WHEN_NOT.test(field.description);
  return read.flatMap((type) => fieldsOf(type).flatMap((field) => (silent(field) ? [`${type.name}.${field.name}`] : [])));
}

/** The names of fields whose values are an enum's somewhere in the schema. */
const namesOfEnums = (types: readonly GraphQLNamedType[]): Set<string> =>
  new Set(
    types
      .flatMap(fieldsOf)
      .filter(({ type }) => isEnumType(innermost(type)))
      .map(({ name }) => name),
  );

function enumsAsTexts(types: readonly GraphQLNamedType[]): string[] {
  const names = namesOfEnums(types);
  const texts = (type: GraphQLNamedType) =>
    fieldsOf(type).filter((field) => innermost(field.type).name === 'String' && names.has(field.name) && !(field.name in TEXTS));
  return types.flatMap((type) => texts(type).map(({ name }) => `${type.name}.${name}`)).filter((path) => !(path in TEXTS));
}

/** Fields by a name that lost, and a title with no language where there is one for each. What is chosen from, as the order of a list or what it is counted by, is neither. */
function secondNames(types: readonly GraphQLNamedType[]): string[] {
  return types.flatMap((type) => {
    const fields = fieldsOf(type).filter((field) => !isEnumType(innermost(field.type)));
    const lost = fields.flatMap(({ name }) => (LOST[name] ? [`${type.name}.${name} is called ${LOST[name]} elsewhere`] : []));
    const both = ['title', 'titleVi'].every((one) => fields.some(({ name }) => name === one));
    const asked = fields.flatMap(({ name }) => (ASKED.test(name) ? [`${type.name}.${name} is called without “is” elsewhere`] : []));
    return [...lost, ...asked, ...(both ? [`${type.name}.title is called titleVi`] : [])];
  });
}

/** What things are called where a type says the name of one without saying of what. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  initiative: ['receiptNumber', 'title'],
  judge: ['fullName'],
  person: ['fullName'],
  rollout: ['titleVi'],
  round: ['nameVi'],
};

/** What a thing of this id would be called beside it. */
const namesBeside = (id: string): string[] => {
  const thing = id.slice(0, -2);
  return [...['Name', 'NameVi', 'Title', 'TitleVi'].map((name) => thing + name), ...(CALLED[thing] ?? [])];
};

/** Ids with a name beside them: two fields for what one link says. */
function copies(types: readonly GraphQLNamedType[]): string[] {
  return types.filter(isObjectType).flatMap((type) => {
    const fields = Object.keys(type.getFields());
    const beside = fields.filter((id) => id.endsWith('Id')).flatMap((id) => namesBeside(id).map((name) => [id, name] as const));
    return beside
      .filter(([id, name]) => fields.includes(name) && !(`${type.name}.${id}` in COPIED))
      .map(([id, name]) => `${type.name}.${id} and ${name} are one link`);
  });
}

const shapeOf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .map(({ name, type: of, args }) => `${name}(${args.map((arg) => `${arg.name}: ${String(arg.type)}`).join()}): ${String(of)}`)
    .sort()
    .join();

/** Types that say the same by the same names. Of an id alone, which says no more than that something was done, there may be several. */
function twins(types: readonly GraphQLNamedType[]): string[] {
  const found = new Map<string, string[]>();
  for (const type of types.filter(isObjectType))
    if (Object.keys(type.getFields()).join() !== 'id') found.set(shapeOf(type), [...(found.get(shapeOf(type)) ?? []), type.name]);
  return [...found.values()].filter((names) => names.length > 1).map((names) => `${names.sort().join(' and ')} are the same`);
}

/** Lists of the root that people cannot order, where nobody has said why one order is enough. */
function unordered(schema: GraphQLSchema): string[] {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) => innermost(type).name.endsWith('Connection'));
  return lists
    .filter(({ name, args }) => !args.some((arg) => arg.name === 'order') !== name in IN_ONE_ORDER)
    .map(({ name }) => (name in IN_ONE_ORDER ? `${name} has orders, and is said to have one` : `${name} has one order`));
}

/** What a schema lacks for those who read it: descriptions, of what may be null also when it is, one type for one name in a union, enums where there are some, one name and one type for one thing, links to what something is of, lists in the order that one needs. */
export function faultsOf(schema: GraphQLSchema): string[] {
  const types = typesOf(schema);
  const named = types.flatMap((type): [string, Member][] => [[type.name, type], ...membersOf(type)]);
  return [
    ...named.filter(([, { description }]) => (description ?? '').trim() === '').map(([path]) => `${path} says nothing of itself`),
    ...silentOnNull(schema, types).map((path) => `${path} does not say when it is null`),
    ...types.filter(isUnionType).flatMap(clashesOf),
    ...enumsAsTexts(types).map((path) => `${path} is a text, and an enum elsewhere`),
    ...secondNames(types),
    ...twins(types),
    ...copies(types),
    ...unordered(schema),
  ];
}
