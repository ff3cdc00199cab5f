import { type Asked, type Asker, type Floor, type Statement, Values } from './floor.js';

/** Whether the asker reads of the rollouts of the host: those of the units of their roles, and of the units above those. */
export const hosts = (units: string): string =>
  `(with recursive above (id) as (select unnest(${units}) union select u.parent_id from unit u join above on u.id = above.id where u.parent_id is not null) select id from above)`;

export const READERS = ['ORGANISER', 'LEADER', 'JUDGE', 'SUBMITTER', 'COMMUNE_OFFICER'] as const;

/** The state of adoption `a` as of a day: its own where it has not changed since, else the last of its history. */
export const asOf = (day: string, only: string): string => `
  select a.id, a.rollout_id, a.unit_id, a.version, case when a.changed_on <= ${day} then a.state else was.to_state end as state, case when a.changed_on <= ${day} then a.basis else was.basis end as basis,
    case when a.changed_on <= ${day} then a.since else was.since end as since
  from adoption a left join lateral (select c.to_state, c.basis, c.since from adoption_change c where a.changed_on > ${day} and c.adoption_id = a.id and c.effective_on <= ${day} order by c.effective_on desc, c.id desc limit 1) was on true
  where ${only} and (a.changed_on <= ${day} or was.to_state is not null)`;

/** All cells are read once; each row's counts come of its own states, counted in one pass. */
function statement(asked: Asked, asker: Asker): Statement {
  const v = new Values();
  const day = v.add(asked.asOf, 'date');
  const text = `
    with r as materialized (
      select r.id, r.title_vi, r.started_on, r.due_on from rollout r join roster on roster.id = r.roster_id
      where r.started_on <= ${day} and roster.host_id in ${hosts(v.add(asker.unitsOf(...READERS), 'uuid[]'))} order by r.started_on desc, r.id desc limit ${v.add(asked.first, 'int')}),
    s as materialized (select s.*, r.due_on, u.code from r cross join lateral (${asOf(day, 'a.rollout_id = r.id')}) s join unit u on u.id = s.unit_id),
    n as materialized (select rollout_id, state, count(*)::int as n from s where basis <> 'EXEMPT' group by rollout_id, state),
    counts as (select rollout_id, sum(n)::int as expected, coalesce(sum(n) filter (where state in ('IN_USE', 'SUSTAINED')), 0)::int as used,
        json_agg(json_build_object('state', state, 'count', n) order by state) as counts from n group by rollout_id),
    cells as (select rollout_id, json_agg(json_build_object('unitId', unit_id, 'adoptionId', id, 'state', state, 'basis', basis, 'since', since,
        'overdue', coalesce(due_on < ${day} and basis = 'REQUIRED' and state in ('NOT_STARTED', 'PREPARING', 'PILOTING', 'PAUSED'), false)) order by code, unit_id) as cells from s group by rollout_id)
    select json_build_object('asOf', ${day}, 'units', coalesce((select json_agg(json_build_object('id', u.id, 'nameVi', u.name_vi) order by u.code, u.id) from unit u where u.id in (select unit_id from s)), '[]'),
      'rows', coalesce((select json_agg(json_build_object('rollout', json_build_object('id', r.id, 'titleVi', r.title_vi), 'expected', coalesce(t.expected, 0), 'inUse', coalesce(t.used, 0),
        'coverage', trim_scale(round(100.0 * t.used / t.expected, 1))::text, 'counts', coalesce(t.counts, '[]'), 'cells', coalesce(c.cells, '[]')) order by r.started_on desc, r.id desc)
        from r left join counts t on t.rollout_id = r.id left join cells c on c.rollout_id = r.id), '[]'))::text as json`;
  return { name: 'matrix', text, values: v.values };
}

export const matrix: Floor = {
  field: 'rolloutMatrix',
  statement,
  indexes: ['create index floor_rollout_latest on rollout (started_on desc, id desc)'],
};
