import { type DocumentNode, type GraphQLInputType, type GraphQLSchema, Kind, getNamedType, isInputObjectType, typeFromAST } from 'graphql';

/** True where a variable's type contains itself: the compiler of operations would unroll it without end. */
export function takesRecursiveInput(schema: GraphQLSchema, document: DocumentNode): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (definition.variableDefinitions ?? []).some(({ type }) => {
        const named = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
        return named !== undefined && containsItself(named, []);
      }),
  );
}

function containsItself(type: GraphQLInputType, above: readonly string[]): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return false;
  if (above.includes(named.name)) return true;
  return Object.values(named.getFields()).some((field) => containsItself(field.type, [...above, named.name]));
}
