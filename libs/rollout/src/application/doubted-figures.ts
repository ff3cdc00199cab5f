import { type RawBuilder, sql } from 'kysely';

/**
 * Communes of whose approved figures two sources disagree, as rows `(rollout_id, unit_id)`: the rule of `disagree`; a test holds the two
 * against each other. `of` is what says of which rollouts, and of which commune where it is one.
 */
export function doubtsOf(of: { from: RawBuilder<unknown>; where: RawBuilder<unknown> }, asOf: string): RawBuilder<unknown> {
  const approved = (figure: RawBuilder<unknown>) => sql`${figure}.ends_on <= ${asOf}::date
    and coalesce((select r.state from report r where r.id = ${figure}.report_id), 'APPROVED') = 'APPROVED'`;
  const differ = sql.join(
    ['value', 'numerator', 'denominator'].map((part) => sql`coalesce(f.${sql.ref(part)}, 0) <> coalesce(g.${sql.ref(part)}, 0)`),
    sql` or `,
  );
  return sql`(
    select distinct n.rollout_id, f.unit_id from ${of.from} join figure f on f.indicator_id = n.id
    join figure g on g.indicator_id = f.indicator_id and g.unit_id = f.unit_id and g.source <> f.source
      and f.starts_on >= g.starts_on and f.ends_on <= g.ends_on
    where ${of.where} and ${approved(sql`f`)} and ${approved(sql`g`)}
      and case when f.starts_on = g.starts_on and f.ends_on = g.ends_on then ${differ}
        else n.aggregation = 'SUM' and f.value > 0 and f.value >= coalesce(g.value, 0) end)`;
}
