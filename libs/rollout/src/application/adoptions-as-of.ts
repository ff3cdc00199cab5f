import { type RawBuilder, sql } from 'kysely';
import { IN_USE_STATES } from '../domain/adoption-states.js';
import { CHECK_MONTHS, FRESH_MONTHS } from '../domain/sustained.js';

const [FIRST_CHECK, LAST_CHECK] = CHECK_MONTHS;

/**
 * The adoptions as they were on a day, as rows `(id, rollout_id, unit_id, version, state, basis, since, confirmed)`; those that had not
 * begun are left out. What has not changed since the day is read from the adoption itself, anything else from its history.
 * `only` narrows `adoption a`.
 */
export function adoptionsAsOf(asOf: string, only: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> {
  return sql`(
    select known.*, ${confirmed(asOf)} as confirmed
    from (
      select a.id, a.rollout_id, a.unit_id, a.version,
             case when a.changed_on <= ${asOf}::date then a.state else was.to_state end as state,
             case when a.changed_on <= ${asOf}::date then a.basis else was.basis end as basis,
             case when a.changed_on <= ${asOf}::date then a.since else was.since end as since
      from adoption a
      left join lateral (
        select c.to_state, c.basis, c.since from adoption_change c
        where a.changed_on > ${asOf}::date and c.adoption_id = a.id and c.effective_on <= ${asOf}::date
        order by c.effective_on desc, c.id desc limit 1) was on true
      where ${only}) known
    where known.state is not null)`;
}

/** The rule of `isConfirmed`; a test holds the two against each other. */
function confirmed(asOf: string): RawBuilder<unknown> {
  const check = (months: number) => sql`(known.since + make_interval(months => ${months}))::date`;
  const last = sql`case when ${asOf}::date >= ${check(LAST_CHECK)} then ${check(LAST_CHECK)} else ${check(FIRST_CHECK)} end`;
  const from = sql`case when known.state = 'SUSTAINED' and ${asOf}::date >= ${check(FIRST_CHECK)}
    then ((${last}) - make_interval(months => ${FRESH_MONTHS}))::date else known.since end`;
  return sql`case when ${isInUse(sql`known.state`)} then exists (
    select 1 from adoption_evidence e where e.adoption_id = known.id and e.given_on between ${from} and ${asOf}::date) end`;
}

export const isInUse = (state: RawBuilder<unknown>): RawBuilder<unknown> => sql`${state} in (${sql.join(IN_USE_STATES)})`;

/** Past the rollout's due date, required, and not there yet. `s` is the adoption as of the day and `r` the rollout. */
export const isOverdue = (asOf: string): RawBuilder<unknown> =>
  sql`coalesce(r.due_on < ${asOf}::date and s.basis = 'REQUIRED' and s.state in ('NOT_STARTED', 'PREPARING', 'PILOTING', 'PAUSED'), false)`;

/**
 * Counts over adoptions `s`, as one row for each rollout that has any: who is expected, exempt, has it in use, and counts per state. They
 * are read once.
 */
export const TALLIES = sql`
  select rollout_id, sum(n)::int as expected, sum(exempt)::int as exempt, coalesce(sum(n) filter (where ${isInUse(sql`state`)}), 0)::int as used,
    json_agg(json_build_object('state', state, 'count', n) order by state) filter (where n > 0) as counts
  from (select rollout_id, state, count(*) filter (where basis <> 'EXEMPT')::int as n, count(*) filter (where basis = 'EXEMPT')::int as exempt
        from s group by rollout_id, state) by_state
  group by rollout_id`;

/** In per cent of the expected, to one decimal; null where nobody is. */
export const coverageOf = (inUse: RawBuilder<unknown>, expected: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`round(100.0 * ${inUse} / nullif(${expected}, 0), 1)::text`;

/** What adoptions are counted as. */
export const ADOPTIONS_COUNTED = ['EXPECTED', 'IN_USE', 'OVERDUE'] as const;
export type AdoptionCounted = (typeof ADOPTIONS_COUNTED)[number];

/** Whether adoption `s` of rollout `r` counts as that on the day. */
export function countsAs(counted: AdoptionCounted, asOf: string): RawBuilder<unknown> {
  switch (counted) {
    case 'EXPECTED':
      return sql`s.basis <> 'EXEMPT'`;
    case 'IN_USE':
      return sql`(s.basis <> 'EXEMPT' and ${isInUse(sql`s.state`)})`;
    case 'OVERDUE':
      return isOverdue(asOf);
  }
}
