import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { grantsOn } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { type AtMoment, Awaits, Leads, type NudgeTerms } from '#lib/platform';
import { REPORT_AWAITS, REPORT_NUDGED_BY, REPORT_SUBJECT, takesReports } from './report-awaits.js';
import { UNIT, isExpectedIn, mayReportTo, unitsOfPeriod } from './report-facts.js';
import { holdsFor } from './reach.js';
import { checksUnderWay } from './sustained.queries.js';

const DUE = sql`((p.due_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** So long after a report was due the head of its unit is told: the officers were reminded before. */
const OVERDUE_DAYS = 3;

function nudgeAbout(kind: keyof typeof REPORT_AWAITS): NudgeTerms {
  const begun = (id: RawBuilder<unknown>) => sql`reporting_period p join unit u on ${mayReportTo(sql`p.host_id`)}
    where ${REPORT_SUBJECT} = ${id}`;
  return {
    permission: REPORT_NUDGED_BY,
    open: true,
    office: (_, id) => sql`(select p.host_id from ${begun(id)} and p.closed_at is null)`,
    holders: (id, { day }) => sql`select distinct g.person_id
      from (select p.id as period_id, u.id as unit_id from ${begun(id)} and ${takesReports(day)} and ${isExpectedIn(sql`p`, UNIT)}) asked
      left join report r on r.period_id = asked.period_id and r.unit_id = asked.unit_id
      join ${grantsOn(day)} g on g.unit_id = asked.unit_id and g.role = 'COMMUNE_OFFICER' where ${REPORT_AWAITS[kind]}`,
  };
}

/** The reports of open periods that were due before today. */
const overdue = ({ day }: AtMoment, which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select ${REPORT_SUBJECT} as subject_id, u.id as unit_id, p.name_vi || ' · ' || u.name_vi as subject_vi, p.name_en || ' · ' || u.name_en as subject_en,
    ${DUE} as due, array(select g.person_id from ${grantsOn(day)} g where g.unit_id = u.id and g.role = 'COMMUNE_OFFICER') as holders,
    '/reports/' || p.id || '/' || u.id as path
  from reporting_period p cross join lateral ${unitsOfPeriod(sql`p`)} asked join unit u on u.id = asked.unit_id
  left join report r on r.period_id = p.id and r.unit_id = u.id
  where p.closed_at is null and p.due_on < ${day}::date and asked.expected and ${which}`;

/** What waits for the officers who report and for the office that approves. */
@Injectable()
export class RolloutAwaiting {
  @Awaits({
    kind: 'report.submit',
    act: 'submitReport',
    words: { vi: 'Gửi báo cáo kỳ này', en: 'Send the report of the period' },
    nudge: nudgeAbout('report.submit'),
    escalation: { days: OVERDUE_DAYS, waiting: (at) => overdue(at, REPORT_AWAITS['report.submit']) },
  })
  toReport(actor: Actor, at: AtMoment): RawBuilder<unknown> | null {
    return reports(actor, at, REPORT_AWAITS['report.submit']);
  }

  @Awaits({
    kind: 'report.resubmit',
    act: 'submitReport',
    words: { vi: 'Sửa và gửi lại báo cáo bị trả lại', en: 'Mend a report that was returned and send it again' },
    nudge: nudgeAbout('report.resubmit'),
    escalation: { days: OVERDUE_DAYS, waiting: (at) => overdue(at, REPORT_AWAITS['report.resubmit']) },
  })
  toMend(actor: Actor, at: AtMoment): RawBuilder<unknown> | null {
    return reports(actor, at, REPORT_AWAITS['report.resubmit']);
  }

  @Awaits({
    kind: 'evidence.give',
    act: 'giveEvidence',
    words: { vi: 'Gửi minh chứng còn duy trì áp dụng', en: 'Show that use is sustained' },
  })
  toShow(actor: Actor, { day }: AtMoment): RawBuilder<unknown> | null {
    const units = actor.unitsFor('adoption:report');
    if (units.length === 0) return null;
    const [title, unit, host] =
      actor.locale === 'en' ? [sql`r.title_en`, sql`u.name_en`, sql`host.name_en`] : [sql`r.title_vi`, sql`u.name_vi`, sql`host.name_vi`];
    return sql`select a.id as subject_id, ${title} || ' · ' || ${unit} as subject, (asked.asked_from::timestamp at time zone 'Asia/Ho_Chi_Minh') as since,
      (asked.asked_until::timestamp at time zone 'Asia/Ho_Chi_Minh') as due, ${host} as who, 1 as count, '/adoptions/' || a.id as path
      from adoption a join rollout r on r.id = a.rollout_id join roster on roster.id = r.roster_id
      join unit u on u.id = a.unit_id join unit host on host.id = roster.host_id
      cross join lateral ${checksUnderWay(day)} asked
      where a.unit_id = any(${units}::uuid[])`;
  }

  @Awaits({ kind: 'report.approve', act: 'approveReport', words: { vi: 'Duyệt báo cáo của các đơn vị', en: 'Approve reports of units' } })
  toApprove(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('report:approve').length === 0) return null;
    return sql`select p.id as subject_id, ${nameOf(actor)} as subject, min(r.submitted_at) as since, null::timestamptz as due,
      case when count(*) = 1 then min(${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`}) end as who, count(*)::int as count, '/reports/' || p.id as path
      from reporting_period p
      cross join lateral (select r.unit_id, r.submitted_at from report r where r.period_id = p.id and r.state = 'SUBMITTED' offset 0) r
      join unit u on u.id = r.unit_id where ${holdsFor(actor, 'report:approve', { unit: sql`r.unit_id`, host: sql`p.host_id` })}
      group by p.id`;
  }

  @Awaits({
    kind: 'exception.decide',
    act: 'grantException',
    words: { vi: 'Quyết định đề nghị mở lại kỳ báo cáo đã khóa', en: 'Decide on requests to open a closed period' },
  })
  toOpenAgain(actor: Actor): RawBuilder<unknown> | null {
    const units = actor.unitsFor('rollout:manage');
    if (units.length === 0) return null;
    return sql`select p.id as subject_id, ${nameOf(actor)} as subject, min(x.requested_at) as since, null::timestamptz as due,
      case when count(*) = 1 then min(${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`}) end as who, count(*)::int as count, '/reports/' || p.id as path
      from reporting_period p join exception_request x on x.period_id = p.id and x.state = 'REQUESTED' join unit u on u.id = x.unit_id
      where p.host_id = any(${units}::uuid[]) group by p.id`;
  }

  @Leads({ kind: 'report.received', words: { vi: 'Báo cáo đã nhận', en: 'Reports received' } })
  received(actor: Actor, { day }: AtMoment): RawBuilder<unknown> | null {
    const units = actor.unitsFor('contest:decide');
    if (units.length === 0) return null;
    return sql`select p.id as subject_id, ${nameOf(actor)} as subject, told.done, told.whole, ${DUE} as due, '/reports/' || p.id as path
      from reporting_period p cross join lateral (
        select count(r.received_at)::int as done, count(*)::int as whole from ${unitsOfPeriod(sql`p`)} asked
        left join report r on r.period_id = p.id and r.unit_id = asked.unit_id where asked.expected) told
      where ${takesReports(day)} and p.host_id = any(${units}::uuid[])`;
  }
}

/** One for each unit and period that has begun and is open. */
function reports(actor: Actor, { day }: AtMoment, which: RawBuilder<unknown>): RawBuilder<unknown> | null {
  const units = actor.unitsFor('adoption:report');
  if (units.length === 0) return null;
  return sql`select ${REPORT_SUBJECT} as subject_id,
    ${nameOf(actor)} || ' · ' || ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as subject,
    coalesce(r.decided_at, p.ends_on::timestamp at time zone 'Asia/Ho_Chi_Minh') as since,
    ${DUE} as due, ${actor.locale === 'en' ? sql`host.name_en` : sql`host.name_vi`} as who, 1 as count,
    '/reports/' || p.id || '/' || u.id as path
    from reporting_period p join unit host on host.id = p.host_id cross join lateral ${unitsOfPeriod(sql`p`)} asked join unit u on u.id = asked.unit_id
    left join report r on r.period_id = p.id and r.unit_id = u.id
    where ${takesReports(day)} and asked.expected and u.id = any(${units}::uuid[]) and ${which}`;
}

const nameOf = ({ locale }: Actor) => (locale === 'en' ? sql`p.name_en` : sql`p.name_vi`);
