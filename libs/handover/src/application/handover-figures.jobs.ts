import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Aggregation, type Window, piecesOver } from '#domain/rollout';
import { Clock, Refused, SYSTEM, localDate } from '#lib/kernel';
import { Database, Every, Pieces } from '#lib/platform';
import { type SystemFigureOrder, SystemFigureService } from '#lib/rollout';
import { HANDOVER_FIGURES, type HandoverFigure, type HandoverParts, figureOf } from '../domain/handover-figures.js';
import { OPEN_FOR_DAYS } from '../domain/handover-policy.js';

const SCHEDULE = 'handover.countPieces';
/** A whole piece more than handovers are open for: what is changed on the last day is counted on the next. */
const LOOKED_BACK_DAYS = OPEN_FOR_DAYS + 17;

const REASON = 'Lượt trả kết quả được ghi, sửa hoặc hủy sau khi nửa tháng đã chốt.';

interface Piece extends HandoverParts, Window {
  readonly indicatorId: string;
  readonly key: HandoverFigure;
  readonly aggregation: Aggregation;
  readonly unitId: string;
  readonly illustrative: boolean;
}

/** Figures of the roll-outs that run on handovers, by the models that carry them out. */
@Injectable()
export class HandoverFigureJobs {
  constructor(
    private readonly database: Database,
    private readonly figures: SystemFigureService,
    private readonly pieces: Pieces,
    private readonly clock: Clock,
  ) {}

  /** Of each half-month that is over; of one in which the unit had handed over nothing yet by a model nothing is said. */
  @Every(SCHEDULE, 3600)
  async count(signal?: AbortSignal): Promise<void> {
    const told = (await this.counted()).flatMap(({ indicatorId, unitId, from, to, illustrative, ...piece }) => {
      const numbers = figureOf(piece.key, piece.aggregation, piece);
      if (!numbers) return [];
      const order = { indicatorId, unitId, window: { from, to }, numbers, reason: REASON, illustrative };
      return [[`${indicatorId} ${unitId} ${from}`, () => this.say(order)] as const];
    });
    await this.pieces.each(SCHEDULE, signal, told);
  }

  /** Of a unit that takes no part in the roll-out nothing is said. */
  private async say(order: SystemFigureOrder): Promise<void> {
    try {
      await this.figures.restateSystemFigure(SYSTEM, order);
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'UNIT_NOT_IN_ROLLOUT')) throw error;
    }
  }

  private counted(): Promise<Piece[]> {
    const windows = piecesOver(localDate(this.clock.now()), LOOKED_BACK_DAYS);
    return this.database.rows(sql<Piece>`
      select i.id as "indicatorId", i.key, i.aggregation, u.unit_id as "unitId", w.starts::text as "from", w.ends::text as "to",
        sum(h.home)::int as home, sum(h.ceremonies)::int as ceremonies, sum(h.tried)::int as "firstTries", sum(h.handed)::int as "handedFirstTry",
        bool_or(m.illustrative) as illustrative
      from service_model m join service_model_unit u on u.model_id = m.id
      join rollout r on r.id = m.rollout_id and r.service = 'HANDOVERS' join indicator i on i.rollout_id = r.id and i.key = any(${[...HANDOVER_FIGURES]}::text[])
      cross join unnest(${windows.map(({ from }) => from)}::date[], ${windows.map(({ to }) => to)}::date[]) w (starts, ends)
      cross join lateral (
        select count(*) filter (where h.venue = 'HOME' and h.outcome = 'HANDED') as home,
          count(*) filter (where h.venue = 'CEREMONY' and h.outcome = 'HANDED') as ceremonies,
          count(*) filter (where h.attempt = 1) as tried, count(*) filter (where h.attempt = 1 and h.outcome = 'HANDED') as handed
        from handover h where h.unit_id = u.unit_id and h.day between w.starts and w.ends and h.model_id = m.id and h.voided_on is null) h
      where m.starts_on <= w.ends and coalesce(m.ends_on >= w.starts, true)
        and exists (select 1 from handover b where b.unit_id = u.unit_id and b.model_id = m.id and b.day <= w.ends)
      group by i.id, u.unit_id, w.starts, w.ends order by w.starts, i.id, u.unit_id`);
  }
}
