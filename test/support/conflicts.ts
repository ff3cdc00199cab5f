import { type District } from './factories.js';
import { type Client, type RunningContest } from './harness.js';

const SET = 'mutation ($input: SetConflictInput!) { setConflict(input: $input) { ... on Conflict { id version } } }';
const CONFIRM = 'mutation ($input: DecideConflictInput!) { confirmConflict(input: $input) { __typename ... on Conflict { active } } }';

/** Somebody with a say in the judging is shut out of it: told by an organiser, confirmed by the district's leader. */
export async function shutOut(
  contest: RunningContest,
  { people }: District,
  told: { readonly organiser: Client; readonly initiativeId: string; readonly personId: string },
): Promise<void> {
  const { organiser, ...about } = told;
  const { id: conflictId, version } = await organiser.ask(SET, { input: { ...about, type: 'FAMILY', reason: 'Anh em.' } });
  const confirmed = await (await contest.as(people.leader)).ask(CONFIRM, { input: { conflictId, version, reason: 'Đã xem xét.' } });
  expect(confirmed).toEqual({ __typename: 'Conflict', active: true });
}
