import { type ApolloServerOptionsWithGateway } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { type GraphQLSchema } from 'graphql';
import { Operations } from './operations.js';

/**
 * Apollo with another executor in the one place where it calls graphql-js. All that it does around that stands: GET asks only queries,
 * operations are found by name, errors are told and formatted alike.
 */
@Injectable()
export class CompiledDriver extends ApolloDriver {
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
