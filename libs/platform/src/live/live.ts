import { type Actor } from '#lib/kernel';
import { type Topic } from './live-channel.js';

type Topics<Args> = (args: Args, actor: Actor) => readonly Topic[];

const live = new Map<string, Topics<never>>();

/**
 * Lets a query be looked on at: a subscription of the same name answers what the query answers, anew whenever one of the topics may have
 * changed. A topic is the kind and id that an event's payload names: of `{ roundId }` it is `round:<id>`.
 */
export function Live<Args = unknown>(topics: Topics<Args>): MethodDecorator {
  return (_, name) => {
    live.set(String(name), topics);
  };
}

export const liveQueries = (): ReadonlyMap<string, Topics<never>> => live;
