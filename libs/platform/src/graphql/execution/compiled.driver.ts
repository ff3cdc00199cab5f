import { type ApolloServerOptionsWithGateway } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { type GraphQLFieldResolver, type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { Operations } from './operations.js';

/** What Nest makes a schema by, of which its factory says nothing. */
interface SchemaParts {
  readonly resolversExplorerService: {
    explore(): Readonly<Record<string, Readonly<Record<string, GraphQLFieldResolver<unknown, unknown> | undefined>> | undefined>>;
    getAllCtors(): readonly object[];
  };
  readonly gqlSchemaBuilder: { build(file: true, options: ApolloDriverConfig, resolvers: readonly object[]): Promise<GraphQLSchema> };
}

/**
 * Apollo with another executor in the one place where it calls graphql-js, and a shorter way to the schema. All that it does around that stands: GET asks only queries,
 * operations are found by name, errors are told and formatted alike.
 */
@Injectable()
export class CompiledDriver extends ApolloDriver {
  /**
   * The schema as the code says it, each root field with its resolver. Nest's own way prints it, reads that again and keeps the resolvers alone,
   * which is half of a start.
   */
  override async generateSchema(options: ApolloDriverConfig): Promise<GraphQLSchema> {
    const { resolversExplorerService, gqlSchemaBuilder } = this.graphQlFactory as unknown as SchemaParts;
    const resolvers = resolversExplorerService.explore();
    const schema = await gqlSchemaBuilder.build(true, options, resolversExplorerService.getAllCtors());
    for (const root of [schema.getQueryType(), schema.getMutationType()])
      for (const field of Object.values(root?.getFields() ?? {})) field.resolve = resolvers[root?.name ?? '']?.[field.name];
    const whole = (await options.transformSchema?.(schema)) ?? schema;
    return options.sortSchema ? lexicographicSortSchema(whole) : whole;
  }

  override async start(options: ApolloDriverConfig): Promise<void> {
    if (!options.schema) throw new Error('There is no schema to execute');
    await super.start(Object.assign(options, { gateway: executing(options.schema) }));
  }
}

/** What Apollo calls a gateway: whoever has the schema, and executes operations on it. */
function executing(schema: GraphQLSchema): ApolloServerOptionsWithGateway<object>['gateway'] {
  const operations = new Operations(schema);
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        // Apollo's type says there always is an operation; there is none where the name is unknown.
        executor: ({ document, operation, request, context }) =>
          operations.execute({
            document,
            operation: (operation as typeof operation | undefined) ?? null,
            operationName: request.operationName,
            variables: request.variables,
            context,
          }),
      }),
    stop: () => Promise.resolve(),
  };
}
