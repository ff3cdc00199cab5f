import { type Asked, type Asker, type Floor, type Statement, Values, keysOf, list, nameOf } from './floor.js';

/** The same text as the product's personal place, of immutable parts, so that an index can have it. */
const PLACE = `encode(sha256((c.round_id::text || ':' || c.judge_id::text || ':' || c.initiative_id::text)::bytea), 'hex')`;

/** What a judge may do with a card, as the policy of the product has it. */
const OBSTACLE = `case when c.state = 'SIGNED' then 'CARD_SIGNED' when r.state = 'CLOSED' then 'ROUND_CLOSED' when r.state = 'PLANNED' then 'ROUND_NOT_OPEN'
  when r.state = 'SETTLING' and not c.late then 'ROUND_SETTLING' when ct.phase <> 'JUDGING' then 'CONTEST_NOT_JUDGING' when i.state <> 'ELIGIBLE' then 'INITIATIVE_NOT_JUDGED'
  when f.conflicted then 'CONFLICT_OF_INTEREST' when c.state = 'EXCUSED' then 'CARD_EXCUSED' when f.calibration then 'CALIBRATION_DUE' when not f.attested then 'ATTESTATION_MISSING' when f.presentation then 'PRESENTATION_NOT_BEGUN' end`;

const FACTS = `cross join lateral (select
    exists (select 1 from attestation a where a.initiative_id = c.initiative_id and a.judge_id = c.judge_id) as attested,
    exists (select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active) as conflicted,
    coalesce((r.rule->>'calibration')::boolean, false) and not exists (select 1 from calibration done where done.round_id = r.id and done.judge_id = c.judge_id) as calibration,
    coalesce((r.rule->'presentation'->>'marksInRoom')::boolean, false) and not exists (select 1 from presentation_slot slot join presentation_draw drawn on drawn.id = slot.draw_id
      where drawn.round_id = r.id and drawn.superseded_at is null and slot.initiative_id = c.initiative_id and slot.started_at is not null) as presentation,
    coalesce(r.rule->>'visibility' = 'ANONYMOUS', false) as anonymous) f`;

const NODE = `json_build_object('id', c.id, 'version', c.version, 'state', c.state, 'extra', c.extra, 'total', trim_scale(c.total)::text, 'assignedAt', c.assigned_at, 'signedAt', c.signed_at, 
  'round', json_build_object('id', r.id, 'nameVi', r.rule->>'nameVi', 'state', r.state), 'contestId', r.contest_id, 'anonymous', f.anonymous, 'initiative', json_build_object('id', i.id, 'receiptNumber', i.code, 'title', i.title),
  'owner', case when not f.anonymous then json_build_object('nameVi', u.name_vi) end, 'attested', f.attested, 'conflicted', f.conflicted, 'whyNotMark', case when ${OBSTACLE} is not null then json_build_object('code', ${OBSTACLE}) end, 'canMark', ${OBSTACLE} is null,
  'authors', case when f.anonymous then '[]'::json else (select json_agg(q.full_name order by a."order") from initiative_author a join person q on q.id = a.person_id where a.initiative_id = i.id) end)`;

/** Keys in the judge's own order by an index that has it; the rest is looked up for the cards that are shown. */
function statement(asked: Asked, asker: Asker): Statement {
  const v = new Values();
  const first = v.add(asked.first, 'int');
  const mine = `scorecard c where c.judge_id = ${v.add(asker.personId, 'uuid')} and ${asked.roundId ? `c.round_id = ${v.add(asked.roundId, 'uuid')}` : 'true'}`;
  const after = keysOf(asked);
  const beyond = after ? `(c.round_id, ${PLACE}) > (${v.add(after[0], 'uuid')}, ${v.add(after[1], 'text')})` : 'true';
  const page = `select c.id, c.round_id, ${PLACE} as place, row_number() over (order by c.round_id, ${PLACE}) as n from ${mine} and ${beyond} order by c.round_id, ${PLACE} limit ${first} + 1`;
  const from = `join scorecard c on c.id = p.id join round r on r.id = c.round_id join contest ct on ct.id = r.contest_id join initiative i on i.id = c.initiative_id join unit u on u.id = i.owner_id ${FACTS}`;
  const total = asked.count ? `(select count(*)::int from ${mine})` : 'null';
  return {
    name: nameOf('assignments', asked.roundId, after, asked.count),
    text: list({ page, from, node: NODE, last: 'json_build_array(p.round_id, p.place)', total }, first),
    values: v.values,
  };
}

export const assignments: Floor = {
  field: 'myAssignments',
  statement,
  indexes: [`create index floor_personal_place on scorecard (judge_id, round_id, (${PLACE.replaceAll('c.', '')}))`],
};
