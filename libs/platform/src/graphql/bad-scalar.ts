import { type ASTNode, GraphQLError, Kind, isValueNode, parse, visit } from 'graphql';
import { Refused } from '#lib/kernel';

/** What is wrong with a value that no scalar takes, and where in the input it stands, e.g. `phases.0.endsAt`. */
export interface BadScalar {
  readonly refused: Refused;
  readonly path: string | null;
}

/** What graphql-js says of a value that it could not coerce, in a variable or in the document; null for any other error. */
export function badScalarOf(error: unknown): BadScalar | null {
  if (!(error instanceof GraphQLError)) return null;
  const [, name] = /^Variable "\$(\w+)" got invalid value /.exec(error.message) ?? [];
  const refused = scalarRefusal(error);
  if (name === undefined) return refused && { refused, path: pathInDocument(error.nodes?.[0]) };
  return { refused: refused ?? new Refused('VALUE_INVALID'), path: pathInVariable(name, error.message) };
}

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
