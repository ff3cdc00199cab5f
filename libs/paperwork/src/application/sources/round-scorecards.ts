import { type RawBuilder, sql } from 'kysely';
import { type PaperBlock } from '#lib/documents';
import { asSentence, localMoment } from '#lib/kernel';
import { type JudgedCardRow, type JudgingDetail } from '#lib/result';
import { type PaperSource } from '../../domain/compose.js';
import { column, heading, numberedTable, paragraph, subheading } from './blocks.js';
import { counted, decimal } from './wording.js';

export interface ScorecardRound {
  readonly title: string;
  readonly round: string;
  readonly illustrative: boolean;
  readonly closed: boolean;
}

export interface ScorecardFacts extends ScorecardRound {
  /** What was judged; null before the round is closed. */
  readonly detail: JudgingDetail | null;
}

/** Of round `r` of contest `ct`: what it is and whether it is closed, nothing of a card. */
export const SCORECARD_ROUND: RawBuilder<ScorecardRound> = sql`jsonb_build_object(
  'title', ct.title, 'round', r.rule->>'nameVi', 'illustrative', ct.illustrative, 'closed', r.state = 'CLOSED')`;

/** For the archive: each card that counts as its judge signed it, then which signed ones do not count. */
export function roundScorecards({ title, round, illustrative, closed, detail }: ScorecardFacts): PaperSource {
  const judged = closed ? detail : null;
  const cards = judged?.cards ?? [];
  const counting = cards.filter(({ counts }) => counts);
  const others = cards.filter(({ counts }) => !counts);
  const judges = new Set(counting.map(({ judgeId }) => judgeId)).size;
  const initiatives = new Set(counting.map(({ initiativeId }) => initiativeId)).size;
  return {
    subject: `${asSentence(round)} “${title}”`,
    illustrative,
    lacking: closed ? [] : ['ROUND_NOT_CLOSED'],
    body: [
      paragraph(
        `Tập này gồm ${counted(counting.length)} phiếu chấm đã ký và được tính vào kết quả, do ${counted(judges)} giám khảo chấm cho ${counted(initiatives)} sáng kiến. Điểm, nhận xét và thời điểm ký của từng phiếu được ghi nguyên như giám khảo đã ký.`,
      ),
      ...(judged ? counting.flatMap((card, at) => blocksOf(card, at + 1, judged)) : []),
      ...notCounted(others),
    ],
    annexes: [],
  };
}

function blocksOf(card: JudgedCardRow, number: number, { criteria, maximum }: JudgingDetail): PaperBlock[] {
  return [
    subheading(`Phiếu ${counted(number)}. Sáng kiến ${card.receiptNumber}: ${card.title}`),
    paragraph(
      `Giám khảo: ${card.judgeName}${card.extra ? ' (chấm thêm do điểm lệch)' : ''}. Ký lúc ${localMoment(new Date(card.signedAt))}. Tổng điểm: ${decimal(card.total)}/${decimal(maximum)}.`,
    ),
    numberedTable(
      [column('Tiêu chí', 5), column('Điểm tối đa', 1.7, 'right'), column('Điểm', 1.5, 'right'), column('Nhận xét', 6)],
      card.marks.map(({ criterion, points, comment }) => {
        const { vi, max } = criteria.get(criterion) ?? { vi: criterion, max: '' };
        return [vi, max === '' ? '' : decimal(max), decimal(points), comment ?? ''];
      }),
    ),
  ];
}

function notCounted(cards: readonly JudgedCardRow[]): PaperBlock[] {
  if (cards.length === 0) return [];
  return [
    heading('PHIẾU ĐÃ KÝ, KHÔNG TÍNH VÀO KẾT QUẢ'),
    paragraph(
      'Các phiếu sau đã ký nhưng không được tính: hồ sơ không còn dự thi khi kết thúc vòng, hoặc đã có phiếu chấm thêm thay theo thể lệ.',
    ),
    numberedTable(
      [column('Mã sáng kiến', 2), column('Tên sáng kiến', 5), column('Giám khảo', 3.5), column('Tổng điểm', 1.7, 'right')],
      cards.map(({ receiptNumber, title, judgeName, total }) => [receiptNumber, title, judgeName, decimal(total)]),
    ),
  ];
}
