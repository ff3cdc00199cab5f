import { Extensions } from '@nestjs/graphql';
import {
  type GraphQLArgument,
  type GraphQLFieldResolver,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type TextKind, cleanText } from '#lib/kernel';

const KIND = 'text';

/** A text of an input that may have several lines. What is not marked has one. */
export const Lines = (): PropertyDecorator => Extensions({ [KIND]: 'LINES' satisfies TextKind });

/** A password: composed, and nothing is taken out of it. */
export const Secret = (): PropertyDecorator => Extensions({ [KIND]: 'SECRET' satisfies TextKind });

/** How the text of an input's field is taken. */
export const textKindOf = (field: GraphQLInputField): TextKind => (field.extensions[KIND] as TextKind | undefined) ?? 'LINE';

type Clean = (value: unknown) => unknown;
type Named = Readonly<Record<string, unknown>>;

/**
 * Cleans every text of every argument (`cleanText`) before anything else of an operation sees it: guards, keys, pipes and resolvers, compiled
 * or interpreted, in lists and in inputs within inputs. Says in the description which texts may have several lines.
 */
export function takeTypedText(schema: GraphQLSchema): GraphQLSchema {
  const inputs = new Map<GraphQLInputObjectType, Clean>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) Object.values(type.getFields()).forEach(describe);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const clean = ofEach(field.args.map(({ name, type: taken }) => [name, cleanerOfArgument(name, taken, inputs)]));
      if (clean && field.resolve) field.resolve = cleaned(field.resolve, clean);
    }
  }
  return schema;
}

/** The arguments of a field, as it is handed them: for what is said outside an operation. */
export const cleanArguments = (args: readonly GraphQLArgument[], given: Named): Named =>
  (ofEach(args.map(({ name, type }) => [name, cleanerOfArgument(name, type, new Map())]))?.(given) ?? given) as Named;

/** An input, said outside an operation. */
export const cleanInput = (type: GraphQLInputObjectType, given: unknown): unknown => cleanerOfInput(type, new Map())(given);

const cleaned =
  (resolve: GraphQLFieldResolver<unknown, unknown>, clean: Clean): GraphQLFieldResolver<unknown, unknown> =>
  (source, args, context, info) =>
    resolve(source, clean(args) as typeof args, context, info);

function describe(field: GraphQLInputField): void {
  if (textKindOf(field) === 'LINES') field.description = [field.description, 'May have several lines.'].filter(Boolean).join(' ');
}

/** In no text that is kept: what is left of a search for halves of characters and for none, which finds nothing rather than everything. */
const IN_NO_TEXT = '\ufffd';
const NO_CHARACTER = /[\p{Cs}\p{Cn}]/u;

function cleanerOfArgument(name: string, type: GraphQLInputType, inputs: Map<GraphQLInputObjectType, Clean>): Clean | null {
  const clean = cleanerOf(type, 'LINE', inputs);
  if (name !== 'search' || !clean) return clean;
  return (value) => (typeof value === 'string' && NO_CHARACTER.test(value) ? clean(value) || IN_NO_TEXT : clean(value));
}

/** What cleans a value of this type; null where it holds no text. */
function cleanerOf(type: GraphQLInputType, kind: TextKind, inputs: Map<GraphQLInputObjectType, Clean>): Clean | null {
  if (isNonNullType(type)) return cleanerOf(type.ofType, kind, inputs);
  if (isListType(type)) {
    const clean = cleanerOf(type.ofType, kind, inputs);
    return clean && ((value) => (Array.isArray(value) ? value.map(clean) : value));
  }
  if (isInputObjectType(type)) return inputs.get(type) ?? cleanerOfInput(type, inputs);
  return type.name === 'String' || type.name === 'ID' ? (value) => (typeof value === 'string' ? cleanText(value, kind) : value) : null;
}

/** Known before its fields are, since an input may hold itself. */
function cleanerOfInput(type: GraphQLInputObjectType, inputs: Map<GraphQLInputObjectType, Clean>): Clean {
  let clean: Clean | null = null;
  const cleanInput: Clean = (value) => (clean ? clean(value) : value);
  inputs.set(type, cleanInput);
  clean = ofEach(Object.values(type.getFields()).map((field) => [field.name, cleanerOf(field.type, textKindOf(field), inputs)]));
  return cleanInput;
}

/** Cleans what is there; a field that was not said stays so. A copy, since a compiled operation hands out the values of its document again. */
function ofEach(fields: readonly (readonly [string, Clean | null])[]): Clean | null {
  const texts = fields.filter((field): field is [string, Clean] => field[1] !== null);
  if (texts.length === 0) return null;
  return (value) => {
    if (value === null || typeof value !== 'object') return value;
    const given = value as Named;
    const said = texts.filter(([name]) => Object.hasOwn(given, name));
    return { ...given, ...Object.fromEntries(said.map(([name, clean]) => [name, clean(given[name])])) };
  };
}
