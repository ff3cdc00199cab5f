import { searchPatterns } from '#lib/kernel';
import { type Asked, type Floor, type Statement, Values, keysOf, list, nameOf } from './floor.js';

const NODE = `json_build_object('id', w.id, 'contest', json_build_object('id', c.id, 'year', c.year, 'titleVi', c.title),
  'initiative', json_build_object('id', i.id, 'receiptNumber', i.code, 'title', i.title), 'unit', json_build_object('id', u.id, 'nameVi', u.name_vi),
  'area', json_build_object('areaCode', r.code), 'tier', json_build_object('key', t.key, 'nameVi', t.name_vi, 'ordinal', t."order"), 'amount', w.amount, 'rank', w.rank, 'revokedAt', w.revoked_at,
  'decisionNumber', d.number, 'decidedOn', d.decided_on, 'illustrative', i.illustrative or c.illustrative,
  'authors', (select json_agg(json_build_object('person', json_build_object('id', q.id, 'fullName', q.full_name), 'share', trim_scale(a.share)::text) order by a."order") from initiative_author a join person q on q.id = a.person_id where a.initiative_id = i.id))`;

/** Keys year by year, so that only one year's prizes are sorted; a search goes by the text that is folded already. */
function statement(asked: Asked): Statement {
  const v = new Values();
  const first = v.add(asked.first, 'int');
  const { year, search } = asked as { year?: number; search?: string };
  const where = [`d.state = 'PUBLISHED'`];
  if (year) where.push(`c.year = ${v.add(year, 'int')}`);
  if (search) {
    const { marks, folded } = searchPatterns(search);
    where.push(`(s.title_marks like ${v.add(marks, 'text')} or s.title like ${v.add(folded, 'text')})`);
  }
  const from = `contest c join award_decision d on d.contest_id = c.id join award w on w.decision_id = d.id join prize_tier t on t.id = w.tier_id
    ${search ? 'join initiative_search s on s.initiative_id = w.initiative_id' : ''}`;
  const after = keysOf(asked);
  const place = after && [v.add(after[0], 'int'), v.add(after[1], 'int'), v.add(after[2], 'int'), v.add(after[3], 'uuid')];
  const beyond = place
    ? `c.year <= ${place[0] ?? ''} and (-c.year, t."order", coalesce(w.rank, 2147483647), w.id) > (-${place[0] ?? ''}, ${place[1] ?? ''}, coalesce(${place[2] ?? ''}, 2147483647), ${place[3] ?? ''})`
    : 'true';
  const order = 'c.year desc, t."order", w.rank nulls last, w.id';
  const page = `select w.id, c.year, t."order", w.rank, row_number() over (order by ${order}) as n from ${from} where ${[...where, beyond].join(' and ')} order by ${order} limit ${first} + 1`;
  const dress = `join award w on w.id = p.id join award_decision d on d.id = w.decision_id join contest c on c.id = d.contest_id join initiative i on i.id = w.initiative_id
    join unit u on u.id = i.owner_id join reform_area r on r.id = i.area_id join prize_tier t on t.id = w.tier_id`;
  const total = asked.count ? `(select count(*)::int from ${from} where ${where.join(' and ')})` : 'null';
  return {
    name: nameOf('winners', year, search, after, asked.count),
    text: list({ page, from: dress, node: NODE, last: 'json_build_array(p.year, p."order", p.rank, p.id)', total }, first),
    values: v.values,
  };
}

export const winners: Floor = { field: 'winners', statement };
