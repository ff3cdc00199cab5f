import { sql } from 'kysely';
import { type DemoWorld } from './demo-world.js';

/** The leader of the season. */
export const CHAIR = 'chair@hoaiduc.demo';
export const judged = sql`(select id from contest where phase = 'JUDGING')`;
export const past = sql`(select id from contest where year = 2023)`;

/** Three of each thing of which the demo season has fewer, for whoever counts rows of every list. */
export async function addWhatIsFew(world: DemoWorld): Promise<void> {
  // No dossier of the season has more than one paper.
  const columns = sql.raw('owner_type, owner_id, file_name, content_type, size, sha256, incoming_key, uploaded_by, created_at, kept_at');
  await sql`insert into stored_file (id, ${columns}) select gen_random_uuid(), ${columns}
    from (select * from stored_file where owner_type = 'initiative' and kept_at is not null and removed_at is null order by id limit 1) f, generate_series(1, 2)`.execute(
    world.contest.em().getKysely(),
  );
  // Nobody of it is sending a file just now.
  await sql`insert into stored_file (id, owner_type, owner_id, file_name, content_type, size, incoming_key, uploaded_by, created_at)
    select gen_random_uuid(), 'initiative', gen_random_uuid(), 'a.pdf', 'application/pdf', 1, 'incoming/a', ${await world.person('SUBMITTER')}, ${world.contest.clock.now()}
    from generate_series(1, 3)`.execute(world.contest.em().getKysely());
  // Its juries were seated by a decision; nobody was asked.
  await sql`insert into jury_invitation (id, contest_id, person_id, chair, state, conflicts_found, reason, invited_at, answered_at)
    select gen_random_uuid(), ${judged}, p.id, false, 'WITHDRAWN', 0, 'Đủ giám khảo', now(), now()
    from person p join role_grant g on g.person_id = p.id and g.role = 'JUDGE', generate_series(1, 3)`.execute(
    world.contest.em().getKysely(),
  );
  // Nobody reopened a card in the season.
  await sql`insert into reopening (id, scorecard_id, reason, requested_by_id, requested_at, state)
    select gen_random_uuid(), c.id, 'Nhập nhầm.', c.judge_id, now(), 'REQUESTED' from scorecard c join round r on r.id = c.round_id
    where r.contest_id = ${judged} and r.state = 'OPEN' order by c.id limit 3`.execute(world.contest.em().getKysely());
  // No result of the season was corrected.
  await sql`insert into result_pack (id, contest_id, file_id, format, sha256, size, rounds, final_number, made_at)
    select gen_random_uuid(), c.id, gen_random_uuid(), 1, repeat('0', 64), 1, '[{"key": "final", "number": 1}]', 1, now()
    from contest c, generate_series(1, 3) where c.id = ${past}`.execute(world.contest.em().getKysely());
  // Nobody of its jury is kept apart.
  await sql`insert into jury_pair (id, contest_id, first_id, second_id, reason, active)
    select gen_random_uuid(), one.contest_id, one.person_id, two.person_id, 'Vợ chồng.', true
    from seat one join seat two on two.contest_id = one.contest_id and two.kind = one.kind and two.person_id > one.person_id
    where one.kind = 'JUDGE' and one.contest_id = ${judged} limit 3`.execute(world.contest.em().getKysely());
  // No role waits for a second person, and no conflict of the leader's.
  await sql`insert into role_grant (id, person_id, role, unit_id, valid_from, state, proposed_by)
    select gen_random_uuid(), p.id, 'JUDGE', g.unit_id, '2026-01-01', 'PROPOSED', g.person_id
    from role_grant g, (select id from person order by id limit 9) p where g.role = 'ADMIN' and g.person_id <> p.id`.execute(
    world.contest.em().getKysely(),
  );
  await sql`insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, reason, created_at, waits, proposed_by)
    select gen_random_uuid(), ${judged}, i.id, p.id, 'OTHER', 'SET', true, false, 'Họ hàng.', now(), true, i.id
    from (select id from initiative where contest_id = ${judged} order by id limit 3) i, person p where p.email = ${CHAIR}`.execute(
    world.contest.em().getKysely(),
  );
  // No commune of the season asked for an exception.
  await sql`insert into exception_request (id, period_id, unit_id, reason, state, requested_at)
    select gen_random_uuid(), p.id, u.id, 'Mất điện.', 'REQUESTED', now() from reporting_period p join unit u on u.parent_id = p.host_id limit 3`.execute(
    world.contest.em().getKysely(),
  );
  // No commune's officer of the season is an author.
  await sql`update initiative_author set person_id = ${await world.person('COMMUNE_OFFICER')}, answer = null, answered_at = null
    where lead and initiative_id in (select id from initiative where contest_id = ${judged} and state = 'ELIGIBLE' order by id limit 3)`.execute(
    world.contest.em().getKysely(),
  );
  // Nobody lost a second factor.
  await sql`insert into factor_reset (id, person_id, state, reason, needs_second, proposed_at)
    select gen_random_uuid(), p.id, 'PROPOSED', 'Mất điện thoại.', true, now() from person p
    where p.unit_id is not null and p.id <> ${await world.person('ADMIN')} order by p.id limit 3`.execute(world.contest.em().getKysely());
  // Nor has anybody two records.
  await sql`with three as (select p.*, row_number() over () from person p where p.unit_id is not null
      and p.id not in (${await world.person('ADMIN')}, ${await world.person('LEADER')}) order by p.id limit 3),
    again as (insert into person (id, full_name, locale, unit_id, external) select gen_random_uuid(), full_name, locale, unit_id, external from three returning id, full_name)
    insert into person_merge (id, merged_id, kept_id, state, reason, needs_second, proposed_by, proposed_at)
    select gen_random_uuid(), a.id, t.id, 'PROPOSED', 'Một người.', true, ${await world.person('LEADER')}, now()
    from three t join again a on a.full_name = t.full_name`.execute(world.contest.em().getKysely());
  // Nor is a ranking open to all.
  await sql`update rule_book set content = content || '{"publicRanking": true}' where contest_id = ${past}`.execute(
    world.contest.em().getKysely(),
  );
  // Nor did judges of a round not know whose an initiative is.
  await sql`update round set rule = rule || '{"visibility": "ANONYMOUS"}' where contest_id = ${past} and ordinal = 1`.execute(
    world.contest.em().getKysely(),
  );
  // Only one burst was held.
  await sql`insert into rating_hold (id, counter_id, day) select gen_random_uuid(), id, '2026-01-05' from counter order by id limit 2`.execute(
    world.contest.em().getKysely(),
  );
  // Nobody was asked for money.
  await sql`insert into reported_case (id, counter_id, day, kind, ratings, past_head)
    select gen_random_uuid(), id, '2026-01-05', 'EXTRA_COST', 1, false from counter order by id limit 3`.execute(
    world.contest.em().getKysely(),
  );
  await sql`insert into signal (id, unit_id, rule, week, latest_week, rated, low, usual_rated, usual_low, opened_on, closed_at, conclusion, illustrative)
    select gen_random_uuid(), c.unit_id, 'LOW_SHARE', w::date, w::date, 220, 22, 2600, 120, w::date + 7, now(), 'Thiếu người trực.', true
    from (select unit_id from counter order by id limit 1) c, generate_series(date '2024-01-01', date '2024-01-15', interval '7 days') w`.execute(
    world.contest.em().getKysely(),
  );
  await sql`insert into corrective_action (id, unit_id, signal_id, root_cause, remedy, owner_id, opened_on, due_on, state, told)
    select gen_random_uuid(), s.unit_id, s.id, 'Thiếu người trực.', 'Thêm người.', p.id, '2026-01-05', '2026-01-20', 'OPEN', 0
    from (select id, unit_id from signal order by id limit 3) s, (select id from person order by id limit 1) p`.execute(
    world.contest.em().getKysely(),
  );
  // Nor was a card corrected.
  await sql`insert into correction (id, round_id, scorecard_id, kind, reason, proposed_by_id, proposed_at, state, decided_by_id, decided_at)
    select gen_random_uuid(), c.round_id, c.id, 'CARD_EXCUSED', 'Cộng nhầm.', c.judge_id, now(), 'WITHDRAWN', c.judge_id, now()
    from scorecard c join round r on r.id = c.round_id where r.contest_id = ${past} order by c.id limit 3`.execute(
    world.contest.em().getKysely(),
  );
}
