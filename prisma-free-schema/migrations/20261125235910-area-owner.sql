-- Each area has an owner: the one root that took it, where there is one; else it belongs to the roots of the tree together.
alter table "reform_area" drop constraint "reform_area_code";
alter table "reform_area" add "owner_id" uuid null;
alter table "reform_area" add constraint "reform_area_owner_id_foreign" foreign key ("owner_id") references "unit" ("id") on delete set null;
create index "reform_area_owner" on "reform_area" ("owner_id");
create unique index reform_area_code on reform_area (owner_id, code) nulls not distinct;
update "reform_area" a set owner_id = host.id from (
    select ca.area_id, (array_agg(distinct c.host_id))[1] as id from "contest_area" ca join "contest" c on c.id = ca.contest_id join "unit" u on u.id = c.host_id and u.parent_id is null
    group by ca.area_id having count(distinct c.host_id) = 1) host where host.area_id = a.id;
