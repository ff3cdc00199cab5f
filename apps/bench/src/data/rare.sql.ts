import { type Size } from './size.js';

/** What happens in every contest now and then: plans approved, invitations, pairs kept apart, samples, presentations, reopenings, corrections, links. */
export const RARE = `
  insert into plan_approval (id, contest_id, contest_version, state, sent_at, sent_by_id, answered_at, answered_by_id, return_reason)
    select pg_temp.id('approval' || name || '-' || n), pg_temp.id('contest' || name), n, case when n < 3 then 'RETURNED' else 'APPROVED' end, begun - interval '50 days' + n * interval '1 day', pg_temp.id('personO'),
      begun - interval '50 days' + n * interval '30 hours', pg_temp.id('personO'), case when n < 3 then 'Rà soát thời gian.' end from plan, generate_series(1, 3) n;
  insert into jury_invitation (id, contest_id, person_id, invited_by_id, chair, state, conflicts_found, reason, invited_at, answered_at)
    select pg_temp.id('invitation' || name || '-' || n), pg_temp.id('contest' || name), pg_temp.id('personJ' || (1 + (at * 5 + n) % 800)), pg_temp.id('personO'), false, case when n < 5 then 'ACCEPTED' else 'DECLINED' end, 0,
      case when n >= 5 then 'Bận công tác.' end, begun + n * interval '1 hour', begun + n * interval '30 hours' from plan, generate_series(1, 6) n;
  insert into jury_pair (id, contest_id, first_id, second_id, reason, active)
    select pg_temp.id('pair' || name || '-' || n), pg_temp.id('contest' || name), least(a.person_id, b.person_id), greatest(a.person_id, b.person_id), 'Vợ chồng.', n > 1
    from plan, generate_series(1, 3) n join seat a on true join seat b on true where a.id = pg_temp.id('seat' || name || '-' || n) and b.id = pg_temp.id('seat' || name || '-' || (n + 5));
  insert into jury_expertise (member_id, area_id) select pg_temp.id('member' || name || '-' || j), pg_temp.id('area' || (1 + (j + n) % 7)) from plan, generate_series(1, 16) j, generate_series(1, 2) n;
  insert into calibration (id, round_id, judge_id, finished_at)
    select pg_temp.id('calibration' || name || '-' || j), pg_temp.id('round' || name), s.person_id, begun + interval '110 days' from plan, generate_series(1, 16) j join seat s on true where s.id = pg_temp.id('seat' || name || '-' || j) and name <> 'open';
  insert into offline_sheet (id, round_id, judge_id, number, code, content, fingerprint, cards, issued_at)
    select pg_temp.id('sheet' || c.id), c.round_id, c.judge_id, 1, 'P' || c.id, '{}', md5(c.id::text), '{}', c.finished_at from calibration c on conflict do nothing;
  insert into calibration_sample (id, round_id, ordinal, title, problem, solution, novelty, effect)
    select pg_temp.id('sample' || name || '-' || n), pg_temp.id('round' || name), n, 'Hồ sơ mẫu', 'Đi lại nhiều lần.', 'Nộp qua mạng.', 'Lần đầu.', 'Bớt thời gian.' from plan, generate_series(1, 2) n where name <> 'open';
  insert into presentation_draw (id, round_id, number, seed, drawn_at) select pg_temp.id('draw' || name), pg_temp.id('round' || name), 1, 7, begun + interval '119 days' from plan where name <> 'open';
  insert into presentation_slot (id, draw_id, initiative_id, place, started_at, ended_at)
    select pg_temp.id('slot' || key), pg_temp.id('draw' || name), id, k, begun + interval '120 days' + k * interval '15 minutes', begun + interval '120 days' + k * interval '15 minutes' + interval '12 minutes' from entry where k <= 12 and name <> 'open';
  insert into reopening (id, scorecard_id, reason, requested_by_id, requested_at, state, decided_by_id, decided_at, decision_reason)
    select pg_temp.id('reopening' || key), pg_temp.id('card' || key || case when signed then '-0' else '' end), 'Nhập nhầm.', pg_temp.id('personJ' || judge), sent + interval '31 days', 'REFUSED', pg_temp.id('personO'), sent + interval '32 days', 'Đã đúng.'
    from card where j = 0 and k % 12 in (5, 6, 8, 9, 10);
  insert into correction (id, round_id, scorecard_id, kind, reason, proposed_by_id, proposed_at, state, decided_by_id, decided_at)
    select pg_temp.id('correction' || key), pg_temp.id('round' || name), pg_temp.id('card' || key || '-0'), 'CARD_EXCUSED', 'Cộng nhầm.', pg_temp.id('personO'), sent + interval '40 days', 'WITHDRAWN', pg_temp.id('personO'), sent + interval '41 days'
    from card where signed and j = 0 and k % 12 in (2, 4, 8);
  insert into initiative_link (id, initiative_id, earlier_id, verdict, reason, by_id, at)
    select pg_temp.id('link' || key), id, pg_temp.id('initiative' || name || '-' || (k - 1)), 'IMPROVES', 'Phát triển thêm.', pg_temp.id('personO'), sent + interval '9 days' from entry where k % 6 = 5 and state = 'ELIGIBLE';
  update initiative_author a set person_id = pg_temp.id('personS') from entry e where a.initiative_id = e.id and a.lead and e.name = 'open' and e.k % 20 = 7;
  insert into assignment_proposal (id, round_id, made_at, options, fingerprint, loads, spread, total_fit, worst_fit, optimal, gap, worst_gap, short, short_count)
    select pg_temp.id('proposal' || name || n), pg_temp.id('round' || name), begun + n * interval '1 day', '{}', '0', '[]', 1, 1, 1, true, 0, 0, '[]', 0 from plan, generate_series(1, 3) n where name <> 'open';
  insert into name_look (initiative_id, read_as, mentions, files, looked_at, words, withheld)
    select id, '1/0', case when k % 6 = 1 then '[{"field": "PROBLEM", "fileId": null, "kind": "UNIT", "before": "Tại ", "said": "Tân Hội", "after": "."}]'::jsonb else '[]' end, '[]', sent + interval '15 days', '[]', '[]'
    from entry where state = 'ELIGIBLE';
  update round set rule = rule || '{"visibility": "ANONYMOUS"}' where id = pg_temp.id('roundclose');
  insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, reason, created_at, waits, proposed_by)
    select pg_temp.id('waiting' || key), pg_temp.id('contest' || name), id, pg_temp.id('personJ' || (1 + (at * 5 + k) % 800)), 'OTHER', 'SET', true, false, 'Họ hàng.', sent, true, pg_temp.id('personO') from entry where k % 400 = 9;
  insert into inspection (id, kind, unit_id, decision_number, decided_on, ordered_by_id, ordered_at, state, started_at, salt, illustrative)
    select pg_temp.id('inspection' || e.key), case when e.k % 10 = 0 then 'SURPRISE' else 'PLANNED' end, i.owner_id, '1/QĐ', e.sent::date, pg_temp.id('personO'), e.sent, case when e.k % 20 = 0 then 'ORDERED' else 'UNDER_WAY' end,
      case when e.k % 20 <> 0 then e.sent end, case when e.k % 10 = 0 then '00' end, false from entry e join initiative i on i.id = e.id where e.k % 5 = 0 and e.state = 'ELIGIBLE';
  insert into inspection_member (id, inspection_id, person_id, leads, place)
    select gen_random_uuid(), i.id, pg_temp.id('personJ' || ((hashtext(i.id::text) & 511) + n)), n = 1, n from inspection i, generate_series(1, 2) n on conflict do nothing;
  insert into inspection_item (id, inspection_id, place, question) select gen_random_uuid(), i.id, n, 'Niêm yết đủ' from inspection i, generate_series(1, 3) n;
  insert into recognition (id, initiative_id, unit_id, applied_by_id, applied_on, first_applied_on, benefit, state, accepted_on, decide_by, receipt_year, receipt_number,
      council_number, council_decided_on, votes_of, sat_on, seated, present, yes, no, decided_on, reason)
    select pg_temp.id('recognition' || e.key), e.id, c.host_id, ia.person_id, e.sent::date, e.sent::date, 'Nhanh hơn.', case when e.k % 2 = 0 then 'REFUSED' else 'ACCEPTED' end, e.sent::date, e.sent::date + 90,
      extract(year from e.sent)::int + 100 * c.year, e.k, '1/QĐ', e.sent::date, 'SEATED', case when e.k % 2 = 0 then e.sent::date end, case when e.k % 2 = 0 then 3 end, case when e.k % 2 = 0 then 3 end,
      case when e.k % 2 = 0 then 1 end, case when e.k % 2 = 0 then 2 end, case when e.k % 2 = 0 then e.sent::date end, case when e.k % 2 = 0 then 'Chưa mới.' end
    from entry e join contest c on c.id = pg_temp.id('contest' || e.name) join initiative_author ia on ia.initiative_id = e.id and ia.lead where e.k % 5 = 0 and e.state = 'ELIGIBLE' on conflict do nothing;
  insert into title_kind (id, code, name_vi, name_en, level, multiple, starts_on, basis, illustrative)
    values (pg_temp.id('titlekind'), 'CSTD_CO_SO', 'Chiến sĩ thi đua cơ sở', 'Emulation soldier', 'DISTRICT', false, '2000-01-01', 'Luật', true);
  insert into achievement (id, person_id, kind_id, year, without, single, unit_id, unit_then_id, decision_number, decided_on, issuer, source, based_on, state, declared_by_id, declared_at, settled_at, illustrative)
    select pg_temp.id('achievement' || p.id || y), p.id, pg_temp.id('titlekind'), y, false, true, p.unit_id, p.unit_id, '1/QĐ', (y || '-12-20')::date, 'UBND huyện', 'OWN', '[]',
      case when y = 2024 and hashtext(p.id::text) % 500 = 0 then 'DECLARED' else 'CONFIRMED' end, p.id, now(),
      case when y < 2024 or hashtext(p.id::text) % 500 <> 0 then now() end, true
    from person p, generate_series(2020, 2024) y where p.unit_id is not null;
  insert into hold (id, subject_id, starts_on, ground, illustrative)
    select pg_temp.id('hold' || p.id), p.id, '2024-01-02', 'Đang xem xét.', true from person p where p.unit_id is not null and hashtext(p.id::text) % 9 = 0;
  insert into recognition_seat (id, recognition_id, person_id, role, place, present)
    select gen_random_uuid(), r.id, pg_temp.id('personJ' || (1 + (r.receipt_number + n) % 800)), case n when 1 then 'CHAIR' when 2 then 'SECRETARY' else 'MEMBER' end, n,
      case when r.sat_on is not null then true end from recognition r, generate_series(1, 3) n on conflict do nothing;`;

/** Mails that went out, sheets that were brought in, posts that people held, roles that wait for a second person, units that had nothing to send in, quarters that were opened again. */
export const lettersSql = ({ people, periods }: Size): string => `
  insert into mail (id, person_id, to_address, to_name, locale, subject, text, dedupe_key, created_at, attempts, sent_at)
    select pg_temp.id('mail' || n), pg_temp.id('personA' || n), 'a' || n || '@example.vn', 'A ' || n, 'vi', 'Đã nhận', 'Đã nhận.', 'r1', now() - n * interval '9 hours', 1, now() - n * interval '9 hours' from generate_series(1, ${String(people)}) n;
  insert into outbox_event (id, type, payload, created_at, available_at, attempts, failed_at, last_error)
    select pg_temp.id('failed' || n), 'scorecard.signed', '{}', now() - n * interval '5 hours', now() - n * interval '5 hours', 12, now() - n * interval '4 hours', 'Error: disk full' from generate_series(1, 20) n;
  insert into schedule_fault (id, schedule, item, error, times, first_at, last_at, discarded_at)
    select pg_temp.id('fault' || n), 'phases', 'item ' || n, 'Error', 3, now() - n * interval '9 days', now() - n * interval '8 days', now() - n * interval '7 days' from generate_series(1, 500) n;
  insert into award_payment (id, award_id, paid_on, amount, document, recorded_by_id, recorded_at)
    select pg_temp.id('payment' || w.id), w.id, '2026-01-05', w.amount, 'Phiếu chi', pg_temp.id('personO'), now() from award w where w.amount > 0;
  insert into withheld_prize (id, decision_id, initiative_id, kind, reason)
    select pg_temp.id('withheld' || d.id || i.id), d.id, i.id, 'STANDINGS', 'Đã đạt giải năm trước.' from award_decision d
    cross join lateral (select i.id from initiative i where i.contest_id = d.contest_id and not exists (select 1 from award w where w.decision_id = d.id and w.initiative_id = i.id) limit 5) i;
  insert into export (id, person_id, what, title, file_name, locale, format, args, created_at, ends_at)
    select pg_temp.id('export' || p.id), p.id, 'initiatives', 'Danh sách hồ sơ', 'danh-sach-ho-so', 'vi', 'XLSX', '{}', now() - interval '1 hour', now() + interval '1 day' from person p;
  insert into import (id, kind, person_id, unit_id, state, make_count, created_at, checked_at, applied_at, ends_at)
    select pg_temp.id('import' || n), 'units', pg_temp.id('personA' || n), pg_temp.id('unit0'), case when n % 9 = 0 then 'CHECKED' else 'APPLIED' end, 9, now() - n * interval '9 hours',
      now() - n * interval '9 hours', case when n % 9 > 0 then now() - n * interval '9 hours' end, now() + interval '30 days' from generate_series(1, ${String(people)}) n;
  insert into nudge (id, act_id, kind, subject_id, person_id, by_id, office_id, at, day)
    select pg_temp.id('nudge' || n), pg_temp.id('nudging' || n), 'SCREENING', pg_temp.id('initiativelarge-' || n), pg_temp.id('personA' || n), pg_temp.id('personO'), pg_temp.id('unit0'),
      now() - n * interval '9 hours', current_date - n / 2 from generate_series(1, ${String(people)}) n;
  insert into position (id, person_id, unit_id, title_vi, title_en, is_head, "from")
    select pg_temp.id('position' || p.id), p.id, p.unit_id, 'Chuyên viên', 'Officer', false, '2015-01-01' from person p;
  insert into role_grant (id, person_id, role, unit_id, valid_from, state, proposed_by)
    select pg_temp.id('proposedgrant' || n), pg_temp.id('personA' || n), 'JUDGE', pg_temp.id('unit0'), '2026-01-01', 'PROPOSED', pg_temp.id('personO') from generate_series(1, 20) n;
  insert into person_double (first_id, second_id, same_name, same_mailbox, found_at)
    select least(a.id, b.id), greatest(a.id, b.id), true, false, now() - n * interval '3 hours' from generate_series(1, ${String(Math.floor(people / 4))}) n
    join person a on a.id = pg_temp.id('personA' || 2 * n) join person b on b.id = pg_temp.id('personA' || (2 * n - 1));
  insert into person_merge (id, merged_id, kept_id, state, reason, needs_second, proposed_by, proposed_at, decided_by, decided_at)
    select pg_temp.id('merge' || n), pg_temp.id('personA' || 2 * n), pg_temp.id('personA' || (2 * n - 1)), 'REFUSED', 'Trùng tên.', true,
      pg_temp.id('personO'), now() - n * interval '5 hours', pg_temp.id('personL'), now() - n * interval '4 hours' from generate_series(1, ${String(Math.floor(people / 4))}) n;
  insert into no_submission (id, contest_id, unit_id, reason, by_id, at, version)
    select pg_temp.id('none' || c.id || '-' || u), c.id, pg_temp.id('unit' || u), 'Không có sáng kiến.', pg_temp.id('personO'), now() - u * interval '1 day', 1 from contest c, generate_series(13, 32, 4) u;
  insert into factor_reset (id, person_id, state, reason, needs_second, proposed_by, proposed_at, decided_by, decided_at)
    select pg_temp.id('reset' || n), pg_temp.id('personA' || n), case when n <= 20 then 'PROPOSED' else 'DONE' end, 'Mất điện thoại.', n <= 20, pg_temp.id('personO'), now() - n * interval '9 hours',
      case when n > 20 then pg_temp.id('personL') end, case when n > 20 then now() - n * interval '8 hours' end from generate_series(1, 1000) n;
  insert into period_exception (id, period_id, unit_id, reason, until, granted_by_id, granted_at)
    select pg_temp.id('exception' || q || '-' || u || '-' || n), pg_temp.id('period' || q), pg_temp.id('unit' || u), 'Mất điện.', current_date - q * 91 + 110 + n, pg_temp.id('personO'), now() - q * interval '91 days'
    from generate_series(1, ${String(periods)}) q, generate_series(13, 32, 2) u, generate_series(1, 2) n;
  insert into exception_request (id, period_id, unit_id, reason, state, requested_by_id, requested_at, decided_by_id, decided_at, decision_reason)
    select pg_temp.id('request' || p.key || '-' || u || '-' || n), p.id, pg_temp.id('unit' || u), 'Mất điện.', 'REFUSED', pg_temp.id('personF'), now() - n * interval '2 days',
      pg_temp.id('personO'), now() - n * interval '1 day', 'Đã quá lâu.' from reporting_period p, generate_series(13, 32) u, generate_series(1, 15) n;
  insert into procedure (id, code, name, field, level, source_url, checked_on, illustrative)
    select pg_temp.id('procedure' || n), '1.' || lpad(n::text, 6, '0'), 'Thủ tục ' || n, 'Lĩnh vực ' || n % 40, 'COMMUNE', 'https://dichvucong.gov.vn/', current_date - 3 * n, true from generate_series(1, ${String(people)}) n;
  insert into procedure_version (id, procedure_id, decision, starts_on, ends_on, steps, ways, items, basis)
    select pg_temp.id('procedureversion' || n || '-' || v), pg_temp.id('procedure' || n), 'QĐ ' || v, date '2024-01-01' + (v - 1) * 366, case when v < 2 then date '2024-12-31' end, '["Nộp hồ sơ"]', '[]', '[]', '[]'
    from generate_series(1, ${String(people)}) n, generate_series(1, 2) v;
  insert into counter (id, code, unit_id, name, open_from, illustrative)
    select pg_temp.id('counter' || u || '-' || n), 'C' || translate(lpad((u * 100 + n)::text, 7, '2'), '01', 'AB'), pg_temp.id('unit' || u), 'Quầy ' || n, date '2024-01-01', true from generate_series(13, 32) u, generate_series(1, 40) n;
  insert into rating (id, submission_id, counter_id, level, reasons, day, tier, standing, rule)
    select gen_random_uuid(), gen_random_uuid(), pg_temp.id('counter' || u || '-' || n), 1 + d % 5, '{}', current_date - 1 - d, 'OPEN', case when d % 10 > 0 then 'COUNTED' when u = 13 and d < 50 then 'HELD' else 'EXCLUDED' end,
      case when d % 10 = 0 then 'BURST' end from generate_series(13, 32) u, generate_series(1, 40) n, generate_series(1, 100) d;
  insert into rating_comment (id, rating_id, text, week)
    select gen_random_uuid(), r.id, 'Chờ lâu.', date_trunc('week', r.day)::date from rating r where r.level = 1 and r.standing = 'COUNTED';
  insert into rating_hold (id, counter_id, day, verdict, ratings, decided_at, reason)
    select gen_random_uuid(), r.counter_id, r.day, case r.standing when 'EXCLUDED' then 'EXCLUDE' end, case r.standing when 'EXCLUDED' then count(*) end,
      case r.standing when 'EXCLUDED' then r.day + 3 end, case r.standing when 'EXCLUDED' then 'Một người gửi.' end
    from rating r where r.standing <> 'COUNTED' group by r.counter_id, r.day, r.standing;
  insert into rating_burst (id, hold_id, ratings, usual) select gen_random_uuid(), h.id, 11, 3 from rating_hold h;
  insert into signal_base (id, unit_id, starts_on, last_week, rated, low, spread)
    select pg_temp.id('base' || u), pg_temp.id('unit' || u), date '2024-01-01', date '2024-03-18', 2600, 120, 1 from generate_series(13, 32) u;
  insert into signal (id, unit_id, rule, week, latest_week, rated, low, usual_rated, usual_low, opened_on, closed_at, conclusion, illustrative)
    select pg_temp.id('signal' || u || '-' || w || r.rule), pg_temp.id('unit' || u), r.rule, date '2024-04-01' + 7 * w, date '2024-04-01' + 7 * w, 220, 22, 2600, 120,
      date '2024-04-08' + 7 * w, case when w < 100 then now() end, case when w < 100 then 'Thiếu người trực.' end, true
    from generate_series(13, 32) u, generate_series(1, 100) w, (values ('LOW_SHARE'), ('WORSE_RUN')) r (rule);
  insert into reported_case (id, counter_id, day, kind, ratings, past_head, finding, conclusion, closed_at)
    select gen_random_uuid(), pg_temp.id('counter' || u || '-' || n), current_date - 10 * d, 'EXTRA_COST', 1, false, case when d > 1 or u > 13 then 'NOT_FOUND' end,
      case when d > 1 or u > 13 then 'Không có.' end, case when d > 1 or u > 13 then now() end from generate_series(13, 32) u, generate_series(1, 40) n, generate_series(1, 10) d;
  insert into corrective_action (id, unit_id, signal_id, root_cause, remedy, owner_id, opened_on, due_on, state, evidence, claimed_on, verifier_id, verified_on, effect_check, checked_on, told)
    select gen_random_uuid(), s.unit_id, s.id, 'Thiếu người trực.', 'Thêm người.', pg_temp.id('personA1'), s.opened_on, s.opened_on + 14, case when s.closed_at is null then 'OPEN' else 'EFFECTIVE' end,
      case when s.closed_at is not null then 'Lịch trực.' end, case when s.closed_at is not null then s.opened_on + 9 end, case when s.closed_at is not null then pg_temp.id('personA2') end,
      case when s.closed_at is not null then s.opened_on + 10 end, case when s.closed_at is not null then 'Bốn tuần sau.' end, case when s.closed_at is not null then s.opened_on + 60 end, 0
    from signal s, generate_series(1, 2) n;
  insert into calendar_year (id, year, decision_number, issuer, decided_on, saved_at)
    select gen_random_uuid(), y, 'TB ' || y, 'Bộ Nội vụ', make_date(y - 1, 10, 1), now() from generate_series(extract(year from current_date)::int - 2, extract(year from current_date)::int) y;
  insert into transaction_count (id, unit_id, field, month, transactions, source, illustrative)
    select pg_temp.id('transactions' || u || '-' || f || '-' || m), pg_temp.id('unit' || u), 'Lĩnh vực ' || f, date_trunc('month', current_date)::date - make_interval(months => m), 100 + f, 'Phần mềm một cửa', true
    from generate_series(13, 32) u, generate_series(1, 10) f, generate_series(1, 24) m;
  insert into licence_kind (id, code, name, term_amount, term_unit, before_amount, before_unit, steps, basis, starts_on, illustrative)
    select pg_temp.id('licencekind' || n), 'KIND_' || n, 'Giấy ' || n, 5, 'YEAR', 30, 'DAY', '{60,30,7}', 'Nghị định', date '2024-01-01', true from generate_series(1, 40) n;
  insert into licence (id, kind_id, number, unit_id, holder, phone, issued_on, expires_on, file_by, state, renewed_on, illustrative)
    select pg_temp.id('licence' || u || '-' || n), pg_temp.id('licencekind' || (1 + n % 40)), n || '/GP-' || u, pg_temp.id('unit' || u), 'Cơ sở ' || n, '09' || lpad((u * 10000 + n)::text, 8, '0'), current_date - 1700 + n % 900,
      current_date + n % 900 - 200, current_date + n % 900 - 230, case when n % 3 = 0 then 'RENEWED' else 'ACTIVE' end, case when n % 3 = 0 then current_date - 9 end, true from generate_series(13, 32) u, generate_series(1, 300) n;
  insert into reminder (id, licence_id, expires_on, step, wording, nominal_on, due_on, channel, state, at)
    select pg_temp.id('reminder' || l.id || step), l.id, l.expires_on, step, 'BEFORE', l.file_by - step, l.file_by - step, case when l.file_by - step <= current_date then 'CALL' end,
      case when l.file_by - step > current_date then 'PLANNED' when step = 7 and l.file_by > current_date then 'DUE' else 'REACHED' end, case when l.file_by - step <= current_date then now() end
    from licence l, unnest('{60,30,7}'::int[]) step where l.state = 'ACTIVE' and l.file_by between current_date - 200 and current_date + 100;
  insert into reminder_opt_out (id, licence_id, at) select pg_temp.id('optout' || l.id), l.id, now() from licence l where l.number like '7%' and l.state = 'ACTIVE';
  insert into reminder_link (hash, licence_id, made_at) select encode(sha256(r.id::text::bytea), 'hex'), r.licence_id, r.at from reminder r where r.step = 60 and r.state = 'REACHED';;
  insert into paper_template (id, unit_id, kind, number, issuer, symbol, place, addressees, bases, closing, signers, recipients, made_at)
    select pg_temp.id('papertemplate' || u || '-' || n), pg_temp.id('unit' || u), 'RESULT_DECISION', n, 'Ủy ban nhân dân huyện', 'QĐ-UBND', 'Hà Nội', '[]', '[]', '[]', '[]', '[]', now() from generate_series(0, 32) u, generate_series(1, 90) n;
  insert into paper (id, unit_id, kind, contest_id, template_id, state, content, source_hash, drafted_by_id, drafted_at)
    select pg_temp.id('paper' || c.id || '-' || n), c.host_id, 'RESULT_DECISION', c.id, pg_temp.id('papertemplate0-' || n), 'DRAFT',
      jsonb_build_object('subject', 'Công nhận kết quả', 'symbol', 'QĐ-UBND', 'illustrative', true, 'body', repeat('Nội dung ', 400)), md5(c.id || '-' || n), pg_temp.id('personO'), now() - n * interval '1 day'
    from contest c, generate_series(1, 5) n;
  insert into paper_template (id, unit_id, kind, number, issuer, symbol, place, addressees, bases, closing, signers, recipients, made_at)
    select pg_temp.id('certificatetemplate' || u), pg_temp.id('unit' || u), 'CERTIFICATE', 1, 'Ủy ban nhân dân huyện', 'GCN', 'Hà Nội', '[]', '[]', '[]', '[]', '[]', now() from generate_series(0, 32) u;
  insert into certificate (id, code, contest_id, award_id, person_id, template_id, fields, fields_hash, state, issued_at, prints)
    select pg_temp.id('certificate' || w.id || ia.person_id), left(translate(upper(md5(w.id || '-' || ia.person_id)), '01', 'GH'), 26), d.contest_id, w.id, ia.person_id, pg_temp.id('certificatetemplate0'),
      '{"superior":null,"issuer":"Ủy ban nhân dân huyện","authority":null,"name":"Nguyễn Văn An","unitName":"Xã","prize":"Giải Ba","initiative":"Một cửa","contest":"Cuộc thi","decisionNumber":"12/QĐ-UBND","decidedOn":"2020-01-02","closing":[],"place":"Hà Nội","issuedOn":"2020-01-02","signer":{"on":null,"position":"Chủ tịch","name":"Trần Văn Bình"},"illustrative":true}'::jsonb,
      repeat('0', 64), 'VALID', now(), 0
    from award w join award_decision d on d.id = w.decision_id join initiative_author ia on ia.initiative_id = w.initiative_id;
  insert into pilot (id, rollout_id, host_id, title, state, fields, starts_on, ends_on, basis, measure, baseline_from, baseline_to)
    select pg_temp.id('pilot' || n), r.id, o.host_id, 'Thí điểm ' || n, 'DRAFT', '{}', '2025-03-10', '2025-05-30', '{}', 'WORKING_DAYS', '2025-02-03', '2025-02-28'
    from generate_series(1, 600) n join rollout r on r.id = pg_temp.id('rollout' || (1 + n % 40)) join roster o on o.id = r.roster_id;
  insert into pilot_unit (id, pilot_id, unit_id, arm)
    select gen_random_uuid(), p.id, u.id, case when u.place <= 2 then 'PILOT' else 'COMPARISON' end
    from pilot p, (select id, row_number() over (order by id) as place from unit where kind = 'COMMUNE' order by id limit 5) u;
  update pilot set state = 'STOP', registered_at = '2025-03-05', ended_on = '2025-06-01', concluded_on = '2025-06-02', conclusion = 'Dừng.';
  insert into service_model (id, host_id, kind, title, decision, how_to_ask, starts_on, illustrative)
    select pg_temp.id('servicemodel' || n), o.host_id, 'AT_HOME', 'Mô hình ' || n, 'Kế hoạch ' || n, 'Nói khi nộp hồ sơ.', current_date - 800, true
    from generate_series(1, 6) n join rollout r on r.id = pg_temp.id('rollout' || (1 + n % 40)) join roster o on o.id = r.roster_id;
  insert into service_model_unit (id, model_id, unit_id) select gen_random_uuid(), m.id, pg_temp.id('unit' || u) from service_model m, generate_series(13, 32) u;
  insert into service_model_procedure (id, model_id, procedure_id, occasion)
    select gen_random_uuid(), m.id, p.id, 'BIRTH' from service_model m, (select id from procedure order by id limit 2) p;
  insert into handover (id, model_id, unit_id, procedure_id, occasion, day, venue, by_level, asked_for, letter, outcome, attempt)
    select pg_temp.id('handover' || u || '-' || n), pg_temp.id('servicemodel' || (1 + n % 6)), pg_temp.id('unit' || u), p.id, 'BIRTH', current_date - 6 * n,
      'HOME', 'OFFICER', true, 'NONE', case when n % 9 = 0 then 'ABSENT' else 'HANDED' end, 1
    from generate_series(13, 32) u, generate_series(1, 130) n, (select id from procedure order by id limit 1) p;
  insert into letter_template (id, unit_id, kind, number, text, signer_position, state, illustrative)
    select pg_temp.id('lettertemplate' || u || '-' || n), pg_temp.id('unit' || u), 'CONGRATULATION', n, 'Kính chúc {người nhận}.', 'Chủ tịch', 'RETIRED', true
    from generate_series(13, 32) u, generate_series(1, 40) n;
  insert into index_scheme (id, host_id, name_vi, name_en, decision_number, decided_on, issuer, from_year, total, step, state, put_in_force_at, illustrative)
    select pg_temp.id('indexscheme'), o.host_id, 'Bộ tiêu chí', 'Criteria', '1/QĐ', '2000-01-02', 'Ủy ban', 2001, 100, 0.25, 'IN_FORCE', '2000-01-03', true
    from rollout r join roster o on o.id = r.roster_id where r.id = pg_temp.id('rollout1');
  insert into index_year (id, host_id, scheme_id, year, self_due_on, opened_at)
    select pg_temp.id('indexyear' || y), s.host_id, s.id, y, make_date(y + 1, 1, 31), make_date(y + 1, 1, 2) from index_scheme s, generate_series(2001, 2060) y;
  insert into index_sheet (id, year_id, unit_id, state, submitted_at, assessed_at, settled_at)
    select gen_random_uuid(), y.id, pg_temp.id('unit' || u), 'SETTLED', y.opened_at, y.opened_at, y.opened_at from index_year y, generate_series(13, 32) u;`;
