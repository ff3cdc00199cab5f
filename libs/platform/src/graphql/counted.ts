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

const TOTAL = 'totalCount';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** Tells every list whether its total is asked for (`PageArgs.counted`): counting all rows costs more than showing a page of them. */
export function sayWhatIsCounted(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const type = getNamedType(field.type);
    if (isObjectType(type) && TOTAL in type.getFields() && field.resolve) field.resolve = counted(field.resolve);
  }
  return schema;
}

const counted =
  (resolve: Resolver): Resolver =>
  (source, args, context, info) =>
    resolve(source, { ...args, counted: asksForTotal(info) }, context, info);

const known = new WeakMap<FieldNode, boolean>();

/** Directives aside: what may be left out is counted. */
function asksForTotal({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const asks = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === TOTAL;
      return asks(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet);
    });
  return fieldNodes.some((node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const now = asks(node.selectionSet);
    known.set(node, now);
    return now;
  });
}
