import {
  type ASTNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type TypeNode,
  getNamedType,
  isInputObjectType,
  isValueNode,
  parse,
  visit,
} from 'graphql';
import { Refused, type Words } from '#lib/kernel';
import { type Refusals } from '../refusals/refusals.js';

/** What is wrong with a value that no scalar takes, and where in the input it stands, e.g. `phases.0.endsAt`. */
export interface BadValue {
  /** For people, with the field by its name. */
  readonly said: Refused;
  /** For programs. */
  readonly reason: string;
  readonly path: string | null;
  /** Whether a scalar of ours refused it: what graphql-js says of that adds nothing. */
  readonly own: boolean;
}

/** By which fields are called what people call them. */
export interface InputNames {
  readonly refusals: Refusals;
  readonly schema: () => GraphQLSchema;
}

/** What graphql-js says of a value that it could not coerce, in a variable or in the document; null for any other error. */
export function badValueOf(error: unknown, { refusals, schema }: InputNames): BadValue | null {
  if (!(error instanceof GraphQLError)) return null;
  const [, name] = /^Variable "\$(\w+)" (?:got invalid value|of )/.exec(error.message) ?? [];
  const refused = scalarRefusal(error);
  if (name === undefined) return refused && { said: refused, reason: refused.code, path: pathInDocument(error.nodes?.[0]), own: true };
  const path = pathInVariable(name, error.message);
  if (refused) return { said: refused, reason: refused.code, path, own: true };
  const missing = /Field "(\w+)" of required type "[^"]+" was not provided/.exec(error.message)?.[1];
  const full = missing === undefined ? path : [...(path === name ? [] : [path]), missing].join('.');
  const field = labelAt(full, { inputClass: inputClassOf(error), refusals, schema });
  return { said: new Refused(saidOf(error.message), { field }), reason: 'VALUE_INVALID', path: full, own: false };
}

const SAID: readonly (readonly [RegExp, string])[] = [
  [/was not provided|not to be null|must not be null/, 'VALUE_MISSING'],
  [/non 32-bit signed integer/, 'VALUE_TOO_LARGE'],
  [/Int cannot represent/, 'VALUE_NOT_WHOLE'],
  [/Float cannot represent/, 'VALUE_NOT_NUMBER'],
  [/(String|ID) cannot represent/, 'VALUE_NOT_TEXT'],
  [/Boolean cannot represent/, 'VALUE_NOT_YES_OR_NO'],
  [/does not exist in ".*" enum|Enum ".*" cannot represent/, 'VALUE_NOT_LISTED'],
  [/is not defined by type/, 'REQUEST_UNFIT'],
];

/** What was given stands before the reason, its quotes escaped, and may say anything. */
const AFTER_PLACE = / at "[\w.[\]]+"; (.*)$/s;
const AFTER_VALUE = / value "(?:[^"\\]|\\.)*"; (.*)$/s;

function saidOf(message: string): string {
  const reason = AFTER_PLACE.exec(message)?.[1] ?? AFTER_VALUE.exec(message)?.[1] ?? message;
  return SAID.find(([pattern]) => pattern.test(reason))?.[1] ?? 'VALUE_INVALID';
}

/** What a value is called whose field has no name. */
export const SOMETHING: Words = { vi: 'giá trị này', en: 'this value' };

/** What people call the last field that a path names, by the input that it stands in. */
function labelAt(path: string, { inputClass, refusals, schema }: InputNames & { readonly inputClass: string | undefined }): Words {
  const fields = path.split('.').filter((step) => !/^\d+$/.test(step));
  const last = fields.pop() ?? '';
  const within = fields.reduce((input, field) => inputAt(schema(), input, field), inputClass);
  return refusals.labelOf(last, within) ?? SOMETHING;
}

/** The input that a field of another takes. */
function inputAt(schema: GraphQLSchema, input: string | undefined, field: string): string | undefined {
  const type = schema.getType(input ?? '');
  const within = isInputObjectType(type) ? type.getFields()[field]?.type : undefined;
  return within && getNamedType(within).name;
}

/** The input that the variable is declared to be. */
function inputClassOf({ nodes }: GraphQLError): string | undefined {
  const [declared] = nodes ?? [];
  return declared?.kind === Kind.VARIABLE_DEFINITION ? namedType(declared.type) : undefined;
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

function scalarRefusal(error: GraphQLError): Refused | null {
  for (let cause: unknown = error; cause instanceof Error; cause = (cause as GraphQLError).originalError) {
    if (cause instanceof Refused) return cause;
  }
  return null;
}

/** `input.phases[0].endsAt` is `phases.0.endsAt`, as everywhere: a path is one of the input. The value before it has its quotes escaped. */
function pathInVariable(name: string, message: string): string {
  const [, at = name] = / at "([\w.[\]]+)"; /.exec(message) ?? [];
  const path = at.replace(/\[(\d+)\]/g, '.$1');
  return path.startsWith(`${name}.`) ? path.slice(name.length + 1) : path;
}

/** The fields and places that lead from the argument to a value that is written in the document itself. */
function pathInDocument(value: ASTNode | undefined): string | null {
  const place = value?.loc;
  if (!place) return null;
  let found: readonly string[] = [];
  const steps: string[] = [];
  visit(parse(place.source.body), {
    enter(node, key) {
      steps.push(...stepTo(node, key));
      if (node.kind === value.kind && node.loc?.start === place.start) found = [...steps];
    },
    leave(node, key) {
      steps.length -= stepTo(node, key).length;
    },
  });
  return (found[0] === 'input' ? found.slice(1) : found).join('.') || null;
}

/** An argument and a field go by their name, a value in a list by its place. */
function stepTo(node: ASTNode, key: string | number | undefined): string[] {
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return [node.name.value];
  return typeof key === 'number' && isValueNode(node) ? [String(key)] : [];
}
