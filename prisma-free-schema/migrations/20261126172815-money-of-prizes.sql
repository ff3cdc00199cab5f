-- The money of prizes: when it was paid, how much, by which paper.
create table "award_payment" ("id" uuid not null, "award_id" uuid not null, "paid_on" date not null, "amount" bigint not null, "document" varchar(100) not null, "recorded_by_id" uuid not null, "recorded_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
alter table "award_payment" add constraint "award_payment_once" unique ("award_id");
alter table "award_payment" add constraint "award_payment_amount" check (amount > 0);
alter table "award_payment" add constraint "award_payment_document" check (btrim(document) <> '');
alter table "award_payment" add constraint "award_payment_award_id_foreign" foreign key ("award_id") references "award" ("id");
alter table "award_payment" add constraint "award_payment_recorded_by_id_foreign" foreign key ("recorded_by_id") references "person" ("id");
