import { sql } from 'kysely';
import { HIDDEN_OF_SERVICES } from './hidden-of-services.js';
import { type HiddenChange, type Hiding, contest, judges, marks, openRounds, others, rounds, seal, some } from './hiding.js';

/** Who signs the list of awards reads it, whatever conflict they have. */
const SIGNS = ['conflicted leader'];

const card = (statement: HiddenChange['statement']): HiddenChange => ({ table: 'scorecard', statement });
const cards = (hiding: Hiding) => sql`round_id in ${openRounds(hiding)} and ${others(hiding, 'judge_id')} and ${some(hiding, 2)}`;

export const HIDDEN_CHANGES: readonly HiddenChange[] = [
  ...HIDDEN_OF_SERVICES,
  card((h) => sql`update scorecard set marks = ${marks(h.seed)}, version = version + 1 where ${cards(h)}`),
  card(
    (
      h,
    ) => sql`update scorecard set state = 'SIGNED', signed_at = now(), total = ${h.seed % 90}, nonce = ${seal(h.seed)}, hash = ${seal(h.seed)},
      marks = ${marks(h.seed)}, version = version + 1 where state = 'DRAFT' and signed_at is null and ${cards(h)}`,
  ),
  card(
    (h) => sql`update scorecard set state = 'DRAFT', signed_at = null, total = null, nonce = null, hash = null, pseudonym = null
      where state = 'SIGNED' and ${cards(h)}`,
  ),
  card(
    (h) => sql`update scorecard set state = 'EXCUSED', excused_at = now(), excuse_reason = ${`Lý do ${String(h.seed)}`}
      where state <> 'EXCUSED' and ${cards(h)}`,
  ),
  card(
    (
      h,
    ) => sql`update scorecard set state = case when signed_at is null then 'DRAFT' else 'SIGNED' end, excused_at = null, excuse_reason = null
      where state = 'EXCUSED' and ${cards(h)}`,
  ),
  card(
    (h) => sql`update scorecard set extra = not extra, late = not late, assigned_at = assigned_at + interval '1 hour' where ${cards(h)}`,
  ),
  card(
    (h) => sql`delete from scorecard where ${cards(h)} and ${some(h, 3)} and id not in (
      select scorecard_id from scorecard_version union all select scorecard_id from reopening union all select scorecard_id from correction)`,
  ),
  card(
    (h) => sql`insert into scorecard (id, round_id, initiative_id, judge_id, state, extra, marks, assigned_at)
      select gen_random_uuid(), r.id, i.id, j.id, 'DRAFT', false, '[]', now() from round r join initiative i on i.contest_id = r.contest_id
      join ${judges(h)} j on j.contest_id = r.contest_id where r.id in ${openRounds(h)} and ${some(h, 3, 'j.id')} on conflict do nothing`,
  ),
  {
    table: 'scorecard_note',
    statement: (
      h,
    ) => sql`insert into scorecard_note (id, scorecard_id, text, saved_at) select gen_random_uuid(), id, ${`Ghi ${String(h.seed)}`}, now()
      from scorecard where ${others(h, 'judge_id')} and ${some(h, 2)} on conflict (scorecard_id) do update set text = excluded.text, version = scorecard_note.version + 1`,
  },
  {
    table: 'attestation',
    statement: (h) => sql`delete from attestation where ${others(h, 'judge_id')} and ${some(h, 2)}`,
  },
  {
    table: 'attestation',
    statement: (h) => sql`insert into attestation (id, initiative_id, judge_id, attested_at) select gen_random_uuid(), i.id, j.id, now()
      from initiative i join ${judges(h)} j on j.contest_id = i.contest_id where ${some(h, 3, 'j.id')} on conflict do nothing`,
  },
  {
    table: 'conflict',
    statement: (h) => sql`insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, reason, created_at)
      select gen_random_uuid(), i.contest_id, i.id, j.id, 'FAMILY', 'DECLARED', true, true, ${`Anh em ${String(h.seed)}`}, now()
      from initiative i join ${judges(h)} j on j.contest_id = i.contest_id where ${some(h, 3, 'j.id')} and ${some(h, 2, 'i.id')} on conflict do nothing`,
  },
  {
    table: 'conflict',
    statement: (h) => sql`update conflict set active = not active, pinned = true, version = version + 1, reason = ${String(h.seed)}
      where contest_id = ${contest(h)} and ${others(h, 'person_id')} and ${some(h, 2)}`,
  },
  {
    table: 'conflict',
    statement: (h) => sql`delete from conflict where contest_id = ${contest(h)} and ${others(h, 'person_id')} and ${some(h, 3)}`,
  },
  {
    table: 'jury_member',
    statement: (
      h,
    ) => sql`insert into jury_member (id, seat_id, load_min, load_max, edits) select gen_random_uuid(), s.id, 1, ${(h.seed % 9) + 1}, 1
      from seat s where s.contest_id = ${contest(h)} and s.kind = 'JUDGE' and ${others(h, 's.person_id')}
      on conflict (seat_id) do update set load_max = excluded.load_max, edits = jury_member.edits + 1, version = jury_member.version + 1`,
  },
  {
    table: 'jury_expertise',
    statement: (h) => sql`insert into jury_expertise (member_id, area_id) select m.id, a.id from jury_member m, reform_area a
      where ${some(h, 2, 'm.id')} on conflict do nothing`,
  },
  {
    table: 'jury_pair',
    statement: (h) => sql`insert into jury_pair (id, contest_id, first_id, second_id, reason, active)
      select gen_random_uuid(), a.contest_id, a.id, b.id, ${String(h.seed)}, true from ${judges(h)} a join ${judges(h)} b on a.contest_id = b.contest_id
      and a.id < b.id where ${some(h, 2, 'a.id')} on conflict (contest_id, first_id, second_id) do update set active = not jury_pair.active`,
  },
  {
    table: 'name_look',
    statement: (
      h,
    ) => sql`insert into name_look (initiative_id, read_as, mentions, files, looked_at, words, withheld) select i.id, ${String(h.seed)}, '[]', '[]', now(), '[]', '[]'
      from initiative i where i.contest_id = ${contest(h)} and ${some(h, 2, 'i.id')}
      on conflict (initiative_id) do update set read_as = excluded.read_as, version = name_look.version + 1`,
  },
  {
    table: 'jury_invitation',
    statement: (
      h,
    ) => sql`insert into jury_invitation (id, contest_id, person_id, chair, state, conflicts_found, reason, invited_at, answered_at)
      select gen_random_uuid(), j.contest_id, j.id, false, 'DECLINED', 2, ${`Bận ${String(h.seed)}`}, now(), now() from ${judges(h)} j where ${some(h, 3, 'j.id')}`,
  },
  {
    table: 'nudge',
    statement: (h) => sql`insert into nudge (id, act_id, kind, subject_id, person_id, by_id, office_id, at, day)
      select gen_random_uuid(), gen_random_uuid(), 'card.sign', r.id, j.id, ${h.readers[0]}, ct.host_id, now(), current_date - ${h.seed % 20}::int
      from round r join contest ct on ct.id = r.contest_id join ${judges(h)} j on j.contest_id = ct.id
      where r.id in ${rounds(h)} and j.id <> ${h.readers[0]} and ${some(h, 2, 'j.id')} on conflict do nothing`,
  },
  {
    table: 'calibration',
    statement: (h) => sql`insert into calibration (id, round_id, judge_id, finished_at) select gen_random_uuid(), r.id, j.id, now()
      from round r join ${judges(h)} j on j.contest_id = r.contest_id where r.id in ${openRounds(h)} and ${some(h, 2, 'j.id')} on conflict do nothing`,
  },
  {
    table: 'assignment_proposal',
    statement: (
      h,
    ) => sql`insert into assignment_proposal (id, round_id, made_at, options, fingerprint, loads, spread, total_fit, optimal, gap, worst_gap,
        short, short_count) select gen_random_uuid(), id, now(), '{}', ${seal(h.seed)}, '[]', ${h.seed % 5}, 1, false, 1, 1, '[]', 0
      from round where id in ${openRounds(h)}`,
  },
  {
    table: 'proposed_card',
    statement: (h) => sql`insert into proposed_card (id, proposal_id, initiative_id, judge_id, fit, fate)
      select gen_random_uuid(), a.id, i.id, j.id, ${h.seed % 9}, 'NEW' from assignment_proposal a join round r on r.id = a.round_id
      join initiative i on i.contest_id = r.contest_id join ${judges(h)} j on j.contest_id = r.contest_id where ${some(h, 3, 'j.id')} on conflict do nothing`,
  },
  {
    table: 'correction',
    statement: (
      h,
    ) => sql`insert into correction (id, round_id, scorecard_id, kind, reason, proposed_by_id, proposed_at, state, decided_by_id, decided_at)
      select gen_random_uuid(), c.round_id, c.id, 'CARD_EXCUSED', ${`Nhầm ${String(h.seed)}`}, c.judge_id, now(), 'WITHDRAWN', c.judge_id, now()
      from scorecard c where c.round_id in ${rounds(h)} and ${others(h, 'c.judge_id')} and ${some(h, 2, 'c.id')}`,
  },
  {
    table: 'offline_sheet',
    statement: (
      h,
    ) => sql`insert into offline_sheet (id, round_id, judge_id, number, code, content, fingerprint, cards, issued_at, superseded_at)
      select gen_random_uuid(), r.id, j.id, ${h.seed + 1}, gen_random_uuid()::text, '{}', ${seal(h.seed)}, '[]', now(), now()
      from round r join ${judges(h)} j on j.contest_id = r.contest_id where ${some(h, 2, 'j.id')} on conflict do nothing`,
  },
  {
    table: 'scorecard_version',
    statement: (h) => sql`insert into scorecard_version (id, scorecard_id, number, marks, total, nonce, hash, signed_at, kept_at)
      select gen_random_uuid(), id, ${h.seed + 1}, ${marks(h.seed)}, ${h.seed % 90}, ${seal(h.seed)}, ${seal(h.seed)}, now(), now()
      from scorecard where ${cards(h)} on conflict do nothing`,
  },
  {
    table: 'reopening',
    statement: (h) => sql`insert into reopening (id, scorecard_id, reason, requested_by_id, requested_at, state)
      select gen_random_uuid(), id, ${`Nhầm ${String(h.seed)}`}, judge_id, now(), 'REQUESTED' from scorecard where ${cards(h)} on conflict do nothing`,
  },
  {
    table: 'result_pack',
    statement: (
      h,
    ) => sql`with kept as (insert into stored_file (id, owner_type, owner_id, file_name, content_type, size, sha256, incoming_key, uploaded_by, created_at, kept_at)
        select gen_random_uuid(), 'resultPack', c.id, 'goi.json', 'application/json', 9, ${seal(h.seed)}, gen_random_uuid()::text,
          (select min(j.id::text)::uuid from ${judges(h)} j), now(), now() from contest c where c.id = ${contest(h)} returning id, owner_id)
      insert into result_pack (id, contest_id, file_id, format, sha256, size, rounds, made_at)
      select gen_random_uuid(), owner_id, id, 1, ${seal(h.seed)}, 9, '[{}]', now() from kept`,
  },
  {
    table: 'round_result',
    statement: (
      h,
    ) => sql`update round_result set aggregation = case aggregation when 'MEAN' then 'MEDIAN' else 'MEAN' end, audit_seq = audit_seq + 1,
      audit_hash = ${seal(h.seed)} where round_id in ${rounds(h)}`,
  },
  {
    table: 'standing',
    statement: (h) => sql`update standing set score = ${h.seed % 100}, cards = cards + 1, spread = ${h.seed % 30}, place = place + 100
      where result_id in (select id from round_result where round_id in ${rounds(h)}) and ${some(h, 2)}`,
  },
  {
    table: 'round_qualifier',
    // Once the order of the next round is drawn, everyone of the contest is told who presents.
    statement: (
      h,
    ) => sql`merge into round_qualifier q using (select r.id, s.initiative_id from round r join round n on n.contest_id = r.contest_id
        and n.ordinal = r.ordinal + 1 join round_result v on v.round_id = r.id join standing s on s.result_id = v.id and s.state = 'PASSED'
        where r.id in ${rounds(h)} and v.superseded_at is null and not exists (select 1 from presentation_draw d where d.round_id = n.id)) p
      on q.round_id = p.id and q.initiative_id = p.initiative_id
      when matched then delete when not matched then insert (round_id, initiative_id) values (p.id, p.initiative_id)`,
  },
  {
    table: 'contest_result',
    statement: (h) =>
      sql`update contest_result set audit_seq = audit_seq + 1, audit_hash = ${seal(h.seed)} where contest_id = ${contest(h)}`,
  },
  {
    table: 'final_standing',
    statement: (h) => sql`update final_standing set score = ${h.seed % 100}, place = place + 100, decided_by = ${String(h.seed)}
      where result_id in (select id from contest_result where contest_id = ${contest(h)}) and ${some(h, 2)}`,
  },
  {
    table: 'chair_vote',
    statement: (h) => sql`insert into chair_vote (id, result_id, initiatives, reason, cast_by_id, cast_at) select gen_random_uuid(), v.id,
      (select jsonb_agg(i.id) from initiative i where i.contest_id = v.contest_id), ${String(h.seed)}, (select min(j.id::text)::uuid from ${judges(h)} j), now()
      from contest_result v where v.contest_id = ${contest(h)}`,
  },
  {
    table: 'result_pack',
    statement: (h) => sql`insert into result_pack (id, contest_id, file_id, format, sha256, size, rounds, final_number, made_at)
      select gen_random_uuid(), c.id, gen_random_uuid(), 1, ${seal(h.seed)}, ${h.seed + 1}, '[{"key": "dossier", "number": 1}]', 1, now()
      from contest c where c.id = ${contest(h)}`,
  },
  {
    table: 'award',
    shownTo: SIGNS,
    statement: (
      h,
    ) => sql`update award w set rank = ${h.seed % 9}, amount = ${h.seed * 1000}, departure_reason = ${String(h.seed)}, version = w.version + 1
      from award_decision d where d.id = w.decision_id and d.contest_id = ${contest(h)}`,
  },
  {
    table: 'award_decision',
    shownTo: SIGNS,
    statement: (h) => sql`update award_decision set state = case state when 'DRAFT' then 'SUBMITTED' else 'DRAFT' end, version = version + 1
      where contest_id = ${contest(h)}`,
  },
  {
    table: 'job',
    statement: (
      h,
    ) => sql`insert into job (id, kind, requested_by, subject_type, subject_id, input, state, created_at, finished_at, attempts)
      select gen_random_uuid(), 'assignmentProposal', j.id, 'Round', r.id, '{}', 'DONE', now(), now(), 1
      from round r join ${judges(h)} j on j.contest_id = r.contest_id where ${some(h, 3, 'j.id')}`,
  },
  {
    table: 'notice',
    statement: (h) => sql`insert into notice (id, person_id, kind, subject_vi, subject_en, text_vi, text_en, path, dedupe_key, created_at)
      select gen_random_uuid(), j.id, 'judge.recused', 'x', 'x', 'x', 'x', '/', ${String(h.seed)} || j.contest_id, now() from ${judges(h)} j on conflict do nothing`,
  },
  // Surprises that nobody who looks on ordered, is to take part in or oversees; in every unit, also those of their own.
  {
    table: 'round',
    // A judge who has a card in it may know: what they are told of their own cards says so.
    shownTo: ['judge'],
    statement: (
      h,
    ) => sql`update round set state = case state when 'OPEN' then 'SETTLING' else 'OPEN' end, version = version + case state when 'OPEN' then 1 else -1 end
      where id in ${openRounds(h)}`,
  },
];

/** Tables of the judging that no change is made in, and why. */
export const NOT_HIDDEN: Readonly<Record<string, string>> = {
  presentation_draw: 'by drawing the order organisers tell everyone of the contest who presents, and when',
  presentation_slot: 'as the draw',
  calibration_card: 'hangs on a sample; its own suite shows who sees the marks',
  calibration_sample: 'what all judges of a round mark first; their marks are another table',
};
