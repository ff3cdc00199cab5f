import { type Messages } from '#lib/kernel';

/** What exports refuse, for people. */
export const exportMessages = {
  EXPORT_COLUMN_UNKNOWN: {
    vi: 'Danh sách không có cột {column}. Các cột có thể chọn: {known}.',
    en: 'The list has no column {column}. Those that can be chosen: {known}.',
  },
  EXPORT_FILTER: {
    vi: 'Danh sách không nhận điều kiện lọc {argument}.',
    en: 'The list does not take the filter {argument}.',
  },
  EXPORT_FORMAT: { vi: 'Nội dung này chỉ xuất được dưới dạng {formats}.', en: 'This can only be exported as {formats}.' },
  EXPORT_TOO_LONG: {
    vi: 'Danh sách dài hơn {max} dòng nên không xuất được trong một tệp. Hãy lọc bớt.',
    en: 'The list has more than {max} rows, too many for one file. Narrow it down first.',
  },
} satisfies Messages;
