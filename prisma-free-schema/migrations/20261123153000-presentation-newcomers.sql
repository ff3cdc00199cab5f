-- Who comes into a round by a correction after its order was drawn has a place, and none that was drawn.
alter table "presentation_slot" alter column "drawn_place" drop not null;
