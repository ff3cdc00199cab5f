import { type TadaDocumentNode } from 'gql.tada';
import { useEffect, useState } from 'react';
import { type AnyVariables, type CombinedError, stringifyVariables, useClient } from 'urql';
import { type Asked } from '../../../api/ask';
import { type Connection } from '../../../ui/data-table';

export interface All<Row> {
  readonly rows: readonly Row[];
  readonly totalCount: number;
  /** More is on its way: the first page shows at once. */
  readonly more: boolean;
}

/** A whole list, page after page: for tables of a few hundred rows that are read, compared and printed as one. */
export function useAll<Data, Row, Variables extends { readonly after?: string | null }>(
  query: TadaDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (data: Data) => Connection<Row>,
  { pause = false }: { readonly pause?: boolean } = {},
): Asked<All<Row>> {
  const client = useClient();
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<{ data?: All<Row>; error?: CombinedError; busy: boolean }>({ busy: !pause });
  const question = stringifyVariables(variables);
  useEffect(() => {
    if (pause) return;
    let left = false;
    const read = async () => {
      setState(({ data }) => ({ data, busy: true }));
      let after: string | null | undefined = null;
      let rows: readonly Row[] = [];
      do {
        const asked: AnyVariables = { ...(JSON.parse(question) as object), after };
        const { data, error } = await client.query(query, asked as Variables, { requestPolicy: 'network-only' }).toPromise();
        if (left) return;
        if (!data || error) {
          setState({ error, busy: false });
          return;
        }
        const page: Connection<Row> = pick(data);
        rows = [...rows, ...page.edges.map(({ node }) => node)];
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
        setState({ data: { rows, totalCount: page.totalCount ?? rows.length, more: after != null }, busy: after != null });
      } while (after != null);
    };
    void read();
    return () => {
      left = true;
    };
    // `pick` is written anew with each look; what is asked is in the question.
  }, [client, query, question, pause, tries]);
  return {
    data: state.data,
    busy: state.busy,
    error: state.error,
    again: () => {
      setTries((count) => count + 1);
    },
  };
}
