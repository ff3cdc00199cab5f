import { type RunningContest } from './harness.js';

/** Two records are listed as maybe of one person, however little alike: what is tried is what stands in the way of merging them besides. */
export async function suspected(contest: RunningContest, first: string, second: string): Promise<void> {
  await contest
    .em()
    .getConnection()
    .execute(
      `insert into person_double (first_id, second_id, same_name, same_mailbox, version) select least(a, b), greatest(a, b), false, true, 1
       from (values (?::uuid, ?::uuid)) pair (a, b) on conflict do nothing`,
      [first, second],
    );
}
