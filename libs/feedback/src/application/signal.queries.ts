import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import { type AgeOrder, type AtMoment, Awaits, Database, type OrderKey, Rereads, byAge, vietnamese } from '#lib/platform';
import { type UnitName } from '#lib/units';
import { type SignalRule, falseSignalsAYear } from '../domain/signal-rules.js';
import { UNIT } from './counter.rows.js';
import { isRead } from './heads.js';
import { unitsOf } from './reviewer.js';

export interface SignalRead {
  readonly id: string;
  readonly version: number;
  readonly unit: UnitName;
  readonly rule: SignalRule;
  readonly week: string;
  readonly latestWeek: string;
  readonly ratings: number;
  readonly lowRatings: number;
  /** In per cent, to two decimals. */
  readonly usualPercent: string;
  readonly openedOn: string;
  readonly closedAt: Date | string | null;
  readonly conclusion: string | null;
  readonly illustrative: boolean;
  readonly canOpenAction: boolean;
  readonly whyNotClose: string | null;
}

export interface SignalBaseRead {
  readonly id: string;
  readonly version: number;
  readonly unit: UnitName;
  readonly startsOn: string;
  readonly lastWeek: string;
  readonly ratings: number;
  readonly lowRatings: number;
  readonly usualPercent: string;
  readonly reason: string | null;
  readonly canRebase: boolean;
}

export interface SignalTermsRead {
  readonly checksAYear: number;
  readonly falseLowShares: string;
  readonly falseWorseRuns: string;
  readonly bases: readonly SignalBaseRead[];
}

export interface SignalFilter extends PageArgs {
  readonly order?: AgeOrder | null;
  readonly open?: boolean | null;
}

/** Signals of the units that one reads about by a role, or heads. */
@Injectable()
export class SignalQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest week first. */
  signals(actor: Actor, filter: SignalFilter): Promise<Page<SignalRead>> {
    const where = [this.scope(actor)];
    if (filter.open !== null && filter.open !== undefined) where.push(sql`(s.closed_at is null) = ${filter.open}`);
    return this.database.page<SignalRead>(
      {
        from: sql`signal s`,
        where: sql.join(where, sql` and `),
        order: byAge(IN_ORDER, filter.order),
        dress: { key: sql`s.id`, from: sql`signal s on s.id = page.key join unit u on u.id = s.unit_id` },
        columns: this.columns(actor),
      },
      filter,
    );
  }

  @Rereads('Signal')
  signal(actor: Actor, id: string): Promise<SignalRead | null> {
    return this.database.first(sql<SignalRead>`
      select ${this.columns(actor)} from signal s join unit u on u.id = s.unit_id where s.id = ${id} and ${this.scope(actor)}`);
  }

  /** What weeks are held against, and how often chance alone opens a signal: printed beside them, so that nobody takes each for a fault. */
  async signalTerms(actor: Actor): Promise<SignalTermsRead> {
    const bases = await this.database.rows(sql<SignalBaseRead>`
      select ${this.baseColumns(actor)} from signal_base b join unit u on u.id = b.unit_id
      where ${this.scope(actor, sql`b.unit_id`)} order by ${vietnamese(sql`u.name_vi`)}, u.id`);
    const { checks, lowShare, worseRun } = falseSignalsAYear(bases.length);
    return { checksAYear: checks, falseLowShares: lowShare.toFixed(1), falseWorseRuns: worseRun.toFixed(1), bases };
  }

  @Rereads('SignalBase')
  signalBase(actor: Actor, id: string): Promise<SignalBaseRead | null> {
    return this.database.first(sql<SignalBaseRead>`
      select ${this.baseColumns(actor)} from signal_base b join unit u on u.id = b.unit_id where b.id = ${id} and ${this.scope(actor, sql`b.unit_id`)}`);
  }

  @Awaits({
    kind: 'signal.settle',
    act: 'closeSignal',
    words: { vi: 'Xem xét tín hiệu không hài lòng tăng', en: 'Look into a signal of dissatisfaction' },
  })
  toSettle(actor: Actor, { day }: AtMoment): RawBuilder<unknown> | null {
    if (actor.unitsFor('signal:settle').length === 0) return null;
    return sql`select s.id as subject_id, ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as subject,
        (s.opened_on::timestamp at time zone 'Asia/Ho_Chi_Minh') as since, null::timestamptz as due, null::text as who, 1 as count, '/signals' as path
      from signal s join unit u on u.id = s.unit_id
      where s.closed_at is null and s.unit_id = any(${actor.unitsFor('signal:settle')}::uuid[]) and s.unit_id not in (${unitsOf(actor.id, day)})`;
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    return sql`s.id, s.version, ${UNIT} as unit, s.rule, s.week::text as week, s.latest_week::text as "latestWeek", s.rated as ratings, s.low as "lowRatings",
      round(100.0 * s.usual_low / s.usual_rated, 2)::text as "usualPercent", s.opened_on::text as "openedOn", s.closed_at as "closedAt", s.conclusion,
      s.illustrative, ${isRead(actor, { permission: 'action:verify', unit: sql`s.unit_id`, day: this.today() })} as "canOpenAction",
      case when s.closed_at is not null then 'SIGNAL_CLOSED' when not ${this.settles(actor, sql`s.unit_id`)} then 'SIGNAL_OF_OFFICE'
        when s.unit_id in (${unitsOf(actor.id, this.today())}) then 'REVIEWER_OF_UNIT' end as "whyNotClose"`;
  }

  private baseColumns(actor: Actor): RawBuilder<unknown> {
    return sql`b.id, b.version, ${UNIT} as unit, b.starts_on::text as "startsOn", b.last_week::text as "lastWeek", b.rated as ratings, b.low as "lowRatings",
      round(100.0 * b.low / b.rated, 2)::text as "usualPercent", b.reason,
      (${this.settles(actor, sql`b.unit_id`)} and b.unit_id not in (${unitsOf(actor.id, this.today())})) as "canRebase"`;
  }

  private settles(actor: Actor, unit: RawBuilder<unknown>): RawBuilder<boolean> {
    return sql<boolean>`(${unit} = any(${actor.unitsFor('signal:settle')}::uuid[]))`;
  }

  private scope(actor: Actor, unit: RawBuilder<unknown> = sql`s.unit_id`): RawBuilder<boolean> {
    return isRead(actor, { permission: 'signal:read', unit, day: this.today() });
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

const IN_ORDER: readonly OrderKey<SignalRead>[] = [
  { column: sql`s.week`, key: 'week', type: 'date', descending: true },
  { column: sql`s.id`, key: 'id', type: 'uuid', descending: true },
];
