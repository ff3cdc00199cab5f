import { type RefusalBook } from '#lib/kernel';
import { ACHIEVEMENT_STATE_WORDS } from './domain/achievement-states.js';
import { emulationLabels } from './labels.js';

/** What `emulation` refuses. */
export const emulationRefusals: RefusalBook = {
  messages: {
    ACHIEVEMENT_BASIS: {
      vi: 'Chỉ căn cứ vào thành tích đã xác nhận của chính người này.',
      en: 'It rests on confirmed achievements of the same person alone.',
    },
    ACHIEVEMENT_BY_ITSELF: {
      vi: 'Thành tích này lấy từ kết quả cuộc thi hoặc công nhận sáng kiến, không ghi hoặc thu hồi ở đây.',
      en: 'It comes by itself from a contest or a recognition, and is neither entered nor revoked here.',
    },
    ACHIEVEMENT_DECISION: {
      vi: 'Hãy ghi đủ số, ngày quyết định và cơ quan quyết định.',
      en: 'Give the number of the decision, its day, and who decided.',
    },
    ACHIEVEMENT_EVIDENCE: {
      vi: 'Người có thành tích hoặc người kê khai gửi minh chứng.',
      en: 'Whom it is about or who declared it attaches what shows it.',
    },
    ACHIEVEMENT_NO_UNIT: { vi: 'Hãy chọn đơn vị công tác khi đạt thành tích.', en: 'Say of which unit they were at that time.' },
    ACHIEVEMENT_OF_HEAD: {
      vi: 'Thủ trưởng đơn vị hoặc cơ quan phụ trách thi đua thực hiện việc này.',
      en: 'The head of the unit or the office does this.',
    },
    ACHIEVEMENT_OF_OFFICE: { vi: 'Cơ quan phụ trách thi đua thực hiện việc này.', en: 'The office does this.' },
    ACHIEVEMENT_OWN: {
      vi: 'Không ai xác nhận thành tích của chính mình hoặc do mình kê khai.',
      en: 'Nobody decides on their own achievement, or confirms what they declared.',
    },
    ACHIEVEMENT_STATE: { vi: 'Thành tích đang ở trạng thái: {state}.', en: 'The achievement is: {state}.' },
    ACHIEVEMENT_TWICE: {
      vi: 'Danh hiệu này của năm đó đã được xác nhận cho người này.',
      en: 'This title of that year is confirmed already.',
    },
    ACHIEVEMENT_WITHOUT_DECISION: { vi: 'Năm không đạt thì không có quyết định.', en: 'Of a year without it there is no decision.' },
    ACHIEVEMENT_YEAR: { vi: 'Năm từ {from} đến năm nay.', en: 'A year from {from} to this year.' },
    HOLD_ENDED: { vi: 'Việc tạm dừng đã kết thúc.', en: 'The hold has ended.' },
    HOLD_OWN: { vi: 'Không tự ghi hoặc kết thúc việc tạm dừng đối với chính mình.', en: 'Nobody decides on a hold of their own.' },
    HOLD_TURNED: { vi: 'Ngày kết thúc không trước ngày bắt đầu.', en: 'It does not end before it begins.' },
    RULE_CHAIN: {
      vi: 'Mỗi điều kiện có ít nhất một danh hiệu và từ 1 đến {most} năm.',
      en: 'Each condition has a kind at least, and 1 to {most} years.',
    },
    TITLE_KIND_CODE: { vi: 'Mã danh hiệu này đã có.', en: 'This code is taken.' },
    TITLE_KIND_NOT_IN_YEAR: { vi: 'Danh hiệu này không có hiệu lực trong năm {year}.', en: 'This kind was not in force in {year}.' },
    TITLE_KIND_TURNED: { vi: 'Ngày hết hiệu lực không trước ngày bắt đầu.', en: 'It does not end before it begins.' },
  },
  constraints: { achievement_once: 'ACHIEVEMENT_TWICE', title_kind_code: 'TITLE_KIND_CODE' },
  labels: emulationLabels,
  words: { AchievementState: ACHIEVEMENT_STATE_WORDS },
  states: ['ACHIEVEMENT_STATE', 'ACHIEVEMENT_TWICE', 'HOLD_ENDED'],
};
