import { type Messages, type RefusalBook } from '#lib/kernel';

/** What is refused of licences and reminders. */
export const licenceMessages: Messages = {
  LICENCE_KIND_CODE: {
    vi: 'Mã loại giấy gồm chữ in hoa, chữ số và dấu gạch dưới, bắt đầu bằng chữ.',
    en: 'A code is of capital letters, digits and underscores, a letter first.',
  },
  LICENCE_KIND_OVERLAPS: {
    vi: 'Đã có loại giấy cùng mã áp dụng trong cùng thời gian.',
    en: 'Another kind of this code holds at the same time.',
  },
  LICENCE_KIND_TURNED: { vi: 'Ngày cuối phải từ ngày đầu trở đi.', en: 'A kind cannot end before it begins.' },
  LICENCE_KIND_UNKNOWN: {
    vi: 'Không có loại giấy “{typed}” đang áp dụng. Hãy ghi đúng tên hoặc mã trong danh mục loại giấy.',
    en: 'No kind of licence called “{typed}” holds today. Write its name or code as in the list of kinds.',
  },
  LICENCE_TERM: { vi: 'Thời hạn phải lớn hơn 0.', en: 'A term is longer than nothing.' },
  LICENCE_STEPS: {
    vi: 'Mốc nhắc là số ngày giảm dần, tối đa {max} mốc, và chỉ có ở loại giấy có thời hạn.',
    en: 'Steps are falling numbers of days, {max} at most, and only of kinds that have a term.',
  },
  LICENCE_NUMBER_MISSING: { vi: 'Hãy ghi số giấy.', en: 'The number is missing.' },
  LICENCE_NUMBER_TAKEN: {
    vi: 'Đơn vị đã có giấy cùng loại, cùng số đang có hiệu lực.',
    en: 'The unit has a licence in force of the same kind and number.',
  },
  LICENCE_TURNED: { vi: 'Ngày hết hạn phải sau ngày cấp.', en: 'A licence ends after it was issued.' },
  LICENCE_IDENTITY: {
    vi: 'Không ghi số định danh, số căn cước hoặc số chứng minh vào đây.',
    en: 'No number of identity is taken in here.',
  },
  LICENCE_PHONE: {
    vi: 'Ghi một số điện thoại có 10 hoặc 11 chữ số, ví dụ 0912345678.',
    en: 'Write one telephone number of ten or eleven digits, such as 0912345678.',
  },
  LICENCE_EMAIL: { vi: 'Địa chỉ thư điện tử không đúng.', en: 'This is no e-mail address.' },
  LICENCE_OVER: { vi: 'Giấy này đã được cấp lại hoặc đã kết thúc.', en: 'The licence was renewed or has ended already.' },
  LICENCE_RENEWED_EARLY: {
    vi: 'Ngày nộp hồ sơ cấp lại không thể trước ngày cấp giấy này.',
    en: 'A renewal cannot be filed before the licence was issued.',
  },
  LICENCE_SUCCESSOR_OLDER: { vi: 'Giấy mới phải được cấp sau giấy này.', en: 'The new licence is issued after this one.' },
  LICENCE_TERM_UNREAD: {
    vi: 'Ô {column} phải có dạng 5 năm, 36 tháng, 90 ngày hoặc không thời hạn.',
    en: 'The cell of {column} is a number of years, months or days in Vietnamese, or that there is no term.',
  },
  LICENCE_TERM_DIFFERS: {
    vi: 'Ngày hết hạn khác với ngày cấp cộng thời hạn ({expected}). Hãy xem lại giấy, hoặc ghi đúng thời hạn.',
    en: 'The last day differs from the day of issue and the term ({expected}). Look at the paper, or write its term.',
  },
  LICENCE_TWICE: { vi: 'Giấy này đã có ở dòng {row}.', en: 'This licence stands in row {row} already.' },
  REMINDER_PAST_END: {
    vi: 'Chỉ lùi lần nhắc đến ngày hết hạn là muộn nhất.',
    en: 'A reminder is put off until the last day of the licence at the latest.',
  },
  REMINDER_MOVE: { vi: 'Lần nhắc này không còn chờ thực hiện.', en: 'This reminder does not wait any more.' },
};

export const licenceConstraints: RefusalBook['constraints'] = {
  licence_kind_code_plain: 'LICENCE_KIND_CODE',
  licence_kind_one_at_a_time: 'LICENCE_KIND_OVERLAPS',
  licence_kind_ends_after_it_begins: 'LICENCE_KIND_TURNED',
  licence_number_once: 'LICENCE_NUMBER_TAKEN',
  licence_ends_after_it_begins: 'LICENCE_TURNED',
  licence_phone_plain: 'LICENCE_PHONE',
};
