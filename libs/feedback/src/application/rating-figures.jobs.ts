import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Aggregation, type Window, piecesOver } from '#domain/rollout';
import { Clock, SYSTEM, localDate } from '#lib/kernel';
import { Database, Every, Pieces } from '#lib/platform';
import { type SystemFigureOrder, SystemFigureService, isTakingPart } from '#lib/rollout';
import { type FigureParts, RATING_FIGURES, type RatingFigure, figureOf } from '../domain/rating-figures.js';
import { LOW_UP_TO, SATISFIED_FROM } from '../domain/rating-words.js';
import { LAST } from './counter.rows.js';

/** Held ratings may be decided on late; a piece that is older stays as it is. */
const LOOKED_BACK_DAYS = 62;

const REASON = 'Kết luận về đánh giá bị giữ lại có sau khi nửa tháng đã chốt.';

interface Piece extends FigureParts, Window {
  readonly indicatorId: string;
  readonly key: RatingFigure;
  readonly aggregation: Aggregation;
  readonly unitId: string;
  readonly illustrative: boolean;
}

/** Figures of the roll-outs that run on ratings, from what citizens said at the counters of their communes. */
@Injectable()
export class RatingFigureJobs {
  constructor(
    private readonly database: Database,
    private readonly figures: SystemFigureService,
    private readonly pieces: Pieces,
    private readonly clock: Clock,
  ) {}

  /**
   * Of each half-month that is over, by the counters of the communes that take part, but for those of another roll-out; of one in which nobody had
   * rated there yet nothing is said.
   */
  @Every('feedback.countPieces', 3600)
  async count(signal?: AbortSignal): Promise<void> {
    const told = (await this.counted()).flatMap(({ indicatorId, unitId, from, to, illustrative, ...piece }) => {
      const numbers = figureOf(piece.key, piece.aggregation, piece);
      if (!numbers) return [];
      const order = { indicatorId, unitId, window: { from, to }, numbers, reason: REASON, illustrative };
      return [[`${indicatorId} ${unitId} ${from}`, () => this.say(order)] as const];
    });
    await this.pieces.each('feedback.countPieces', signal, told);
  }

  private async say(order: SystemFigureOrder): Promise<void> {
    await this.figures.restateSystemFigure(SYSTEM, order);
  }

  private counted(): Promise<Piece[]> {
    const windows = piecesOver(localDate(this.clock.now()), LOOKED_BACK_DAYS);
    return this.database.rows(sql<Piece>`
      select i.id as "indicatorId", i.key, i.aggregation, c.unit_id as "unitId", w.starts::text as "from", w.ends::text as "to",
        sum(r.ratings)::int as ratings, sum(r.satisfied)::int as satisfied, sum(r.low)::int as low, bool_or(c.illustrative) as illustrative
      from rollout ro join counter c on ${isTakingPart(sql`ro.id`, sql`c.unit_id`)} join unit u on u.id = c.unit_id
      left join adoption a on a.id = c.adoption_id join indicator i on i.rollout_id = ro.id and i.key = any(${[...RATING_FIGURES]}::text[])
      cross join unnest(${windows.map(({ from }) => from)}::date[], ${windows.map(({ to }) => to)}::date[]) w (starts, ends)
      cross join lateral (
        select count(*) as ratings, count(*) filter (where r.level >= ${sql.lit(SATISFIED_FROM)}) as satisfied,
          count(*) filter (where r.level <= ${sql.lit(LOW_UP_TO)}) as low
        from rating r where r.counter_id = c.id and r.day between w.starts and w.ends and r.standing = 'COUNTED') r
      where ro.service = 'COUNTER_RATINGS' and coalesce(a.rollout_id = ro.id, true) and c.open_from <= w.ends and coalesce(${LAST} >= w.starts, true)
        and exists (select 1 from rating b where b.counter_id = c.id and b.day <= w.ends)
      group by i.id, c.unit_id, w.starts, w.ends order by w.starts, i.id, c.unit_id`);
  }
}
