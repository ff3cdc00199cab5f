import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, type Refused, localDate, pageAs } from '#lib/kernel';
import { Database, type Needed, type OrderKey, PREPARED, type Reason, RefusalObject, Refusals, Rereads, reversed } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type FigureRule } from '../domain/figure.entity.js';
import { whyNotRequestException } from '../domain/exception-request.entity.js';
import { type ReportFacts, type ReportState, whyNotReport } from '../domain/report-policy.js';
import { type FigureRead, figureJson } from './figure.queries.js';
import { FIGURES_IN_ORDER, type WithJumpFacts, withJump } from './jumps.js';
import { type PeriodName, periodJson } from './period.queries.js';
import { UNIT, expectedIn, expectedOf, mayReportTo } from './report-facts.js';
import { problemsToSubmit } from './report-problems.js';
import { type Belongs, holdsFor, seesFigures } from './reach.js';
import { unitsByName } from './units-by-name.js';

/** What the policy needs to know, as a row carries it. */
interface FactRow {
  readonly dueOn: string;
  readonly state: ReportState | null;
  readonly period: PeriodName;
  readonly unit: UnitName;
  readonly closed: boolean;
  readonly exceptionUntil: string | null;
  readonly expected: boolean | null;
  readonly mayReport: boolean;
}

type FigureRow = WithJumpFacts<FigureRead> & { readonly rule: FigureRule };

interface ReportRow extends FactRow {
  readonly id: string;
  readonly version: number;
  readonly state: ReportState;
  readonly unitName: string;
  readonly note: string | null;
  readonly receivedAt: Date | string | null;
  readonly submittedAt: Date | string | null;
  readonly onTime: boolean | null;
  readonly decidedAt: Date | string | null;
  readonly returnReason: string | null;
  readonly figures: readonly FigureRow[];
  readonly mayApprove: boolean;
}

/** Whether one may type, and if not, why. */
export interface Typing {
  readonly canReport: boolean;
  readonly whyNotReport: Reason;
}

export interface ReportRead extends Omit<ReportRow, 'figures'>, Typing {
  readonly figures: readonly FigureRead[];
  readonly problems: readonly RefusalObject[];
  readonly canApprove: boolean;
}

interface MyReportRow extends FactRow {
  readonly exceptionWaits: boolean;
  readonly id: string;
  readonly reportId: string | null;
  readonly version: number;
  readonly onTime: boolean | null;
}

export interface MyReportRead extends MyReportRow, Typing {
  readonly canRequestException: boolean;
  readonly whyNotRequestException: Reason;
}

/** In what order reports are listed. */
export const REPORT_ORDERS = ['NEWEST', 'OLDEST', 'UNIT'] as const;
export type ReportOrder = (typeof REPORT_ORDERS)[number];

export interface ReportFilter extends PageArgs {
  readonly periodId?: string | null;
  readonly unitId?: string | null;
  readonly state?: ReportState | null;
  readonly order?: ReportOrder | null;
}

/** Reports of the units that one may read about. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly refusals: Refusals,
  ) {}

  async reports(actor: Actor, filter: ReportFilter): Promise<Page<ReportRead>> {
    const conditions = [scope(actor)];
    if (filter.periodId) conditions.push(sql`r.period_id = ${filter.periodId}`);
    if (filter.unitId) conditions.push(sql`r.unit_id = ${filter.unitId}`);
    if (filter.state) conditions.push(sql`r.state = ${filter.state}`);
    const order = filter.order ?? 'NEWEST';
    const listing = {
      columns: columns(actor),
      from: order === 'UNIT' ? byUnit : sql`report r join reporting_period p on p.id = r.period_id`,
      where: sql.join(conditions, sql` and `),
      order: ORDERS[order],
      dress: { key: sql`r.id`, with: sql`r.*`, from: sql`lateral (select page.*) r on true ${OF_REPORT}` },
    };
    const page = await this.database.page<ReportRow>(listing, filter);
    return pageAs(page, (node) => this.read(actor, node));
  }

  @Rereads('Report')
  async report(actor: Actor, id: string): Promise<ReportRead | null> {
    const row = await this.database.first(
      sql<ReportRow>`select ${columns(actor)} from ${REPORTS} where r.id = ${id} and ${scope(actor)} ${PREPARED}`,
    );
    return row && this.read(actor, row);
  }

  /** What is asked of the officer's own units, period by period, the latest due first: where the report stands, and why it cannot be typed. */
  async myReports(actor: Actor, page: PageArgs): Promise<Page<MyReportRead>> {
    const mine = sql`${actor.unitsFor('adoption:report')}::uuid[]`;
    const found = await this.database.page<MyReportRow>(
      {
        columns: sql`page.key as id, r.id as "reportId", coalesce(r.version, 0) as version, ${facts(sql`page.expected`)}, true as "mayReport",
          exists (select 1 from exception_request q where q.period_id = p.id and q.unit_id = u.id and q.state = 'REQUESTED') as "exceptionWaits"`,
        from: sql`reporting_period p cross join unit u cross join lateral (select ${expectedIn(sql`p`, UNIT)} as expected offset 0) asked`,
        where: sql`u.id = any(${mine}) and ${mayReportTo(sql`p.host_id`)} and asked.expected is not null`,
        dress: {
          key: sql`(p.id || '/' || u.id)`,
          with: sql`asked.expected, p.id as period_id, u.id as unit_id`,
          from: sql`reporting_period p on p.id = page.period_id join unit u on u.id = page.unit_id
            left join lateral (select * from report r where r.period_id = p.id and r.unit_id = u.id limit 1) r on true`,
        },
        order: [
          { column: sql`p.due_on`, key: 'dueOn', type: 'date', descending: true },
          { column: sql`(p.id || '/' || u.id)`, key: 'id', type: 'text' },
        ],
      },
      page,
    );
    return pageAs(found, (node) => {
      const why = whyNotRequestException(this.facts(node), node.exceptionWaits);
      const asking = { canRequestException: why === null, whyNotRequestException: why && this.told(actor, why) };
      return { ...node, ...this.typing(actor, node), ...asking };
    });
  }

  private read(actor: Actor, row: ReportRow): ReportRead {
    const figures = row.figures.map((figure) => withJump(figure, this.refusals, actor.locale));
    const isOpen = row.mayReport && (row.state === 'DRAFT' || row.state === 'RETURNED');
    const problems = isOpen ? problemsToSubmit(row.figures, localDate(this.clock.now())).map((problem) => this.told(actor, problem)) : [];
    return { ...row, ...this.typing(actor, row), figures, problems, canApprove: row.mayApprove && row.state === 'SUBMITTED' };
  }

  private facts({ closed, exceptionUntil, state, period, expected }: FactRow): ReportFacts {
    const today = localDate(this.clock.now());
    return { today, startsOn: period.startsOn, closed, exceptionUntil, expected: expectedOf(expected), state };
  }

  private typing(actor: Actor, row: FactRow): Typing {
    const why = whyNotReport(this.facts(row));
    return { canReport: row.mayReport && why === null, whyNotReport: why && this.told(actor, why) };
  }

  private told({ locale }: Actor, refused: Refused): RefusalObject {
    return new RefusalObject(refused, ({ code, detail }) => this.refusals.message(code, detail, locale));
  }
}

const BELONGS: Belongs = { unit: sql`r.unit_id`, host: sql`p.host_id` };

const mayReport = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(r.unit_id = any(${actor.unitsFor('adoption:report')}::uuid[]))`;

/** A draft is its own commune's alone. */
const scope = (actor: Actor): RawBuilder<unknown> =>
  sql`${holdsFor(actor, 'rollout:read', BELONGS)} and (r.state <> 'DRAFT' or ${mayReport(actor)})`;

const facts = (expected: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`p.due_on::text as "dueOn", r.state, ${periodJson(sql`p`)} as period, ${unitName(sql`u`)} as unit, (p.closed_at is not null) as closed,
    (select max(e.until)::text from period_exception e where e.period_id = p.id and e.unit_id = u.id and e.revoked_at is null) as "exceptionUntil", ${expected} as expected,
    ((r.received_at at time zone 'Asia/Ho_Chi_Minh')::date <= p.due_on) as "onTime"`;

const OF_REPORT = sql`join reporting_period p on p.id = r.period_id join unit u on u.id = r.unit_id`;
const REPORTS = sql`report r ${OF_REPORT}`;

const columns = (
  actor: Actor,
): RawBuilder<unknown> => sql`r.id, r.version, u.name_vi as "unitName", case when ${seesFigures(actor, sql`r.state`, BELONGS)} then r.note end as note, r.received_at as "receivedAt", r.submitted_at as "submittedAt",
  r.decided_at as "decidedAt", r.return_reason as "returnReason", ${facts(expectedIn(sql`p`, UNIT))},
  coalesce((select json_agg(${figureJson(actor, BELONGS)} order by ${FIGURES_IN_ORDER})
    from figure f cross join lateral (select * from indicator n where n.id = f.indicator_id offset 0) n
    where f.report_id = r.id and ${seesFigures(actor, sql`r.state`, BELONGS)}), '[]'::json) as figures,
  ${mayReport(actor)} as "mayReport", ${holdsFor(actor, 'report:approve', BELONGS)} as "mayApprove"`;

const byUnit = (needed: Needed | null): RawBuilder<unknown> =>
  sql`${unitsByName(needed)} cross join lateral (select * from report its where its.unit_id = u.id offset 0) r join reporting_period p on p.id = r.period_id`;

const NEWEST_FIRST: readonly OrderKey<ReportRow>[] = [
  { column: sql`p.due_on`, key: 'dueOn', type: 'date', descending: true },
  { column: sql`r.id`, key: 'id', type: 'uuid' },
];
const ORDERS: Readonly<Record<ReportOrder, readonly OrderKey<ReportRow>[]>> = {
  NEWEST: NEWEST_FIRST,
  OLDEST: reversed(NEWEST_FIRST),
  UNIT: [{ column: sql`u.by_name`, key: 'unitName', type: 'text' }, ...NEWEST_FIRST],
};
