/** Somebody who looks: the headers of their requests, and what the API answers them. */
export interface Looker {
  readonly headers: Record<string, string>;
  readonly ask: (query: string) => Promise<Record<string, unknown>>;
}

const PASSWORD = 'sang-kien-2023';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';

/** A demo account, by what stands before `@hoaiduc.demo`; left out: somebody without an account. */
export async function signedIn(origin: string, account: string | undefined): Promise<Looker> {
  const post = (query: string, { headers = {}, variables }: { headers?: Record<string, string>; variables?: object } = {}) =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  const headers: Record<string, string> = {};
  if (account !== undefined) {
    const reply = await post(SIGN_IN, { variables: { input: { email: `${account}@hoaiduc.demo`, password: PASSWORD } } });
    headers.cookie = reply.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    if (!headers.cookie) throw new Error(`Not let in: ${account}`);
  }
  return {
    headers,
    ask: async (query) => {
      const { data } = (await (await post(query, { headers })).json()) as { data?: Record<string, unknown> };
      if (!data) throw new Error(`Not answered: ${query}`);
      return data;
    },
  };
}
