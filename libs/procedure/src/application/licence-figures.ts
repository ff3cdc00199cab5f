import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type FigureNumbers, type ServiceIndicatorKey, type Window, pieceOf } from '#domain/rollout';
import { Clock, Refused, SYSTEM, addDays, localDate } from '#lib/kernel';
import { Database, Every, Pieces } from '#lib/platform';
import { SystemFigureService } from '#lib/rollout';

const SCHEDULE = 'procedure.countLicences';
/** So many half-months back: a mail counts three days after it left, and a renewal may be recorded weeks after it was filed. */
const COUNTED_BACK = 4;
const RESTATED = 'Kết quả nhắc hạn hoặc cấp lại được ghi sau khi chốt kỳ.';

interface Counted extends FigureNumbers {
  readonly unitId: string;
  readonly illustrative: boolean;
}

/** What is counted, by the key of the indicator that asks for it. */
const COUNTS: Readonly<Record<ServiceIndicatorKey<'LICENCE_REMINDERS'>, (window: Window, now: Date) => RawBuilder<Counted>>> = {
  'licences.cases-reminded': casesReminded,
  'licences.renewed-in-time': renewedInTime,
};

/** Says of each commune what came of its reminders, in half-months, through the one door for what the system counts. */
@Injectable()
export class LicenceFigures {
  constructor(
    private readonly db: Database,
    private readonly figures: SystemFigureService,
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  @Every(SCHEDULE, 3600)
  async countLicences(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const indicators = await this.db.rows(sql<{ id: string; key: keyof typeof COUNTS }>`
      select i.id, i.key from indicator i join rollout r on r.id = i.rollout_id
      where r.service = 'LICENCE_REMINDERS' and i.key = any(${Object.keys(COUNTS)}::text[]) order by i.id`);
    for (const { id: indicatorId, key } of indicators)
      for (const window of windowsBefore(localDate(now))) {
        const found = await this.db.rows(COUNTS[key](window, now));
        const said = found.map(
          (counted) => [`${indicatorId}/${counted.unitId}/${window.from}`, () => this.say(indicatorId, window, counted)] as const,
        );
        await this.pieces.each(SCHEDULE, signal, said);
      }
  }

  /** Of a commune that takes no part in the roll-out nothing is said. */
  private async say(indicatorId: string, window: Window, { unitId, illustrative, value, numerator, denominator }: Counted): Promise<void> {
    try {
      const numbers = { value, numerator, denominator };
      await this.figures.restateSystemFigure(SYSTEM, { indicatorId, unitId, window, numbers, illustrative, reason: RESTATED });
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'UNIT_NOT_IN_ROLLOUT')) throw error;
    }
  }
}

/** The half-months that are over, the latest first. */
function windowsBefore(today: string): Window[] {
  const windows: Window[] = [];
  for (let piece = pieceOf(addDays(pieceOf(today).from, -1)); windows.length < COUNTED_BACK; piece = pieceOf(addDays(piece.from, -1)))
    windows.push(piece);
  return windows;
}

/**
 * Cases and not messages: terms of licences whose first reminder that reached somebody was in the window, a mail once three days went by without its coming
 * back. Zero where the commune was reminding by then and nothing fell into the window; not for the days before its list was
 * taken in, on which reminders would have been due.
 */
function casesReminded({ from, to }: Window, now: Date): RawBuilder<Counted> {
  return sql<Counted>`
    with first as (
      select r.licence_id, min((r.at at time zone 'Asia/Ho_Chi_Minh')::date) as told_on from reminder r
      where r.state in ('SENT', 'REACHED', 'POSTED') and (r.channel <> 'MAIL' or r.at <= ${now}::timestamptz - interval '72 hours')
      group by r.licence_id, r.expires_on)
    select l.unit_id as "unitId", bool_or(l.illustrative) as illustrative, null as numerator, null as denominator,
      (select count(*) from first f join licence o on o.id = f.licence_id where o.unit_id = l.unit_id and f.told_on between ${from}::date and ${to}::date)::text as value
    from reminder r join licence l on l.id = r.licence_id group by l.unit_id
    having min((r.at at time zone 'Asia/Ho_Chi_Minh')::date) <= ${to}::date order by 1`;
}

/** Of the licences whose last day to file was in the window and that were not ended otherwise, those whose renewal was filed by then. */
function renewedInTime({ from, to }: Window): RawBuilder<Counted> {
  return sql<Counted>`
    select l.unit_id as "unitId", bool_or(l.illustrative) as illustrative, null as value,
      (count(*) filter (where l.state = 'RENEWED' and l.renewed_on <= l.file_by))::text as numerator, count(*)::text as denominator
    from licence l where l.file_by between ${from}::date and ${to}::date and l.state in ('ACTIVE', 'RENEWED') group by l.unit_id order by 1`;
}
