import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import { type AtMoment, Awaits, Database, type OrderKey, Rereads } from '#lib/platform';
import { type UnitName } from '#lib/units';
import { type Verdict } from '../domain/rating-hold.entity.js';
import { UNIT } from './counter.rows.js';
import { unitsOf } from './reviewer.js';

/** When and how many; of which levels they were nothing is told. */
export interface BurstRead {
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly ratings: number;
  readonly usual: number;
  readonly networkMark: string | null;
}

export interface RatingHoldRead {
  readonly id: string;
  readonly version: number;
  readonly day: string;
  readonly counter: { readonly id: string; readonly counterCode: string; readonly name: string };
  readonly unit: UnitName;
  readonly heldRatings: number;
  readonly bursts: readonly BurstRead[];
  readonly verdict: Verdict | null;
  readonly decidedAt: Date | string | null;
  readonly reason: string | null;
  readonly whyNotDecide: string | null;
}

export interface RatingHoldFilter extends PageArgs {
  readonly decided?: boolean | null;
}

/** What is held, for who decides on it. */
@Injectable()
export class RatingHoldQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest day first. */
  ratingHolds(actor: Actor, filter: RatingHoldFilter): Promise<Page<RatingHoldRead>> {
    const where = [scope(actor)];
    if (filter.decided !== null && filter.decided !== undefined) where.push(sql`(h.verdict is not null) = ${filter.decided}`);
    return this.database.page<RatingHoldRead>(
      {
        from: sql`rating_hold h join counter c on c.id = h.counter_id`,
        where: sql.join(where, sql` and `),
        order: IN_ORDER,
        dress: { key: sql`h.id`, from: sql`rating_hold h on h.id = page.key ${OF_COUNTER}` },
        columns: this.columns(actor),
      },
      filter,
    );
  }

  @Rereads('RatingHold')
  ratingHold(actor: Actor, id: string): Promise<RatingHoldRead | null> {
    return this.database.first(sql<RatingHoldRead>`
      select ${this.columns(actor)} from rating_hold h ${OF_COUNTER} where h.id = ${id} and ${scope(actor)}`);
  }

  @Awaits({
    kind: 'rating.review',
    act: 'decideRatings',
    words: { vi: 'Xem xét đánh giá bị giữ lại', en: 'Decide on ratings that are held' },
  })
  toReview(actor: Actor, { day }: AtMoment): RawBuilder<unknown> | null {
    if (actor.unitsFor('rating:review').length === 0) return null;
    return sql`select h.id as subject_id, c.name || ' · ' || ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as subject,
        (h.day::timestamp at time zone 'Asia/Ho_Chi_Minh') as since, null::timestamptz as due, null::text as who,
        (select count(*) from rating r where r.counter_id = h.counter_id and r.day = h.day and r.standing = 'HELD')::int as count, '/ratings' as path
      from rating_hold h ${OF_COUNTER}
      where h.verdict is null and ${scope(actor)} and c.unit_id not in (${unitsOf(actor.id, day)})`;
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    const today = localDate(this.clock.now());
    return sql`h.id, h.version, h.day::text as day, json_build_object('id', c.id, 'counterCode', c.code, 'name', c.name) as counter, ${UNIT} as unit,
      coalesce(h.ratings, (select count(*) from rating r where r.counter_id = h.counter_id and r.day = h.day and r.standing = 'HELD'))::int as "heldRatings",
      coalesce((select json_agg(json_build_object('startedAt', b.started_at, 'endedAt', b.ended_at, 'ratings', b.ratings, 'usual', b.usual,
        'networkMark', left(b.network, 4)) order by b.started_at, b.id) from rating_burst b where b.hold_id = h.id), '[]'::json) as bursts,
      h.verdict, h.decided_at as "decidedAt", h.reason, case when h.verdict is not null then 'RATINGS_DECIDED'
        when c.unit_id in (${unitsOf(actor.id, today)}) then 'REVIEWER_OF_UNIT' end as "whyNotDecide"`;
  }
}

const OF_COUNTER = sql`join counter c on c.id = h.counter_id join unit u on u.id = c.unit_id`;
const scope = (actor: Actor): RawBuilder<boolean> => sql<boolean>`c.unit_id = any(${actor.unitsFor('rating:review')}::uuid[])`;

const IN_ORDER: readonly OrderKey<RatingHoldRead>[] = [
  { column: sql`h.day`, key: 'day', type: 'date', descending: true },
  { column: sql`h.id`, key: 'id', type: 'uuid', descending: true },
];
