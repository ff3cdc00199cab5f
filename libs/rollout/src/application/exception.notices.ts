import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { RIGHTS } from '#domain/identity';
import { grantsOn } from '#lib/identity';
import { Clock, ROLES, SYSTEM, localDate, shownDay } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';

interface Found {
  readonly state: string;
  readonly periodId: string;
  readonly unitId: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unitVi: string;
  readonly unitEn: string;
  readonly reason: string;
  readonly decisionReason: string | null;
  readonly until: string | null;
  readonly askedBy: string | null;
  readonly deciders: readonly string[];
}

interface Revoked {
  readonly periodId: string;
  readonly unitId: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly reason: string;
  readonly people: readonly string[];
}

/** Tells the office that a commune asks for an exception, and who asked what became of it. */
@Injectable()
export class ExceptionNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly clock: Clock,
  ) {}

  @OnEvent('exception.tellRequested', 'exception.requested')
  async tellRequested({ id, payload }: Delivered): Promise<void> {
    const found = await this.found(String(payload.requestId));
    if (found?.state !== 'REQUESTED') return;
    const { nameVi, nameEn, unitVi, unitEn, reason, periodId, unitId } = found;
    await this.notices.tell(SYSTEM, {
      people: found.deciders,
      kind: 'exception.requested',
      wording: {
        vi: {
          subject: `Đề nghị mở lại kỳ báo cáo: ${unitVi}, ${nameVi}`,
          text: `${unitVi} đề nghị mở lại kỳ báo cáo đã khóa sổ (${nameVi}). Lý do: ${reason}`,
        },
        en: {
          subject: `A closed period is to be reopened: ${unitEn}, ${nameEn}`,
          text: `${unitEn} asks that the closed period (${nameEn}) be reopened for it. Reason: ${reason}`,
        },
      },
      path: `/reports/${periodId}/${unitId}`,
      dedupeKey: `exception.requested:${id}`,
    });
  }

  @OnEvent('exception.tellDecided', 'exception.decided')
  async tellDecided({ id, payload }: Delivered): Promise<void> {
    const found = await this.found(String(payload.requestId));
    if (!found?.askedBy) return;
    const { nameVi, nameEn, periodId, unitId, decisionReason, until } = found;
    const [vi, en] = until
      ? [`được chấp nhận, đến hết ngày ${shownDay(until)}.`, `is granted, until ${shownDay(until, 'en')}.`]
      : [`không được chấp nhận. Lý do: ${decisionReason ?? ''}`, `is refused. Reason: ${decisionReason ?? ''}`];
    await this.notices.tell(SYSTEM, {
      people: [found.askedBy],
      kind: 'exception.decided',
      wording: {
        vi: { subject: `Kết quả đề nghị mở lại kỳ báo cáo: ${nameVi}`, text: `Đề nghị mở lại kỳ báo cáo (${nameVi}) ${vi}` },
        en: { subject: `Your request to reopen a period: ${nameEn}`, text: `The request to reopen the period (${nameEn}) ${en}` },
      },
      path: `/reports/${periodId}/${unitId}`,
      dedupeKey: `exception.decided:${id}`,
    });
  }

  @OnEvent('exception.tellRevoked', 'exception.revoked')
  async tellRevoked({ id, payload }: Delivered): Promise<void> {
    const found = await this.database.first(sql<Revoked>`
      select p.id as "periodId", e.unit_id as "unitId", p.name_vi as "nameVi", p.name_en as "nameEn", e.revoke_reason as reason,
        array(select distinct g.person_id::text from ${grantsOn(localDate(this.clock.now()))} g where g.unit_id = e.unit_id and g.role = 'COMMUNE_OFFICER') as people
      from period_exception e join reporting_period p on p.id = e.period_id where e.id = ${String(payload.exceptionId)}`);
    if (!found) return;
    const { people, nameVi, nameEn, reason, periodId, unitId } = found;
    await this.notices.tell(SYSTEM, {
      people,
      kind: 'exception.revoked',
      wording: {
        vi: {
          subject: `Thu hồi việc mở lại kỳ báo cáo: ${nameVi}`,
          text: `Kỳ báo cáo (${nameVi}) không còn được mở lại cho đơn vị. Lý do: ${reason}`,
        },
        en: {
          subject: `A reopened period is closed again: ${nameEn}`,
          text: `The period (${nameEn}) is no longer open for your unit. Reason: ${reason}`,
        },
      },
      path: `/reports/${periodId}/${unitId}`,
      dedupeKey: `exception.revoked:${id}`,
    });
  }

  private found(requestId: string): Promise<Found | null> {
    const deciding = sql.join(ROLES.filter((role) => RIGHTS[role].includes('rollout:manage')));
    return this.database.first(sql<Found>`
      with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u join reporting_period p on p.host_id = u.id join exception_request x on x.period_id = p.id where x.id = ${requestId}
        union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
      select x.state, p.id as "periodId", u.id as "unitId", p.name_vi as "nameVi", p.name_en as "nameEn", u.name_vi as "unitVi", u.name_en as "unitEn",
             x.reason, x.decision_reason as "decisionReason", e.until::text as until, x.requested_by_id as "askedBy",
             array(select distinct g.person_id::text from ${grantsOn(localDate(this.clock.now()))} g join above on above.id = g.unit_id
                   where g.role in (${deciding})) as deciders
      from exception_request x join reporting_period p on p.id = x.period_id join unit u on u.id = x.unit_id
      left join period_exception e on e.id = x.exception_id where x.id = ${requestId}`);
  }
}
