-- What waits for somebody is little of all that there is: found without what is over.
create index conflict_waiting on conflict (contest_id) where waits;
create index round_running on round (contest_id) where state <> 'CLOSED';
create index award_decision_waiting on award_decision (contest_id) where state <> 'PUBLISHED';
create index report_submitted on report (period_id) where state = 'SUBMITTED';
create index contest_running on contest (host_id) where phase not in ('PUBLISHED', 'ARCHIVED', 'CANCELLED');
