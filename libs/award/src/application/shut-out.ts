import { sql } from 'kysely';
import { type Actor, Refused } from '#lib/kernel';
import { type Database } from '#lib/platform';
import { judgingScope } from '#lib/jury';

/** Prizes follow the standings: who may not see the judging of a contest draws up no list of it. Refuses `NOT_FOUND`. */
export async function refuseShutOut(database: Database, actor: Actor, contestId: string): Promise<void> {
  const found = await database.first(sql`select 1 from contest ct where ct.id = ${contestId} and ${judgingScope(actor, 'award:propose')}`);
  if (!found) throw new Refused('NOT_FOUND', { what: 'Contest' });
}
