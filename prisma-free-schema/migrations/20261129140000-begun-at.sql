-- When a draft was begun, by the clock of the act: the id tells when a row was made, which of what was entered afterwards is years later.
alter table "initiative" add "begun_at" timestamptz null;
update "initiative" i set "begun_at" = uuid_extract_timestamp(i.id)
where i.paper_received_at is null and not (select c.recorded from contest c where c.id = i.contest_id)
  and uuid_extract_timestamp(i.id) <= coalesce((select min(v.submitted_at) from initiative_version v where v.initiative_id = i.id), i.submitted_at, 'infinity');
alter table "initiative" add constraint "initiative_begun_or_on_paper" check (begun_at is null or paper_received_at is null);
