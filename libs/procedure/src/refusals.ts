import { type RefusalBook } from '#lib/kernel';
import { LICENCE_STATE_WORDS } from './domain/licence.entity.js';
import { REMINDER_STATE_WORDS } from './domain/reminder.entity.js';
import { licenceConstraints, licenceMessages } from './licence-refusals.js';
import { procedureLabels } from './labels.js';

/** What `procedure` refuses. */
export const procedureRefusals: RefusalBook = {
  messages: {
    ...licenceMessages,
    PROCEDURE_CODE: {
      vi: 'Mã thủ tục phải như trên Cổng Dịch vụ công quốc gia, ví dụ 1.012379 hoặc 1.012379.H13.',
      en: 'A code is as on the national portal, for example 1.012379 or 1.012379.H13.',
    },
    PROCEDURE_SOURCE: {
      vi: 'Địa chỉ phải là trang https trên tên miền gov.vn.',
      en: 'The address is of a page over https on a gov.vn domain.',
    },
    PROCEDURE_WINDOW: { vi: 'Ngày cuối phải từ ngày đầu trở đi.', en: 'A version cannot end before it begins.' },
    PROCEDURE_STEPS_MISSING: { vi: 'Hãy ghi trình tự thực hiện.', en: 'The steps are missing.' },
    PROCEDURE_WAYS_MISSING: { vi: 'Hãy ghi ít nhất một cách thức thực hiện.', en: 'At least one way to file is needed.' },
    PROCEDURE_WAY_UNREAD: {
      vi: 'Dòng “{line}” phải có dạng: cách nộp | thời hạn | phí, với thời hạn như 3 ngày làm việc, 15 ngày hoặc 8 giờ.',
      en: 'The line “{line}” is to read: way | limit | fee, the limit a number of working days, days or hours.',
    },
    PROCEDURE_ITEM_UNREAD: {
      vi: 'Dòng “{line}” phải có dạng: tên giấy tờ | số bản chính | số bản sao | mẫu đơn.',
      en: 'The line “{line}” is to read: name | originals | copies | form.',
    },
    PROCEDURE_ROWS_DIFFER: {
      vi: 'Các dòng của cùng một thủ tục phải ghi giống nhau; dòng {row} ghi khác.',
      en: 'The rows of one procedure have to say the same; row {row} says otherwise.',
    },
    PROCEDURE_VERSIONS_OVERLAP: {
      vi: 'Thủ tục này đã có bản khác áp dụng trong cùng thời gian.',
      en: 'Another version of this procedure is in force at the same time.',
    },
    PROCEDURE_CHECKED_SINCE: {
      vi: 'Thủ tục đã được đối chiếu với Cổng sau ngày này và nội dung khác: hãy lập tệp từ nội dung hiện nay.',
      en: 'The procedure was held against the portal after this day and says otherwise: make the sheet from what it says now.',
    },
    PROCEDURE_ENTERED: {
      vi: 'Thủ tục có mã này vừa được người khác thêm: hãy làm lại.',
      en: 'Somebody has just entered the procedure of this code: try again.',
    },
  },
  constraints: {
    ...licenceConstraints,
    procedure_code_once: 'PROCEDURE_ENTERED',
    procedure_code_plain: 'PROCEDURE_CODE',
    procedure_source_of_state: 'PROCEDURE_SOURCE',
    procedure_version_one_at_a_time: 'PROCEDURE_VERSIONS_OVERLAP',
    procedure_version_ends_after_it_begins: 'PROCEDURE_WINDOW',
  },
  labels: procedureLabels,
  words: { LicenceState: LICENCE_STATE_WORDS, ReminderState: REMINDER_STATE_WORDS },
  states: ['LICENCE_OVER', 'REMINDER_MOVE'],
};
