import { type Client } from './harness.js';

const AWAITING = `query ($kinds: [AwaitedKind!]) { awaiting(first: 50, kinds: $kinds) { edges { node { kind act subjectId subject since due late who count link } } } }`;

/** What of one kind awaits somebody. */
export const awaitedOf = async (client: Client, kind: string): Promise<any[]> =>
  (await client.ask(AWAITING, { kinds: [kind] })).edges.map(({ node }: any) => node);
