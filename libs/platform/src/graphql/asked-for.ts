import {
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  getNamedType,
  isObjectType,
} from 'graphql';
import { type PageArgs } from '#lib/kernel';

const TOTAL = 'totalCount';

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type AskedFor = Required<Pick<PageArgs, 'counted' | 'shows' | 'tells'>>;
type Fragments = GraphQLResolveInfo['fragments'];

/**
 * Tells every list what of it is asked for: whether its total is (`PageArgs.counted`), since counting all rows costs more than showing a
 * page of them, what of its rows (`PageArgs.shows`), since some of that is dear to find, and what of its ends (`PageArgs.tells`). It is told
 * its own name too, for its cursors.
 */
export function sayWhatIsAskedFor(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
    const type = getNamedType(field.type);
    if (isObjectType(type) && TOTAL in type.getFields() && field.resolve) field.resolve = told(name, field.resolve);
  }
  return schema;
}

const told =
  (list: string, resolve: Resolver): Resolver =>
  (source, args, context, info) =>
    resolve(source, { ...args, ...askedFor(info), list }, context, info);

const known = new WeakMap<FieldNode, AskedFor>();

function askedFor({ fieldNodes, fragments }: GraphQLResolveInfo): AskedFor {
  const [first, ...others] = fieldNodes.map((node) => {
    const asked = known.get(node) ?? askedAt(node, fragments);
    known.set(node, asked);
    return asked;
  });
  if (first && others.length === 0) return first;
  const all = first ? [first, ...others] : others;
  return {
    counted: all.some(({ counted }) => counted),
    shows: all.flatMap(({ shows }) => shows),
    tells: all.flatMap(({ tells }) => tells),
  };
}

function askedAt({ selectionSet }: FieldNode, fragments: Fragments): AskedFor {
  const below = (fields: readonly FieldNode[], name?: string): FieldNode[] =>
    fields.flatMap((field) => fieldsIn(field.selectionSet, fragments)).filter((field) => name === undefined || field.name.value === name);
  const page = fieldsIn(selectionSet, fragments);
  const edges = page.filter(({ name }) => name.value === 'edges');
  return {
    counted: page.some(({ name }) => name.value === TOTAL),
    shows: namesOf(below(below(edges, 'node'))),
    tells: namesOf(below(page.filter(({ name }) => name.value === 'pageInfo'))),
  };
}

const namesOf = (fields: readonly FieldNode[]): string[] => [...new Set(fields.map(({ name }) => name.value))];

/** With fragments written out; directives aside: what may be left out is asked for. */
const fieldsIn = (set: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] =>
  (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return fieldsIn(
      selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet,
      fragments,
    );
  });
