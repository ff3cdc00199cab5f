import { type Messages, type RefusalBook } from '#lib/kernel';
import { NOT_COMPUTABLE } from '../domain/result/agreement-words.js';

/** What stands in the way of looking beside a result. */
export const looksMessages: RefusalBook['messages'] = {
  JUDGE_WITHOUT_CARD: {
    vi: 'Giám khảo này không có phiếu đã ký trong vòng chấm.',
    en: 'This judge has no signed card in the round.',
  },
  ROUND_NOT_CLOSED: { vi: 'Vòng chấm chưa kết thúc.', en: 'The round is not closed.' },
  ...notComputableMessages(),
};

/** Why there is no number where one could stand. */
function notComputableMessages(): Messages {
  return Object.fromEntries(
    Object.entries(NOT_COMPUTABLE).map(([code, { vi, en }]) => [
      code,
      { vi: `Không tính được, vì ${vi}.`, en: `Not computable, since ${en}.` },
    ]),
  );
}
