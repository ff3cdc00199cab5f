import { type RawBuilder, sql } from 'kysely';
import { vietnamese } from '#lib/platform';
import { type PaperSource } from '../../domain/compose.js';
import { column, heading, numberedTable, paragraph } from './blocks.js';
import { GROUND_DOCUMENTS, type GroundDocument, groundOf } from './grounds.js';
import { counted, dayAt, inDong, inDongAndWords, longDay } from './wording.js';

interface Part {
  readonly name: string;
  readonly received: number;
  readonly eligible: number;
  readonly prizes: number;
}

export interface ReportFacts {
  readonly title: string;
  readonly illustrative: boolean;
  readonly documents: readonly GroundDocument[];
  readonly from: string | null;
  readonly to: string | null;
  readonly received: number;
  readonly eligible: number;
  readonly rejected: number;
  readonly areas: readonly Part[];
  readonly units: readonly Part[];
  /** Units that the contest counts with and that sent nothing, and how many of them said why. */
  readonly silent: { readonly units: number; readonly explained: number };
  readonly rounds: readonly {
    readonly name: string;
    readonly judged: number;
    readonly judges: number;
    readonly cards: number;
    readonly passed: number;
  }[];
  /** The list of prizes is on its way to be signed, or signed. */
  readonly listed: boolean;
  readonly decision: { readonly number: string; readonly decidedOn: string } | null;
  readonly tiers: readonly { readonly name: string; readonly planned: number; readonly given: number; readonly amount: number }[];
}

const PRIZED = sql`exists (select 1 from award w join award_decision d on d.id = w.decision_id and d.state <> 'DRAFT' where w.initiative_id = i.id and w.revoked_at is null)`;
const PART = sql`'received', count(*), 'eligible', count(*) filter (where i.state = 'ELIGIBLE'), 'prizes', count(*) filter (where ${PRIZED})`;
const SENT = sql`i.contest_id = ct.id and i.submitted_at is not null`;

/** Of contest `ct`: what came in, what was screened, judged and given; of rounds that are closed and of a list that was submitted alone. */
export const REPORT_FACTS: RawBuilder<ReportFacts> = sql`jsonb_build_object(
  'title', ct.title, 'illustrative', ct.illustrative, 'documents', ${GROUND_DOCUMENTS},
  'from', (select min(i.submitted_at) from initiative i where ${SENT}), 'to', (select max(i.submitted_at) from initiative i where ${SENT}),
  'received', (select count(*) from initiative i where ${SENT}), 'eligible', (select count(*) from initiative i where ${SENT} and i.state = 'ELIGIBLE'),
  'rejected', (select count(*) from initiative i where ${SENT} and i.state = 'REJECTED'),
  'areas', coalesce((select jsonb_agg(part.told order by part.place) from (select jsonb_build_object('name', a.name_vi, ${PART}) as told, a."order" as place
      from initiative i join reform_area a on a.id = i.area_id where ${SENT} group by a.id) part), '[]'),
  'units', coalesce((select jsonb_agg(part.told order by ${vietnamese(sql`part.name`)}, part.id) from (select jsonb_build_object('name', u.name_vi, ${PART}) as told, u.name_vi as name, u.id
      from initiative i join unit u on u.id = i.owner_id where ${SENT} group by u.id) part), '[]'),
  'silent', (select jsonb_build_object('units', count(*), 'explained', count(*) filter (where exists (
      select 1 from no_submission n where n.contest_id = ct.id and n.unit_id = x.unit_id)))
    from roster_unit x where x.roster_id = ct.roster_id and not exists (select 1 from initiative i where ${SENT} and i.owner_id = x.unit_id)),
  'rounds', coalesce((select jsonb_agg(jsonb_build_object('name', r.rule->>'nameVi', 'judged', (select count(*) from standing s where s.result_id = v.id),
      'passed', (select count(*) from standing s where s.result_id = v.id and s.state = 'PASSED'),
      'judges', (select count(distinct c.judge_id) from scorecard c where c.round_id = r.id and c.state = 'SIGNED'),
      'cards', (select count(*) from scorecard c where c.round_id = r.id and c.state = 'SIGNED')) order by r.ordinal)
    from round r join round_result v on v.round_id = r.id and v.superseded_at is null where r.contest_id = ct.id and r.state = 'CLOSED'), '[]'),
  'listed', exists (select 1 from award_decision d where d.contest_id = ct.id and d.state <> 'DRAFT'),
  'decision', (select jsonb_build_object('number', d.number, 'decidedOn', d.decided_on) from award_decision d
    where d.contest_id = ct.id and d.state in ('APPROVED', 'PUBLISHED')),
  'tiers', coalesce((select jsonb_agg(jsonb_build_object('name', t.name_vi, 'planned', t.quantity, 'given', given.prizes, 'amount', given.amount) order by t."order")
    from prize_tier t cross join lateral (select count(w.id) as prizes, coalesce(sum(w.amount), 0)::float8 as amount
      from award w join award_decision d on d.id = w.decision_id and d.state <> 'DRAFT' where w.tier_id = t.id and w.revoked_at is null) given
    where t.contest_id = ct.id), '[]'))`;

const PART_COLUMNS = [column('Số hồ sơ', 2, 'right'), column('Đủ điều kiện', 2, 'right'), column('Đạt giải', 2, 'right')];
const partRows = (parts: readonly Part[]): string[][] =>
  parts.map(({ name, received, eligible, prizes }) => [name, String(received), String(eligible), String(prizes)]);

/** What came of a contest, from its first dossier to its prizes. */
export function contestReport(facts: ReportFacts): PaperSource {
  return {
    subject: `Kết quả “${facts.title}”`,
    illustrative: facts.illustrative,
    lacking: facts.listed ? [] : ['NO_PRIZE_LIST'],
    grounds: facts.documents.map(groundOf),
    body: [
      ...[heading('I. TIẾP NHẬN VÀ KIỂM TRA HỒ SƠ'), ...receiving(facts)],
      numberedTable([column('Lĩnh vực', 7), ...PART_COLUMNS], partRows(facts.areas)),
      ...[heading('II. ĐƠN VỊ THAM GIA'), participation(facts)],
      ...[heading('III. CHẤM THI'), judging(facts)],
      ...[heading('IV. KẾT QUẢ TRAO GIẢI'), ...prizes(facts)],
    ],
    annexes: [
      {
        title: 'Đơn vị tham gia cuộc thi',
        note: null,
        landscape: false,
        blocks: [numberedTable([column('Đơn vị', 7), ...PART_COLUMNS], partRows(facts.units))],
      },
    ],
  };
}

function receiving({ from, to, received, eligible, rejected }: ReportFacts) {
  const others = received - eligible - rejected;
  return [
    ...(from && to ? [paragraph(`1. Thời gian nhận hồ sơ: từ ngày ${dayAt(from)} đến ngày ${dayAt(to)}.`)] : []),
    paragraph(
      `2. Đã tiếp nhận ${counted(received)} hồ sơ: ${counted(eligible)} hồ sơ đủ điều kiện, ${counted(rejected)} hồ sơ không đủ điều kiện${
        others > 0 ? `, ${counted(others)} hồ sơ rút, bị loại hoặc chưa hoàn thiện` : ''
      }. Theo lĩnh vực:`,
    ),
  ];
}

const participation = ({ units, silent }: ReportFacts) =>
  paragraph(
    `${counted(units.length)} đơn vị có hồ sơ dự thi, theo danh sách kèm theo. ${
      silent.units === 0
        ? 'Tất cả đơn vị của cuộc thi đều có hồ sơ.'
        : `${counted(silent.units)} đơn vị của cuộc thi không có hồ sơ, trong đó ${counted(silent.explained)} đơn vị đã nêu lý do.`
    }`,
  );

const judging = ({ rounds }: ReportFacts) =>
  numberedTable(
    [
      column('Vòng', 5),
      column('Sáng kiến được chấm', 3, 'right'),
      column('Giám khảo', 2, 'right'),
      column('Phiếu đã ký', 2, 'right'),
      column('Đạt yêu cầu', 2, 'right'),
    ],
    rounds.map(({ name, judged, judges, cards, passed }) => [name, ...[judged, judges, cards, passed].map(String)]),
  );

function prizes({ tiers, decision }: ReportFacts) {
  const given = tiers.reduce((sum, tier) => sum + tier.given, 0);
  const amount = tiers.reduce((sum, tier) => sum + tier.amount, 0);
  const by = decision
    ? `Quyết định số ${decision.number} ngày ${longDay(decision.decidedOn)} trao`
    : 'Danh sách đã trình, chưa có quyết định, gồm';
  return [
    paragraph(`${by} ${counted(given)} giải, tổng số tiền thưởng ${inDongAndWords(amount)}.`),
    numberedTable(
      [column('Giải', 4), column('Theo kế hoạch', 2, 'right'), column('Đã xét', 2, 'right'), column('Tiền thưởng', 4, 'right')],
      tiers.map((tier) => [tier.name, String(tier.planned), String(tier.given), inDong(tier.amount)]),
    ),
  ];
}
