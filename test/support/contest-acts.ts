import { type Client } from './harness.js';

/** The text of a mutation that answers with a contest. */
export const mutation = (name: string, fields = 'id version phase') =>
  `mutation M($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on Contest { ${fields} } ... on Refusal { code path message } } }`;
/** An act on a contest: what it answers, a refusal included. */
export const send = (client: Client, name: string, input: object, fields?: string) => client.ask(mutation(name, fields), { input });
export const read = (client: Client, id: string, fields: string) =>
  client.ask(`query Q($id: ID!) { contest(id: $id) { ${fields} } }`, { id });

/** A plan sent to the leader and approved; the version of the contest stays what it was. */
export async function approvedPlan(
  { organiser, leader }: { organiser: Client; leader: Client },
  plan: { contestId: string; version: number },
) {
  await send(organiser, 'submitPlan', plan);
  return send(leader, 'approvePlan', plan);
}
