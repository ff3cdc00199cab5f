-- A person's notices, and those not read yet, are found in the order that they are listed in.
create index notice_latest on notice (person_id, created_at desc, id desc);
create index notice_unread on notice (person_id, created_at desc, id desc) where read_at is null;
