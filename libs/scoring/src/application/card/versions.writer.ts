import { sql } from 'kysely';
import { newId } from '#lib/kernel';
import { type Act } from '#lib/platform';

/** Keeps a signed card as it is, as the next of its versions. Its marks never leave the database for that. */
export async function keepVersion({ em, at }: Act, scorecardId: string): Promise<void> {
  await sql`
    insert into scorecard_version (id, scorecard_id, number, marks, total, nonce, hash, pseudonym, signed_at, kept_at)
    select ${newId()}::uuid, c.id, (select count(*) + 1 from scorecard_version v where v.scorecard_id = c.id), c.marks, c.total, c.nonce, c.hash, c.pseudonym,
      c.signed_at, ${at}::timestamptz
    from scorecard c where c.id = ${scorecardId} and c.state = 'SIGNED'`.execute(em.getKysely());
}

/** A draft again, with the marks it was signed with; while the round settles it is signed then. */
export async function reopenCard({ em }: Act, scorecardId: string, { settling }: { settling: boolean }): Promise<void> {
  await sql`
    update scorecard set state = 'DRAFT', total = null, nonce = null, hash = null, pseudonym = null, signed_at = null,
      late = late or ${settling}, version = version + 1
    where id = ${scorecardId}`.execute(em.getKysely());
}
