import { DirectiveLocation, GraphQLDirective, GraphQLInt, GraphQLList, GraphQLSchema, isNonNullType } from 'graphql';

/** What clients of several makers know by this name: null here comes with an error, and never without one. */
const semanticNonNull = new GraphQLDirective({
  name: 'semanticNonNull',
  description: 'Null only where this very field was refused or broke, and an error of the answer says why: never a value of its own.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    levels: {
      type: new GraphQLList(GraphQLInt),
      defaultValue: [0],
      description: 'How deep in lists that is said: 0 is the field itself.',
    },
  },
});

/**
 * The schema in which no root field takes the others with it: one that is refused or breaks is null, and the rest of the queries and of what is followed is answered,
 * and what was done by the acts before it is told. Where the code says that there always is an answer, the directive says so.
 */
export function withRootsApart(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (!isNonNullType(field.type)) continue;
      field.type = field.type.ofType;
      field.extensions = { ...field.extensions, directives: { [semanticNonNull.name]: {} } };
    }
  }
  return new GraphQLSchema({ ...schema.toConfig(), directives: [...schema.getDirectives(), semanticNonNull] });
}
