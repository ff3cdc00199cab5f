import { type Asked, type Asker, type Floor, type Statement, Values, keysOf, list, nameOf } from './floor.js';

const NODE = `json_build_object('id', m.id, 'kind', m.kind, 'subject', m.subject_vi, 'text', m.text_vi, 'link', m.path, 'createdAt', m.created_at, 'readAt', m.read_at)`;

/** By an index of the person's own, newest first, and a small one of what is unread. */
function statement(asked: Asked, asker: Asker): Statement {
  const v = new Values();
  const first = v.add(asked.first, 'int');
  const mine = `notice m where m.person_id = ${v.add(asker.personId, 'uuid')} ${asked.unread ? 'and m.read_at is null' : ''}`;
  const after = keysOf(asked);
  const beyond = after ? `(m.created_at, m.id) < (${v.add(after[0], 'timestamptz')}, ${v.add(after[1], 'uuid')})` : 'true';
  const page = `select m.id, m.created_at, row_number() over (order by m.created_at desc, m.id desc) as n from ${mine} and ${beyond} order by m.created_at desc, m.id desc limit ${first} + 1`;
  const total = asked.count ? `(select count(*)::int from ${mine})` : 'null';
  return {
    name: nameOf('notices', asked.unread, after, asked.count),
    text: list({ page, from: 'join notice m on m.id = p.id', node: NODE, last: 'json_build_array(p.created_at, p.id)', total }, first),
    values: v.values,
  };
}

export const notices: Floor = {
  field: 'myNotices',
  statement,
  indexes: [
    'create index floor_notice_latest on notice (person_id, created_at desc, id desc)',
    'create index floor_notice_unread on notice (person_id, created_at desc, id desc) where read_at is null',
  ],
};
