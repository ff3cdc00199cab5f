import { type RefusalBook } from '#lib/kernel';

/** What stands in the way of a card. */
export const cardMessages: RefusalBook['messages'] = {
  BELOW_MINIMUM_CARDS: {
    vi: 'Sáng kiến sẽ còn dưới {minimum} phiếu chấm. Hãy chọn giám khảo thay thế.',
    en: 'The initiative would have fewer than {minimum} cards. Name a judge to replace this one.',
  },
  CARD_EXCUSED: { vi: 'Phiếu chấm này đã được miễn.', en: 'This card was excused.' },
  CARD_EXISTS: { vi: 'Giám khảo đã được phân công chấm sáng kiến này.', en: 'The judge has a card for this initiative already.' },
  CARD_SIGNED: { vi: 'Phiếu chấm đã được ký và không thể thay đổi.', en: 'The card was signed and cannot be changed.' },
  CARD_STARTED: {
    vi: 'Giám khảo đã bắt đầu chấm; chỉ có thể miễn phiếu kèm lý do.',
    en: 'The judge has begun; the card can only be excused, with a reason.',
  },
  INITIATIVE_NOT_JUDGED: { vi: 'Sáng kiến không còn được chấm ở vòng này.', en: 'The initiative is not judged in this round.' },
  MARK_COMMENT_DUE: { vi: 'Tiêu chí “{criterion}” cần có nhận xét.', en: 'The criterion “{criterion}” needs a comment.' },
  MARK_COMMENT_LONG: { vi: 'Nhận xét dài nhất {most} ký tự.', en: 'A comment has {most} characters at most.' },
  MARK_MISSING: { vi: 'Chưa cho điểm tiêu chí “{criterion}”.', en: 'The criterion “{criterion}” has no mark.' },
  MARK_NOT_IN_RUBRIC: {
    vi: 'Bảng tiêu chí không có tiêu chí mang mã “{criterion}”. Hãy tải lại phiếu chấm.',
    en: 'The rubric has no criterion with the key “{criterion}”. Load the scorecard again.',
  },
  MARK_OFF_STEP: {
    vi: 'Điểm của tiêu chí “{criterion}” phải là bội số của {step}.',
    en: 'Marks for “{criterion}” go in steps of {step}.',
  },
  MARK_OUT_OF_RANGE: {
    vi: 'Điểm của tiêu chí “{criterion}” phải từ 0 đến {max}.',
    en: 'Marks for “{criterion}” lie between 0 and {max}.',
  },
  NOTES_OVER: {
    vi: 'Cuộc thi đã kết thúc và được lưu trữ; ghi chú riêng của giám khảo không còn được giữ.',
    en: 'The contest is over and archived; judges’ own notes are not kept any more.',
  },
  MARK_TWICE: { vi: 'Tiêu chí “{criterion}” được cho điểm hai lần.', en: 'The criterion “{criterion}” is marked twice.' },
};
