import { type RawBuilder, sql } from 'kysely';
import { type PaperBlock } from '#lib/documents';
import { vietnamese } from '#lib/platform';
import { type PaperSource } from '../../domain/compose.js';
import { articles, column, heading, numberedTable } from './blocks.js';
import { counted, dayOf, inDongAndWords, longDay } from './wording.js';

interface Adopting {
  readonly unit: string;
  readonly basis: 'REQUIRED' | 'VOLUNTARY' | 'EXEMPT';
  /** Why it is exempt, or takes part as it does; empty where nothing was said. */
  readonly reason: string;
}

export interface AdoptionFacts {
  readonly title: string;
  readonly initiative: string;
  readonly code: string | null;
  readonly authors: readonly string[];
  readonly owner: string;
  readonly contest: string;
  /** The decision on the prizes of its contest, once it is public. */
  readonly prizes: { readonly number: string; readonly decidedOn: string } | null;
  readonly host: string;
  readonly lead: string;
  readonly legalBasis: string | null;
  readonly plan: string | null;
  readonly resources: string | null;
  readonly cost: number | null;
  readonly startedOn: string;
  readonly dueOn: string | null;
  readonly pilotMonths: number;
  readonly useMonths: number;
  readonly units: readonly Adopting[];
  readonly illustrative: boolean;
}

/** Of roll-out `r` and its roster: what is adopted, who leads, which units take part, by when. */
export const ADOPTION_FACTS: RawBuilder<AdoptionFacts> = sql`(select jsonb_build_object(
  'title', r.title_vi, 'initiative', i.title, 'code', i.code, 'owner', owner.name_vi, 'contest', ct.title, 'lead', lead.name_vi,
  'authors', array(select p.full_name from initiative_author a join person p on p.id = a.person_id where a.initiative_id = i.id order by a.lead desc, a."order"),
  'prizes', (select jsonb_build_object('number', d.number, 'decidedOn', d.decided_on) from award_decision d join award w on w.decision_id = d.id
    where w.initiative_id = i.id and w.revoked_at is null and d.state = 'PUBLISHED' limit 1),
  'host', (select h.name_vi from unit h where h.id = s.host_id), 'legalBasis', r.legal_basis, 'plan', r.plan, 'resources', r.resources, 'cost', r.cost,
  'startedOn', r.started_on, 'dueOn', r.due_on, 'pilotMonths', r.least_pilot_months, 'useMonths', r.least_use_months, 'illustrative', r.illustrative,
  'units', coalesce((select jsonb_agg(jsonb_build_object('unit', u.name_vi, 'basis', a.basis, 'reason', coalesce((select c.reason from adoption_change c
      where c.adoption_id = a.id and c.basis = a.basis order by c.effective_on desc, c.id desc limit 1), '')) order by ${vietnamese(sql`u.name_vi`)}, u.id)
    from adoption a join unit u on u.id = a.unit_id where a.rollout_id = r.id), '[]'))
  from initiative i join contest ct on ct.id = i.contest_id join unit owner on owner.id = i.owner_id join unit lead on lead.id = r.lead_unit_id
  where i.id = r.initiative_id)`;

const WAYS = { REQUIRED: 'Bắt buộc', VOLUNTARY: 'Tự nguyện', EXEMPT: 'Được miễn' } as const;
const sentence = (text: string): string => `${text.trim().replace(/[.;\s]+$/u, '')}.`;

/** Adopts an initiative and says where: which units, led by whom, from when and until when. */
export function adoptionDecision(facts: AdoptionFacts): PaperSource {
  const taking = facts.units.filter(({ basis }) => basis !== 'EXEMPT');
  const exempt = facts.units.filter(({ basis }) => basis === 'EXEMPT');
  return {
    subject: `Về việc áp dụng, nhân rộng sáng kiến “${facts.title}”`,
    illustrative: facts.illustrative,
    lacking: taking.length === 0 ? ['NO_UNITS'] : [],
    grounds: groundsOf(facts),
    body: articles([whatIsAdopted(facts, taking.length), whoLeads(facts), whatUnitsDo(facts), ...moneyOf(facts), LAST]),
    annexes: [
      {
        title: 'Danh sách đơn vị áp dụng sáng kiến',
        note: `(Kèm theo Quyết định của ${facts.host})`,
        landscape: false,
        blocks: [
          ...(exempt.length > 0 ? [heading('I. ĐƠN VỊ ÁP DỤNG')] : []),
          unitsTable(taking, ['Đơn vị', 'Hình thức'], ({ basis }) => WAYS[basis]),
          ...(exempt.length > 0 ? [heading('II. ĐƠN VỊ ĐƯỢC MIỄN'), unitsTable(exempt, ['Đơn vị', 'Lý do'], ({ reason }) => reason)] : []),
        ],
      },
    ],
  };
}

const LAST =
  'Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng đơn vị đầu mối và các đơn vị có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.';

const unitsTable = (units: readonly Adopting[], [unit, other]: readonly [string, string], of: (one: Adopting) => string): PaperBlock =>
  numberedTable(
    [column(unit, 6), column(other, 5)],
    units.map((one) => [one.unit, of(one)]),
  );

/** What was written of its basis, line by line, and the decision on its prize. */
function groundsOf({ legalBasis, prizes, contest }: AdoptionFacts): string[] {
  const lines = (legalBasis ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  return [
    ...lines.map((line) => (/^(căn cứ|theo) /iu.test(line) ? line : `Căn cứ ${line}`)),
    ...(prizes
      ? [`Căn cứ Quyết định số ${prizes.number} ngày ${longDay(prizes.decidedOn)} công nhận kết quả và trao giải “${contest}”`]
      : []),
  ];
}

function whatIsAdopted({ initiative, code, authors, owner, ...facts }: AdoptionFacts, units: number): string {
  const of = authors.length > 0 ? ` của ${authors.join(', ')} (${owner})` : ` của ${owner}`;
  const until = facts.dueOn ? `, hoàn thành chậm nhất ngày ${dayOf(facts.dueOn)}` : '';
  return `Áp dụng, nhân rộng sáng kiến “${initiative}”${code ? ` (mã ${code})` : ''}${of} tại ${counted(units)} đơn vị có tên trong danh sách kèm theo Quyết định này. Thời gian: từ ngày ${dayOf(facts.startedOn)}${until}.`;
}

const whoLeads = ({ lead, plan }: AdoptionFacts): string =>
  `Giao ${lead} là đơn vị đầu mối, chủ trì hướng dẫn, theo dõi, đôn đốc các đơn vị và tổng hợp kết quả áp dụng.${plan ? ` Kế hoạch thực hiện: ${sentence(plan)}` : ''}`;

function whatUnitsDo({ pilotMonths, useMonths }: AdoptionFacts): string {
  const months = (count: number): string => `${counted(count)} tháng`;
  const terms = [
    ...(pilotMonths > 0 ? [`áp dụng thử ít nhất ${months(pilotMonths)} trước khi sử dụng chính thức`] : []),
    ...(useMonths > 0 ? [`được ghi nhận duy trì ổn định sau ít nhất ${months(useMonths)} sử dụng`] : []),
  ];
  const held = terms.length > 0 ? ` Đơn vị ${terms.join('; ')}.` : '';
  return `Các đơn vị có tên trong danh sách tổ chức áp dụng sáng kiến, báo cáo kết quả theo kỳ và cung cấp tài liệu minh chứng.${held}`;
}

function moneyOf({ cost, resources }: AdoptionFacts): string[] {
  const parts = [
    ...(cost === null ? [] : [`Kinh phí thực hiện là ${inDongAndWords(cost)}.`]),
    ...(resources ? [`Nguồn lực: ${sentence(resources)}`] : []),
  ];
  return parts.length > 0 ? [parts.join(' ')] : [];
}
