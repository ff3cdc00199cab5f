-- Roll-outs are listed by title and by when they are due, licences by their holder.
create index rollout_by_title on rollout (title_vi collate "vi-VN-x-icu", id);
create index rollout_next_due on rollout (coalesce(due_on, 'infinity'::date), id);
create index licence_by_holder on licence (holder collate "vi-VN-x-icu", id);
