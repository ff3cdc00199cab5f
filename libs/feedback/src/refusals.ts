import { type RefusalBook } from '#lib/kernel';
import { ACTION_STATE_WORDS } from './domain/action-states.js';
import { INSPECTION_STATE_WORDS } from './domain/inspection-rules.js';
import { feedbackLabels } from './labels.js';

/** What `feedback` refuses. */
export const feedbackRefusals: RefusalBook = {
  messages: {
    ACTION_DUE_PAST: { vi: 'Hạn thực hiện phải từ hôm nay trở đi.', en: 'It is to be done today at the earliest.' },
    ACTION_NO_HEAD: {
      vi: 'Đơn vị hiện không có người đứng đầu để chịu trách nhiệm.',
      en: 'Nobody heads the unit who could answer for it.',
    },
    ACTION_OF_OFFICE: { vi: 'Phòng Nội vụ xác minh biện pháp khắc phục.', en: 'The Interior Office sees to corrective actions.' },
    ACTION_OWN: {
      vi: 'Người chịu trách nhiệm không tự xác minh biện pháp của mình.',
      en: 'Nobody sees to what they answer for themselves.',
    },
    ACTION_SOURCE: {
      vi: 'Biện pháp khắc phục là của một tín hiệu, một phản ánh hoặc một mục không đạt khi kiểm tra.',
      en: 'A corrective action is about one signal, one case or one finding of an inspection.',
    },
    ACTION_STATE: { vi: 'Biện pháp đang ở bước: {state}.', en: 'The corrective action is at this step: {state}.' },
    BASE_TAKEN: { vi: 'Mức thường có đã lấy đến tuần mới nhất.', en: 'What is usual is of the latest weeks already.' },
    BASE_WEEKS_FEW: {
      vi: 'Cần {needed} tuần đã chốt có đánh giá; mới có {settled}.',
      en: '{needed} weeks with ratings have to have settled; {settled} have.',
    },
    CASE_CLOSED: { vi: 'Phản ánh này đã được kết luận.', en: 'The case is closed.' },
    CASE_OF_OFFICE: { vi: 'Phòng Nội vụ kết luận về phản ánh.', en: 'The Interior Office closes cases.' },
    CASE_PAST_HEAD: {
      vi: 'Phản ánh nhắc đến người đứng đầu nên không giao người đó khắc phục.',
      en: 'The case is about who heads the unit, who would have to answer for it.',
    },
    CASE_WITH_HEAD: { vi: 'Người đứng đầu đơn vị đã xem được phản ánh này.', en: 'The head of the unit reads this case already.' },
    COUNTER_CLOSED: { vi: 'Quầy đã đóng.', en: 'The counter is closed already.' },
    COUNTER_NOT_OPEN: { vi: 'Quầy hiện không mở.', en: 'The counter is not open.' },
    COUNTER_NAME_TAKEN: {
      vi: 'Đơn vị đã có quầy khác mang tên này trong cùng thời gian.',
      en: 'Another counter of the unit has this name at the same time.',
    },
    COUNTER_OUTSIDE_UNIT: {
      vi: 'Quầy chỉ mở trong thời gian đơn vị hoạt động.',
      en: 'A counter is open only while its unit is there.',
    },
    EFFECT_NOT_SHOWN: {
      vi: 'Bốn tuần sau khi xác minh, tỷ lệ không hài lòng không thấp hơn bốn tuần trước khi lập biện pháp.',
      en: 'In the four weeks after it was verified no smaller share was dissatisfied than in the four before it was opened.',
    },
    EFFECT_TOO_EARLY: {
      vi: 'Chỉ kiểm tra hiệu quả khi đã qua bốn tuần trọn sau khi xác minh.',
      en: 'Whether it worked is checked when four whole weeks are over after it was verified.',
    },
    FINDING_MISSING: { vi: 'Mục không đạt phải ghi rõ đã thấy gì.', en: 'Where it is not as it should be, say what was found.' },
    INSPECTION_OF_LEAD: { vi: 'Trưởng đoàn kiểm tra thực hiện việc này.', en: 'Who leads the team does this.' },
    INSPECTION_OF_OFFICE: {
      vi: 'Cơ quan quyết định kiểm tra thực hiện việc này, trừ người của đơn vị được kiểm tra.',
      en: 'The office that orders inspections does this, and nobody of the unit.',
    },
    INSPECTION_OF_TEAM: { vi: 'Thành viên đoàn kiểm tra thực hiện việc này.', en: 'The team of the inspection does this.' },
    INSPECTION_OWN_UNIT: {
      vi: 'Người của đơn vị không quyết định kiểm tra đơn vị mình.',
      en: 'Nobody orders an inspection of their own unit.',
    },
    INSPECTION_STATE: { vi: 'Cuộc kiểm tra đang ở bước: {state}.', en: 'The inspection is at this step: {state}.' },
    INSPECTION_UNANSWERED: { vi: 'Còn {count} mục chưa có kết quả.', en: '{count} items are not answered.' },
    MINUTES_OF_BOTH: {
      vi: 'Trưởng đoàn kiểm tra và người đứng đầu đơn vị ký biên bản.',
      en: 'Who leads the team and who heads the unit sign the minutes.',
    },
    MINUTES_SIGNED: {
      vi: 'Bên này đã ký hoặc đã được ghi là không ký biên bản.',
      en: 'This side has signed, or it was recorded that it does not.',
    },
    MONTH_FIRST_DAY: { vi: 'Tháng được ghi bằng ngày đầu tháng.', en: 'A month is given by its first day.' },
    MONTH_NOT_OVER: { vi: 'Chỉ ghi số hồ sơ của tháng đã qua.', en: 'Transactions are recorded of months that are over.' },
    RATING_COMMENT_LONG: { vi: 'Góp ý dài quá {max} ký tự.', en: 'The comment has more than {max} characters.' },
    RATING_FORM: {
      vi: 'Trang này đã cũ hoặc không do hệ thống tạo ra. Hãy chọn lại rồi gửi.',
      en: 'This page is too old, or none of ours. Choose again and send it.',
    },
    RATING_LEVEL: { vi: 'Hãy chọn một trong năm mức.', en: 'Choose one of the five levels.' },
    RATINGS_DECIDED: { vi: 'Các đánh giá này đã được quyết định.', en: 'It was decided on these ratings already.' },
    REVIEWER_OF_UNIT: {
      vi: 'Người của đơn vị không quyết định về đánh giá và phản ánh đối với đơn vị mình.',
      en: 'Nobody decides on what citizens say of their own unit.',
    },
    SIGNAL_CLOSED: { vi: 'Tín hiệu này đã được kết luận.', en: 'The signal is closed.' },
    SIGNAL_OF_OFFICE: { vi: 'Phòng Nội vụ kết luận về tín hiệu.', en: 'The Interior Office closes signals.' },
    SLIP_NOT_GOOD: {
      vi: 'Mã phiếu không đúng, đã dùng hoặc đã hết hạn. Có thể xóa mã rồi gửi.',
      en: 'The code is wrong, was used or is out of date. You can remove it and send the rating without.',
    },
    TEAM_OF_UNIT: {
      vi: 'Người của đơn vị được kiểm tra, hoặc giữ chức vụ, vai trò ở đó, không tham gia đoàn kiểm tra.',
      en: 'Nobody of the unit, or with a position or a role there, is in the team.',
    },
    TEAM_TWICE: { vi: 'Người này đã có trong đoàn kiểm tra.', en: 'They are in the team already.' },
    TRANSACTIONS_KNOWN: {
      vi: 'Số hồ sơ này vừa được ghi ở nơi khác. Hãy tải lại.',
      en: 'This was recorded elsewhere just now. Load it again.',
    },
    COUNTER_TURNED: { vi: 'Ngày cuối của quầy phải từ ngày mở trở đi.', en: 'A counter cannot close before it opens.' },
  },
  constraints: {
    counter_name_once: 'COUNTER_NAME_TAKEN',
    counter_closes_after_it_opens: 'COUNTER_TURNED',
    transaction_count_once: 'TRANSACTIONS_KNOWN',
  },
  labels: feedbackLabels,
  words: { ActionState: ACTION_STATE_WORDS, InspectionState: INSPECTION_STATE_WORDS },
  states: [
    'ACTION_STATE',
    'BASE_TAKEN',
    'CASE_CLOSED',
    'CASE_WITH_HEAD',
    'COUNTER_CLOSED',
    'INSPECTION_STATE',
    'MINUTES_SIGNED',
    'RATINGS_DECIDED',
    'SIGNAL_CLOSED',
  ],
};
