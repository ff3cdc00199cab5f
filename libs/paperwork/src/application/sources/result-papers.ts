import { type RawBuilder, sql } from 'kysely';
import { type Track } from '#domain/contest';
import { type PaperTable } from '#lib/documents';
import { type PaperSource } from '../../domain/compose.js';
import { counted, inDong, inDongAndWords } from './wording.js';

export interface Prized {
  readonly tier: string;
  /** Whose prizes the tier is of, in a contest that has several lists of them. */
  readonly track: Track | null;
  /** In the ranking that the list was drawn from, as it is shown; null where the rule book keeps it from the public. */
  readonly score: string | null;
  /** Of a prize that was given in place of a revoked one: the decision on it. */
  readonly replacement: Decided | null;
  readonly code: string | null;
  readonly title: string;
  readonly unit: string;
  readonly authors: readonly string[];
  readonly amount: number;
  readonly departure: string | null;
}

interface Decided {
  readonly number: string;
  readonly decidedOn: string;
}

export interface ResultFacts {
  readonly title: string;
  readonly illustrative: boolean;
  readonly host: string;
  /** The list of prizes is on its way to be signed, or signed. */
  readonly listed: boolean;
  /** Once it is signed. */
  readonly decision: Decided | null;
  readonly judged: number;
  readonly prizes: readonly Prized[];
  readonly withheld: readonly { readonly title: string; readonly reason: string }[];
}

/** Of contest `ct`: its list of prizes, once it was submitted. */
export const RESULT_FACTS: RawBuilder<ResultFacts> = sql`(select jsonb_build_object(
  'title', ct.title, 'illustrative', ct.illustrative, 'host', h.name_vi, 'listed', coalesce(d.state <> 'DRAFT', false),
  'decision', case when d.state in ('APPROVED', 'PUBLISHED') then jsonb_build_object('number', d.number, 'decidedOn', d.decided_on) end,
  'judged', (select count(*) from initiative i where i.contest_id = ct.id and i.state = 'ELIGIBLE'),
  'prizes', coalesce((select jsonb_agg(jsonb_build_object('tier', t.name_vi, 'code', i.code, 'title', i.title, 'unit', u.name_vi, 'amount', w.amount,
      'departure', w.departure_reason, 'track', t.track,
      'score', round(s.score, (b.content->'rounding'->>'places')::int)::text,
      'replacement', case when w.replacement_number is not null then jsonb_build_object('number', w.replacement_number, 'decidedOn', w.replacement_decided_on) end,
      'authors', array(select p.full_name from initiative_author a join person p on p.id = a.person_id
        where a.initiative_id = i.id order by a.lead desc, a."order")) order by t."order", w.rank nulls last, i.code)
    from award w join prize_tier t on t.id = w.tier_id join initiative i on i.id = w.initiative_id join unit u on u.id = i.owner_id
    left join contest_result v on v.id = d.drawn_from_id left join rule_book b on b.id = v.rule_book_id and b.content->>'publicRanking' = 'true'
    left join final_standing s on s.result_id = v.id and s.initiative_id = i.id and b.id is not null
    where w.decision_id = d.id and d.state <> 'DRAFT' and w.revoked_at is null), '[]'),
  'withheld', coalesce((select jsonb_agg(jsonb_build_object('title', i.title, 'reason', x.reason) order by i.code)
    from withheld_prize x join initiative i on i.id = x.initiative_id where x.decision_id = d.id and d.state <> 'DRAFT'), '[]'))
  from unit h left join award_decision d on d.contest_id = ct.id where h.id = ct.host_id)`;

const total = ({ prizes }: ResultFacts): number => prizes.reduce((sum, { amount }) => sum + amount, 0);

const tableOf = ({ prizes }: ResultFacts): PaperTable => ({
  columns: [
    { title: 'STT', share: 1, align: 'center' },
    { title: 'Giải', share: 2, align: 'left' },
    { title: 'Tên sáng kiến', share: 6, align: 'left' },
    { title: 'Tác giả, đồng tác giả', share: 4, align: 'left' },
    { title: 'Đơn vị', share: 3.5, align: 'left' },
    { title: 'Tiền thưởng', share: 2.5, align: 'right' },
  ],
  rows: prizes.map(({ tier, title, authors, unit, amount }, at) => [String(at + 1), tier, title, authors.join(', '), unit, inDong(amount)]),
});

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
const lacking = ({ listed, prizes }: ResultFacts) => (listed && prizes.length > 0 ? [] : (['NO_PRIZE_LIST'] as const));

/** To whoever signs: why, how it was judged, what is proposed with its money, and where it departs from the standings. */
export function resultSubmission(facts: ResultFacts): PaperSource {
  const departed = facts.prizes.filter(({ departure }) => departure !== null);
  return {
    subject: `Về việc công nhận kết quả và trao giải “${facts.title}”`,
    illustrative: facts.illustrative,
    lacking: lacking(facts),
    body: [
      { kind: 'heading', text: 'I. VIỆC TỔ CHỨC VÀ CHẤM THI' },
      paragraph(
        `Cuộc thi có ${counted(facts.judged)} sáng kiến đủ điều kiện, đã được Ban Giám khảo chấm theo thể lệ. Biên bản của các vòng chấm được gửi kèm Tờ trình này.`,
      ),
      { kind: 'heading', text: 'II. NỘI DUNG ĐỀ NGHỊ' },
      paragraph(
        `1. Công nhận kết quả và trao ${counted(facts.prizes.length)} giải, tổng số tiền thưởng ${inDongAndWords(total(facts))}, theo danh sách sau:`,
      ),
      { kind: 'table', ...tableOf(facts) },
      ...(departed.length > 0 || facts.withheld.length > 0 ? [paragraph('2. Những điểm khác với thứ tự của bảng điểm:')] : []),
      ...departed.map(({ title, departure }) => paragraph(`- “${title}”: ${departure ?? ''}`)),
      ...facts.withheld.map(({ title, reason }) => paragraph(`- “${title}” không được đề nghị trao giải: ${reason}`)),
    ],
    annexes: [],
  };
}

export function resultDecision(facts: ResultFacts): PaperSource {
  return {
    subject: `Về việc công nhận kết quả và trao giải “${facts.title}”`,
    illustrative: facts.illustrative,
    lacking: lacking(facts),
    body: [
      {
        kind: 'article',
        number: 1,
        text: `Công nhận kết quả “${facts.title}” và trao giải cho ${counted(facts.prizes.length)} sáng kiến có tên trong danh sách kèm theo Quyết định này.`,
      },
      {
        kind: 'article',
        number: 2,
        text: `Tổng số tiền thưởng là ${inDongAndWords(total(facts))}, mức của từng giải theo danh sách kèm theo.`,
      },
      {
        kind: 'article',
        number: 3,
        text: 'Thủ trưởng các đơn vị có liên quan và các tác giả có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.',
      },
    ],
    annexes: [
      {
        title: 'Danh sách sáng kiến được trao giải',
        note: `(Kèm theo Quyết định của ${facts.host})`,
        landscape: true,
        blocks: [{ kind: 'table', ...tableOf(facts) }],
      },
    ],
  };
}
