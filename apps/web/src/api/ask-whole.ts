import { type TadaDocumentNode } from 'gql.tada';
import { useEffect, useState } from 'react';
import { type AnyVariables, type CombinedError, stringifyVariables, useClient } from 'urql';
import { type Asked, useAsk } from './ask';

/** A list of the schema as it is asked for, page by page. */
interface PageOf {
  readonly edges?: readonly unknown[];
  readonly rows?: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type ListOf<Data> = { [Key in keyof Data]: NonNullable<Data[Key]> extends PageOf ? Key : never }[keyof Data];

interface Read<Data> {
  readonly first: Data;
  readonly question: string;
  readonly whole: Data;
  readonly error?: CombinedError;
}

/**
 * A question whose list is shown whole, as choices are: the pages after the first are asked for one after the other, and stand in the
 * answer as if it had been one page. The first shows at once; while more is on its way, it is busy.
 */
export function useWhole<Data extends object, Variables extends { readonly after?: string | null }>(
  query: TadaDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  list: ListOf<Data>,
  { pause = false }: { readonly pause?: boolean } = {},
): Asked<Data> {
  const asked = useAsk<Data, AnyVariables>(query as TadaDocumentNode<Data, AnyVariables>, { ...variables, after: null }, { pause });
  return useRest(asked, query, variables, list);
}

/** The same of a list whose first page came with a larger question, if it was asked for at all: `query` asks for the pages after it. */
export function useRest<Known extends Partial<Data>, Data extends object, Variables extends { readonly after?: string | null }>(
  asked: Asked<Known>,
  query: TadaDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  list: ListOf<Data>,
): Asked<Known> {
  const client = useClient();
  const first = asked.data;
  const question = stringifyVariables(variables);
  const [read, setRead] = useState<Read<Known> | null>(null);
  // What is refused has no data at all.
  const isLonger = first ? nextOf(listIn<Data>(first, list)) !== null : false;
  useEffect(() => {
    if (!first || !isLonger) return;
    let left = false;
    const goOn = async () => {
      let whole = first;
      for (let after = nextOf(listIn<Data>(whole, list)); after !== null; after = nextOf(listIn<Data>(whole, list))) {
        const order = { ...(JSON.parse(question) as object), after } as unknown as Variables;
        const { data, error } = await client.query(query, order, { requestPolicy: 'network-only' }).toPromise();
        if (left) return;
        if (!data) {
          setRead({ first, question, whole, error });
          return;
        }
        whole = { ...whole, [list]: joined(listIn<Data>(whole, list) as PageOf, data[list] as PageOf) };
      }
      setRead({ first, question, whole });
    };
    void goOn();
    return () => {
      left = true;
    };
  }, [client, query, question, list, first, isLonger]);
  if (!isLonger) return asked;
  if (read?.question !== question) return { ...asked, busy: true };
  // What was read before stays in sight until it is read anew.
  const isOld = read.first !== first;
  return { ...asked, data: read.whole, busy: asked.busy || isOld, error: asked.error ?? (isOld ? undefined : read.error) };
}

const listIn = <Data>(data: Partial<Data>, list: keyof Data): unknown => data[list];

function nextOf(list: unknown): string | null {
  const page = list as PageOf | null | undefined;
  return page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
}

const joined = (before: PageOf, page: PageOf): PageOf => ({
  ...page,
  ...(before.edges && { edges: [...before.edges, ...(page.edges ?? [])] }),
  ...(before.rows && { rows: [...before.rows, ...(page.rows ?? [])] }),
});
