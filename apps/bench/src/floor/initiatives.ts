import { searchPatterns } from '#lib/kernel';
import { type Asked, type Asker, type Floor, type Statement, Values, keysOf, list, nameOf } from './floor.js';

const NODE = `json_build_object('id', i.id, 'receiptNumber', i.code, 'title', i.title, 'state', i.state, 'influence', i.influence, 'submittedAt', i.submitted_at, 'version', i.version,
  'illustrative', i.illustrative, 'area', json_build_object('id', r.id, 'areaCode', r.code, 'nameVi', r.name_vi), 'owner', json_build_object('id', u.id, 'nameVi', u.name_vi),
  'authors', (select json_agg(json_build_object('person', json_build_object('id', q.id, 'fullName', q.full_name), 'share', trim_scale(a.share)::text, 'lead', a.lead) order by a."order")
    from initiative_author a join person q on q.id = a.person_id where a.initiative_id = i.id))`;

/** As the product's index has it. */
const SENT = `coalesce(i.submitted_at, '-infinity'::timestamptz)`;

/** Keys by the index of the contest, or of the state in it; what was sent in has its title folded, so a search is a join with that. */
function statement(asked: Asked, asker: Asker): Statement {
  const v = new Values();
  const contest = v.add(asked.contestId, 'uuid');
  const first = v.add(asked.first, 'int');
  const where = [
    `i.contest_id = ${contest} and i.submitted_at is not null`,
    `exists (select 1 from contest c where c.id = ${contest} and c.host_id = any(${v.add(asker.unitsOf('ORGANISER', 'LEADER'), 'uuid[]')}))`,
  ];
  const { states, areaId, search } = asked as { states?: string[]; areaId?: string; search?: string };
  if (states) where.push(`i.state = any(${v.add(states, 'text[]')})`);
  if (areaId) where.push(`i.area_id = ${v.add(areaId, 'uuid')}`);
  if (search) {
    const { marks, folded } = searchPatterns(search);
    where.push(`(s.title_marks like ${v.add(marks, 'text')} or s.title like ${v.add(folded, 'text')})`);
  }
  const from = search ? 'initiative i join initiative_search s on s.initiative_id = i.id' : 'initiative i';
  const counted = asked.count ? `(select count(*)::int from ${from} where ${where.join(' and ')})` : 'null';
  const after = keysOf(asked);
  const beyond = after ? `(${SENT}, i.id) < (${v.add(after[0], 'timestamptz')}, ${v.add(after[1], 'uuid')})` : 'true';
  const page = `select i.id, i.submitted_at, row_number() over (order by ${SENT} desc, i.id desc) as n from ${from}
    where ${[...where, beyond].join(' and ')} order by ${SENT} desc, i.id desc limit ${first} + 1`;
  const text = list(
    {
      page,
      from: 'join initiative i on i.id = p.id join reform_area r on r.id = i.area_id join unit u on u.id = i.owner_id',
      node: NODE,
      last: 'json_build_array(p.submitted_at, p.id)',
      total: counted,
    },
    first,
  );
  return {
    name: nameOf('initiatives', states, areaId, search, after, asked.count),
    text,
    values: v.values,
  };
}

export const initiatives: Floor = {
  field: 'initiatives',
  statement,
  indexes: [
    "create index floor_initiative_state on initiative (contest_id, state, (coalesce(submitted_at, '-infinity'::timestamptz)) desc, id desc)",
  ],
};
