import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { RIGHTS } from '#domain/identity';
import { grantsOn } from '#lib/identity';
import { Clock, ROLES, SYSTEM, localDate } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import {
  type AdoptedWords,
  type ReportWords,
  adoptedWords,
  leadWords,
  reportApprovedWords,
  reportReturnedWords,
  reportSubmittedWords,
} from './rollout.wording.js';

interface Adopted extends AdoptedWords {
  readonly officers: readonly string[];
  readonly leaders: readonly string[];
}

interface Settled extends ReportWords {
  readonly periodId: string;
  readonly unitId: string;
  readonly submittedBy: string | null;
  readonly returnReason: string | null;
}

interface Submitted extends ReportWords {
  readonly periodId: string;
  readonly unitId: string;
  readonly people: readonly string[];
}

/** Tells units what they are to roll out, and who sent a report what became of it, and who approves reports that one came. */
@Injectable()
export class RolloutNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly clock: Clock,
  ) {}

  /** Officers of the communes that are expected to take it up; of the unit that leads it, its head and those who act for it. */
  @OnEvent('rollout.tellAdopted', 'rollout.adopted')
  async tellAdopted({ payload }: Delivered): Promise<void> {
    const rolloutId = String(payload.rolloutId);
    const found = await this.adopted(rolloutId);
    if (!found) return;
    const about = { kind: 'rollout.adopted', path: `/rollouts/${rolloutId}` } as const;
    await this.notices.tell(SYSTEM, {
      ...about,
      people: found.officers,
      wording: adoptedWords(found),
      dedupeKey: `rollout.adopted:${rolloutId}`,
    });
    await this.notices.tell(SYSTEM, {
      ...about,
      people: found.leaders,
      wording: leadWords(found),
      dedupeKey: `rollout.adopted:${rolloutId}:lead`,
    });
  }

  /** Who may approve it: a report that came back and is sent again is told again. */
  @OnEvent('rollout.tellReportSubmitted', 'report.submitted')
  async tellSubmitted({ id, payload }: Delivered): Promise<void> {
    const report = await this.submitted(String(payload.reportId));
    if (!report) return;
    await this.notices.tell(SYSTEM, {
      people: report.people,
      kind: 'report.submitted',
      wording: reportSubmittedWords(report),
      path: `/reports/${report.periodId}/${report.unitId}`,
      dedupeKey: `report.submitted:${id}`,
    });
  }

  @OnEvent('rollout.tellReportReturned', 'report.returned')
  tellReturned(event: Delivered): Promise<void> {
    return this.tellSettled(event, { kind: 'report.returned', state: 'RETURNED' }, (report) =>
      reportReturnedWords(report, report.returnReason ?? ''),
    );
  }

  @OnEvent('rollout.tellReportApproved', 'report.approved')
  tellApproved(event: Delivered): Promise<void> {
    return this.tellSettled(event, { kind: 'report.approved', state: 'APPROVED' }, reportApprovedWords);
  }

  /** Who sent it again meanwhile need not be told that it came back. */
  private async tellSettled(
    { id, payload }: Delivered,
    { kind, state }: { readonly kind: 'report.returned' | 'report.approved'; readonly state: string },
    words: (report: Settled) => ReturnType<typeof reportApprovedWords>,
  ): Promise<void> {
    const report = await this.database.first(sql<Settled>`
      select p.id as "periodId", u.id as "unitId", p.name_vi as "nameVi", p.name_en as "nameEn", u.name_vi as "unitVi", u.name_en as "unitEn",
             r.submitted_by_id as "submittedBy", r.return_reason as "returnReason"
      from report r join reporting_period p on p.id = r.period_id join unit u on u.id = r.unit_id
      where r.id = ${String(payload.reportId)} and r.state = ${state}`);
    if (!report?.submittedBy) return;
    const path = `/reports/${report.periodId}/${report.unitId}`;
    await this.notices.tell(SYSTEM, { people: [report.submittedBy], kind, wording: words(report), path, dedupeKey: `${kind}:${id}` });
  }

  private submitted(reportId: string): Promise<Submitted | null> {
    const today = localDate(this.clock.now());
    const approving = sql.join(ROLES.filter((role) => RIGHTS[role].includes('report:approve')));
    return this.database.first(sql<Submitted>`
      with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u join report r on r.unit_id = u.id where r.id = ${reportId}
        union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
      select p.id as "periodId", u.id as "unitId", p.name_vi as "nameVi", p.name_en as "nameEn", u.name_vi as "unitVi", u.name_en as "unitEn",
             array(select distinct g.person_id::text from ${grantsOn(today)} g join above on above.id = g.unit_id where g.role in (${approving})) as people
      from report r join reporting_period p on p.id = r.period_id join unit u on u.id = r.unit_id
      where r.id = ${reportId} and r.state = 'SUBMITTED'`);
  }

  private adopted(rolloutId: string): Promise<Adopted | null> {
    const today = localDate(this.clock.now());
    const holders = sql`select g.unit_id, g.person_id, g.role from ${grantsOn(today)} g`;
    return this.database.first(sql<Adopted>`
      with holder as (${holders})
      select r.title_vi as "titleVi", r.title_en as "titleEn", r.decision_number as "decisionNumber", r.decided_on::text as "decidedOn",
             r.started_on::text as "startedOn", r.due_on::text as "dueOn",
             array(select distinct h.person_id::text from adoption a join holder h on h.unit_id = a.unit_id and h.role = 'COMMUNE_OFFICER'
                   where a.rollout_id = r.id and a.basis <> 'EXEMPT') as officers,
             array(select h.person_id::text from holder h where h.unit_id = r.lead_unit_id and h.role in ('SUBMITTER', 'COMMUNE_OFFICER')
                   union
                   select o.person_id::text from "position" o where o.unit_id = r.lead_unit_id and o.is_head
                     and o."from" <= ${today}::date and (o."to" is null or o."to" >= ${today}::date)) as leaders
      from rollout r where r.id = ${rolloutId} and r.kind = 'DECISION'`);
  }
}
