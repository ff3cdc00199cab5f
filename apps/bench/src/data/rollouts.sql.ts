import { type Size } from './size.js';

/** Reports carry figures of the latest roll-outs alone, since nobody measures one for ever. */
const MEASURED = 40;

/** Roll-outs of winners, the latest first in number, over the 20 communes; what became of each there, step by step. */
const rolloutsSql = ({ today, rollouts }: Size): string => `
  create temp table spread as
    select row_number() over (order by c.year desc, w.rank, w.id) as r, w.initiative_id, date '${today}' - (40 + 6 * (row_number() over (order by c.year desc, w.rank, w.id)))::int as started
    from award w join initiative i on i.id = w.initiative_id join contest c on c.id = i.contest_id where c.host_id = pg_temp.id('unit0') order by 1 limit ${String(rollouts)};
  insert into rollout (id, initiative_id, roster_id, kind, title_vi, title_en, reason, lead_unit_id, decision_number, decided_on, started_on, due_on, illustrative)
    select pg_temp.id('rollout' || r), initiative_id, pg_temp.id('rosterunit'), 'DECISION', 'Nhân rộng: ' || i.title, 'Roll-out ' || r, 'Đã hiệu quả.', pg_temp.id('unit1'), r || '/QĐ-UBND', started, started,
      case when r % 10 < 7 then started + 365 end, true from spread join initiative i on i.id = initiative_id;
  create temp table adopted as
    select r, u, started, least(pg_temp.thrown('adoption' || r || '-' || u, 5), (date '${today}' - started) / 70) as step,
      case when pg_temp.thrown('basis' || r || u, 20) = 0 then 'EXEMPT' when pg_temp.thrown('basis' || r || u, 20) < 5 then 'VOLUNTARY' else 'REQUIRED' end as basis
    from spread, generate_series(13, 32) u;
  insert into adoption (id, rollout_id, unit_id, basis, state, since, changed_on)
    select pg_temp.id('adoption' || r || '-' || u), pg_temp.id('rollout' || r), pg_temp.id('unit' || u), basis, (array['NOT_STARTED', 'PREPARING', 'PILOTING', 'IN_USE', 'SUSTAINED'])[step + 1], started + step * 60, started + step * 60 from adopted;
  insert into adoption_change (id, adoption_id, from_state, to_state, basis, since, effective_on, reason, unheld, by_id, at)
    select pg_temp.id('change' || r || '-' || u || '-' || n), pg_temp.id('adoption' || r || '-' || u), case when n > 0 then (array['NOT_STARTED', 'PREPARING', 'PILOTING', 'IN_USE', 'SUSTAINED'])[n] end,
      (array['NOT_STARTED', 'PREPARING', 'PILOTING', 'IN_USE', 'SUSTAINED'])[n + 1], basis, started + n * 60, started + n * 60, case when basis = 'EXEMPT' then 'Không có thủ tục này.' end, n > 2, pg_temp.id('personF'), (started + n * 60)::timestamptz
    from adopted, generate_series(0, step) n;
  insert into adoption_evidence (id, adoption_id, given_on, note, by_id, at)
    select pg_temp.id('evidence' || r || '-' || u || '-' || n), pg_temp.id('adoption' || r || '-' || u), started + step * 60 + n * 170, 'Biên bản kiểm tra.', pg_temp.id('personF'), (started + step * 60 + n * 170)::timestamptz
    from adopted, generate_series(0, 2) n where step = 4 and started + step * 60 + n * 170 < date '${today}' and (r + u) % 7 > 0;`;

/** A report of each commune each quarter, but for one in twenty, with figures of two indicators of the roll-outs that are measured. */
const reportsSql = ({ today, periods }: Size): string => `
  create temp table quarter as select q, date '${today}' - q * 91 as starts_on, date '${today}' - q * 91 + 90 as ends_on from generate_series(1, ${String(periods)}) q;
  insert into reporting_period (id, host_id, key, name_vi, name_en, starts_on, ends_on, due_on)
    select pg_temp.id('period' || q), pg_temp.id('unit0'), 'Q' || q, 'Quý ' || q, 'Quarter ' || q, starts_on, ends_on, ends_on + 10 from quarter;
  insert into report (id, period_id, unit_id, state, note, received_at, submitted_at, decided_at)
    select pg_temp.id('report' || q || '-' || u), pg_temp.id('period' || q), pg_temp.id('unit' || u), case when q < 3 then 'SUBMITTED' else 'APPROVED' end, 'Đã đối chiếu.',
      ends_on + interval '5 days' + u * interval '7 hours', ends_on + interval '5 days' + u * interval '7 hours', case when q < 3 then null else ends_on + interval '20 days' end
    from quarter, generate_series(13, 32) u where pg_temp.thrown('report' || q || u, 20) > 0;
  insert into indicator (id, rollout_id, key, ordinal, name_vi, name_en, unit_vi, unit_en, direction, aggregation, kind, decimals, lowest, highest)
    select pg_temp.id('indicator' || r || '-' || n), pg_temp.id('rollout' || r), 'i' || n, n, 'Số hồ sơ ' || n, 'Files ' || n, 'hồ sơ', 'files', 'UP', 'SUM', 'COUNT', 0, 0, null from spread, generate_series(1, 2) n;
  insert into figure (id, indicator_id, unit_id, report_id, starts_on, ends_on, value, source, source_kind, verified, illustrative, by_id, at)
    select pg_temp.id('figure' || r || '-' || n || '-' || q || '-' || u), pg_temp.id('indicator' || r || '-' || n), f.unit_id, f.id, starts_on, ends_on, 1 + pg_temp.thrown('figure' || r || n || q || u, 900), 'Báo cáo của xã', 'REPORTED', false, true, pg_temp.id('personF'), f.received_at
    from spread, generate_series(1, 2) n, quarter, generate_series(13, 32) u join lateral (select * from report) f on f.unit_id = pg_temp.id('unit' || u)
    where r <= ${String(MEASURED)} and q <= 8 and f.period_id = pg_temp.id('period' || q) and ends_on >= started;
  drop table spread, adopted, quarter;`;

export const rolloutsAndReports = (size: Size): readonly string[] => [rolloutsSql(size), reportsSql(size)];
