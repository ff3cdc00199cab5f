import { type RefusalBook } from '#lib/kernel';
import { unitsLabels } from './labels.js';

/** What `units` refuses. */
export const unitsRefusals: RefusalBook = {
  messages: {
    CALENDAR_DAY_ORDINARY: {
      vi: 'Ngày {on} không phải thứ Bảy, Chủ nhật: ngày đó vẫn làm việc bình thường, không phải ngày làm bù.',
      en: '{on} is no Saturday or Sunday: it is worked anyway, and not in exchange.',
    },
    CALENDAR_DAY_TWICE: { vi: 'Ngày {on} được nhập hai lần.', en: '{on} is entered twice.' },
    CALENDAR_ENTERED: {
      vi: 'Lịch làm việc của năm này đã được nhập: hãy sửa lịch đã có.',
      en: 'The working calendar of this year is entered already: change the one that is there.',
    },
    CALENDAR_MISSING: {
      vi: 'Chưa nhập lịch làm việc năm {year}, nên không tính được ngày làm việc của năm đó.',
      en: 'The working calendar of {year} is not entered yet, so its working days are not known.',
    },
    CALENDAR_OTHER_YEAR: { vi: 'Ngày {on} không thuộc năm {year}.', en: '{on} does not lie in {year}.' },
    ROSTER_EMPTY: { vi: 'Không có đơn vị nào còn hiệu lực vào ngày {asOf}.', en: 'No unit was valid on {asOf}.' },
    UNIT_CLOSED: { vi: 'Đơn vị đã kết thúc hoạt động ngày {on}.', en: 'The unit ended on {on}.' },
    UNIT_ENDS_BEFORE_IT_BEGINS: {
      vi: 'Ngày kết thúc của đơn vị không được trước ngày bắt đầu.',
      en: 'The last day of a unit must not lie before its first.',
    },
    UNIT_HAS_CHILDREN: { vi: 'Còn {count} đơn vị trực thuộc hoạt động sau ngày này.', en: '{count} units below it go on after that day.' },
    UNIT_NAME_TAKEN: {
      vi: 'Tên này đã thuộc về một đơn vị khác của cùng cấp trên trong cùng thời gian.',
      en: 'Another unit under the same parent has this name at the same time.',
    },
    UNIT_CODE_TAKEN: {
      vi: 'Mã thống kê này đã thuộc về một đơn vị khác trong cùng thời gian.',
      en: 'Another unit has this statistics code at the same time.',
    },
    UNIT_OUTLIVES_PARENT: {
      vi: 'Đơn vị cấp trên kết thúc hoạt động ngày {on}: đơn vị trực thuộc không thể hoạt động sau ngày đó.',
      en: 'The unit above it ends on {on}: no unit below it can go on after that day.',
    },
    UNIT_OUTSIDE_PARENT: {
      vi: 'Đơn vị trực thuộc không thể hoạt động sau khi đơn vị cấp trên kết thúc.',
      en: 'No unit goes on after the unit above it has ended.',
    },
    UNIT_RECEIVES: {
      vi: 'Đã ghi nhận một đơn vị cũ nhập vào đơn vị này ngày {on}, sau ngày kết thúc.',
      en: 'Another unit is recorded as having gone over into this one on {on}, after that day.',
    },
    LINEAGE_BACKWARDS: {
      vi: 'Đơn vị cũ phải kết thúc trước ngày sắp xếp có hiệu lực và đơn vị mới phải hoạt động từ ngày đó.',
      en: 'The old unit must have ended before the change takes effect, and the new one exist on that day.',
    },
    LINEAGE_GAP: {
      vi: 'Đơn vị cũ kết thúc ngày {last} nên việc kế thừa bắt đầu ngày {next}.',
      en: 'The old unit ended on {last}, so what became of it is dated {next}.',
    },
    LINEAGE_DATED: {
      vi: 'Ngày kế thừa không khớp với ngày kết thúc của đơn vị cũ hoặc thời gian hoạt động của đơn vị mới.',
      en: 'The day of the succession fits neither the last day of the old unit nor the days of the new one.',
    },
    LINEAGE_TO_ITSELF: { vi: 'Một đơn vị không thể kế thừa chính mình.', en: 'A unit cannot succeed itself.' },
    LINEAGE_EXISTS: {
      vi: 'Quan hệ kế thừa giữa hai đơn vị đã được ghi nhận.',
      en: 'What became of the one in the other is recorded already.',
    },
    LINEAGE_WHOLE_GONE: {
      vi: 'Đơn vị cũ đã nhập nguyên trạng vào {name} nên không còn phần nào cho đơn vị khác.',
      en: 'The whole of the old unit went into {name}; nothing is left for another.',
    },
    LINEAGE_PART_GONE: {
      vi: 'Một phần của đơn vị cũ đã thuộc về {name} nên đơn vị cũ không thể nhập nguyên trạng vào đơn vị khác.',
      en: 'A part of the old unit went into {name}, so the whole of it cannot have gone elsewhere.',
    },
    LINEAGE_REST_GONE: {
      vi: 'Phần còn lại của đơn vị cũ đã thuộc về {name}.',
      en: 'The rest of the old unit went into {name} already.',
    },
    LINEAGE_REST_OR_SPLIT: {
      vi: 'Đơn vị cũ hoặc được chia tách, hoặc còn phần còn lại, không thể cả hai (đã ghi nhận với {name}).',
      en: 'The old unit was either split or left a rest, not both ({name} is recorded otherwise).',
    },
    LINEAGE_OVER_WHOLE: {
      vi: 'Các phần đã ghi nhận vượt quá toàn bộ đơn vị cũ.',
      en: 'What is recorded adds up to more than the whole of the old unit.',
    },
    IMPORT_ROW: {
      vi: 'Dòng {row} của tệp đơn vị không đúng ở cột “{problem}”. Hãy sửa tệp rồi nhập lại.',
      en: 'Row {row} of the units file is not right in the column “{problem}”. Correct the file and import it again.',
    },
  },
  constraints: {
    calendar_year_once: 'CALENDAR_ENTERED',
    unit_ends_after_it_begins: 'UNIT_ENDS_BEFORE_IT_BEGINS',
    unit_is_not_its_own_parent: 'NOT_FOUND',
    unit_name_once: 'UNIT_NAME_TAKEN',
    unit_code_once: 'UNIT_CODE_TAKEN',
    unit_within_parent: 'UNIT_OUTSIDE_PARENT',
    unit_lineage_not_to_itself: 'LINEAGE_TO_ITSELF',
    unit_lineage_once: 'LINEAGE_EXISTS',
    unit_lineage_one_bearer: 'LINEAGE_OVER_WHOLE',
    unit_lineage_whole_is_all: 'LINEAGE_OVER_WHOLE',
    unit_lineage_rest_or_split: 'LINEAGE_OVER_WHOLE',
    unit_lineage_dated: 'LINEAGE_DATED',
  },
  labels: unitsLabels,
  states: ['UNIT_CLOSED'],
};
