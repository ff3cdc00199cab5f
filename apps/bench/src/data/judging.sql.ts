import { JUDGES } from './ids.js';
import { POOL } from './people.sql.js';
import { RARE } from './rare.sql.js';

/** Marks between 4 and 10 by halves, in 97 ways. */
const MARKS = `
  create temp table given as
    select way, jsonb_agg(jsonb_build_object('criterion', 'c' || c, 'points', to_char(points, 'FM90.0'), 'comment', null) order by c) as marks, sum(points) as total
    from (select way, c, 4 + ((way * 7 + c * 3 + (way * c) % 5) % 13) / 2.0 as points from generate_series(0, 96) way, generate_series(1, 10) c) mark group by way;`;
const JUDGE = `(1 + (at * 5 + (k + j) % ${String(JUDGES)}) % ${String(POOL)})`;

/** Cards of judges in turn for what takes part, signed where the plan says so, with notes on those that are not; the word of each that nothing ties them. */
const CARDS = `
  ${MARKS}
  create temp table card as select key, name, k, j, id as initiative_id, sent, signed, ${JUDGE} as judge from entry, generate_series(0, cards - 1) j where state = 'ELIGIBLE';
  insert into scorecard (id, round_id, initiative_id, judge_id, state, extra, marks, total, nonce, hash, pseudonym, assigned_at, signed_at)
    select pg_temp.id('card' || key || case when signed then '-' || j else '' end), pg_temp.id('round' || name), initiative_id, pg_temp.id('personJ' || judge), case when signed then 'SIGNED' else 'DRAFT' end, false,
      case when signed then marks else '[]' end, case when signed then total end,
      case when signed then md5(key || j) end, case when signed then md5(key || j) || md5(key) end, case when signed then 'GK-' || left(md5(name || '-' || judge), 16) end,
      sent + interval '20 days', case when signed then sent + interval '30 days' end
    from card join given on way = pg_temp.thrown(key || j, 97);
  insert into attestation (id, initiative_id, judge_id, attested_at)
    select pg_temp.id('attestation' || key || '-' || judge), initiative_id, pg_temp.id('personJ' || judge), sent + interval '21 days' from card;
  insert into scorecard_note (id, scorecard_id, text, saved_at)
    select pg_temp.id('note' || key), pg_temp.id('card' || key), 'So với SK-1.', sent + interval '21 days' from card where not signed and j = 0;`;

/** Of the rounds that are closed: standings by the mean, and the final ones that are the same. */
const RESULTS = `
  create temp table closed as select name, begun, phase from plan where phase in ('ARCHIVED', 'DELIBERATION');
  insert into round_result (id, round_id, number, cause, rule_book_id, aggregation, audit_seq, audit_hash, made_at)
    select pg_temp.id('result' || name), pg_temp.id('round' || name), 1, 'CLOSING', pg_temp.id('book' || name), 'MEAN', 1, '0', begun + interval '170 days' from closed;
  create temp table placed as
    select name, initiative_id, mean, cards, rank() over (partition by name order by mean desc)::int as rank, row_number() over (partition by name order by mean desc, initiative_id)::int as place
    from (select closed.name, c.initiative_id, avg(c.total) as mean, count(*)::int as cards from closed join scorecard c on c.round_id = pg_temp.id('round' || closed.name) group by 1, 2) averaged;
  insert into standing (id, result_id, initiative_id, rank, place, score, cards, mean, spread, state, knocked_out, criteria)
    select pg_temp.id('standing' || name || '-' || place), pg_temp.id('result' || name), initiative_id, rank, place, mean, cards, mean, 3.5, 'PASSED', '[]', '[]' from placed;
  insert into contest_result (id, contest_id, number, cause, rule_book_id, audit_seq, audit_hash, made_at)
    select pg_temp.id('final' || name), pg_temp.id('contest' || name), 1, 'CLOSING', pg_temp.id('book' || name), 1, '0', begun + interval '170 days' from closed;
  insert into final_standing (id, result_id, initiative_id, rank, place, score, reached, state)
    select pg_temp.id('place' || name || '-' || place), pg_temp.id('final' || name), initiative_id, rank, place, mean, 'dossier', 'FINALIST' from placed;`;

/** Eleven prizes of each contest of the years before. */
const AWARDS = `
  insert into award_decision (id, contest_id, drawn_from_id, state, number, decided_on, approved_at, published_at, edits)
    select pg_temp.id('decision' || name), pg_temp.id('contest' || name), pg_temp.id('final' || name), 'PUBLISHED', '12/QĐ-UBND', (begun + interval '200 days')::date, begun + interval '200 days', begun + interval '201 days', 0
    from closed where phase = 'ARCHIVED';
  insert into award (id, decision_id, initiative_id, tier_id, rank, amount)
    select pg_temp.id('award' || name || '-' || place), pg_temp.id('decision' || name), initiative_id, pg_temp.id('tier' || name || '-' || case when place = 1 then 1 when place <= 3 then 2 when place <= 6 then 3 else 4 end), rank, 1000000
    from placed join closed using (name) where phase = 'ARCHIVED' and place <= 11;
  insert into result_pack (id, contest_id, file_id, format, sha256, size, rounds, final_number, made_at)
    select pg_temp.id('pack' || name), pg_temp.id('contest' || name), pg_temp.id('packfile' || name), 1, repeat('0', 64), 1, '[{"key": "dossier", "number": 1}]', 1, begun + interval '171 days' from closed;`;

/** A proposal of who should judge what in the contest that waits for signatures. */
const PROPOSAL = `
  insert into assignment_proposal (id, round_id, made_at, options, fingerprint, loads, spread, total_fit, worst_fit, optimal, gap, worst_gap, short, short_count)
    select pg_temp.id('proposal' || name), pg_temp.id('round' || name), begun, '{}', '0', '[]', 1, 1, 1, true, 0, 0, '[]', 0 from plan where name = 'sign';
  insert into proposed_card (id, proposal_id, initiative_id, judge_id, fit, fate)
    select pg_temp.id('proposed' || key || '-' || j), pg_temp.id('proposal' || name), initiative_id, pg_temp.id('personJ' || judge), 50, 'KEPT' from card where name = 'sign';`;

export const JUDGING: readonly string[] = [CARDS, PROPOSAL, RESULTS, AWARDS, RARE, 'drop table plan, entry, card, given, closed, placed'];
