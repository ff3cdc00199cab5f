import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { GraphQLSchema } from 'graphql';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Refused } from '#lib/kernel';
import { type Config, CONFIG } from '../config.js';
import { Refusals } from '../refusals/refusals.js';
import { answerStatusPlugin } from './answer-status.plugin.js';
import { ActorSource, type GraphqlContext, localeOf } from './context.js';
import { CompiledDriver } from './execution/compiled.driver.js';
import { DocumentStore } from './execution/document-store.js';
import { errorFormatter } from './format-error.js';
import { AnonymousCost } from './limits/anonymous-cost.js';
import { limitsPlugin, limitsRule, tooMany } from './limits/limits.plugin.js';
import { LIMITS } from './limits/limits.js';
import { sayWhatIsAskedFor } from './asked-for.js';
import { withSubscriptions } from '../live/subscriptions.js';
import { type Sentences, describe } from './described.js';
import { withRootsApart } from './root-fields.js';
import { speak } from './spoken.js';
import { takeTypedText } from './typed-text.js';
import { tellReasons } from './why-not.js';

interface Parts {
  readonly config: Config;
  readonly refusals: Refusals;
  readonly actors: ActorSource;
  readonly anonymous: AnonymousCost;
  readonly sentences: Sentences;
}

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
export function graphqlOptions({ config, refusals, actors, anonymous, sentences }: Parts): ApolloDriverConfig {
  let schemaInForce = new GraphQLSchema({});
  return {
    driver: CompiledDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    // Its check is to ask the schema all about itself, a fifth of a start; what is wrong with one, Apollo says at the start as well.
    buildSchemaOptions: { skipCheck: true },
    transformSchema: (schema) => {
      schemaInForce = describe(
        withRootsApart(withSubscriptions(tellReasons(sayWhatIsAskedFor(takeTypedText(schema)), refusals))),
        sentences,
      );
      return schemaInForce;
    },
    graphiql: false,
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: new DocumentStore(),
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [limitsRule],
    logger: apolloLog,
    plugins: [ApolloServerPluginCacheControlDisabled(), limitsPlugin(anonymous), answerStatusPlugin()],
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    preserveHttpStatusForExecutionErrors: false,
    formatError: errorFormatter({ refusals, schema: () => schemaInForce }),
    // Apollo's own adds a line's end, for which the whole answer is copied once more.
    stringifyResult: (result) => JSON.stringify(result),
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> => {
      const actor = await actors.actorOf(request);
      if (actor === null) admit(anonymous, request);
      const locale = actor?.locale ?? localeOf(request);
      speak(locale);
      return { request, reply, actor, locale };
    },
  };
}

/** Before anything is parsed for it. */
function admit(anonymous: AnonymousCost, request: FastifyRequest): void {
  try {
    anonymous.admit(request);
  } catch (error) {
    if (error instanceof Refused) throw tooMany(error);
    throw error;
  }
}

export const graphqlModule = (sentences: Sentences) =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: CompiledDriver,
    inject: [CONFIG, Refusals, ActorSource, AnonymousCost],
    useFactory: (config: Config, refusals: Refusals, actors: ActorSource, anonymous: AnonymousCost) =>
      graphqlOptions({ config, refusals, actors, anonymous, sentences }),
  });
