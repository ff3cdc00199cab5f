import { type RefusalBook } from '#lib/kernel';

/** What stands in the way of correcting a closed round. */
export const correctionMessages: RefusalBook['messages'] = {
  CORRECTION_ADMITS: {
    vi: 'Sau khi đính chính, sáng kiến {initiatives} được vào vòng đã khóa ký hoặc đã kết thúc. Chỉ áp dụng khi chấp nhận giữ thứ hạng của vòng đã dự.',
    en: 'Corrected, {initiatives} would pass into a round that is locked or closed. It is only done where they keep the place of the round they reached.',
  },
  CORRECTION_BELOW_MINIMUM: {
    vi: 'Sáng kiến sẽ còn dưới {minimum} phiếu chấm đã ký; không thể bỏ phiếu này.',
    en: 'The initiative would have fewer than {minimum} signed cards; this one cannot be taken out.',
  },
  CORRECTION_NOT_PROPOSER: { vi: 'Chỉ người đề nghị mới được rút đề nghị đính chính.', en: 'Only who proposed a correction withdraws it.' },
  CORRECTION_NOT_SIGNED: {
    vi: 'Giám khảo chưa ký phiếu đính chính.',
    en: 'The judge has not signed the corrected card.',
  },
  CORRECTION_STATE: {
    vi: 'Không thực hiện được vì đề nghị đính chính đang ở trạng thái “{state}”.',
    en: 'This cannot be done: the correction is {state}.',
  },
  CORRECTION_WAITS: {
    vi: 'Cuộc thi đang có một đề nghị đính chính kết quả chờ xử lý.',
    en: 'A correction of the result of this contest waits to be decided.',
  },
  LEADER_DUE: {
    vi: 'Giải thưởng theo kết quả này đã được phê duyệt; chỉ lãnh đạo mới được áp dụng đính chính.',
    en: 'Prizes were signed for by this result; only a leader puts a correction of it in force.',
  },
  ROUND_NOT_CLOSED: {
    vi: 'Vòng chấm chưa kết thúc; hãy đề nghị mở lại phiếu chấm.',
    en: 'The round is not closed; ask for the card to be reopened instead.',
  },
};
