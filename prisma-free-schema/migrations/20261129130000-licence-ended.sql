-- From when a licence is over, so that how its holder is reached is forgotten 24 months later. For those that are over already that is counted from today.
alter table "licence" add "ended_on" date null;
update "licence" set "ended_on" = current_date where "state" in ('REVOKED', 'CLOSED');
alter table "licence" add constraint "licence_ended_iff_over" check ((state in ('REVOKED', 'CLOSED')) = (ended_on is not null));
create index licence_reached on licence (coalesce(renewed_on, ended_on, expires_on)) where num_nonnulls(contact, phone, email, address) > 0;
