-- The latest roll-outs, and those that are past their day, are found in their order.
drop index rollout_started_on_index;
create index rollout_latest on rollout (started_on desc, id desc);
create index rollout_due_on_index on rollout (due_on);
drop index adoption_unit_id_index;
create index adoption_of_unit on adoption (unit_id, rollout_id);
