import { type RefusalBook } from '#lib/kernel';

/** What stands in the way of an offline sheet. Each names the cell, and none says whose another sheet is. */
export const sheetMessages: RefusalBook['messages'] = {
  SHEET_CARD_GONE: {
    vi: 'Sáng kiến này không còn được phân công cho giám khảo này.',
    en: 'This initiative is no longer assigned to this judge.',
  },
  SHEET_COMMENT: {
    vi: 'Ô {cell}: nhận xét không hợp lệ. Nhận xét là văn bản, dài nhất {most} ký tự, không dùng công thức.',
    en: 'Cell {cell}: the comment is not valid. A comment is text of {most} characters at most, no formula.',
  },
  SHEET_COMMENT_NUMBER: {
    vi: 'Ô {cell}: chương trình bảng tính đã đổi nhận xét thành số hoặc ngày tháng (“{found}”), không còn như khi gõ. Hãy định dạng ô là Văn bản rồi gõ lại.',
    en: 'Cell {cell}: the spreadsheet program turned the comment into a number or a date (“{found}”), and what was typed is lost. Format the cell as Text and type it again.',
  },
  SHEET_MARK: {
    vi: 'Ô {cell}: “{found}” không phải là điểm hợp lệ. Điểm là số từ 0 đến {max}, theo bước {step}, không dùng công thức, phần trăm hay ngày tháng.',
    en: 'Cell {cell}: “{found}” is no valid mark. A mark is a number from 0 to {max} in steps of {step}, no formula, no percentage and no date.',
  },
  SHEET_OLD: {
    vi: 'Ô {cell}: phiếu này không còn dùng được vì đã có phiếu phát hành sau hoặc nội dung chấm trên hệ thống đã thay đổi. Hãy phát hành phiếu mới.',
    en: 'Cell {cell}: this sheet is of an old version; since it was issued a newer one was, or what it is about changed. Issue a new one.',
  },
  SHEET_OTHER_JUDGE: {
    vi: 'Ô {cell}: mã phiếu này không phải là mã của phiếu đã phát hành cho giám khảo này.',
    en: 'Cell {cell}: this is not the code of a sheet that was issued to this judge.',
  },
  SHEET_OTHER_ROUND: {
    vi: 'Ô {cell}: mã phiếu này thuộc vòng chấm khác.',
    en: 'Cell {cell}: this code belongs to another round.',
  },
  SHEET_STALE: {
    vi: 'Phiếu chấm hoặc tệp đã thay đổi sau khi xem phần thay đổi. Hãy xem lại phần thay đổi rồi nhập.',
    en: 'A card or the file changed since you looked at the difference. Look at it again, then import.',
  },
  SHEET_STRUCTURE: {
    vi: 'Ô {cell}: cấu trúc phiếu đã bị thay đổi. Nội dung đúng là “{expected}”, trong tệp là “{found}”.',
    en: 'Cell {cell}: the structure of the sheet was changed. It should say “{expected}”, and says “{found}”.',
  },
  SHEET_UNCHANGED: {
    vi: 'Phiếu không có thay đổi nào so với hệ thống.',
    en: 'The sheet says nothing else than the cards do.',
  },
  SHEET_UNREADABLE: {
    vi: 'Không đọc được tệp. Hãy lưu phiếu ở dạng Excel (.xlsx), không đặt mật khẩu, rồi tải lên lại.',
    en: 'The file cannot be read. Save the sheet as Excel (.xlsx) without a password and upload it again.',
  },
};
