import { type Asked, type Floor, type Statement, Values, keysOf, list, nameOf } from './floor.js';
import { asOf } from './matrix.js';

const NODE = `json_build_object('id', r.id, 'titleVi', r.title_vi, 'titleEn', r.title_en, 'startedOn', r.started_on, 'illustrative', r.illustrative, 'initiative', json_build_object('receiptNumber', i.code, 'title', i.title),
  'year', c.year, 'expected', t.expected, 'exempt', t.exempt, 'inUse', t.used, 'coverage', trim_scale(round(100.0 * t.used / nullif(t.expected, 0), 1))::text, 'counts', t.counts, 'inUseIn', t.units)`;

/** The latest by the index of their start; who has them in use is counted for those that are shown. */
function statement(asked: Asked): Statement {
  const v = new Values();
  const [first, day] = [v.add(asked.first, 'int'), v.add(asked.asOf, 'date')] as const;
  const year = asked.year ? `c.year = ${v.add(asked.year, 'int')}` : 'true';
  const from = 'rollout r join initiative i on i.id = r.initiative_id join contest c on c.id = i.contest_id';
  const after = keysOf(asked);
  const beyond = after ? `(r.started_on, r.id) < (${v.add(after[0], 'date')}, ${v.add(after[1], 'uuid')})` : 'true';
  const page = `select r.id, r.started_on, row_number() over (order by r.started_on desc, r.id desc) as n from ${from} where ${year} and ${beyond} order by r.started_on desc, r.id desc limit ${first} + 1`;
  const tally = `cross join lateral (
    with s as materialized (${asOf(day, 'a.rollout_id = r.id')})
    select count(*) filter (where basis <> 'EXEMPT')::int as expected, count(*) filter (where basis = 'EXEMPT')::int as exempt,
      count(*) filter (where basis <> 'EXEMPT' and state in ('IN_USE', 'SUSTAINED'))::int as used,
      coalesce((select json_agg(json_build_object('state', state, 'count', n) order by state) from (select state, count(*) as n from s where basis <> 'EXEMPT' group by state) n), '[]') as counts,
      coalesce((select json_agg(json_build_object('id', u.id, 'statisticsCode', u.code, 'nameVi', u.name_vi) order by u.code, u.id) from s join unit u on u.id = s.unit_id where basis <> 'EXEMPT' and state in ('IN_USE', 'SUSTAINED')), '[]') as units
    from s) t`;
  const dress = `join rollout r on r.id = p.id join initiative i on i.id = r.initiative_id join contest c on c.id = i.contest_id ${tally}`;
  const total = asked.count
    ? asked.year
      ? `(select count(*)::int from ${from} where ${year})`
      : '(select count(*)::int from rollout)'
    : 'null';
  return {
    name: nameOf('public-rollouts', asked.year, after, asked.count),
    text: list({ page, from: dress, node: NODE, last: 'json_build_array(p.started_on, p.id)', total }, first),
    values: v.values,
  };
}

export const publicRollouts: Floor = { field: 'publicRollouts', statement };
