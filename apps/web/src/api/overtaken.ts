import { type Exchange, makeOperation } from '@urql/core';
import { filter, map, pipe } from 'wonka';

/**
 * Questions that an act overtakes are asked again: what was read before it and comes after it is old, and the cache, which forgets what an act
 * touches only where it holds it, would keep it. Of a question that was asked twice the later answer counts, in whichever order they come. An act that only looks
 * overtakes nothing, and what its answer names is not told to the cache, which would forget all that names the same.
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
        if (operation.kind === 'mutation') {
          if (operation.context.looksOnly) return { ...result, data: withoutTypesBelow(result.data) };
          acted = turns;
        }
        if (operation.kind !== 'query' || (operation.context.turn as number) > acted) return result;
        client.reexecuteOperation(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }));
        return { ...result, stale: true };
      }),
    );
  };

/** The answer of an act as it is, without the types of what it names: of these the cache forgets whatever it holds. */
const withoutTypesBelow = (data: unknown): unknown =>
  isObject(data) ? mapped(data, (answer) => (isObject(answer) ? mapped(answer, withoutTypes) : answer)) : data;

function withoutTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTypes);
  if (!isObject(value)) return value;
  return mapped(Object.fromEntries(Object.entries(value).filter(([name]) => name !== '__typename')), withoutTypes);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const mapped = (of: object, by: (value: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, by(value)]));
