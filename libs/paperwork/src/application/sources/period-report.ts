import { type RawBuilder, sql } from 'kysely';
import { vietnamese } from '#lib/platform';
import { type PaperSource } from '../../domain/compose.js';
import { counted, dayOf, decimal } from './wording.js';

interface Reported {
  readonly rollout: string;
  readonly indicator: string;
  readonly measure: string;
  readonly value: string | null;
  readonly units: number;
  readonly unverified: number;
}

interface Spread {
  readonly rollout: string;
  readonly asked: number;
  readonly inUse: number;
}

export interface PeriodFacts {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly figures: readonly Reported[];
  readonly rollouts: readonly Spread[];
  readonly illustrative: boolean;
}

/** Of period `p`: what its reports say, added up as each indicator is, and how far each initiative of the host has come. */
export const PERIOD_FACTS: RawBuilder<PeriodFacts> = sql`jsonb_build_object(
  'name', p.name_vi, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
  'figures', coalesce((select jsonb_agg(jsonb_build_object('rollout', f.title, 'indicator', f.indicator, 'measure', f.measure, 'value', f.value::text,
      'units', f.units, 'unverified', f.unverified) order by ${vietnamese(sql`f.title`)}, f.ordinal) from (
    select o.title_vi as title, n.ordinal, n.name_vi as indicator, n.unit_vi as measure, count(distinct g.unit_id) as units, count(*) filter (where not g.verified) as unverified,
           round(case when n.aggregation = 'RATIO' then sum(g.numerator) * 100 / nullif(sum(g.denominator), 0) else sum(g.value) end, n.decimals) as value
    from report r join figure g on g.report_id = r.id join indicator n on n.id = g.indicator_id join rollout o on o.id = n.rollout_id
    where r.period_id = p.id and r.state in ('SUBMITTED', 'APPROVED') group by o.id, n.id) f), '[]'),
  'rollouts', coalesce((select jsonb_agg(jsonb_build_object('rollout', o.title_vi, 'asked', a.asked, 'inUse', a.in_use) order by ${vietnamese(sql`o.title_vi`)}, o.id)
    from rollout o join roster s on s.id = o.roster_id
    cross join lateral (select count(*) as asked, count(*) filter (where a.state in ('IN_USE', 'SUSTAINED')) as in_use
      from adoption a where a.rollout_id = o.id and a.basis <> 'EXEMPT') a
    where s.host_id = p.host_id and o.started_on <= p.ends_on), '[]'),
  'illustrative', exists (select 1 from rollout o join roster s on s.id = o.roster_id where s.host_id = p.host_id and o.illustrative and o.started_on <= p.ends_on))`;

/** Who was asked to report, by name and whether it came. */
export interface PeriodUnits {
  readonly expected: number;
  readonly received: number;
  readonly silent: readonly string[];
}

export function periodReport(facts: PeriodFacts, units: PeriodUnits): PaperSource {
  const { figures, rollouts } = facts;
  const unverified = figures.reduce((sum, row) => sum + row.unverified, 0);
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
  return {
    subject: `Kết quả nhân rộng sáng kiến cải cách hành chính, ${facts.name}`,
    illustrative: facts.illustrative,
    lacking: units.received === 0 ? ['NO_REPORT'] : [],
    body: [
      { kind: 'heading', text: 'I. PHẠM VI SỐ LIỆU' },
      paragraph(
        `Số liệu từ ngày ${dayOf(facts.startsOn)} đến ngày ${dayOf(facts.endsOn)}, do ${counted(units.received)} trong ${counted(units.expected)} đơn vị gửi báo cáo.`,
      ),
      ...(units.silent.length > 0 ? [paragraph(`Đơn vị chưa gửi báo cáo: ${units.silent.join(', ')}.`)] : []),
      { kind: 'heading', text: 'II. TÌNH HÌNH ÁP DỤNG' },
      {
        kind: 'table',
        columns: [
          { title: 'STT', share: 1, align: 'center' },
          { title: 'Sáng kiến', share: 8, align: 'left' },
          { title: 'Số xã phải áp dụng', share: 2.5, align: 'right' },
          { title: 'Đang áp dụng', share: 2.5, align: 'right' },
        ],
        rows: rollouts.map(({ rollout, asked, inUse }, at) => [String(at + 1), rollout, String(asked), String(inUse)]),
      },
      { kind: 'heading', text: 'III. SỐ LIỆU TRONG KỲ' },
      {
        kind: 'table',
        columns: [
          { title: 'STT', share: 1, align: 'center' },
          { title: 'Sáng kiến', share: 4, align: 'left' },
          { title: 'Chỉ tiêu thống kê', share: 4.5, align: 'left' },
          { title: 'Đơn vị tính', share: 2, align: 'left' },
          { title: 'Số liệu', share: 2, align: 'right' },
          { title: 'Ghi chú', share: 3, align: 'left' },
        ],
        rows: figures.map((row, at) => [
          ...[String(at + 1), row.rollout, row.indicator, row.measure, row.value === null ? '' : decimal(row.value)],
          `${String(row.units)} đơn vị tự báo cáo${row.unverified > 0 ? `, ${String(row.unverified)} số chưa xác nhận` : ''}`,
        ]),
      },
      { kind: 'heading', text: 'IV. TỒN TẠI VÀ ĐỀ NGHỊ' },
      paragraph(
        unverified > 0
          ? `Còn ${counted(unverified)} số liệu do đơn vị tự báo cáo chưa được xác nhận.`
          : 'Các số liệu trên đã được xác nhận.',
      ),
    ],
    annexes: [],
  };
}
