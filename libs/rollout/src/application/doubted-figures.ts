import { type RawBuilder, sql } from 'kysely';

/** Which figures: those of indicators `n` in `from`, and of one commune where one is named. */
interface Compared {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly unitId?: RawBuilder<unknown>;
}

/**
 * Communes of whose approved figures two sources disagree, as rows `(rollout_id, unit_id)`: the rule of `disagree`; a test holds the two
 * against each other. Most figures have one source: only where a commune has several are they held against each other.
 */
export function doubtsOf({ from, where, unitId }: Compared, asOf: string): RawBuilder<unknown> {
  const approved = (figure: RawBuilder<unknown>) => sql`${figure}.ends_on <= ${asOf}::date
    and coalesce((select r.state from report r where r.id = ${figure}.report_id), 'APPROVED') = 'APPROVED'`;
  const differ = sql.join(
    ['value', 'numerator', 'denominator'].map((part) => sql`coalesce(f.${sql.ref(part)}, 0) <> coalesce(g.${sql.ref(part)}, 0)`),
    sql` or `,
  );
  return sql`(
    select distinct n.rollout_id, several.unit_id from ${from} cross join lateral (
      select said.unit_id from figure said where said.indicator_id = n.id and ${unitId ? sql`said.unit_id = ${unitId}` : sql`true`}
      group by said.unit_id having min(said.source) <> max(said.source) offset 0) several
    where ${where} and exists (
      select 1 from figure f join figure g on g.indicator_id = f.indicator_id and g.unit_id = f.unit_id and g.source <> f.source
        and f.starts_on >= g.starts_on and f.ends_on <= g.ends_on
      where f.indicator_id = n.id and f.unit_id = several.unit_id and ${approved(sql`f`)} and ${approved(sql`g`)}
        and case when f.starts_on = g.starts_on and f.ends_on = g.ends_on then ${differ}
          else n.aggregation = 'SUM' and f.value > 0 and f.value >= coalesce(g.value, 0) end offset 0))`;
}
