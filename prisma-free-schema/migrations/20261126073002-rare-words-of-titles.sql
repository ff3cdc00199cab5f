-- Similar initiatives are found by the rarest words of a title; how rare words are is known of an index of their own.
drop index initiative_search_words;
create index initiative_search_title_words on initiative_search using gin (to_tsvector('simple', title));
analyze initiative_search;
