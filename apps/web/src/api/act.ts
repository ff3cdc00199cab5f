import { type TadaDocumentNode } from 'gql.tada';
import { useCallback, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { newKey } from './key';
import { type Refusal, isRefusal } from './refusal';
import { sentWith } from './typed';

type Answered = { readonly answer: object };
type Done<Data extends Answered> = Exclude<Data['answer'], { __typename: 'Refusal' }>;

/** What came of an act: done, refused with reasons, or not known since the network or the server broke. */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'broken'; readonly error: CombinedError };

export interface Act<Input, Result> {
  readonly run: (input: Omit<Input, 'clientMutationId'>) => Promise<Outcome<Result>>;
  readonly busy: boolean;
  /** Why the last one did not happen; gone with the next. */
  readonly refusal: Refusal | null;
  readonly broken: CombinedError | null;
  readonly clear: () => void;
}

/**
 * One act of the API: `mutation ($input: …) { answer: verbNoun(input: $input) { … ...RefusalParts } }`. Each press has a key, so that sending it
 * again after a break has one effect; a press with the same content after a break keeps the key. What `looksOnly` is written down and changes
 * nothing that is read.
 */
export function useAct<Data extends Answered, Input extends object>(
  document: TadaDocumentNode<Data, { input: Input }>,
  { looksOnly = false }: { readonly looksOnly?: boolean } = {},
): Act<Input, Done<Data>> {
  const client = useClient();
  const [state, setState] = useState<{ busy: boolean; refusal: Refusal | null; broken: CombinedError | null }>(IDLE);
  const unsettled = useRef<{ content: string; key: string } | null>(null);

  const run = useCallback(
    async (input: Omit<Input, 'clientMutationId'>): Promise<Outcome<Done<Data>>> => {
      setState({ busy: true, refusal: null, broken: null });
      const content = JSON.stringify(input);
      const key = unsettled.current?.content === content ? unsettled.current.key : newKey();
      unsettled.current = { content, key };
      const received = sentWith(input);
      const { data, error } = await client
        .mutation(document, { input: { ...input, clientMutationId: key } as unknown as Input }, { looksOnly })
        .toPromise();
      if (!data) {
        const broken = error as CombinedError;
        setState({ busy: false, refusal: null, broken });
        return { kind: 'broken', error: broken };
      }
      unsettled.current = null;
      if (isRefusal(data.answer)) {
        setState({ busy: false, refusal: data.answer, broken: null });
        return { kind: 'refused', refusal: data.answer };
      }
      received();
      setState(IDLE);
      return { kind: 'done', result: data.answer as Done<Data> };
    },
    [client, document, looksOnly],
  );
  const clear = useCallback(() => {
    setState(IDLE);
  }, []);
  return { run, ...state, clear };
}

const IDLE = { busy: false, refusal: null, broken: null };
