import { type RefusalBook } from '#lib/kernel';
import { feedbackLabels } from './labels.js';

/** What `feedback` refuses. */
export const feedbackRefusals: RefusalBook = {
  messages: {
    BASE_TAKEN: { vi: 'Mức thường có đã lấy đến tuần mới nhất.', en: 'What is usual is of the latest weeks already.' },
    BASE_WEEKS_FEW: {
      vi: 'Cần {needed} tuần đã chốt có đánh giá; mới có {settled}.',
      en: '{needed} weeks with ratings have to have settled; {settled} have.',
    },
    CASE_CLOSED: { vi: 'Phản ánh này đã được kết luận.', en: 'The case is closed.' },
    CASE_OF_OFFICE: { vi: 'Phòng Nội vụ kết luận về phản ánh.', en: 'The Interior Office closes cases.' },
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
  states: ['BASE_TAKEN', 'CASE_CLOSED', 'CASE_WITH_HEAD', 'COUNTER_CLOSED', 'RATINGS_DECIDED', 'SIGNAL_CLOSED'],
};
