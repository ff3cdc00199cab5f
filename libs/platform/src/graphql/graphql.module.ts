import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../config.js';
import { Refusals } from '../refusals/refusals.js';
import { ActorSource, type GraphqlContext, localeOf } from './context.js';
import { errorFormatter } from './format-error.js';
import { jitPlugin } from './jit.plugin.js';
import { LIMITS } from './limits.js';
import { takeTypedText } from './typed-text.js';

/** Limits of one request. What the library says of a request beyond one is the refusal's code; `errorFormatter` says the rest. */
const armor = new ApolloArmor({
  maxDepth: { n: LIMITS.depth, ignoreIntrospection: true, exposeLimits: false, errorMessage: 'QUERY_TOO_DEEP' },
  maxAliases: { n: LIMITS.aliases, exposeLimits: false, errorMessage: 'QUERY_TOO_MANY_ALIASES' },
  maxDirectives: { n: LIMITS.directives, exposeLimits: false, errorMessage: 'QUERY_TOO_MANY_DIRECTIVES' },
  maxTokens: { n: LIMITS.tokens, exposeLimits: false, errorMessage: 'QUERY_TOO_LONG' },
  costLimit: {
    maxCost: LIMITS.cost,
    objectCost: 2,
    scalarCost: 1,
    depthCostFactor: 1.2,
    ignoreIntrospection: true,
    exposeLimits: false,
    errorMessage: 'QUERY_TOO_COSTLY',
  },
  blockFieldSuggestion: { enabled: false },
});

const apollo = new Logger('Apollo');

/** Apollo's own words, as lines of our log. */
const apolloLog = {
  debug: (said: unknown) => {
    apollo.debug(said);
  },
  info: (said: unknown) => {
    apollo.log(said);
  },
  warn: (said: unknown) => {
    apollo.warn(said);
  },
  error: (said: unknown) => {
    apollo.error(said);
  },
};

/** `ApolloServerOptions` for the code-first schema. */
export function graphqlOptions(config: Config, refusals: Refusals, actors: ActorSource): ApolloDriverConfig {
  const format = errorFormatter(refusals);
  const protection = armor.protect();
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: takeTypedText,
    graphiql: false,
    introspection: config.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    validationRules: protection.validationRules,
    logger: apolloLog,
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
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [CONFIG, Refusals, ActorSource],
    useFactory: graphqlOptions,
  });
