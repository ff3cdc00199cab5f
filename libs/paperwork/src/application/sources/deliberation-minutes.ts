import { type RawBuilder, sql } from 'kysely';
import { type PaperSource } from '../../domain/compose.js';
import { column, heading, numberedTable, paragraph } from './blocks.js';
import { type Seated, positionOf, seatedAt } from './jury.js';
import { counted, dayAt, decimal } from './wording.js';

interface Placed {
  readonly rank: number | null;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly score: string;
  readonly state: string;
  readonly decidedBy: string | null;
  /** Whether it is still in the contest. */
  readonly still: boolean;
}

interface Criterion {
  readonly key: string;
  readonly nameVi: string;
  readonly children?: readonly Criterion[];
}

interface RuledRound {
  readonly key: string;
  readonly nameVi: string;
  readonly rubric: readonly Criterion[];
}

interface Vote {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly order: readonly string[];
}

export interface DeliberationFacts {
  readonly title: string;
  readonly illustrative: boolean;
  readonly places: readonly Placed[];
  readonly judges: readonly (Seated & { readonly signed: number; readonly excused: number })[];
  readonly votes: readonly Vote[];
  readonly rounds: readonly RuledRound[];
  readonly closed: readonly { readonly name: string; readonly at: string }[];
}

const CARDS = (state: 'SIGNED' | 'EXCUSED'): RawBuilder<number> =>
  sql`(select count(*) from scorecard c join round r on r.id = c.round_id where r.contest_id = ct.id and c.judge_id = p.id and c.state = ${state})`;

/** Of contest `ct`: its result in force once every round is closed, who judged, and what the chair decided; nothing of any of it before. */
export const DELIBERATION_FACTS: RawBuilder<DeliberationFacts> = sql`(select jsonb_build_object(
  'title', ct.title, 'illustrative', ct.illustrative, 'rounds', coalesce(b.content->'rounds', '[]'),
  'places', coalesce((select jsonb_agg(jsonb_build_object('rank', s.rank, 'code', i.code, 'title', i.title, 'unit', u.name_vi, 'state', s.state, 'decidedBy', s.decided_by,
      'still', i.state = 'ELIGIBLE', 'score', round(s.score, (b.content->'rounding'->>'places')::int)::text) order by s.place)
    from final_standing s join initiative i on i.id = s.initiative_id join unit u on u.id = i.owner_id where s.result_id = v.id), '[]'),
  'judges', ${seatedAt('JUDGE', sql`v.made_at`, sql`jsonb_build_object('signed', ${CARDS('SIGNED')}, 'excused', ${CARDS('EXCUSED')})`)},
  'votes', coalesce((select jsonb_agg(jsonb_build_object('by', p.full_name, 'at', w.cast_at, 'reason', w.reason, 'order', array(
      select i.title from jsonb_array_elements_text(w.initiatives) with ordinality o (id, place) join initiative i on i.id = o.id::uuid order by o.place)) order by w.cast_at, w.id)
    from chair_vote w join contest_result x on x.id = w.result_id join person p on p.id = w.cast_by_id where x.contest_id = v.contest_id), '[]'),
  'closed', coalesce((select jsonb_agg(jsonb_build_object('name', r.rule->>'nameVi', 'at', r.closed_at) order by r.ordinal)
    from round r where r.contest_id = v.contest_id), '[]'))
  from (select 1) one left join contest_result v on v.contest_id = ct.id and v.superseded_at is null
    and not exists (select 1 from round r where r.contest_id = ct.id and r.state <> 'CLOSED')
  left join rule_book b on b.id = v.rule_book_id)`;

const OUTCOMES: Readonly<Record<string, string>> = {
  FINALIST: 'Qua các vòng',
  BELOW_FINAL: 'Không vào vòng cuối',
  KNOCKED_OUT: 'Không đạt điểm tối thiểu của tiêu chí',
};

const titles = (all: readonly string[]): string => all.map((title) => `“${title}”`).join('; ');

/** Of the meeting that settles the result: what only the meeting knows is left for its secretary to write. */
export function deliberationMinutes(facts: DeliberationFacts): PaperSource {
  const { places, judges } = facts;
  const finalists = places.filter(({ state }) => state === 'FINALIST').length;
  return {
    subject: `Họp Ban Giám khảo xét kết quả “${facts.title}”`,
    illustrative: facts.illustrative,
    lacking: places.length === 0 ? ['RESULT_NOT_FINAL'] : [],
    body: [
      heading('I. THỜI GIAN, ĐỊA ĐIỂM VÀ THÀNH PHẦN'),
      paragraph('1. Thời gian: từ …… giờ …… đến …… giờ ……, ngày …… tháng …… năm ………'),
      paragraph('2. Địa điểm: ………………………………………………'),
      paragraph(`3. Thành phần: Ban Giám khảo có ${counted(judges.length)} người. Có mặt hoặc vắng mặt, kèm lý do, được ghi tại cuộc họp.`),
      attendance(judges),
      ...recusals(judges),
      heading('II. KẾT QUẢ CHẤM'),
      paragraph(
        `Các vòng chấm đã đóng: ${facts.closed.map(({ name, at }) => `${name} (ngày ${dayAt(at)})`).join(', ')}. Điểm được tổng hợp theo thể lệ của cuộc thi.`,
      ),
      paragraph(
        `${counted(places.length)} sáng kiến có kết quả, ${counted(finalists)} sáng kiến qua các vòng; điểm và thứ hạng có trong bảng kèm theo.`,
      ),
      heading('III. XÉT SÁNG KIẾN BẰNG ĐIỂM'),
      ...equals(facts),
      heading('IV. BIỂU QUYẾT THÔNG QUA'),
      paragraph(
        `Số thành viên có mặt: ……/${counted(judges.length)}. Tán thành: ……; không tán thành: ……; không biểu quyết: …… Ý kiến khác: ………………………`,
      ),
      heading('V. KẾT LUẬN'),
      paragraph('Ban Giám khảo thông qua bảng kết quả kèm theo và đề nghị Ban Tổ chức trình cấp có thẩm quyền công nhận kết quả.'),
    ],
    annexes: [{ title: 'Bảng kết quả', note: null, landscape: true, blocks: [standings(facts)] }],
  };
}

const attendance = (judges: DeliberationFacts['judges']) =>
  numberedTable(
    [
      column('Họ và tên', 4),
      column('Chức vụ, đơn vị công tác', 5),
      column('Nhiệm vụ', 2.5),
      column('Số phiếu đã ký', 2, 'right'),
      column('Có mặt', 2.5),
    ],
    judges.map((one) => [one.name, positionOf(one), one.chair ? 'Trưởng ban' : 'Giám khảo', String(one.signed), '']),
  );

function recusals(judges: DeliberationFacts['judges']) {
  const excused = judges.filter((one) => one.excused > 0).map(({ name, excused }) => `${name} (${counted(excused)} phiếu)`);
  return excused.length > 0
    ? [paragraph(`4. Giám khảo được miễn chấm do từ chối hoặc có xung đột lợi ích: ${excused.join(', ')}.`)]
    : [paragraph('4. Không có giám khảo nào được miễn chấm.')];
}

/** How equals were parted, by what the chair said too, and who still share a rank. */
function equals({ places, votes, rounds }: DeliberationFacts) {
  const parted = places.filter(({ decidedBy }) => decidedBy !== null && decidedBy !== 'CHAIR_VOTE');
  const shared = Map.groupBy(
    places.filter(({ rank, still }) => rank !== null && still),
    ({ rank }) => rank,
  );
  const ties = [...shared].filter(([, group]) => group.length > 1);
  const said = [
    ...parted.map(({ title, decidedBy }) => paragraph(`- “${title}” được xếp hạng theo ${stepOf(decidedBy ?? '', rounds)}.`)),
    ...votes.map(({ by, at, reason, order }) =>
      paragraph(`- Ngày ${dayAt(at)}, Trưởng ban Giám khảo ${by} quyết định thứ tự: ${titles(order)}. Lý do: ${reason}`),
    ),
    ...ties.map(([rank, group]) =>
      paragraph(`- Hạng ${String(rank)} còn ${counted(group.length)} sáng kiến bằng nhau: ${titles(group.map(({ title }) => title))}.`),
    ),
  ];
  return said.length > 0 ? said : [paragraph('Không có sáng kiến bằng điểm phải xét thêm.')];
}

/** A step of the rule book's ladder in words, e.g. `điểm tiêu chí “Tính mới” của Vòng chung khảo`. */
function stepOf(step: string, rounds: readonly RuledRound[]): string {
  const [kind = '', where = ''] = step.split(':');
  const [key = '', criterion = ''] = where.split('/');
  const round = rounds.find((one) => one.key === key);
  const name = round?.nameVi ?? key;
  if (kind === 'ROUND_SCORE') return `điểm của ${name}`;
  return `điểm tiêu chí “${named(round?.rubric ?? [], criterion) ?? criterion}” của ${name}`;
}

const named = (criteria: readonly Criterion[], key: string): string | undefined =>
  criteria.find((one) => one.key === key)?.nameVi ?? criteria.map((one) => named(one.children ?? [], key)).find((one) => one !== undefined);

const standings = ({ places }: DeliberationFacts) => ({
  kind: 'table' as const,
  columns: [
    ...[column('Hạng', 1, 'center'), column('Mã sáng kiến', 2, 'center'), column('Tên sáng kiến', 7), column('Đơn vị', 4)],
    ...[column('Điểm', 1.5, 'right'), column('Kết quả', 3.5)],
  ],
  rows: places.map(({ rank, code, title, unit, score, state, still }) => [
    ...[rank === null ? '' : String(rank), code, title, unit, decimal(score)],
    still ? (OUTCOMES[state] ?? state) : 'Không còn dự thi',
  ]),
});
