import { sql } from 'kysely';
import { type Act } from '#lib/platform';

/**
 * The contest whose conflicts are found anew: of two acts that change who may judge the later sees what the earlier did. Held before any
 * round of it, as by everyone who holds both; the other way round two of them would wait for one another.
 */
export async function holdContest({ em }: Act, contestId: string): Promise<void> {
  await sql`select 1 from contest where id = ${contestId} for no key update`.execute(em.getKysely());
}
