import { type TadaDocumentNode } from 'gql.tada';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type AnyVariables, type CombinedError, stringifyVariables, useQuery, useSubscription } from 'urql';

/** How a question stands: what is known, whether it is being asked, and what broke. */
export interface Asked<Data> {
  readonly data: Data | undefined;
  readonly busy: boolean;
  readonly error: CombinedError | undefined;
  readonly again: () => void;
}

/** Part of an answer is an answer where the rest is not for this person to see; a fault of the server is not nothing, and is told. */
const isPartOnly = ({ graphQLErrors }: CombinedError): boolean =>
  graphQLErrors.length > 0 && graphQLErrors.every(({ extensions }) => extensions.code === 'FORBIDDEN');

/** One question. What is known is shown at once and renewed behind; while the variables change, the last answer stays. */
export function useAsk<Data, Variables extends AnyVariables>(
  query: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false }: { readonly pause?: boolean } = {},
): Asked<Data> {
  const [{ data: answer, fetching, stale, error }, ask] = useQuery<Data, Variables>({ query, variables, pause } as never);
  const broke = error !== undefined && !isPartOnly(error);
  const question = stringifyVariables(variables);
  const good = useRef<{ readonly question: string; readonly data: Data } | null>(null);
  useEffect(() => {
    if (answer && !broke) good.current = { question, data: answer };
  }, [answer, broke, question]);
  // Where the network or the server breaks, what one was looking at stays, and what one was typing there.
  const kept = broke && good.current?.question === question ? good.current.data : undefined;
  return {
    data: kept ?? answer,
    busy: fetching || stale,
    error: kept || (answer && !broke) ? undefined : error,
    // What waits is not asked at all: it may be what this person may not read.
    again: () => {
      if (!pause) ask({ requestPolicy: 'network-only' });
    },
  };
}

/** The last that a subscription has told; nothing before it tells the first time, and while what it would tell is refused or broken. */
export function useNews<Data, Variables extends AnyVariables>(
  subscription: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Data | undefined {
  const [{ data, error }] = useSubscription<Data, Data, Variables>({ query: subscription, variables } as never);
  return error ? undefined : data;
}

/** A question whose answer renews itself: the subscription of the same name says what the query says, anew when it has changed. */
export function useLive<Data, Variables extends AnyVariables>(
  query: TadaDocumentNode<Data, Variables>,
  subscription: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Asked<Data> {
  const asked = useAsk(query, variables);
  return { ...asked, data: useNewest(asked.data, useNews(subscription, variables)) };
}

/** An answer of which a part renews itself: the subscription says that part anew when it has changed. */
export function useRenewed<Data extends object, Variables extends AnyVariables>(
  asked: Asked<Data>,
  subscription: TadaDocumentNode<Partial<Data>, Variables>,
  variables: Variables,
): Asked<Data> {
  const newest = useNewest<Partial<Data>>(asked.data, useNews(subscription, variables));
  const data = useMemo(() => asked.data && { ...asked.data, ...newest }, [asked.data, newest]);
  return { ...asked, data };
}

/** What was asked or what was told, whichever came last. */
export function useNewest<Data>(asked: Data | undefined, told: Data | undefined): Data | undefined {
  const [newest, setNewest] = useState<Data | undefined>(asked);
  useEffect(() => {
    if (asked) setNewest(asked);
  }, [asked]);
  useEffect(() => {
    if (told) setNewest(told);
  }, [told]);
  return newest ?? asked;
}
