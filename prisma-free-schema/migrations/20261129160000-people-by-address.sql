-- People, and the mails to them, are found by a part of an address.
create index person_address on person using gin (email gin_trgm_ops);
