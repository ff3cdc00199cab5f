import { type Asked, type Asker, type Floor, type Statement, Values, keysOf, list, nameOf } from './floor.js';
import { READERS, asOf } from './matrix.js';

const RECEIVED = `(t.received_at at time zone 'Asia/Ho_Chi_Minh')::date`;

/**
 * Of the reports, what is missing is found first, which is little, and only then asked whether it was expected: the first rollout that
 * the unit took part in says so. Of the adoptions, those of rollouts that are past their day, the longest past first.
 */
function statement(asked: Asked, asker: Asker): Statement {
  const v = new Values();
  const [first, day, units] = [v.add(asked.first, 'int'), v.add(asked.asOf, 'date'), v.add(asker.unitsOf(...READERS), 'uuid[]')] as const;
  const reports = `
    select m.due_on, m.id, 'REPORT' as kind, m.unit_id, m.period_id, null::uuid as adoption_id from (
      select p.id || '/' || g.unit_id as id, p.due_on, p.ends_on, p.host_id, g.unit_id, p.id as period_id
      from reporting_period p cross join (select u.id as unit_id from unit u where u.id = any(${units}) and exists (select 1 from adoption a where a.unit_id = u.id)) g
      left join report t on t.period_id = p.id and t.unit_id = g.unit_id where p.due_on < ${day} and coalesce(${RECEIVED} > ${day}, true) offset 0) m
    where (select true from rollout r join roster on roster.id = r.roster_id and roster.host_id = m.host_id
      cross join lateral (select c.basis from adoption a join adoption_change c on c.adoption_id = a.id where a.rollout_id = r.id and a.unit_id = m.unit_id and c.effective_on <= m.ends_on
        order by c.effective_on desc, c.id desc limit 1) change
      where r.started_on <= m.ends_on and change.basis <> 'EXEMPT' order by r.started_on limit 1)`;
  const adoptions = `
    select r.due_on, s.id::text, 'ADOPTION', s.unit_id, null::uuid, s.id from rollout r cross join lateral (${asOf(day, `a.rollout_id = r.id and a.unit_id = any(${units})`)}) s
    where r.due_on < ${day} and s.basis = 'REQUIRED' and s.state in ('NOT_STARTED', 'PREPARING', 'PILOTING', 'PAUSED')`;
  const after = keysOf(asked);
  const beyond = after ? `where (late.due_on, late.id) > (${v.add(after[0], 'date')}, ${v.add(after[1], 'text')})` : '';
  const page = `select late.*, row_number() over (order by late.due_on, late.id) as n from (${reports} union all ${adoptions}) late ${beyond} order by late.due_on, late.id limit ${first} + 1`;
  const node = `json_build_object('id', p.id, 'kind', p.kind, 'dueOn', p.due_on, 'daysLate', ${day} - p.due_on, 'unit', json_build_object('id', u.id, 'statisticsCode', u.code, 'nameVi', u.name_vi),
    'periodId', p.period_id, 'adoptionId', p.adoption_id, 'titleVi', coalesce(d.name_vi, r.title_vi), 'titleEn', coalesce(d.name_en, r.title_en))`;
  const from =
    'join unit u on u.id = p.unit_id left join reporting_period d on d.id = p.period_id left join adoption a on a.id = p.adoption_id left join rollout r on r.id = a.rollout_id';
  const total = asked.count ? `(select count(*)::int from (${reports} union all ${adoptions}) late)` : 'null';
  return {
    name: nameOf('overdue', after, asked.count),
    text: list({ page, from, node, last: 'json_build_array(p.due_on, p.id)', total }, first),
    values: v.values,
  };
}

export const overdue: Floor = { field: 'overdue', statement };
