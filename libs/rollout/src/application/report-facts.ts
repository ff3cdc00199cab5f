import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { goesOn } from '#lib/units';
import { type ReportFacts, type ReportState } from '../domain/report-policy.js';
import { type ReportingPeriod } from '../domain/reporting-period.entity.js';

/**
 * Which units report on which rollouts in a period, as rows `(rollout_id, unit_id, expected)`: those that take part in a rollout of the
 * period's host which had begun by its end, each as long as it is there on the period's last day, else the units that go on with what it
 * had begun, and so on. Not expected are those that were exempt when the period ended; what a unit is itself goes before what it inherits.
 * `period` is the SQL that has `host_id` and `ends_on`.
 */
export function reportersOf(period: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    with recursive bearer (rollout_id, unit_id, expected, own, valid_to) as (
      select r.id, u.id, change.basis <> 'EXEMPT', true, u.valid_to
      from rollout r
      join roster on roster.id = r.roster_id and roster.host_id = ${period}.host_id
      join adoption a on a.rollout_id = r.id
      join unit u on u.id = a.unit_id
      cross join lateral (
        select c.basis from adoption_change c where c.adoption_id = a.id and c.effective_on <= ${period}.ends_on
        order by c.effective_on desc, c.id desc limit 1) change
      where r.started_on <= ${period}.ends_on
      union
      select b.rollout_id, u.id, b.expected, false, u.valid_to
      from bearer b join unit_lineage l on l.from_id = b.unit_id and l.effective_on <= ${period}.ends_on and ${goesOn(sql`l`)}
      join unit u on u.id = l.to_id
      where b.valid_to < ${period}.ends_on)
    select rollout_id, unit_id, coalesce(bool_or(expected) filter (where own), bool_or(expected)) as expected
    from bearer where valid_to is null or valid_to >= ${period}.ends_on group by rollout_id, unit_id)`;
}

/** Which units a period expects a report of, as rows `(unit_id, expected)`: not those that are exempt in every rollout they report on. */
export function unitsOfPeriod(period: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select reporter.unit_id, bool_or(reporter.expected) as expected from ${reportersOf(period)} reporter group by reporter.unit_id)`;
}

/** The facts that decide whether a unit may type, in one statement. */
export async function reportFacts(
  em: EntityManager,
  where: { period: ReportingPeriod; unitId: string; today: string },
): Promise<ReportFacts> {
  const { period, unitId, today } = where;
  const { rows } = await sql<{ expected: boolean | null; until: string | null; state: ReportState | null; ended: string | null }>`
    select (select u.expected from ${unitsOfPeriod(sql`p`)} u where u.unit_id = ${unitId}) as expected,
           (select max(e.until)::text from period_exception e where e.period_id = p.id and e.unit_id = ${unitId}) as until,
           (select r.state from report r where r.period_id = p.id and r.unit_id = ${unitId}) as state,
           (select u.valid_to::text from unit u where u.id = ${unitId} and u.valid_to < p.ends_on) as ended
    from reporting_period p where p.id = ${period.id}`.execute(em.getKysely());
  const found = rows[0];
  return {
    today,
    startsOn: period.startsOn,
    closed: period.closedAt !== null,
    exceptionUntil: found?.until ?? null,
    expected: expectedOf(found?.expected ?? null),
    state: found?.state ?? null,
    endedOn: found?.ended ?? null,
  };
}

export const expectedOf = (expected: boolean | null): ReportFacts['expected'] =>
  expected === null ? 'NONE' : expected ? 'EXPECTED' : 'EXEMPT';
