-- What was checked and waits to be applied is looked up by who brought it in.
create index import_to_apply on import (person_id) where state = 'CHECKED';
