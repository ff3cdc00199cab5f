import { BOOK, RULE } from './book.js';
import { POOL } from './people.sql.js';
import { JUDGES } from './ids.js';
import { READ, type Size } from './size.js';

/**
 * What contests there are, told in a table that the other statements read: those of the years before under `p1`…, and
 * `read`, whose standings are read, `close` and `large`, whose rounds wait to be closed, `sign`, whose cards wait to be signed, and `open`,
 * whose initiatives are drafts.
 */
const planSql = ({ today, each, large, signing }: Size, { from, to, named }: Range): string => `
  create temp table plan (name text, at int, host text, year int, initiatives int, phase text, cards int, signed boolean, begun timestamptz);
  insert into plan select 'p' || n, n, case when n % 10 = 0 then 'far' else 'unit' end, 2001 + n % 25, ${String(each)}, 'ARCHIVED', 3, true,
      ((2001 + n % 25) || '-03-01')::timestamptz + n * interval '37 minutes' from generate_series(${String(from)}, ${String(to)}) n;
  ${
    named
      ? `insert into plan values
      ('read', 0, 'unit', 2026, ${String(READ)}, 'DELIBERATION', 5, true, '${today}'::date - interval '200 days'),
      ('close', 0, 'unit', 2026, ${String(READ)}, 'JUDGING', 5, true, '${today}'::date - interval '190 days'),
      ('large', 0, 'unit', 2026, ${String(large)}, 'JUDGING', 5, true, '${today}'::date - interval '180 days'),
      ('sign', 0, 'unit', 2026, ${String(signing)}, 'JUDGING', 1, false, '${today}'::date - interval '170 days'),
      ('open', 0, 'unit', 2026, ${String(READ)}, 'OPEN', 0, false, '${today}'::date - interval '10 days');`
      : ''
  }
  create temp table entry as
    select p.*, k, p.name || '-' || k as key, pg_temp.id('initiative' || p.name || '-' || k) as id, p.begun + k * interval '53 seconds' + pg_temp.thrown(p.name || k, 1000000) * interval '1 microsecond' as sent,
      case when k % 100 = 7 or p.name = 'open' then 'DRAFT' when k % 50 = 11 then 'WITHDRAWN' when k % 25 = 1 then 'REJECTED' when k % 200 = 3 then 'DISQUALIFIED' else 'ELIGIBLE' end as state
    from plan p, generate_series(1, p.initiatives) k;`;

const CONTESTS = `
  insert into contest (id, year, title, title_en, objectives, host_id, roster_id, phase, announced_at, leader_approves, head_confirms, grace_minutes, max_files, max_file_bytes, recorded, illustrative, edits)
    select pg_temp.id('contest' || name), year, 'Cuộc thi ' || name, 'Contest ' || name, 'Tìm kiếm sáng kiến, giải pháp về cải cách hành chính.', pg_temp.id(host || 0), pg_temp.id('roster' || host),
      phase, begun - interval '30 days', false, false, 0, 5, 1048576, false, true, 0 from plan;
  insert into contest_area (contest_id, area_id) select pg_temp.id('contest' || name), pg_temp.id('area' || n) from plan, generate_series(1, 7) n;
  insert into phase (id, contest_id, kind, starts_at, ends_at, permits, entered_at)
    select pg_temp.id('phase' || name || kind), pg_temp.id('contest' || name), kind, begun + (n - 2) * interval '60 days',
      case when p.phase = kind then greatest(now(), begun) + interval '400 days' else begun + (n - 1) * interval '60 days' end,
      case kind when 'OPEN' then '{SUBMIT,SAVE}'::text[] when 'JUDGING' then '{JUDGE}'::text[] else '{}'::text[] end, begun + (n - 2) * interval '60 days'
    from plan p, unnest(array['ANNOUNCED', 'OPEN', 'SCREENING', 'JUDGING', 'DELIBERATION', 'PUBLISHED']) with ordinality as k (kind, n);
  insert into contest_document (id, contest_id, kind, number, issued_on, title, illustrative)
    select pg_temp.id('document' || name || kind), pg_temp.id('contest' || name), kind, at || '/KH-UBND', (begun - interval '40 days')::date, 'Văn bản của ' || name, true from plan, unnest(array['PLAN', 'RULES']) kind;
  insert into prize_tier (id, contest_id, key, name_vi, name_en, quantity, amount, "order")
    select pg_temp.id('tier' || name || '-' || n), pg_temp.id('contest' || name), 'tier' || n, 'Giải ' || n, 'Prize ' || n, (array[1, 2, 3, 5])[n], 1000000 * (5 - n), n from plan, generate_series(1, 4) n;
  insert into rule_book (id, contest_id, number, content, hash, frozen_at) select pg_temp.id('book' || name), pg_temp.id('contest' || name), 1, '${JSON.stringify(BOOK)}', '0', begun from plan;
  insert into receipt_counter (host_id, year, last) select pg_temp.id(host || 0), year, sum(greatest(initiatives, 1)) from plan group by host, year
    on conflict (host_id, year) do update set last = receipt_counter.last + excluded.last;
  insert into seat (id, contest_id, person_id, kind, chair, "from")
    select pg_temp.id('seat' || name || '-' || j), pg_temp.id('contest' || name), pg_temp.id('personJ' || (1 + (at * 5 + j - 1) % ${String(POOL)})), 'JUDGE', j = 1, begun from plan, generate_series(1, ${String(JUDGES)}) j;
  insert into jury_member (id, seat_id, load_min, load_max, edits) select pg_temp.id('member' || name || '-' || j), pg_temp.id('seat' || name || '-' || j), 0, null, 0 from plan, generate_series(1, ${String(JUDGES)}) j;
  insert into round (id, contest_id, key, ordinal, last, state, rule, rule_book_id, opened_at, closed_at)
    select pg_temp.id('round' || name), pg_temp.id('contest' || name), 'dossier', 1, true, case when phase in ('ARCHIVED', 'DELIBERATION') then 'CLOSED' else 'OPEN' end, '${JSON.stringify(RULE)}', pg_temp.id('book' || name),
      begun + interval '120 days', case when phase in ('ARCHIVED', 'DELIBERATION') then begun + interval '170 days' end from plan where name <> 'open';`;

const INITIATIVES = `
  insert into initiative (id, contest_id, area_id, owner_id, code, title, problem, solution, novelty, effect, influence, state, receipt_number, submitted_at, own_work_at, not_prized_elsewhere_at, nobody_on_jury_at, end_reason, illustrative, saved_at, version)
    select id, pg_temp.id('contest' || name), pg_temp.id('area' || (1 + pg_temp.thrown(key || 'area', 7))), pg_temp.id(host || case name when 'open' then 1 else 1 + pg_temp.thrown(key || 'unit', 32) end),
      case when state <> 'DRAFT' then year || '-' || lpad(k::text, 5, '0') end, pg_temp.title(key), pg_temp.told(key || '1'), pg_temp.told(key || '2'), pg_temp.told(key || '3'), pg_temp.told(key || '4'),
      (array['ESTABLISHMENT', 'PROVINCE', 'NATIONAL'])[1 + pg_temp.thrown(key || 'influence', 3)], state, case when state <> 'DRAFT' then k end, case when state <> 'DRAFT' then sent end, sent, sent, sent,
      case when state in ('WITHDRAWN', 'DISQUALIFIED') then 'Theo đơn của tác giả.' end, true, sent + interval '2 minutes', 1 from entry;
  insert into initiative_author (id, initiative_id, person_id, share, lead, "order")
    select pg_temp.id('author' || key || n), id, pg_temp.id('personA' || (1 + (pg_temp.thrown(key, 1999) * 2 + n) % (select count(*)::int from person where email like 'a%@example.vn' and email <> 'admin@example.vn'))),
      case when k % 3 = 0 then 100 else 50 end, n = 1, n from entry, generate_series(1, 2) n where n = 1 or k % 3 > 0;
  insert into initiative_version (id, initiative_id, number, content, hash, submitted_at)
    select pg_temp.id('version' || key), id, 1, jsonb_build_object('title', pg_temp.title(key)), md5(key), sent from entry where state <> 'DRAFT';
  insert into screening (id, initiative_id, verdict, reason, by_id, at)
    select pg_temp.id('screening' || key), id, case state when 'REJECTED' then 'REJECTED' else 'ELIGIBLE' end, 'Hồ sơ đủ thành phần.', pg_temp.id('personO'), sent + interval '9 days' from entry where state <> 'DRAFT';
  insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, created_at)
    select pg_temp.id('conflict' || key), pg_temp.id('contest' || name), id, pg_temp.id('personJ' || (1 + (at * 5 + (k + 8) % ${String(JUDGES)}) % ${String(POOL)})), 'SAME_UNIT', 'DETECTED', false, true, sent from entry where k % 10 = 5;
  insert into stored_file (id, owner_type, owner_id, file_name, content_type, size, sha256, incoming_key, uploaded_by, created_at, kept_at)
    select pg_temp.id('file' || key), 'initiative', id, 'minh-chung.pdf', 'application/pdf', 1000 + k, md5(key) || md5(key), 'incoming/' || key, pg_temp.id('personA1'), sent, sent from entry where k % 4 = 0;
  insert into content_reading (sha256, content_type, text, folded, read_at)
    select md5(key) || md5(key), 'application/pdf', text, fold_text(text), sent
    from entry cross join lateral (values ('Minh chứng kèm theo sáng kiến ' || key || '.')) told (text) where k % 4 = 0;`;

/**
 * As the product fills it when something is sent in. Texts are of few sentences, so each is folded once; the indexes are made anew,
 * since entering them row by row takes ten times as long.
 */
const SEARCH = `
  create temp table folded as
    select text, fold_text(text) as folded from (select distinct told.text from initiative i cross join unnest(array[problem, solution, novelty, effect]) told (text)) texts;
  create temp table index_of as select indexname, indexdef from pg_indexes where tablename = 'initiative_search' and indexdef like '% using gin %';
  analyze folded; analyze entry;
  do $$ declare name text; begin for name in select indexname from index_of loop execute format('drop index %I', name); end loop; end $$;
  insert into initiative_search (initiative_id, title, title_marks, words)
    select i.id, fold_text(title), fold_marks(title),
      setweight(to_tsvector('simple', fold_text(title)), 'A') || setweight(to_tsvector('simple', concat_ws(' ', p.folded, s.folded, n.folded, e.folded)), 'C')
    from initiative i join entry on entry.id = i.id join folded p on p.text = problem join folded s on s.text = solution join folded n on n.text = novelty join folded e on e.text = effect
    where i.submitted_at is not null;
  do $$ declare definition text; begin for definition in select indexdef from index_of loop execute definition; end loop; end $$;
  drop table folded, index_of;`;

/** Which contests: of the years before from one number to another, and whether the named ones too. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly named: boolean;
}

export const contestsSql = (size: Size, range: Range): readonly string[] => [planSql(size, range), CONTESTS, INITIATIVES, SEARCH];
