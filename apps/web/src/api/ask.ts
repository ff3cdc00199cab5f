import { type TadaDocumentNode } from 'gql.tada';
import { useEffect, useState } from 'react';
import { type AnyVariables, type CombinedError, useQuery, useSubscription } from 'urql';

/** How a question stands: what is known, whether it is being asked, and what broke. */
export interface Asked<Data> {
  readonly data: Data | undefined;
  readonly busy: boolean;
  readonly error: CombinedError | undefined;
  readonly again: () => void;
}

/** One question. What is known is shown at once and renewed behind; while the variables change, the last answer stays. */
export function useAsk<Data, Variables extends AnyVariables>(
  query: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false }: { readonly pause?: boolean } = {},
): Asked<Data> {
  const [{ data, fetching, stale, error }, ask] = useQuery<Data, Variables>({ query, variables, pause } as never);
  return {
    data,
    busy: fetching || stale,
    error: data ? undefined : error,
    again: () => {
      ask({ requestPolicy: 'network-only' });
    },
  };
}

/** A question whose answer renews itself: the subscription of the same name says what the query says, anew when it has changed. */
export function useLive<Data, Variables extends AnyVariables>(
  query: TadaDocumentNode<Data, Variables>,
  subscription: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Asked<Data> {
  const asked = useAsk(query, variables);
  const [{ data }] = useSubscription<Data, Data, Variables>({ query: subscription, variables } as never);
  const [newest, setNewest] = useState<Data | undefined>(asked.data);
  useEffect(() => {
    if (asked.data) setNewest(asked.data);
  }, [asked.data]);
  useEffect(() => {
    if (data) setNewest(data);
  }, [data]);
  return { ...asked, data: newest ?? asked.data };
}
