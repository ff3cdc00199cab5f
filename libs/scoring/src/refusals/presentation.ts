import { type RefusalBook } from '#lib/kernel';

/** What stands in the way of presentations. */
export const presentationMessages: RefusalBook['messages'] = {
  PRESENTATION_BEGUN: { vi: 'Phần thuyết trình đã bắt đầu.', en: 'The presentation has begun.' },
  PRESENTATION_DRAWN: {
    vi: 'Thứ tự thuyết trình đã được bốc thăm; muốn bốc thăm lại phải nêu lý do.',
    en: 'The order was drawn already; to draw it again takes a reason.',
  },
  PRESENTATION_ENDED: { vi: 'Phần thuyết trình đã kết thúc.', en: 'The presentation has ended.' },
  PRESENTATION_LAST: {
    vi: 'Không còn sáng kiến nào sau sáng kiến này để chuyển xuống cuối.',
    en: 'Nobody comes after this one, so it cannot be put at the end.',
  },
  PRESENTATION_NOT_ASKED: { vi: 'Vòng này không có phần thuyết trình.', en: 'This round has no presentations.' },
  PRESENTATION_NOT_BEGUN: { vi: 'Phần thuyết trình chưa bắt đầu.', en: 'The presentation has not begun.' },
  PRESENTATION_OUT_OF_ORDER: { vi: 'Chưa đến lượt sáng kiến này thuyết trình.', en: 'It is not this initiative’s turn.' },
  PRESENTATION_RUNNING: { vi: 'Đang có sáng kiến khác thuyết trình.', en: 'Another presentation is under way.' },
};
