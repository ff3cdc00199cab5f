import { graphql } from './graphql';

/** What an act answers when it is refused: a sentence for people and, where there is one, the field that it is about. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
}

/** To be spread where a union may be a refusal. */
export const refusalParts = graphql(`
  fragment RefusalParts on Refusal {
    __typename
    code
    message
    path
    problems {
      code
      message
      path
    }
  }
`);

export const isRefusal = (answer: object | null | undefined): answer is Refusal & { __typename: 'Refusal' } =>
  (answer as { __typename?: string } | null | undefined)?.__typename === 'Refusal';
