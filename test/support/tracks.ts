import { type RunningContest } from './harness.js';

/** As in Hà Nội 2024: 1, 2, 3 and 5 prizes for individuals, 1, 1 and 1 for groups. */
export const TRACKED_PLAN = (
  [
    ['INDIVIDUAL', 'FIRST', 1],
    ['INDIVIDUAL', 'SECOND', 2],
    ['INDIVIDUAL', 'THIRD', 3],
    ['INDIVIDUAL', 'CONSOLATION', 5],
    ['GROUP', 'FIRST', 1],
    ['GROUP', 'SECOND', 1],
    ['GROUP', 'THIRD', 1],
  ] as const
).map(([track, key, quantity]) => ({
  ...{ track, key, quantity, amount: 1_000_000, minimumScore: null as string | null },
  ...{ nameVi: `Giải ${key} ${track}`, nameEn: `${key} ${track}` },
}));

/** Gives a contest that runs already another plan, and its initiatives their tracks in their order: what nobody could do by an act any more. */
export async function retrack(
  contest: RunningContest,
  { contestId, initiatives }: { contestId: string; initiatives: readonly string[] },
  { tracks, plan = TRACKED_PLAN }: { tracks: readonly ('INDIVIDUAL' | 'GROUP' | null)[]; plan?: typeof TRACKED_PLAN },
): Promise<void> {
  const run = (statement: string, values: unknown[]) => contest.em().getConnection().execute(statement, values);
  await run('delete from prize_tier where contest_id = ?', [contestId]);
  for (const [at, { track, key, quantity, amount, minimumScore, nameVi, nameEn }] of plan.entries())
    await run(
      `insert into prize_tier (id, contest_id, track, key, name_vi, name_en, quantity, amount, minimum_score, "order") values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [contestId, track, key, nameVi, nameEn, quantity, amount, minimumScore, at],
    );
  for (const [at, id] of initiatives.entries()) await run('update initiative set track = ? where id = ?', [tracks[at] ?? null, id]);
}
