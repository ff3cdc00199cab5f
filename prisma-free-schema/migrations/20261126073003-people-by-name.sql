-- People are found by a part of their name, and listed in the order of names; roles that wait for a second person are few among all.
create index person_name on person using gin (fold_marks(full_name) gin_trgm_ops, fold_text(full_name) gin_trgm_ops);
create index person_in_order on person (full_name collate "vi-VN-x-icu", id);
create index role_grant_waiting on role_grant (id) where state = 'PROPOSED' or state = 'IN_FORCE' and revocation_by is not null;
