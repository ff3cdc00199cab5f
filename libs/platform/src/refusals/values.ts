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
  VALUE_INVALID: { vi: 'Giá trị không đúng kiểu dữ liệu.', en: 'The value is of another type than is asked for.' },
};
