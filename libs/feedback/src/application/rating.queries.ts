import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import { Database, type OrderKey, PREPARED, vietnamese } from '#lib/platform';
import { CalendarQueries, type UnitName } from '#lib/units';
import { LOW_UP_TO, REASONS, type Reason, SATISFIED_FROM } from '../domain/rating-words.js';
import { readingOf } from '../domain/reading.js';
import { weekEnd, weekOf } from '../domain/weeks.js';
import { UNIT } from './counter.rows.js';
import { type PercentRead, percentRead } from './share.rows.js';

export interface WeekReadingRead {
  readonly satisfied: PercentRead;
  readonly dissatisfied: PercentRead;
  /** The most frequent first. */
  readonly reasons: readonly { readonly reason: Reason; readonly ratings: number }[];
}

export interface RatingRowRead {
  readonly unit: UnitName;
  readonly fieldName: string | null;
  /** Those that count. */
  readonly ratings: number;
  readonly slipRatings: number;
  readonly heldRatings: number;
  readonly excludedRatings: number;
  readonly illustrative: boolean;
  /** Null for fewer than five. */
  readonly reading: WeekReadingRead | null;
}

export interface RatingWeekRead {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly rows: readonly RatingRowRead[];
}

export interface CommentRead {
  readonly id: string;
  readonly week: string;
  readonly unit: UnitName;
  readonly fieldName: string | null;
  readonly level: number;
  readonly givenReasons: readonly Reason[];
  readonly text: string;
}

export interface CommentFilter extends PageArgs {
  readonly unitId?: string | null;
}

type Counted = Omit<RatingRowRead, 'reading'> & {
  readonly satisfied: number;
  readonly low: number;
  readonly reasons: Readonly<Record<Reason, number>>;
};

/** What the offices read of ratings: by whole weeks that are over, so that nobody watches one come in. */
@Injectable()
export class RatingQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: CalendarQueries,
  ) {}

  /** The week that a day is in, by commune and field; null before it is over. */
  async ratingWeek(actor: Actor, day: string): Promise<RatingWeekRead | null> {
    const startsOn = weekOf(day);
    const endsOn = weekEnd(startsOn);
    if (endsOn >= localDate(this.clock.now())) return null;
    const rows = await this.database.rows(sql<Counted>`
      select ${UNIT} as unit, r.field as "fieldName", bool_or(c.illustrative) as illustrative, ${counted(sql`true`)} as ratings,
        ${counted(sql`r.tier = 'SLIP'`)} as "slipRatings", (count(*) filter (where r.standing = 'HELD'))::int as "heldRatings",
        (count(*) filter (where r.standing = 'EXCLUDED'))::int as "excludedRatings",
        ${counted(sql`r.level >= ${sql.lit(SATISFIED_FROM)}`)} as satisfied, ${counted(sql`r.level <= ${sql.lit(LOW_UP_TO)}`)} as low,
        json_build_object(${sql.join(REASONS.flatMap((reason) => [sql.lit(reason), counted(sql`${sql.lit(reason)} = any(r.reasons)`)]))}) as reasons
      from counter c join unit u on u.id = c.unit_id join rating r on r.counter_id = c.id and r.day between ${startsOn}::date and ${endsOn}::date
      where ${scope(actor, 'rating:read')} group by u.id, r.field order by ${vietnamese(sql`u.name_vi`)}, u.id, ${vietnamese(sql`r.field`)} ${PREPARED}`);
    return { startsOn, endsOn, rows: rows.map(withReading) };
  }

  /** What people wrote, of each day from the next working day on, the latest week first and within it in no order. Refuses `CALENDAR_MISSING`. */
  async ratingComments(actor: Actor, filter: CommentFilter): Promise<Page<CommentRead>> {
    const before = (await this.calendars.calendar()).workingUpTo(localDate(this.clock.now()));
    const where = [scope(actor, 'comment:read'), sql`r.standing = 'COUNTED'`, sql`r.day < ${before}::date`];
    if (filter.unitId) where.push(sql`c.unit_id = ${filter.unitId}`);
    return this.database.page<CommentRead>(
      {
        from: sql`rating_comment w join rating r on r.id = w.rating_id join counter c on c.id = r.counter_id`,
        where: sql.join(where, sql` and `),
        order: BY_WEEK,
        dress: {
          key: sql`w.id`,
          from: sql`rating_comment w on w.id = page.key join rating r on r.id = w.rating_id join counter c on c.id = r.counter_id
            join unit u on u.id = c.unit_id`,
        },
        columns: sql`w.id, w.week::text as week, ${UNIT} as unit, r.field as "fieldName", r.level, r.reasons as "givenReasons", w.text`,
      },
      filter,
    );
  }
}

const counted = (where: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`(count(*) filter (where r.standing = 'COUNTED' and ${where}))::int`;

const scope = (actor: Actor, permission: string): RawBuilder<boolean> =>
  sql<boolean>`c.unit_id = any(${actor.unitsFor(permission)}::uuid[])`;

function withReading({ satisfied, low, reasons, ...row }: Counted): RatingRowRead {
  const read = readingOf({ counted: row.ratings, satisfied, low, reasons });
  const reading = read && {
    satisfied: percentRead(read.satisfied),
    dissatisfied: percentRead(read.low),
    reasons: read.reasons.map(({ reason, count }) => ({ reason, ratings: count })),
  };
  return { ...row, reading };
}

const BY_WEEK: readonly OrderKey<CommentRead>[] = [
  { column: sql`w.week`, key: 'week', type: 'date', descending: true },
  { column: sql`w.id`, key: 'id', type: 'uuid', descending: true },
];
