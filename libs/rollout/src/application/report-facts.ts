import { type EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { goesOn } from '#lib/units';
import { PREPARED } from '#lib/platform';
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

/**
 * Whether a period expects a report of a unit: false where it is exempt in every rollout it reports on, null where it reports on none.
 * What `reportersOf` says of the unit, asked from the unit, so that the first rollout that expects it is enough; a test holds the two
 * against each other. `period` is the SQL that has `host_id` and `ends_on`.
 */
export const expectedIn = (period: RawBuilder<unknown>, unit: UnitColumns): RawBuilder<boolean | null> =>
  sql`case when ${isExpectedIn(period, unit)} then true
    when ${isThere(period, unit)} and ${reportsOnAny(period, unit, sql`is not null`)} then false end`;

/** The same where nothing hangs on why it is not expected. */
export const isExpectedIn = (period: RawBuilder<unknown>, unit: UnitColumns): RawBuilder<boolean> =>
  sql`(${isThere(period, unit)} and ${reportsOnAny(period, unit, sql`<> 'EXEMPT'`)})`;

const isThere = (period: RawBuilder<unknown>, { validTo }: UnitColumns): RawBuilder<boolean> =>
  sql`coalesce(${validTo} >= ${period}.ends_on, true)`;

/** Whether the unit reports on a rollout on which its basis is such: on one of its own, or on one that it goes on with and has no part in itself. */
function reportsOnAny(period: RawBuilder<unknown>, { id }: UnitColumns, basis: RawBuilder<unknown>): RawBuilder<boolean> {
  const any = (which: RawBuilder<unknown>) => sql`(
    select true from rollout r join roster on roster.id = r.roster_id join adoption a on a.rollout_id = r.id
    where roster.host_id = ${period}.host_id and r.started_on <= ${period}.ends_on and ${which} and ${basisIn(period, sql`a`)} ${basis}
    order by r.started_on limit 1)`;
  return sql<boolean>`coalesce(${any(sql`a.unit_id = ${id}`)}, ${any(inheritedBy(period, id))}, false)`;
}

/** The rollouts on which a period expects figures of a unit, as rows `(rollout_id)`: what `reportersOf` says of the unit, asked from the unit. */
export const rolloutsExpectedOf = (period: RawBuilder<unknown>, unit: UnitColumns): RawBuilder<unknown> => sql`(
  select distinct a.rollout_id from adoption a join rollout r on r.id = a.rollout_id join roster on roster.id = r.roster_id
  where (a.unit_id = ${unit.id} or ${inheritedBy(period, unit.id)}) and ${isThere(period, unit)}
    and roster.host_id = ${period}.host_id and r.started_on <= ${period}.ends_on and ${basisIn(period, sql`a`)} <> 'EXEMPT')`;

interface UnitColumns {
  readonly id: RawBuilder<unknown>;
  readonly validTo: RawBuilder<unknown>;
}

/** Adoption `a` is of a unit whose part the unit goes on with, which has none of its own in the rollout. */
const inheritedBy = (period: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(a.unit_id in (select b.id from ${before(period, id)} b) and not exists (
    select 1 from adoption o where o.rollout_id = a.rollout_id and o.unit_id = ${id} and ${basisIn(period, sql`o`)} is not null))`;

/** The basis of an adoption when the period ended; null where it had not begun. */
const basisIn = (period: RawBuilder<unknown>, adoption: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select c.basis from adoption_change c where c.adoption_id = ${adoption}.id and c.effective_on <= ${period}.ends_on
  order by c.effective_on desc, c.id desc limit 1)`;

/** The units that ended before the period did and whose part the unit goes on with, directly or through others. */
const before = (period: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  with recursive earlier (id) as (
    select ${id}
    union
    select l.from_id from earlier e join unit_lineage l on l.to_id = e.id and l.effective_on <= ${period}.ends_on and ${goesOn(sql`l`)}
    join unit f on f.id = l.from_id where f.valid_to < ${period}.ends_on)
  select id from earlier where earlier.id <> ${id})`;

/** Whether a unit `u` takes part in any rollout of the host, or may go on with another's part: who does not can be left out at once. */
export const mayReportTo = (host: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`coalesce(
  (select true from adoption a where a.unit_id = u.id
     and (select roster.host_id from rollout r join roster on roster.id = r.roster_id where r.id = a.rollout_id) = ${host} order by a.rollout_id limit 1),
  (select true from unit_lineage l where l.to_id = u.id limit 1), false)`;

/** The columns of a unit `u`. */
export const UNIT: UnitColumns = { id: sql`u.id`, validTo: sql`u.valid_to` };

/** Which units a period expects a report of, as rows `(unit_id, expected)`: not those that are exempt in every rollout they report on. */
export function unitsOfPeriod(period: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select u.id as unit_id, asked.expected from unit u cross join lateral (select ${expectedIn(period, UNIT)} as expected offset 0) asked
    where ${mayReportTo(sql`${period}.host_id`)} and asked.expected is not null)`;
}

/** The facts that decide whether a unit may type, in one statement. */
export async function reportFacts(
  em: EntityManager,
  where: { period: ReportingPeriod; unitId: string; today: string },
): Promise<ReportFacts> {
  const { period, unitId, today } = where;
  const { rows } = await sql<{ expected: boolean | null; until: string | null; state: ReportState | null; ended: string | null }>`
    select (select u.expected from ${unitsOfPeriod(sql`p`)} u where u.unit_id = ${unitId}) as expected,
           (select max(e.until)::text from period_exception e where e.period_id = p.id and e.unit_id = ${unitId} and e.revoked_at is null) as until,
           (select r.state from report r where r.period_id = p.id and r.unit_id = ${unitId}) as state,
           (select u.valid_to::text from unit u where u.id = ${unitId} and u.valid_to < p.ends_on) as ended
    from reporting_period p where p.id = ${period.id} ${PREPARED}`.execute(em.getKysely());
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
