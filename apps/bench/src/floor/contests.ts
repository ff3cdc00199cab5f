import { type Asked, type Asker, type Floor, type Statement, Values, keysOf, list, nameOf } from './floor.js';

const EVERYBODY = ['ORGANISER', 'LEADER', 'JUDGE', 'SUBMITTER', 'COMMUNE_OFFICER'] as const;

/** Newest first by an index that has that order; who may know of each is asked row by row until the page is full. */
function statement(asked: Asked, asker: Asker): Statement {
  const v = new Values();
  const [first, person] = [v.add(asked.first, 'int'), v.add(asker.personId, 'uuid')] as const;
  const [edits, hosts, reads] = [
    v.add(asker.unitsOf('ORGANISER'), 'uuid[]'),
    v.add(asker.unitsOf('ORGANISER', 'LEADER'), 'uuid[]'),
    v.add(asker.unitsOf(...EVERYBODY), 'uuid[]'),
  ] as const;
  const seen = `contest c where (c.host_id = any(${hosts}) or exists (select 1 from seat s where s.contest_id = c.id and s.person_id = ${person} and s.ended_at is null)
    or (c.announced_at is not null or c.recorded) and (c.host_id = any(${reads}) or exists (select 1 from roster_unit o where o.roster_id = c.roster_id and o.unit_id = any(${reads}))))`;
  const after = keysOf(asked);
  const beyond = after ? `(c.year, c.id) < (${v.add(after[0], 'int')}, ${v.add(after[1], 'uuid')})` : 'true';
  const page = `select c.id, c.year, row_number() over (order by c.year desc, c.id desc) as n from ${seen} and ${beyond} order by c.year desc, c.id desc limit ${first} + 1`;
  const node = `json_build_object('id', c.id, 'year', c.year, 'titleVi', c.title, 'titleEn', c.title_en, 'phase', c.phase, 'heldAt', c.held_at, 'graceMinutes', c.grace_minutes, 'recorded', c.recorded,
    'illustrative', c.illustrative, 'canEdit', c.host_id = any(${edits}) and c.phase = 'DRAFT', 'host', json_build_object('id', h.id, 'nameVi', h.name_vi),
    'phases', (select json_agg(json_build_object('kind', f.kind, 'startsAt', f.starts_at, 'endsAt', f.ends_at, 'enteredAt', f.entered_at) order by f.starts_at) from phase f where f.contest_id = c.id),
    'mySeats', coalesce((select json_agg(s.kind order by s.kind) from seat s where s.contest_id = c.id and s.person_id = ${person} and s.ended_at is null), '[]'))`;
  const total = asked.count ? `(select count(*)::int from ${seen})` : 'null';
  return {
    name: nameOf('contests', after, asked.count),
    text: list(
      { page, from: 'join contest c on c.id = p.id join unit h on h.id = c.host_id', node, last: 'json_build_array(p.year, p.id)', total },
      first,
    ),
    values: v.values,
  };
}

export const contests: Floor = {
  field: 'contests',
  statement,
  indexes: ['create index floor_contest_newest on contest (year desc, id desc)'],
};
