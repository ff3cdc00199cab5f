import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { type ReportFacts, type ReportState } from '../domain/report-policy.js';
import { type ReportingPeriod } from '../domain/reporting-period.entity.js';

/**
 * Which units a period expects a report of, as rows `(unit_id, expected)`: those that take part in a rollout of the period's host
 * which had begun by its end. Not expected are those that were exempt in every one of them when it ended.
 * `period` is the SQL that has `host_id` and `ends_on`.
 */
export function unitsOfPeriod(period: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select a.unit_id, bool_or(change.basis <> 'EXEMPT') as expected
    from rollout r
    join roster on roster.id = r.roster_id and roster.host_id = ${period}.host_id
    join adoption a on a.rollout_id = r.id
    cross join lateral (
      select c.basis from adoption_change c where c.adoption_id = a.id and c.effective_on <= ${period}.ends_on
      order by c.effective_on desc, c.id desc limit 1) change
    where r.started_on <= ${period}.ends_on
    group by a.unit_id)`;
}

/** The facts that decide whether a unit may type, in one statement. */
export async function reportFacts(
  em: EntityManager,
  where: { period: ReportingPeriod; unitId: string; today: string },
): Promise<ReportFacts> {
  const { period, unitId, today } = where;
  const { rows } = await sql<{ expected: boolean | null; until: string | null; state: ReportState | null }>`
    select (select u.expected from ${unitsOfPeriod(sql`p`)} u where u.unit_id = ${unitId}) as expected,
           (select max(e.until)::text from period_exception e where e.period_id = p.id and e.unit_id = ${unitId}) as until,
           (select r.state from report r where r.period_id = p.id and r.unit_id = ${unitId}) as state
    from reporting_period p where p.id = ${period.id}`.execute(em.getKysely());
  const found = rows[0];
  return {
    today,
    startsOn: period.startsOn,
    closed: period.closedAt !== null,
    exceptionUntil: found?.until ?? null,
    expected: expectedOf(found?.expected ?? null),
    state: found?.state ?? null,
  };
}

export const expectedOf = (expected: boolean | null): ReportFacts['expected'] =>
  expected === null ? 'NONE' : expected ? 'EXPECTED' : 'EXEMPT';
