import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, addDays, localDate, newId } from '#lib/kernel';
import { type Act, Database, Every, Pieces } from '#lib/platform';
import { CaseWriter } from './case.writer.js';

const HOUR_MS = 3_600_000;
/** A day is looked for so long, however long nobody did. */
const LOOKED_BACK_DAYS = 40;

interface DayOver {
  readonly counterId: string;
  readonly day: string;
  readonly ratings: number;
  readonly held: number;
}

/** What is said of ratings once their day is over. */
@Injectable()
export class RatingDayJobs {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseWriter,
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
    const pieces = days.map((one) => [`${one.counterId} ${one.day}`, (act: Act) => this.closeDay(act, one)] as const);
    await this.pieces.each('feedback.closeRatingDays', signal, pieces);
  }

  /** With its total come the cases of what was said on it, in the same act: once. */
  private async closeDay(act: Act, { counterId, day, ratings, held }: DayOver): Promise<void> {
    await sql`insert into rating_day (id, counter_id, day, ratings, held) values (${newId()}, ${counterId}, ${day}::date, ${ratings}, ${held})`.execute(
      act.em.getKysely(),
    );
    act.record({ subject: { type: 'Counter', id: counterId }, after: { day, ratings, held } });
    await this.cases.openCases(act, counterId, day);
  }
}
