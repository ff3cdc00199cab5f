-- Which APP_SECRET an input was hashed with, so that a lost secret does not turn repeats into misuse.
alter table mutation_key add column secret_id text null;
