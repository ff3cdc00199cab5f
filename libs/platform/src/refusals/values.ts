import { type Messages } from '#lib/kernel';

/** What no scalar takes, and what a day or a moment may not be. */
export const valueMessages: Messages = {
  DAY_INVALID: {
    vi: 'Ngày không hợp lệ: “{given}”. Hãy nhập một ngày có trong lịch, từ năm 1900 đến năm 2200.',
    en: 'Not a date: “{given}”. Give a day that the calendar has, from 1900 to 2200.',
  },
  MOMENT_INVALID: {
    vi: 'Thời điểm không hợp lệ: “{given}”. Hãy nhập đủ ngày và giờ có thật, từ năm 1900 đến năm 2200.',
    en: 'Not a moment: “{given}”. Give a date and time that exist, from 1900 to 2200.',
  },
  DECIMAL_INVALID: {
    vi: 'Số không hợp lệ: “{given}”. Số ghi liền, không có dấu phân cách hàng nghìn, ví dụ 1250 hoặc 1250.5.',
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
    vi: 'Thời điểm nhận hồ sơ giấy không được sau thời điểm hiện tại ({today}).',
    en: 'Paper cannot have been received after the present moment ({today}).',
  },
  ROUND_DUE_PAST: {
    vi: 'Hạn chấm phải ở sau thời điểm hiện tại ({today}).',
    en: 'The deadline of the round must lie after the present moment ({today}).',
  },
  RETURN_DUE_PAST: {
    vi: 'Hạn bổ sung phải ở sau thời điểm hiện tại ({today}).',
    en: 'The due date for completion must lie after the present moment ({today}).',
  },
  VALUE_INVALID: { vi: '{field} chưa được nhập đúng.', en: '{field}: not filled in correctly.' },
  VALUE_MISSING: { vi: 'Chưa nhập {field}.', en: 'Fill in {field}.' },
  VALUE_NOT_LISTED: {
    vi: '{field} không thuộc các lựa chọn được phép. Hãy chọn lại.',
    en: '{field}: not one of the choices. Choose again.',
  },
  VALUE_NOT_NUMBER: { vi: '{field} phải là số.', en: '{field} must be a number.' },
  VALUE_NOT_TEXT: { vi: '{field} phải là văn bản.', en: '{field} must be text.' },
  VALUE_NOT_WHOLE: { vi: '{field} phải là số nguyên.', en: '{field} must be a whole number.' },
  VALUE_NOT_YES_OR_NO: { vi: 'Hãy chọn có hoặc không cho {field}.', en: 'Choose yes or no for {field}.' },
  VALUE_TOO_LARGE: { vi: '{field} là số quá lớn.', en: '{field}: too large a number.' },
  ADDRESS_UNKNOWN: { vi: 'Không có gì ở địa chỉ này. Hãy kiểm tra lại liên kết.', en: 'There is nothing at this address. Check the link.' },
  REQUEST_SLOW: {
    vi: 'Yêu cầu gửi quá chậm nên bị dừng. Hãy kiểm tra đường truyền rồi gửi lại.',
    en: 'The request came in too slowly and was stopped. Check the connection and send it again.',
  },
  REQUEST_TOO_LARGE: {
    vi: 'Nội dung gửi lên quá lớn. Hãy rút gọn, hoặc gửi phần dài thành tệp đính kèm.',
    en: 'What was sent is too large. Shorten it, or send the long part as a file.',
  },
  REQUEST_UNFIT: {
    vi: 'Yêu cầu không phù hợp với phiên bản hiện tại của hệ thống. Hãy tải lại trang rồi thực hiện lại.',
    en: 'The request does not fit the present version of the platform. Load the page again and repeat it.',
  },
  REQUEST_UNREADABLE: {
    vi: 'Không đọc được yêu cầu. Hãy tải lại trang rồi thực hiện lại.',
    en: 'The request cannot be read. Load the page again and repeat it.',
  },
};
