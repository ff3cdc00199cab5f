import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, Rereads, rowById } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type ExceptionRequestState } from '../domain/exception-request.entity.js';
import { type PeriodName, periodJson } from './period.queries.js';

/** What a commune asked for, and what became of it. */
export interface ExceptionRequestRow {
  readonly id: string;
  readonly period: PeriodName;
  readonly unit: UnitName;
  readonly reason: string;
  readonly state: ExceptionRequestState;
  readonly requestedByName: string | null;
  readonly requestedAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
  readonly until: string | null;
  readonly canDecide: boolean;
}

/** Exceptions that were asked for: to the office that decides, and to each commune its own. */
@Injectable()
export class ExceptionQueries {
  constructor(private readonly database: Database) {}

  @Rereads('ExceptionRequest')
  exceptionRequest(actor: Actor, id: string): Promise<ExceptionRequestRow | null> {
    return this.database.first(sql<ExceptionRequestRow>`select ${columns(actor)} from ${FROM} where x.id = ${id} and ${seen(actor)}`);
  }

  /** Newest first. */
  exceptionRequests(
    actor: Actor,
    args: PageArgs & { readonly periodId?: string | null; readonly state?: ExceptionRequestState | null },
  ): Promise<Page<ExceptionRequestRow>> {
    const given = [args.periodId ? sql`x.period_id = ${args.periodId}` : null, args.state ? sql`x.state = ${args.state}` : null];
    const where = sql.join([seen(actor), ...given.filter((condition) => condition !== null)], sql` and `);
    const order = [{ column: sql`x.id`, key: 'id', type: 'uuid', descending: true }] as const;
    const dress = { key: sql`x.id`, from: sql`${rowById('exception_request', sql`page.key`)} x on true ${OF_REQUEST}` };
    return this.database.page<ExceptionRequestRow>({ columns: columns(actor), from: sql`exception_request x`, dress, where, order }, args);
  }
}

const OF_REQUEST = sql`join reporting_period p on p.id = x.period_id join unit u on u.id = x.unit_id
  left join ${rowById('person', sql`x.requested_by_id`)} asked on true left join ${rowById('person', sql`x.decided_by_id`)} decided on true
  left join ${rowById('period_exception', sql`x.exception_id`)} e on true`;

const FROM = sql`exception_request x ${OF_REQUEST}`;

const decides = (actor: Actor): RawBuilder<boolean> =>
  actor.isSystem
    ? sql`true`
    : sql`(x.period_id in (select managed.id from reporting_period managed where managed.host_id = any(${actor.unitsFor('rollout:manage')}::uuid[])))`;

const seen = (actor: Actor): RawBuilder<boolean> =>
  sql`(${decides(actor)} or x.unit_id = any(${actor.unitsFor('adoption:report')}::uuid[]))`;

const columns = (actor: Actor): RawBuilder<unknown> => sql`
  x.id, ${periodJson(sql`p`)} as period, ${unitName(sql`u`)} as unit, x.reason, x.state, asked.full_name as "requestedByName",
  x.requested_at as "requestedAt", decided.full_name as "decidedByName", x.decided_at as "decidedAt", x.decision_reason as "decisionReason",
  e.until::text as until, (x.state = 'REQUESTED' and ${decides(actor)}) as "canDecide"`;
