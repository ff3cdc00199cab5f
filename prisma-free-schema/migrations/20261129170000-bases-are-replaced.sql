-- A legal basis of a template says what took its place once it ended.
update paper_template set bases = coalesce((
  select jsonb_agg('{"to": null, "replacedBy": null}' || basis order by place) from jsonb_array_elements(bases) with ordinality as b (basis, place)), '[]')
where jsonb_array_length(bases) > 0;

alter table paper_template
  add constraint paper_template_bases_forward check (not jsonb_path_exists(bases, '$[*] ? (@.to < @.from)')),
  add constraint paper_template_replaced_ended check (not jsonb_path_exists(bases, '$[*] ? (@.replacedBy != null && @.to == null)'));
