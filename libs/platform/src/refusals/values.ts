import { type Messages } from '#lib/kernel';

/** What no scalar takes, and what a day or a moment may not be. */
export const valueMessages: Messages = {
  DAY_INVALID: {
    vi: 'Ngày không hợp lệ: “{given}”. Ngày ghi dạng năm-tháng-ngày, từ năm 1900 đến năm 2200, ví dụ 2026-10-15.',
    en: 'Not a date: “{given}”. A date is written year-month-day, from 1900 to 2200, e.g. 2026-10-15.',
  },
  MOMENT_INVALID: {
    vi: 'Thời điểm không hợp lệ: “{given}”. Thời điểm ghi đủ ngày, giờ và múi giờ, từ năm 1900 đến năm 2200, ví dụ 2026-10-15T22:00:00+07:00.',
    en: 'Not a moment: “{given}”. A moment has its date, time and zone, from 1900 to 2200, e.g. 2026-10-15T22:00:00+07:00.',
  },
  DECIMAL_INVALID: {
    vi: 'Số không hợp lệ: “{given}”. Số ghi liền, dấu chấm trước phần thập phân, ví dụ 1250.5.',
    en: 'Not a number: “{given}”. A number has nothing between thousands and a point before decimals, e.g. 1250.5.',
  },
  DONG_INVALID: {
    vi: 'Số tiền không hợp lệ: “{given}”. Số tiền là số đồng nguyên, không âm, ghi liền, ví dụ 5000000.',
    en: 'Not an amount: “{given}”. Money is in whole dong, not negative, with nothing between thousands, e.g. 5000000.',
  },
  NUMBER_GROUPED: {
    vi: 'Số ghi liền, không có dấu phân cách hàng nghìn: “{given}”. Có phải là {meant}?',
    en: 'A number has nothing between thousands: “{given}”. Is it {meant}?',
  },
  DATE_IN_FUTURE: { vi: 'Ngày không được sau hôm nay ({today}).', en: 'The date cannot be after today ({today}).' },
  DATE_IN_PAST: { vi: 'Ngày không được trước hôm nay ({today}).', en: 'The date cannot be before today ({today}).' },
  DECISION_IN_FUTURE: {
    vi: 'Ngày quyết định không được sau hôm nay ({today}).',
    en: 'The decision cannot be dated after today ({today}).',
  },
  DOCUMENT_IN_FUTURE: {
    vi: 'Ngày ban hành văn bản không được sau hôm nay ({today}).',
    en: 'The document cannot be dated after today ({today}).',
  },
  FIRST_APPLIED_IN_FUTURE: {
    vi: 'Ngày áp dụng lần đầu không được sau hôm nay ({today}).',
    en: 'The initiative cannot have been applied first after today ({today}).',
  },
  FIGURE_IN_FUTURE: {
    vi: 'Khoảng thời gian của số liệu không được kết thúc sau hôm nay ({today}).',
    en: 'The window of a figure cannot end after today ({today}).',
  },
  PAPER_NOT_YET: {
    vi: 'Thời điểm nhận bản giấy không được sau thời điểm hiện tại ({today}).',
    en: 'Paper cannot have been received after the present moment ({today}).',
  },
  RETURN_DUE_PAST: {
    vi: 'Hạn bổ sung phải ở sau thời điểm hiện tại ({today}).',
    en: 'The due date for completion must lie after the present moment ({today}).',
  },
  VALUE_INVALID: { vi: 'Giá trị không đúng kiểu dữ liệu.', en: 'The value is of another type than is asked for.' },
};
