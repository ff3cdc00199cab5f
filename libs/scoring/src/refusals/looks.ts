import { type RefusalBook } from '#lib/kernel';

/** What stands in the way of looking beside a result. */
export const looksMessages: RefusalBook['messages'] = {
  JUDGE_WITHOUT_CARD: {
    vi: 'Giám khảo này không có phiếu đã ký trong vòng chấm.',
    en: 'This judge has no signed card in the round.',
  },
  ROUND_NOT_CLOSED: { vi: 'Vòng chấm chưa kết thúc.', en: 'The round is not closed.' },
};
