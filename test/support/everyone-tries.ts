import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type Client, type RunningContest } from './harness.js';

/** An act, and the question that offers it: `offer` has one field that says yes or no, however deep. */
export interface Offered {
  readonly act: string;
  readonly offer: string;
  readonly input: object;
  /** Where it is offered to somebody only in a way of their own: what they send instead. */
  readonly ownInput?: Readonly<Record<string, object>>;
  /** Of what the question answers, the part that is about this act; left out: all of it. */
  readonly of?: (answer: any) => unknown;
}

/** The only yes or no in an answer; where nothing is answered, no. */
function saidIn(answer: unknown): boolean {
  if (typeof answer === 'boolean') return answer;
  if (answer === null || typeof answer !== 'object') return false;
  return Object.values(answer).some((part) => saidIn(part));
}

/** What was done, or why not. */
async function tried(contest: RunningContest, client: Client, { act, input }: Pick<Offered, 'act' | 'input'>): Promise<string> {
  const { schema } = contest.app.get(GraphQLSchemaHost, { strict: false });
  const type = String(schema.getMutationType()?.getFields()[act]?.args[0]?.type);
  const { data, errors } = await client.send(
    `mutation ($input: ${type}) { answer: ${act}(input: $input) { __typename ... on Refusal { code } } }`,
    { input },
  );
  if (errors) return `refused ${String(errors[0]?.extensions.code)}`;
  const { __typename, code } = data?.answer as { __typename: string; code?: string };
  return __typename === 'Refusal' ? `refused ${String(code)}` : 'done';
}

/** Everyone in turn looks whether an act is offered to them, and tries it whatever was said. Says who did what, and fails where it is not as was said. */
export async function everyoneTries(
  contest: RunningContest,
  people: Readonly<Record<string, Client>>,
  acts: readonly Offered[],
): Promise<string[]> {
  const [did, untrue]: [string[], string[]] = [[], []];
  for (const one of acts) {
    for (const [who, client] of Object.entries(people)) {
      const { data } = await client.send(one.offer);
      const said = saidIn(one.of && data ? one.of(data) : data);
      const outcome = await tried(contest, client, { act: one.act, input: one.ownInput?.[who] ?? one.input });
      if (said !== (outcome === 'done')) untrue.push(`${one.act} by ${who}: offered ${String(said)}, ${outcome}`);
      if (outcome === 'done') did.push(`${one.act} by ${who}`);
    }
  }
  expect(untrue).toEqual([]);
  return did;
}
