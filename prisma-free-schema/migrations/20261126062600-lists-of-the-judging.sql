-- A judge's cards in their own order, which was worked out for all of them before each page.
drop index scorecard_judge;
create index scorecard_judge on scorecard (judge_id, round_id, (encode(sha256((round_id::text || ':' || judge_id::text || ':' || initiative_id::text)::bytea), 'hex')));

-- What judges have of a contest, by the code of its initiatives.
create index initiative_code on initiative (contest_id, code, id);

-- The draw in force of a round without the table.
drop index presentation_draw_in_force;
create unique index presentation_draw_in_force on presentation_draw (round_id) include (id) where superseded_at is null;
