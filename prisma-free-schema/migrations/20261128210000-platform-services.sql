-- An adopted initiative names the service of the platform that it runs on, and that counts its communes' figures.
alter table rollout add column service text;
update rollout r set service = coalesce(
  (select 'COUNTER_RATINGS' from indicator i where i.rollout_id = r.id and i.key in ('qr.ratings', 'qr.satisfied', 'qr.low') limit 1),
  (select 'LICENCE_REMINDERS' from indicator i where i.rollout_id = r.id and i.key in ('licences.cases-reminded', 'licences.renewed-in-time') limit 1),
  (select 'HANDOVERS' from indicator i where i.rollout_id = r.id and i.key in ('handover.home', 'handover.ceremonies', 'handover.first-try') limit 1));
alter table rollout add constraint rollout_service check (service in ('LICENCE_REMINDERS', 'COUNTER_RATINGS', 'HANDOVERS'));
