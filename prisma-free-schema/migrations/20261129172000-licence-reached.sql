-- How a holder is reached is forgotten in time whatever is left of it, so that the sweep goes by the day alone.
drop index if exists licence_reached;
create index licence_reached on licence (coalesce(renewed_on, ended_on, expires_on));
