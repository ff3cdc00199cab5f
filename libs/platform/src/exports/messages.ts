import { type Messages } from '#lib/kernel';

/** What exports refuse, for people. */
export const exportMessages = {
  EXPORT_COLUMN_UNKNOWN: {
    vi: 'Danh sách không có cột {column}. Các cột có thể chọn: {known}.',
    en: 'The list has no column {column}. Those that can be chosen: {known}.',
  },
  EXPORT_FILTER: {
    vi: 'Danh sách không có điều kiện lọc {argument}. Các điều kiện có thể dùng: {known}.',
    en: 'The list has no filter {argument}. Those that it takes: {known}.',
  },
  EXPORT_FILTER_PAGE: {
    vi: 'Tệp luôn có toàn bộ danh sách theo điều kiện lọc, nên không nhận {argument}.',
    en: 'A file always has the whole list as it is filtered, so it takes no {argument}.',
  },
  EXPORT_FILTER_SHAPE: { vi: 'Điều kiện lọc phải là một đối tượng JSON.', en: 'The filter must be a JSON object.' },
  EXPORT_FILTER_VALUE: {
    vi: 'Giá trị của điều kiện lọc {argument} không đúng, cần có dạng {type}.',
    en: 'The value of the filter {argument} is not right; it takes {type}.',
  },
  EXPORT_TOO_LONG: {
    vi: 'Danh sách dài hơn {max} dòng nên không xuất được trong một tệp. Hãy lọc bớt.',
    en: 'The list has more than {max} rows, too many for one file. Narrow it down first.',
  },
} satisfies Messages;
