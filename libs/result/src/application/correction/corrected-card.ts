import { type Correction } from '../../domain/correction/correction.entity.js';
import { type CorrectedCard } from '../../domain/correction/impact.js';

/** What a correction puts in the place of a card. */
export function correctedCard(
  { marks, total }: Pick<Correction, 'marks' | 'total'>,
  { roundId, initiativeId, judgeId }: Omit<CorrectedCard, 'card'>,
): CorrectedCard {
  const card = marks && total !== null ? { total, points: marks.map(({ points }) => points) } : null;
  return { roundId, initiativeId, judgeId, card };
}
