import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { grantsOn } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { type AtMoment, Awaits, type NudgeTerms } from '#lib/platform';
import { UNIT, isExpectedIn, mayReportTo, unitsOfPeriod } from './report-facts.js';
import { holdsFor } from './reach.js';

/** A report is a period and a unit, and has no id before it is begun: one made of theirs, of the version that is for such (8). */
const SUBJECT = sql`overlay(overlay(md5(p.id::text || u.id::text) placing '8' from 13) placing '8' from 17)::uuid`;
const DUE = sql`((p.due_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** So long after a report was due the head of its unit is told: the officers were reminded before. */
const OVERDUE_DAYS = 3;

/** Whoever approves the reports for the host may remind the officers of a report of which `which` holds. */
function nudgeAbout(which: () => RawBuilder<unknown>): NudgeTerms {
  const begun = (id: RawBuilder<unknown>) => sql`reporting_period p join unit u on ${mayReportTo(sql`p.host_id`)}
    where p.closed_at is null and ${SUBJECT} = ${id}`;
  return {
    permission: 'report:approve',
    open: true,
    office: (_, id) => sql`(select p.host_id from ${begun(id)})`,
    holders: (id, { day }) => sql`select distinct g.person_id
      from (select p.id as period_id, u.id as unit_id from ${begun(id)} and ${isExpectedIn(sql`p`, UNIT)}) asked
      left join report r on r.period_id = asked.period_id and r.unit_id = asked.unit_id
      join ${grantsOn(day)} g on g.unit_id = asked.unit_id and g.role = 'COMMUNE_OFFICER' where ${which()}`,
  };
}

/** The reports of open periods that were due before today. */
const overdue = ({ day }: AtMoment, which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select ${SUBJECT} as subject_id, u.id as unit_id, p.name_vi || ' · ' || u.name_vi as subject_vi, p.name_en || ' · ' || u.name_en as subject_en,
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
    nudge: nudgeAbout(() => sql`(r.state is null or r.state = 'DRAFT')`),
    escalation: { days: OVERDUE_DAYS, waiting: (at) => overdue(at, sql`(r.state is null or r.state = 'DRAFT')`) },
  })
  toReport(actor: Actor, at: AtMoment): RawBuilder<unknown> | null {
    return reports(actor, at, sql`(r.state is null or r.state = 'DRAFT')`);
  }

  @Awaits({
    kind: 'report.resubmit',
    act: 'submitReport',
    words: { vi: 'Sửa và gửi lại báo cáo bị trả lại', en: 'Mend a report that was returned and send it again' },
    nudge: nudgeAbout(() => sql`r.state = 'RETURNED'`),
    escalation: { days: OVERDUE_DAYS, waiting: (at) => overdue(at, sql`r.state = 'RETURNED'`) },
  })
  toMend(actor: Actor, at: AtMoment): RawBuilder<unknown> | null {
    return reports(actor, at, sql`r.state = 'RETURNED'`);
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
}

/** One for each unit and period that has begun and is open. */
function reports(actor: Actor, { day }: AtMoment, which: RawBuilder<unknown>): RawBuilder<unknown> | null {
  const units = actor.unitsFor('adoption:report');
  if (units.length === 0) return null;
  return sql`select ${SUBJECT} as subject_id,
    ${nameOf(actor)} || ' · ' || ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as subject,
    coalesce(r.decided_at, p.ends_on::timestamp at time zone 'Asia/Ho_Chi_Minh') as since,
    ${DUE} as due, ${actor.locale === 'en' ? sql`host.name_en` : sql`host.name_vi`} as who, 1 as count,
    '/reports/' || p.id || '/' || u.id as path
    from reporting_period p join unit host on host.id = p.host_id cross join lateral ${unitsOfPeriod(sql`p`)} asked join unit u on u.id = asked.unit_id
    left join report r on r.period_id = p.id and r.unit_id = u.id
    where p.closed_at is null and p.starts_on <= ${day} and asked.expected and u.id = any(${units}::uuid[]) and ${which}`;
}

const nameOf = ({ locale }: Actor) => (locale === 'en' ? sql`p.name_en` : sql`p.name_vi`);
