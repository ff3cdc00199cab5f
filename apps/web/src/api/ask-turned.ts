import { type TadaDocumentNode } from 'gql.tada';
import { useState } from 'react';
import { type AnyVariables } from 'urql';
import { type Asked, useAsk } from './ask';

interface Turned<Page> {
  readonly of: Asked<Page>;
  /** To the page after a cursor, and back to the first. */
  readonly onPage: (after: string | undefined) => void;
  readonly isFirstPage: boolean;
}

/** The page of a list that one has turned to: the first came with a larger question, `query` asks for those after it. */
export function useTurned<List extends string, Page, Variables extends { readonly after?: string | null }>(
  first: Asked<NoInfer<Readonly<Partial<Record<List, Page>>>>>,
  query: TadaDocumentNode<Readonly<Record<List, Page>>, Variables>,
  variables: Omit<Variables, 'after'>,
  list: List,
): Turned<Page> {
  const [after, setAfter] = useState<string>();
  const isFirstPage = after === undefined;
  const further = useAsk<Readonly<Partial<Record<List, Page>>>, AnyVariables>(
    query as TadaDocumentNode<Readonly<Record<List, Page>>, AnyVariables>,
    { ...variables, after: after ?? null },
    { pause: isFirstPage },
  );
  const shown = isFirstPage ? first : further;
  const again = () => {
    first.again();
    further.again();
  };
  return { of: { ...shown, data: shown.data?.[list], again }, onPage: setAfter, isFirstPage };
}
