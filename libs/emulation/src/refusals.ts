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
    ACHIEVEMENT_OF_DECLARER: {
      vi: 'Người có thành tích hoặc người kê khai gỡ thành tích chưa được xem xét.',
      en: 'Whom it is about or who declared it withdraws it.',
    },
    ACHIEVEMENT_OF_HEAD: {
      vi: 'Thủ trưởng đơn vị hoặc cơ quan phụ trách thi đua thực hiện việc này.',
      en: 'The head of the unit or the office does this.',
    },
    ACHIEVEMENT_OF_OFFICE: { vi: 'Cơ quan phụ trách thi đua thực hiện việc này.', en: 'The office does this.' },
    ACHIEVEMENT_OTHER_DAY: {
      vi: 'Quyết định này đã được ghi cho người này với ngày {date}. Hãy kiểm tra lại ngày.',
      en: 'This decision is recorded for them as of {date}. Check the day.',
    },
    ACHIEVEMENT_OTHER_DECISION: {
      vi: 'Danh hiệu này của năm đó đã được ghi theo quyết định {number} ngày {date}.',
      en: 'This title of that year is recorded by decision {number} of {date}.',
    },
    ACHIEVEMENT_OWN: {
      vi: 'Không ai xác nhận thành tích của chính mình hoặc do mình kê khai.',
      en: 'Nobody decides on their own achievement, or confirms what they declared.',
    },
    ACHIEVEMENT_PERSON_ELSEWHERE: {
      vi: 'Không có {name} ở đơn vị này. Người cùng họ tên: {known}. Nếu đúng là người đó, hãy ghi thư điện tử.',
      en: 'There is no {name} in this unit. Of that name there are: {known}. If one of them is meant, write the e-mail address.',
    },
    ACHIEVEMENT_PERSON_UNCLEAR: {
      vi: 'Có nhiều người tên {name}: {known}. Hãy ghi thư điện tử của người được khen thưởng.',
      en: 'Several people are called {name}: {known}. Write the e-mail address of the one who is meant.',
    },
    ACHIEVEMENT_PERSON_UNKNOWN: {
      vi: 'Không có “{who}” trong phạm vi được giao. Hãy thêm người này trước, hoặc sửa lại cho đúng.',
      en: 'There is no “{who}” in your reach. Enter them first, or put it right.',
    },
    ACHIEVEMENT_RECORDED_NONE: {
      vi: 'Năm này đã được ghi là không đạt danh hiệu.',
      en: 'Of this year it is recorded that the title was not reached.',
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
    TITLE_KIND_UNCLEAR: {
      vi: 'Có nhiều danh hiệu tên “{typed}”. Hãy ghi một trong các mã: {codes}.',
      en: 'Several titles are called “{typed}”. Write one of their codes: {codes}.',
    },
    TITLE_KIND_UNKNOWN: {
      vi: 'Danh mục không có danh hiệu “{typed}”. Hãy ghi đúng tên hoặc mã.',
      en: 'The list of titles has no “{typed}”. Write its exact name or code.',
    },
    TITLE_KIND_TURNED: { vi: 'Ngày hết hiệu lực không trước ngày bắt đầu.', en: 'It does not end before it begins.' },
  },
  constraints: { achievement_once: 'ACHIEVEMENT_TWICE', title_kind_code: 'TITLE_KIND_CODE' },
  labels: emulationLabels,
  words: { AchievementState: ACHIEVEMENT_STATE_WORDS },
  states: ['ACHIEVEMENT_STATE', 'ACHIEVEMENT_TWICE', 'HOLD_ENDED'],
};
