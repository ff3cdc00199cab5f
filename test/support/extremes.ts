import { type GraphQLInputType, GraphQLNonNull, isInputObjectType, isListType, isNonNullType, getNamedType, isScalarType } from 'graphql';
import { type Ids, type Operation, variablesOf } from './operations.js';

/** The outermost values that each scalar takes. */
const EXTREMES: Readonly<Record<string, readonly unknown[]>> = {
  Int: [-2_147_483_648, 2_147_483_647],
  Float: [-1e308, 1e308],
  LocalDate: ['1900-01-01', '2200-12-31'],
  DateTime: ['1900-01-01T00:00:00+07:00', '2200-12-31T23:59:59.999+07:00'],
  Decimal: ['-999999999999999999.999999999999', '999999999999999999.999999999999', '0.000000000001'],
  Dong: [0, 999_999_999_999_999],
  String: ['', 'Ắ'.repeat(50_000)],
  ID: ['', 'x'.repeat(5000), '00000000-0000-0000-0000-000000000000'],
};

/** One request of an operation in which one value is extreme and all others are as usual. */
export interface Extreme {
  readonly path: string;
  readonly value: unknown;
  readonly variables: Record<string, unknown>;
}

export function extremesOf(operation: Operation, ids: Ids): Extreme[] {
  return operation.args.flatMap(({ name, type }) =>
    leavesOf(type).flatMap(({ path, scalar }) =>
      (EXTREMES[scalar] ?? []).map((value) => ({
        path: [name, ...path].join('.'),
        value,
        variables: { ...variablesOf(operation, ids), [name]: put(type, path, { name, value, usual: usualBy(operation, ids) }) },
      })),
    ),
  );
}

const DEEPEST = 8;

function leavesOf(type: GraphQLInputType, depth = 0): { path: string[]; scalar: string }[] {
  if (isNonNullType(type)) return leavesOf(type.ofType, depth);
  if (isListType(type)) return leavesOf(type.ofType, depth + 1).map(({ path, scalar }) => ({ path: ['0', ...path], scalar }));
  if (isInputObjectType(type)) {
    if (depth > DEEPEST) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      leavesOf(field.type, depth + 1).map(({ path, scalar }) => ({ path: [field.name, ...path], scalar })),
    );
  }
  return isScalarType(type) ? [{ path: [], scalar: getNamedType(type).name }] : [];
}

type Usual = (name: string, type: GraphQLInputType) => unknown;

/** A value of an optional type is made as if it were needed. */
function usualBy(operation: Operation, ids: Ids): Usual {
  return (name, type) => {
    const needed = isNonNullType(type) ? type : new GraphQLNonNull(type);
    return variablesOf({ ...operation, args: [{ ...operation.args[0]!, name, type: needed }] }, ids)[name];
  };
}

function put(type: GraphQLInputType, path: readonly string[], wish: { name: string; value: unknown; usual: Usual }): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return wish.value;
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return [put(inner.ofType, rest, wish)];
  if (!isInputObjectType(inner)) return wish.value;
  const usual = wish.usual(wish.name, inner) as Record<string, unknown>;
  return { ...usual, [step]: put(inner.getFields()[step]!.type, rest, { ...wish, name: step }) };
}
