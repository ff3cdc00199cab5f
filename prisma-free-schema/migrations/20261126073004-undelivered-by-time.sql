-- What did not get through is little among all that did, and is listed the latest first.
create index outbox_event_undelivered on outbox_event (created_at desc, id desc) where done_at is null and discarded_at is null and (failed_at is not null or last_error is not null);
create index job_undone on job (created_at desc, id desc) where discarded_at is null and state in ('FAILED', 'QUEUED', 'RUNNING');
create index schedule_fault_standing on schedule_fault (first_at desc, id desc) where discarded_at is null;
