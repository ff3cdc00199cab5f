import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Clock, addDays, addMonths, localDate, newId } from '#lib/kernel';
import { type Act, Database, Every, Pieces, Unrecorded } from '#lib/platform';
import { weekOf } from '../domain/weeks.js';

const HOUR_MS = 3_600_000;
/** A day is looked for so long, however long nobody did. */
const LOOKED_BACK_DAYS = 40;
const COMMENTS_KEPT_MONTHS = 24;
const BURSTS_KNOWN_MS = 24 * HOUR_MS;

interface DayOver {
  readonly counterId: string;
  readonly day: string;
  readonly ratings: number;
  readonly held: number;
}

/** What is said of ratings once their day is over, and what is forgotten. */
@Injectable()
export class RatingSweep {
  constructor(
    private readonly database: Database,
    private readonly unrecorded: Unrecorded,
    private readonly pieces: Pieces,
    private readonly clock: Clock,
  ) {}

  /** The log has of ratings how many there were at each counter on a day, and how many of them were held: told the night after, when it says no moment. */
  @Every('feedback.closeRatingDays', 1800)
  async closeDays(signal?: AbortSignal): Promise<void> {
    // An hour later: what was on its way at midnight has come.
    const today = localDate(new Date(this.clock.now().getTime() - HOUR_MS));
    const days = await this.database.rows(sql<DayOver>`
      select r.counter_id as "counterId", r.day::text as day, count(*)::int as ratings, (count(*) filter (where r.rule is not null))::int as held
      from counter c join rating r on r.counter_id = c.id and r.day between ${addDays(today, -LOOKED_BACK_DAYS)}::date and ${addDays(today, -1)}::date
      where not exists (select 1 from rating_day d where d.counter_id = r.counter_id and d.day = r.day) group by r.counter_id, r.day order by 2, 1`);
    const pieces = days.map((one) => [`${one.counterId} ${one.day}`, (act: Act) => closeDay(act, one)] as const);
    await this.pieces.each('feedback.closeRatingDays', signal, pieces);
  }

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

async function closeDay({ em, record }: Act, { counterId, day, ratings, held }: DayOver): Promise<void> {
  await sql`insert into rating_day (id, counter_id, day, ratings, held) values (${newId()}, ${counterId}, ${day}::date, ${ratings}, ${held})`.execute(
    em.getKysely(),
  );
  record({ subject: { type: 'Counter', id: counterId }, after: { day, ratings, held } });
}

async function remove({ em, record }: Act, what: string, statement: RawBuilder<unknown>): Promise<void> {
  const removed = Number((await statement.execute(em.getKysely())).numAffectedRows ?? 0);
  if (removed > 0) record({ subject: { type: 'Sweep', id: 'feedback' }, after: { [what]: removed } });
}
