import { type RawBuilder, sql } from 'kysely';
import { type PaperSource } from '../../domain/compose.js';
import { counted, dayAt, decimal } from './wording.js';

interface Placed {
  readonly rank: number | null;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly cards: number;
  readonly score: string;
  readonly state: string;
}

export interface RoundFacts {
  readonly title: string;
  readonly round: string;
  readonly last: boolean;
  readonly illustrative: boolean;
  readonly closed: boolean;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly judges: readonly string[];
  readonly absent: readonly string[];
  readonly excused: number;
  readonly signed: number;
  readonly standings: readonly Placed[];
}

/** Of round `r` of contest `ct`: who judged, and what came of it once it was closed; nothing of the marks before. */
export const ROUND_FACTS: RawBuilder<RoundFacts> = sql`jsonb_build_object(
  'title', ct.title, 'round', r.rule->>'nameVi', 'last', r.last, 'illustrative', ct.illustrative, 'closed', r.state = 'CLOSED',
  'openedAt', r.opened_at, 'closedAt', r.closed_at,
  'judges', case when r.state = 'CLOSED' then to_jsonb(array(select distinct p.full_name from scorecard c join person p on p.id = c.judge_id
      where c.round_id = r.id and c.state = 'SIGNED' order by 1)) else '[]' end,
  'absent', case when r.state = 'CLOSED' then to_jsonb(array(select p.full_name from seat s join person p on p.id = s.person_id
      where s.contest_id = ct.id and s.kind = 'JUDGE' and s."from" <= r.closed_at and coalesce(s.ended_at > r.closed_at, true)
        and not exists (select 1 from scorecard c where c.round_id = r.id and c.judge_id = s.person_id and c.state = 'SIGNED') order by 1)) else '[]' end,
  'excused', case when r.state = 'CLOSED' then (select count(*) from scorecard c where c.round_id = r.id and c.state = 'EXCUSED') else 0 end,
  'signed', case when r.state = 'CLOSED' then (select count(*) from scorecard c where c.round_id = r.id and c.state = 'SIGNED') else 0 end,
  'standings', coalesce((select jsonb_agg(jsonb_build_object('rank', s.rank, 'code', i.code, 'title', i.title, 'unit', u.name_vi, 'cards', s.cards,
      'score', round(s.score, (b.content->'rounding'->>'places')::int)::text, 'state', s.state) order by s.place)
    from standing s join round_result v on v.id = s.result_id and v.superseded_at is null join rule_book b on b.id = v.rule_book_id
    join initiative i on i.id = s.initiative_id join unit u on u.id = i.owner_id where v.round_id = r.id and r.state = 'CLOSED'), '[]'))`;

const OUTCOMES: Readonly<Record<string, string>> = {
  PASSED: 'Đạt',
  CUT_OFF: 'Dưới điểm chọn',
  KNOCKED_OUT: 'Không đạt điểm tối thiểu của tiêu chí',
};

export function roundMinutes(facts: RoundFacts): PaperSource {
  const { standings, judges, absent, openedAt, closedAt } = facts;
  const passed = standings.filter(({ state }) => state === 'PASSED').length;
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
  return {
    subject: `Chấm ${facts.round} “${facts.title}”`,
    illustrative: facts.illustrative,
    lacking: facts.closed && standings.length > 0 ? [] : ['ROUND_NOT_CLOSED'],
    body: [
      { kind: 'heading', text: 'I. THỜI GIAN VÀ THÀNH PHẦN' },
      ...(openedAt && closedAt ? [paragraph(`1. Thời gian: từ ngày ${dayAt(openedAt)} đến ngày ${dayAt(closedAt)}.`)] : []),
      paragraph(`2. Giám khảo đã chấm (${counted(judges.length)} người): ${judges.join(', ')}.`),
      paragraph(absent.length > 0 ? `3. Giám khảo không chấm vòng này: ${absent.join(', ')}.` : '3. Không có giám khảo vắng mặt.'),
      { kind: 'heading', text: 'II. NỘI DUNG' },
      paragraph(
        `Ban Giám khảo đã ký ${counted(facts.signed)} phiếu chấm cho ${counted(standings.length)} sáng kiến${
          facts.excused > 0 ? `; ${counted(facts.excused)} phiếu được miễn do giám khảo từ chối chấm hoặc có xung đột lợi ích` : ''
        }. Điểm được tổng hợp theo thể lệ của cuộc thi.`,
      ),
      { kind: 'heading', text: 'III. KẾT LUẬN' },
      paragraph(
        facts.last
          ? `Kết quả của ${counted(standings.length)} sáng kiến có trong bảng kèm theo; ${counted(passed)} sáng kiến đạt yêu cầu của vòng.`
          : `${counted(passed)} sáng kiến đạt yêu cầu được vào vòng sau. Kết quả từng sáng kiến có trong bảng kèm theo.`,
      ),
    ],
    annexes: [
      {
        title: 'Bảng tổng hợp điểm',
        note: null,
        landscape: true,
        blocks: [
          {
            kind: 'table',
            columns: [
              { title: 'Hạng', share: 1, align: 'center' },
              { title: 'Mã sáng kiến', share: 2, align: 'center' },
              { title: 'Tên sáng kiến', share: 7, align: 'left' },
              { title: 'Đơn vị', share: 4, align: 'left' },
              { title: 'Số phiếu', share: 1.5, align: 'right' },
              { title: 'Điểm', share: 1.5, align: 'right' },
              { title: 'Kết quả', share: 3, align: 'left' },
            ],
            rows: standings.map(({ rank, code, title, unit, cards, score, state }) => [
              ...[rank === null ? '' : String(rank), code, title, unit, String(cards), decimal(score)],
              OUTCOMES[state] ?? state,
            ]),
          },
        ],
      },
    ],
  };
}
