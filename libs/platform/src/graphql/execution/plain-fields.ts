import { type GraphQLFieldResolver } from 'graphql';

/**
 * Whether a resolver only reads the property of the field's name, as Nest makes one for every field: what is compiled reads it in place then.
 * Told by trying: of an object in which every property has a value of its own it answers that of this name, and asks for no other.
 */
export function readsOnly(resolve: GraphQLFieldResolver<unknown, unknown>, name: string): boolean {
  const asked: PropertyKey[] = [];
  const value = Symbol(name);
  const probe = new Proxy({}, { get: (_, key) => (asked.push(key), key === name ? value : undefined) });
  try {
    const answer: unknown = resolve(probe, {}, undefined, undefined as never);
    if (answer instanceof Promise) answer.catch(() => undefined);
    return answer === value && asked.length === 1;
  } catch {
    return false;
  }
}
