import { type Asked, type Asker, type Floor, type Statement, Values, keysOf, list, nameOf } from './floor.js';

/** Who is an author in contest `ct`, or in conflict with an initiative of it, sees nothing of its judging before it is published. */
export const judging = (
  units: string,
  person: string,
): string => `ct.host_id = any(${units}) and (ct.phase in ('PUBLISHED', 'ARCHIVED') or not exists (
    select 1 from conflict x where x.contest_id = ct.id and x.person_id = ${person} and x.active) and not exists (
    select 1 from initiative_author own join initiative i on i.id = own.initiative_id where own.person_id = ${person} and i.contest_id = ct.id
      and (i.state in ('SUBMITTED', 'RETURNED', 'ELIGIBLE') or exists (select 1 from scorecard kept where kept.initiative_id = i.id))))`;

const NODE = `json_build_object('rank', s.rank, 'place', s.place, 'score', trim_scale(s.score)::text, 'rounded', round(s.score, p.places)::text, 'state', s.state, 'cards', s.cards, 'spread', trim_scale(s.spread)::text,
  'decidedBy', s.decided_by, 'initiative', json_build_object('id', i.id, 'receiptNumber', i.code, 'title', i.title), 'owner', json_build_object('nameVi', u.name_vi))`;

/** The version in force is looked up once, with its rights; then its places by their index. */
function statement(asked: Asked, asker: Asker): Statement {
  const v = new Values();
  const first = v.add(asked.first, 'int');
  const seen = `select kept.id, (b.content->'rounding'->>'places')::int as places from round_result kept join round mine on mine.id = kept.round_id join contest ct on ct.id = mine.contest_id
    join rule_book b on b.id = kept.rule_book_id where kept.round_id = ${v.add(asked.roundId, 'uuid')} and kept.superseded_at is null
    and ${judging(v.add(asker.unitsOf('ORGANISER', 'LEADER'), 'uuid[]'), v.add(asker.personId, 'uuid'))}`;
  const after = keysOf(asked);
  const page = `select s.id, s.place, k.places, s.place as n0, row_number() over (order by s.place) as n from (${seen}) k join standing s on s.result_id = k.id
    where ${after ? `s.place > ${v.add(after[0], 'int')}` : 'true'} order by s.place limit ${first} + 1`;
  const total = asked.count ? `(select count(*)::int from (${seen}) k join standing s on s.result_id = k.id)` : 'null';
  const from = 'join standing s on s.id = p.id join initiative i on i.id = s.initiative_id join unit u on u.id = i.owner_id';
  return {
    name: nameOf('standings', after, asked.count),
    text: list({ page, from, node: NODE, last: 'json_build_array(p.place)', total }, first),
    values: v.values,
  };
}

export const standings: Floor = { field: 'standings', statement };
