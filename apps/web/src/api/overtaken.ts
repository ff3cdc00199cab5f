import { type Exchange, makeOperation } from '@urql/core';
import { filter, map, pipe } from 'wonka';

/**
 * Questions that an act overtakes are asked again: what was read before it and comes after it is old, and the cache, which forgets what an act
 * touches only where it holds it, would keep it. Of a question that was asked twice the later answer counts, in whichever order they come. An act that only looks
 * overtakes nothing.
 */
export const overtakenExchange: Exchange =
  ({ client, forward }) =>
  (operations) => {
    let turns = 0;
    let acted = 0;
    const newest = new Map<number, number>();
    return pipe(
      operations,
      map((operation) => {
        if (operation.kind !== 'query') return operation;
        turns += 1;
        newest.set(operation.key, turns);
        return makeOperation('query', operation, { ...operation.context, turn: turns });
      }),
      forward,
      filter(({ operation: { kind, key, context } }) => kind !== 'query' || newest.get(key) === context.turn),
      map((result) => {
        const { operation } = result;
        if (operation.kind === 'mutation' && !operation.context.looksOnly) acted = turns;
        if (operation.kind !== 'query' || (operation.context.turn as number) > acted) return result;
        client.reexecuteOperation(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }));
        return { ...result, stale: true };
      }),
    );
  };
