import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../config.js';
import { Refusals } from '../refusals/refusals.js';
import { ActorSource, type GraphqlContext, localeOf } from './context.js';
import { errorFormatter } from './format-error.js';
import { jitPlugin } from './jit.plugin.js';

/** Limits of one request; each is refused with a GraphQL error that names it. */
const armor = new ApolloArmor({
  maxDepth: { n: 12, ignoreIntrospection: true },
  maxAliases: { n: 20 },
  maxDirectives: { n: 30 },
  maxTokens: { n: 3000 },
  costLimit: { maxCost: 20_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.2, ignoreIntrospection: true },
  blockFieldSuggestion: { enabled: false },
});

/** `ApolloServerOptions` for the code-first schema. */
export function graphqlOptions(config: Config, refusals: Refusals, actors: ActorSource): ApolloDriverConfig {
  const format = errorFormatter(refusals);
  const protection = armor.protect();
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: config.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    validationRules: protection.validationRules,
    plugins: [...protection.plugins, ApolloServerPluginCacheControlDisabled(), jitPlugin(format)],
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    preserveHttpStatusForExecutionErrors: false,
    formatError: format,
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> => ({
      request,
      reply,
      actor: await actors.actorOf(request),
      locale: localeOf(request),
    }),
  } as ApolloDriverConfig;
}

export const graphqlModule = () =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, inject: [CONFIG, Refusals, ActorSource], useFactory: graphqlOptions });
