-- Who says a figure is a column of its own, set by the act; what the system counted stands in half-months, by nobody, and says why it was changed late.
alter table "figure" add column "source_kind" text null;
update "figure" set "source" = "source" || ' (người nhập)' where fold_text("source") in ('he thong', 'system');
update "figure" set "source_kind" = case when "report_id" is null then 'OTHER' else 'REPORTED' end;
alter table "figure" alter column "source_kind" set not null;
alter table "figure" add column "restated_at" timestamptz null, add column "restated_because" text null;
alter table "figure" add constraint "figure_source_kind" check (source_kind in ('SYSTEM', 'REPORTED', 'PRESS', 'INSPECTION', 'OTHER'));
alter table "figure" add constraint "figure_of_report_reported" check (report_id is null or source_kind = 'REPORTED');
alter table "figure" add constraint "figure_system_named" check ((source_kind = 'SYSTEM') = (fold_text(source) in ('he thong', 'system')));
alter table "figure" add constraint "figure_system_by_nobody" check (source_kind <> 'SYSTEM' or verified and by_id is null and verified_by_id is null);
alter table "figure" add constraint "figure_system_in_pieces" check (source_kind <> 'SYSTEM' or extract(day from starts_on) = 1 and ends_on = starts_on + 13
        or extract(day from starts_on) = 15 and extract(day from ends_on + 1) = 1 and ends_on - starts_on < 17);
alter table "figure" add constraint "figure_restated_with_reason" check ((restated_at is null) = (restated_because is null) and btrim(restated_because) <> '');
