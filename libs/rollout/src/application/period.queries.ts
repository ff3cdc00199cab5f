import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import { type AgeOrder, Database, type Listing, type OrderKey, Rereads, type Source, byAge, reversed, rowById } from '#lib/platform';
import { reportingRates, roundHalfUp } from '#lib/statistics';
import { type UnitName, unitName } from '#lib/units';
import { type ReportState } from '../domain/report-policy.js';
import { adoptionsAsOf, isOverdue } from './adoptions-as-of.js';
import { reportNudge } from './report-awaits.js';
import { isExpectedIn, mayReportTo, unitsOfPeriod } from './report-facts.js';
import { holdsFor, seesHost } from './reach.js';
import { unitsByName } from './units-by-name.js';

export interface PeriodName {
  readonly id: string;
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dueOn: string;
}

export interface PeriodRead extends PeriodName {
  readonly version: number;
  readonly hostUnitId: string;
  readonly closedAt: Date | string | null;
  readonly exceptions: readonly object[];
  readonly canManage: boolean;
}

/** What whoever waits for a report may remind its officers of, by `nudge`. */
export interface ReportNudge {
  readonly kind: string;
  readonly subjectId: string;
}

/** Received and on time, in per cent of the expected, to one decimal; null where nothing was expected. */
export interface RatesRead {
  readonly periodId: string;
  readonly asOf: string;
  readonly expected: number;
  readonly exempt: number;
  readonly received: number;
  readonly onTime: number;
  readonly receivedRate: string | null;
  readonly onTimeRate: string | null;
  readonly units: readonly {
    readonly unit: UnitName;
    readonly expected: boolean;
    readonly state: ReportState | null;
    readonly received: boolean;
    readonly onTime: boolean;
    readonly nudge: ReportNudge | null;
  }[];
}

export interface OverdueRead {
  readonly id: string;
  readonly kind: 'REPORT' | 'ADOPTION';
  readonly dueOn: string;
  readonly daysLate: number;
  readonly unit: UnitName;
  readonly unitName: string;
  readonly periodId: string | null;
  readonly adoptionId: string | null;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly nudge: ReportNudge | null;
}

/** In what order is listed what is overdue. */
export const OVERDUE_ORDERS = ['DUE', 'DUE_LAST', 'UNIT'] as const;
export type OverdueOrder = (typeof OVERDUE_ORDERS)[number];

export interface OverdueFilter extends PageArgs {
  readonly asOf?: string | null;
  readonly kind?: OverdueRead['kind'] | null;
  readonly order?: OverdueOrder | null;
}

/** Periods, and who has reported in them. */
@Injectable()
export class PeriodQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest due first, or the earliest. */
  reportingPeriods(actor: Actor, { order, ...page }: PageArgs & { readonly order?: AgeOrder | null }): Promise<Page<PeriodRead>> {
    const today = localDate(this.clock.now());
    return this.database.page<PeriodRead>(
      { columns: columns(actor, today), from: sql`reporting_period p`, where: seen(actor), order: byAge(LATEST_DUE, order) },
      page,
    );
  }

  @Rereads('ReportingPeriod')
  reportingPeriod(actor: Actor, id: string): Promise<PeriodRead | null> {
    return this.database.first(
      sql<PeriodRead>`select ${columns(actor, localDate(this.clock.now()))} from reporting_period p where p.id = ${id} and ${seen(actor)}`,
    );
  }

  /** Of the expected, however many came in: 17 and 14 of 20 are 85.0 % and 70.0 %. Without periods that the person may not see. */
  async reportingRates(actor: Actor, periodIds: readonly string[], day?: string | null): Promise<RatesRead[]> {
    const today = localDate(this.clock.now());
    const asOf = day ?? today;
    const found = await this.database.rows(sql<Pick<RatesRead, 'periodId' | 'units'>>`
      select p.id as "periodId", coalesce((select json_agg(json_build_object('unit', ${unitName(sql`u`)}, 'expected', asked.expected, 'state', r.state,
               'received', coalesce(${RECEIVED_ON} <= ${asOf}::date, false), 'onTime', coalesce(${RECEIVED_ON} <= least(p.due_on, ${asOf}::date), false),
               'nudge', ${reportNudge(actor, today, sql`asked.expected`)})
               order by u.code, u.id)
             from ${unitsOfPeriod(sql`p`)} asked join unit u on u.id = asked.unit_id
             left join report r on r.period_id = p.id and r.unit_id = u.id), '[]'::json) as units
      from reporting_period p where p.id = any(${periodIds}::uuid[]) and ${seen(actor)} order by p.due_on desc, p.id`);
    return found.map((period) => ({ ...period, asOf, ...ratesOf(period.units) }));
  }

  /** What should be there and is not: reports of periods past their due date, closed or not, that never came or were returned, and required communes past a rollout's. The longest overdue first. */
  overdue(actor: Actor, filter: OverdueFilter): Promise<Page<OverdueRead>> {
    const today = localDate(this.clock.now());
    const asOf = filter.asOf ?? today;
    const order = filter.order ?? 'DUE';
    return this.database.page<OverdueRead>(
      {
        ...lateOnes(actor, asOf, filter),
        dress: {
          key: sql`late.id`,
          with: LATE,
          from: sql`unit u on u.id = page.unit_id left join reporting_period p on p.id = page.period_id
            left join ${rowById('rollout', sql`page.rollout_id`)} rollout on true
            left join lateral (select r.state from report r where r.period_id = page.period_id and r.unit_id = page.unit_id limit 1) r on true`,
        },
        columns: sql`page.key as id, page.kind, page.due_on::text as "dueOn", (${asOf}::date - page.due_on) as "daysLate", ${unitName(sql`u`)} as unit, u.name_vi as "unitName",
          page.period_id as "periodId", page.adoption_id as "adoptionId", coalesce(p.name_vi, rollout.title_vi) as "titleVi",
          coalesce(p.name_en, rollout.title_en) as "titleEn", ${reportNudge(actor, today, sql`page.period_id is not null`)} as nudge`,
        order: OVERDUE_IN_ORDER[order],
      },
      filter,
    );
  }
}

const LATEST_DUE: readonly OrderKey<PeriodRead>[] = [
  { column: sql`p.due_on`, key: 'dueOn', type: 'date', descending: true },
  { column: sql`p.id`, key: 'id', type: 'uuid' },
];

const LONGEST_FIRST: readonly OrderKey<OverdueRead>[] = [
  { column: sql`late.due_on`, key: 'dueOn', type: 'date' },
  { column: sql`late.id`, key: 'id', type: 'text' },
];
const OVERDUE_IN_ORDER: Readonly<Record<OverdueOrder, readonly OrderKey<OverdueRead>[]>> = {
  DUE: LONGEST_FIRST,
  DUE_LAST: reversed(LONGEST_FIRST),
  UNIT: [{ column: sql`u.by_name`, key: 'unitName', type: 'text' }, ...LONGEST_FIRST],
};

function ratesOf(units: RatesRead['units']): Omit<RatesRead, 'periodId' | 'asOf' | 'units'> {
  const asked = units.filter((unit) => unit.expected);
  const counts = {
    expected: asked.length,
    received: asked.filter(({ received }) => received).length,
    onTime: asked.filter(({ onTime }) => onTime).length,
  };
  const rates = counts.expected > 0 ? reportingRates(counts) : null;
  return {
    ...counts,
    exempt: units.length - asked.length,
    receivedRate: rates && roundHalfUp(rates.received, 1).toFixed(),
    onTimeRate: rates && roundHalfUp(rates.onTime, 1).toFixed(),
  };
}

/** What did not come, which is little, and then only what was asked for: whether a unit is expected is the dearer question. Of all units, or of unit `u`. */
function lateReports(actor: Actor, asOf: string, units: 'ALL' | 'ONE' = 'ALL'): Source {
  const reporters = sql`(
    select p.host_id, u.id, u.valid_to from unnest(array(select distinct host_id from reporting_period)) p (host_id) ${units === 'ALL' ? sql`cross join unit u` : sql``}
    where ${holdsFor(actor, 'rollout:read', { unit: sql`u.id`, host: sql`p.host_id` })} and ${mayReportTo(sql`p.host_id`)} offset 0)`;
  const missing = sql`(
    select p.id || '/' || w.id as id, 'REPORT' as kind, p.due_on, w.id as unit_id, p.id as period_id, null::uuid as adoption_id, null::uuid as rollout_id,
      p.host_id, p.ends_on, w.valid_to
    from ${reporters} w join reporting_period p on p.host_id = w.host_id
    left join lateral (select r.state, r.received_at, r.decided_at from report r where r.period_id = p.id and r.unit_id = w.id limit 1) r on true
    where p.due_on < ${asOf}::date
      and (coalesce(${RECEIVED_ON} > ${asOf}::date, true) or r.state = 'RETURNED' and (r.decided_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${asOf}::date)
    offset 0)`;
  return { from: sql`${missing} late`, where: isExpectedIn(sql`late`, { id: sql`late.unit_id`, validTo: sql`late.valid_to` }) };
}

const LATE_ADOPTION = sql`s.id::text as id, 'ADOPTION' as kind, r.due_on, s.unit_id, null::uuid as period_id, s.id as adoption_id, r.id as rollout_id`;

function lateAdoptions(actor: Actor, asOf: string): Source {
  const adoptions = adoptionsAsOf(asOf, sql`a.rollout_id = r.id`);
  return {
    from: sql`(select ${LATE_ADOPTION}, roster.host_id
      from rollout r join roster on roster.id = r.roster_id cross join lateral ${adoptions} s where r.due_on < ${asOf}::date and ${isOverdue(asOf)}) late`,
    where: holdsFor(actor, 'rollout:read', { unit: sql`late.unit_id`, host: sql`late.host_id` }),
  };
}

/** The same of unit `u`. */
function lateAdoptionsOf(actor: Actor, asOf: string): Source {
  const rollouts = sql`join ${rowById('rollout', sql`s.rollout_id`)} r on true join roster on roster.id = r.roster_id`;
  return {
    from: sql`(select ${LATE_ADOPTION}, roster.host_id from ${adoptionsAsOf(asOf, sql`a.unit_id = u.id`)} s ${rollouts}
      where r.due_on < ${asOf}::date and ${isOverdue(asOf)}) late`,
    where: holdsFor(actor, 'rollout:read', { unit: sql`late.unit_id`, host: sql`late.host_id` }),
  };
}

/** What is late, of one kind or of both: wherever it is, or unit by unit. */
function lateOnes(actor: Actor, asOf: string, { kind, order }: OverdueFilter): Pick<Listing<OverdueRead>, 'from' | 'where' | 'also'> {
  const of = <T>(reports: T, adoptions: T): T[] => (kind ? [kind === 'REPORT' ? reports : adoptions] : [reports, adoptions]);
  if (order !== 'UNIT') {
    const [first = lateReports(actor, asOf), ...also] = of(lateReports(actor, asOf), lateAdoptions(actor, asOf));
    return { ...first, also };
  }
  const each = of(lateReports(actor, asOf, 'ONE'), lateAdoptionsOf(actor, asOf)).map(
    ({ from, where }) => sql`select late.id, ${LATE} from ${from} where ${where}`,
  );
  return {
    from: (needed) => sql`${unitsByName(needed)} cross join lateral (${sql.join(each, sql` union all `)} offset 0) late`,
    where: sql`true`,
  };
}

const LATE = sql`late.kind, late.due_on, late.unit_id, late.period_id, late.adoption_id, late.rollout_id`;

const seen = (actor: Actor): RawBuilder<boolean> => seesHost(actor, sql`p.host_id`);

const RECEIVED_ON = sql`(r.received_at at time zone 'Asia/Ho_Chi_Minh')::date`;

export const periodJson = (
  p: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`json_build_object('id', ${p}.id, 'key', ${p}.key, 'nameVi', ${p}.name_vi,
  'nameEn', ${p}.name_en, 'startsOn', ${p}.starts_on, 'endsOn', ${p}.ends_on, 'dueOn', ${p}.due_on)`;

const columns = (
  actor: Actor,
  today: string,
): RawBuilder<unknown> => sql`p.id, p.version, p.host_id as "hostUnitId", p.key, p.name_vi as "nameVi", p.name_en as "nameEn",
  p.starts_on::text as "startsOn", p.ends_on::text as "endsOn", p.due_on::text as "dueOn", p.closed_at as "closedAt",
  coalesce((select json_agg(json_build_object('id', e.id, 'unit', ${unitName(sql`u`)}, 'reason', e.reason, 'until', e.until, 'grantedByName', g.full_name,
      'grantedAt', e.granted_at, 'revokedAt', e.revoked_at, 'revokedByName', k.full_name, 'revocationReason', e.revoke_reason,
      'canRevoke', e.revoked_at is null and e.until >= ${today}::date and p.host_id = any(${actor.unitsFor('rollout:manage')}::uuid[])) order by e.id)
    from period_exception e join unit u on u.id = e.unit_id left join person g on g.id = e.granted_by_id left join person k on k.id = e.revoked_by_id where e.period_id = p.id), '[]'::json) as exceptions,
  (p.host_id = any(${actor.unitsFor('rollout:manage')}::uuid[])) as "canManage"`;
