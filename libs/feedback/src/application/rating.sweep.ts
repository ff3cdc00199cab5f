import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Clock, addMonths, localDate } from '#lib/kernel';
import { type Act, Every, Pieces, Unrecorded } from '#lib/platform';
import { weekOf } from '../domain/weeks.js';

const HOUR_MS = 3_600_000;
const COMMENTS_KEPT_MONTHS = 24;
const BURSTS_KNOWN_MS = 24 * HOUR_MS;

/** What is forgotten of ratings. */
@Injectable()
export class RatingSweep {
  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly pieces: Pieces,
    private readonly clock: Clock,
  ) {}

  /** When bursts were goes after a day and leaves no trace either; comments go after 24 months, slips after their last day. */
  @Every('feedback.forget', 600)
  async forget(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const today = localDate(now);
    await this.unrecorded.write(sql`
      update rating_burst set started_at = null, ended_at = null, network = null where ended_at < ${new Date(now.getTime() - BURSTS_KNOWN_MS)}`);
    const old: Readonly<Record<string, RawBuilder<unknown>>> = {
      comments: sql`delete from rating_comment where week < ${weekOf(addMonths(today, -COMMENTS_KEPT_MONTHS))}::date`,
      slips: sql`delete from slip_code s using slip_batch b where b.id = s.batch_id and b.expires_on < ${today}::date`,
    };
    const pieces = Object.entries(old).map(([what, statement]) => [what, (act: Act) => remove(act, what, statement)] as const);
    await this.pieces.each('feedback.forget', signal, pieces);
  }
}

async function remove({ em, record }: Act, what: string, statement: RawBuilder<unknown>): Promise<void> {
  const removed = Number((await statement.execute(em.getKysely())).numAffectedRows ?? 0);
  if (removed > 0) record({ subject: { type: 'Sweep', id: 'feedback' }, after: { [what]: removed } });
}
