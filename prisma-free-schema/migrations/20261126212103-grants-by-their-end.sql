-- Who holds what, what ends first: found in that order.
create index role_grant_ends on role_grant ((coalesce(valid_to, 'infinity'::date)), id) where state in ('PROPOSED', 'IN_FORCE');
