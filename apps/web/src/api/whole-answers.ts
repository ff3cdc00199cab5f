import { type OperationResult, mapExchange } from '@urql/core';

/** The root fields that are null where there is nothing, as the schema says; put here by the build. */
declare const ROOTS_THAT_MAY_BE_NULL: readonly string[];

/** Of a document, what tells its root fields. */
interface Part {
  readonly kind: string;
  readonly name?: { readonly value: string };
  readonly alias?: { readonly value: string };
  readonly selectionSet?: { readonly selections: readonly Part[] };
}

/**
 * Pages take an answer as whole or as none. The server leaves out a root field that was refused or broke, and answers the rest; unless that field
 * may be null anyway, there is nothing a page could show without it.
 */
export const wholeAnswersExchange = mapExchange({
  onResult: (result: OperationResult) => (result.error && lacks(result) ? { ...result, data: undefined } : result),
});

function lacks({ operation, data: answer }: OperationResult): boolean {
  const data = answer as Readonly<Record<string, unknown>> | null | undefined;
  if (!data) return false;
  const definitions: readonly Part[] = operation.query.definitions;
  return rootsOf(definitions).some(
    ({ name = NAMELESS, alias = name }) => data[alias.value] === null && !ROOTS_THAT_MAY_BE_NULL.includes(name.value),
  );
}

const NAMELESS = { value: '' };

function rootsOf(definitions: readonly Part[]): Part[] {
  const inside = (part: Part): Part[] => (part.selectionSet?.selections ?? []).flatMap(root);
  const root = (part: Part): Part[] => {
    if (part.kind === 'Field') return [part];
    const fragment = definitions.find(({ kind, name }) => kind === 'FragmentDefinition' && name?.value === part.name?.value);
    return inside(part.kind === 'FragmentSpread' && fragment ? fragment : part);
  };
  return definitions.filter(({ kind }) => kind === 'OperationDefinition').flatMap(inside);
}
