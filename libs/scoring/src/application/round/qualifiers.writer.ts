import { sql } from 'kysely';
import { type Act } from '#lib/platform';

/** Who goes on from a round into the next one, and who no longer does. */
export async function changeQualifiers(
  { em }: Act,
  roundId: string,
  { joins, leaves }: { readonly joins: readonly string[]; readonly leaves: readonly string[] },
): Promise<void> {
  if (leaves.length > 0)
    await sql`delete from round_qualifier where round_id = ${roundId} and initiative_id = any(${[...leaves]}::uuid[])`.execute(
      em.getKysely(),
    );
  // Who stayed when a correction had it fall may pass again.
  if (joins.length > 0)
    await sql`insert into round_qualifier (round_id, initiative_id) select ${roundId}::uuid, unnest(${[...joins]}::uuid[])
      on conflict do nothing`.execute(em.getKysely());
}
