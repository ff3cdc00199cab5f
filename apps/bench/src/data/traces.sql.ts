import { sessionsSql } from './people.sql.js';
import { lettersSql } from './rare.sql.js';
import { type Size } from './size.js';

/** Of the organiser; the numbers go on where they left off. */
export const noticesSql = (from: number, to: number): string => `
  insert into notice (id, person_id, kind, subject_vi, subject_en, text_vi, text_en, path, dedupe_key, created_at, read_at)
    select pg_temp.id('notice' || n), pg_temp.id('personO'), 'INITIATIVE_RECEIVED', 'Đã nhận sáng kiến ' || n, 'Initiative ' || n || ' was received', 'Sáng kiến đã được nhận và ghi sổ.', 'The initiative was received.',
      '/initiatives/' || n, 'received ' || n, now() - n * interval '11 minutes', case when n > 40 then now() - n * interval '10 minutes' end from generate_series(${String(from)}, ${String(to)}) n;`;

const othersNotices = (people: number): string => `
  insert into notice (id, person_id, kind, subject_vi, subject_en, text_vi, text_en, path, dedupe_key, created_at)
    select pg_temp.id('othernotice' || n || '-' || k), pg_temp.id('personA' || n), 'INITIATIVE_RECEIVED', 'Đã nhận', 'Received', 'Đã nhận.', 'Received.', '/initiatives', 'r' || k, now() - k * interval '9 days' - n * interval '1 minute'
    from generate_series(1, ${String(people)}) n, generate_series(1, 5) k;`;

/** What people had done for them, each some years' worth. */
const jobsSql = (people: number): string => `
  insert into job (id, kind, requested_by, subject_type, subject_id, input, state, created_at, finished_at, attempts)
    select pg_temp.id('job' || n || '-' || k), 'scoring.proposeAssignment', case n when 0 then pg_temp.id('personO') else pg_temp.id('personA' || n) end, 'Round',
      pg_temp.id('round' || k), '{}', 'DONE', now() - k * interval '1 day', now() - k * interval '1 day', 1
    from generate_series(0, ${String(people)}) n, generate_series(1, 30) k where n = 0 or k <= 3;`;

/** Entries of acts long done. They are chained by number alone: `audit:verify` is not what is measured here. */
export const auditSql = (from: number, to: number): string => `
  insert into audit_entry (seq, at, actor_id, operation, subject_type, subject_id, body, previous_hash, hash)
    select n, now() - interval '1 day' - (5000000 - n) * interval '20 seconds', pg_temp.id('personA' || (1 + n % 2000)), 'saveDraft', 'Initiative', pg_temp.id('initiative' || n % 50000)::text,
      '{"operation": "saveDraft", "after": {"version": ' || n || '}}', case when n = 1 then '' else md5('entry' || n - 1) || md5((n - 1)::text) end, md5('entry' || n) || md5(n::text)
    from generate_series(${String(from)}::bigint, ${String(to)}) n;`;

export const eventsSql = (from: number, to: number): string => `
  insert into outbox_event (id, type, payload, created_at, available_at, attempts, done_at)
    select pg_temp.id('event' || n), 'scorecard.signed', '{}', now() - n * interval '5 minutes', now() - n * interval '5 minutes', 1, now() - n * interval '5 minutes' + interval '1 second' from generate_series(${String(from)}, ${String(to)}) n;
  insert into outbox_delivery (event_id, handler, delivered_at) select pg_temp.id('event' || n), 'notices', now() - n * interval '5 minutes' + interval '1 second' from generate_series(${String(from)}, ${String(to)}) n;
  insert into mutation_key (actor_id, operation, key, input_hash, created_at) select pg_temp.id('personA' || (1 + n % 2000)), 'saveDraft', 'key' || n, md5(n::text), now() - n * interval '5 minutes' from generate_series(${String(from)}, ${String(to)}, 5) n;`;

/** What people left behind. */
export const tracesSql = (size: Size): readonly string[] => [
  noticesSql(1, size.notices),
  jobsSql(size.people),
  othersNotices(size.people),
  auditSql(1, size.auditEntries),
  eventsSql(1, size.events),
  lettersSql(size),
];

/** A million of each, after what was there. */
export function millionSql({ notices, people, auditEntries, events, sessions }: Size, most: number): readonly string[] {
  return [
    noticesSql(notices + 1, most),
    auditSql(auditEntries + 1, most),
    eventsSql(events + 1, most),
    sessionsSql(sessions + 1, most, people),
  ];
}
