-- Rule books that are still written are of the present edition, which has no weights where the final round alone decides.
-- Frozen ones stay as they are, byte by byte: without an edition they mean what they meant.
update rule_book set content = content || '{"edition": 2}' where frozen_at is null;

update rule_book set content = jsonb_set(content, '{rounds}',
  (select coalesce(jsonb_agg(each.round - 'weight' order by each.place), '[]') from jsonb_array_elements(content->'rounds') with ordinality each (round, place)))
where frozen_at is null and content->'combination'->>'kind' = 'FINAL_ONLY';
