import { GraphQLObjectType, GraphQLSchema, type GraphQLFieldConfigMap } from 'graphql';
import { type ActorSource, type GraphqlContext } from '../graphql/context.js';
import { spokenAs } from '../graphql/spoken.js';
import { liveQueries } from './live.js';
import { type LiveChannel } from './live-channel.js';
import { Moments } from './moments.js';

/** The context of a subscription: who asked for it, and how it is known anew who that is. */
export interface LookingOn extends GraphqlContext {
  readonly channel: LiveChannel;
  readonly actors: ActorSource;
}

/**
 * The schema with a subscription for every query that can be looked on at. Each moment is the query itself, asked again by whoever looks on,
 * as they are signed in by then and with the rights that they have by then: one source for both, and nothing that only one of them tells.
 */
export function withSubscriptions(schema: GraphQLSchema): GraphQLSchema {
  const queries = schema.getQueryType()?.toConfig().fields ?? {};
  const fields: GraphQLFieldConfigMap<unknown, LookingOn> = {};
  for (const [name, topics] of liveQueries()) {
    const query = queries[name];
    if (!query) continue;
    fields[name] = {
      ...query,
      description: `${query.description ?? ''} Anew whenever it has changed.`.trim(),
      extensions: {},
      astNode: undefined,
      subscribe: (_, args, { channel, actor }) => new Moments(channel, actor ? topics(args as never, actor) : []),
      resolve: async (_, args, context, info) => {
        const actor = await context.actors.actorOf(context.request);
        return spokenAs(context.locale, () => query.resolve?.(undefined, args, { ...context, actor }, info));
      },
    };
  }
  const subscription = new GraphQLObjectType({ name: 'Subscription', fields });
  return new GraphQLSchema({ ...schema.toConfig(), subscription });
}
