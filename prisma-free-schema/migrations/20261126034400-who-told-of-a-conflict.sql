-- Who told of a conflict, so that it can wait for a second person where whom it is about comes to a say in the judging.
update "conflict" k set "proposed_by" = told."actor_id" from (
    select distinct on (e."subject_id") e."subject_id", e."actor_id" from "audit_entry" e
    where e."subject_type" = 'Conflict' and e."operation" in ('setConflict', 'declareConflict') order by e."subject_id", e."seq" desc) told
  where told."subject_id" = k."id"::text and k."proposed_by" is null and k."source" in ('SET', 'DECLARED');
