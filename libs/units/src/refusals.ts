import { type RefusalBook } from '#lib/kernel';
import { unitsLabels } from './labels.js';

/** What `units` refuses. */
export const unitsRefusals: RefusalBook = {
  messages: {
    ROSTER_EMPTY: { vi: 'Không có đơn vị nào còn hiệu lực vào ngày {asOf}.', en: 'No unit was valid on {asOf}.' },
    UNIT_CLOSED: { vi: 'Đơn vị đã kết thúc hoạt động ngày {on}.', en: 'The unit ended on {on}.' },
    UNIT_ENDS_BEFORE_IT_BEGINS: {
      vi: 'Ngày kết thúc phải từ ngày bắt đầu ({from}) trở đi.',
      en: 'The last day must not lie before the first ({from}).',
    },
    UNIT_HAS_CHILDREN: { vi: 'Còn {count} đơn vị trực thuộc hoạt động sau ngày này.', en: '{count} units below it go on after that day.' },
    LINEAGE_BACKWARDS: {
      vi: 'Đơn vị cũ phải kết thúc trước ngày {on} và đơn vị mới phải có hiệu lực vào ngày đó.',
      en: 'The old unit must have ended before {on}, and the new one be valid on it.',
    },
    LINEAGE_EXISTS: {
      vi: 'Quan hệ kế thừa giữa hai đơn vị đã được ghi nhận.',
      en: 'What became of the one in the other is recorded already.',
    },
    IMPORT_ROW: { vi: 'Dòng {row} của tệp đơn vị không hợp lệ: {problem}.', en: 'Row {row} of the units file is not valid: {problem}.' },
  },
  constraints: {
    unit_ends_after_it_begins: 'UNIT_ENDS_BEFORE_IT_BEGINS',
    unit_is_not_its_own_parent: 'NOT_FOUND',
    unit_lineage_not_to_itself: 'LINEAGE_BACKWARDS',
    unit_lineage_once: 'LINEAGE_EXISTS',
  },
  labels: unitsLabels,
};
