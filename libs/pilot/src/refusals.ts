import { type RefusalBook } from '#lib/kernel';
import { PILOT_STATE_WORDS } from './domain/pilot-policy.js';
import { pilotLabels } from './labels.js';

/** What `pilot` refuses. */
export const pilotRefusals: RefusalBook = {
  messages: {
    PILOT_ARM_EMPTY: {
      vi: 'Cần ít nhất một xã thí điểm và một xã đối chứng.',
      en: 'At least one commune tries, and one is held against it.',
    },
    PILOT_BASELINE_AFTER_START: {
      vi: 'Kỳ so sánh phải kết thúc trước ngày bắt đầu thí điểm.',
      en: 'What it is held against ends before it begins.',
    },
    PILOT_BASELINE_ENDS_FIRST: {
      vi: 'Ngày cuối kỳ so sánh phải từ ngày đầu kỳ trở đi.',
      en: 'The baseline cannot end before it begins.',
    },
    PILOT_BASELINE_NOT_OVER: {
      vi: 'Đăng ký được khi kỳ so sánh đã hết, sau ngày {baselineTo}.',
      en: 'It is registered when the baseline is over, after {baselineTo}.',
    },
    PILOT_BEFORE_MISSING: {
      vi: 'Còn {count} xã chưa nhập hồ sơ của kỳ so sánh.',
      en: 'Of {count} communes no file of the baseline is entered.',
    },
    PILOT_ENDS_FIRST: { vi: 'Ngày kết thúc thí điểm phải từ ngày bắt đầu trở đi.', en: 'A pilot cannot end before it begins.' },
    PILOT_FILE_DONE_FIRST: { vi: 'Ngày có kết quả phải từ ngày tiếp nhận trở đi.', en: 'A file cannot be done before it is received.' },
    PILOT_FILE_OUTSIDE: {
      vi: 'Lúc này chỉ nhập hồ sơ tiếp nhận từ {from} đến {to}.',
      en: 'Files are entered now that were received from {from} to {to}.',
    },
    PILOT_FILES_OF_UNIT: {
      vi: 'Xã tham gia hoặc cơ quan phụ trách thí điểm nhập hồ sơ.',
      en: 'The commune itself or the office of the pilot enters its files.',
    },
    PILOT_FILES_TIME: {
      vi: 'Hồ sơ của kỳ so sánh nhập trước khi đăng ký, hồ sơ thí điểm nhập trong thời gian thí điểm.',
      en: 'Files of before are entered before it is registered, files since while it runs.',
    },
    PILOT_NOT_SHOWN: {
      vi: 'Chưa đủ căn cứ là thí điểm có tác dụng: kết luận “dừng” hoặc “chưa thấy tác dụng”.',
      en: 'It is not shown to work: it is stopped, or called not shown.',
    },
    PILOT_NOT_YET: { vi: 'Thí điểm bắt đầu từ ngày {startsOn}.', en: 'The pilot begins on {startsOn}.' },
    PILOT_OF_OFFICE: { vi: 'Cơ quan phụ trách thí điểm thực hiện việc này.', en: 'The office of the pilot does this.' },
    PILOT_PROCEDURE_OTHER: {
      vi: 'Thủ tục {code} không thuộc lĩnh vực thí điểm.',
      en: 'Procedure {code} is not of the fields of the pilot.',
    },
    PILOT_PROCEDURE_UNKNOWN: {
      vi: 'Danh mục không có thủ tục {code} vào ngày tiếp nhận hồ sơ.',
      en: 'The catalogue has no procedure {code} on the day of receipt.',
    },
    PILOT_REGISTERED: {
      vi: 'Thí điểm đã đăng ký: cách đo, các xã và kỳ so sánh không sửa được nữa.',
      en: 'The pilot is registered: what is measured, against whom and against when stands.',
    },
    PILOT_SHOWN: {
      vi: 'Kết quả cho thấy thí điểm có tác dụng: kết luận “nhân rộng” hoặc “dừng”.',
      en: 'It is shown to work: it is extended or stopped.',
    },
    PILOT_STATE: { vi: 'Thí điểm đang ở bước: {state}.', en: 'The pilot is at this step: {state}.' },
    PILOT_TOO_LATE: {
      vi: 'Thí điểm phải đăng ký trước ngày bắt đầu.',
      en: 'A pilot is registered before its first day.',
    },
    PILOT_UNIT_TWICE: {
      vi: 'Một xã chỉ ở một nhóm: xã thí điểm không làm đối chứng cho chính mình.',
      en: 'A commune is on one side: none is held against itself.',
    },
  },
  constraints: {
    pilot_unit_once: 'PILOT_UNIT_TWICE',
    pilot_baseline_before_start: 'PILOT_BASELINE_AFTER_START',
    pilot_baseline_ends_after_it_begins: 'PILOT_BASELINE_ENDS_FIRST',
    pilot_ends_after_it_begins: 'PILOT_ENDS_FIRST',
    pilot_registered_before_it_begins: 'PILOT_TOO_LATE',
    pilot_stays_as_registered: 'PILOT_REGISTERED',
    pilot_files_in_their_time: 'PILOT_FILES_TIME',
    pilot_file_done_after_received: 'PILOT_FILE_DONE_FIRST',
  },
  labels: pilotLabels,
  words: { PilotState: PILOT_STATE_WORDS },
  states: ['PILOT_STATE', 'PILOT_OF_OFFICE'],
};
