-- Lists that go by a day: applications for recognition, achievements, inspections, pilots.
create index recognition_next_due on recognition (coalesce(case when decided_on is null then decide_by end, 'infinity'::date), id);
create index achievement_by_year on achievement (year desc, id desc);
create index inspection_latest on inspection (decided_on desc, id desc);
create index pilot_latest on pilot (starts_on desc, id desc);
drop index pilot_public;
create index pilot_public on pilot (starts_on desc, id desc) where state <> 'DRAFT';
