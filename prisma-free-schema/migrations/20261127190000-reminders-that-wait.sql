-- The list of a morning has those alone that wait for somebody.
create index reminder_waiting on reminder (due_on, id) where state in ('DUE', 'FAILED');
