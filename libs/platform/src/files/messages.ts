import { type Messages } from '#lib/kernel';

/** What the file store refuses, for people. */
export const fileMessages = {
  FILE_TOO_LARGE: { vi: 'Tệp vượt quá dung lượng cho phép ({max}).', en: 'The file is larger than allowed ({max}).' },
  FILE_EMPTY: { vi: 'Tệp không có nội dung.', en: 'The file is empty.' },
  FILE_TYPE_FALSE: {
    vi: 'Nội dung tệp không đúng với loại tệp đã khai hoặc phần mở rộng của tên tệp.',
    en: 'What the file contains is not what its declared type or the ending of its name says.',
  },
  FILE_TYPE_NOT_ALLOWED: {
    vi: 'Loại tệp này không được chấp nhận. Chỉ nhận PDF, DOCX, XLSX, PPTX, PNG, JPEG, WebP, HEIC, MP4, MOV, M4V và 3GP.',
    en: 'Files of this type are not accepted. Accepted are PDF, DOCX, XLSX, PPTX, PNG, JPEG, WebP, HEIC, MP4, MOV, M4V and 3GP.',
  },
  FILE_LOCKED: {
    vi: 'Tệp được đặt mật khẩu nên người khác không mở được. Hãy bỏ mật khẩu, lưu lại rồi tải lên.',
    en: 'The file is locked with a password, so nobody else can open it. Remove the password, save it and upload it again.',
  },
  FILE_OLD_FORMAT: {
    vi: 'Tệp ở định dạng cũ (.doc, .xls, .ppt). Hãy mở tệp, lưu thành .docx, .xlsx hoặc .pptx rồi tải lên.',
    en: 'The file is of an old format (.doc, .xls, .ppt). Open it, save it as .docx, .xlsx or .pptx and upload that.',
  },
  FILE_HAS_MACROS: {
    vi: 'Tệp có macro hoặc dùng mẫu tải từ mạng. Hãy lưu lại ở dạng không có macro (.docx, .xlsx, .pptx) rồi tải lên.',
    en: 'The file has macros, or a template that is fetched from the network. Save it without macros (.docx, .xlsx, .pptx) and upload it again.',
  },
  FILE_HAS_PACKAGE: {
    vi: 'Trong tệp có nhúng một tệp khác. Hãy bỏ tệp nhúng ra khỏi văn bản và tải tệp đó lên riêng.',
    en: 'Another file is embedded in this one as an object. Take it out of the document and upload it by itself.',
  },
  FILE_DAMAGED: {
    vi: 'Tệp bị hỏng, không đọc được. Hãy mở tệp, lưu lại rồi tải lên.',
    en: 'The file is damaged and cannot be read. Open it, save it again and upload that.',
  },
  FILE_TOO_COMPLEX: {
    vi: 'Tệp quá phức tạp hoặc quá lớn khi giải nén nên không xử lý được. Hãy lưu lại tệp gọn hơn rồi tải lên.',
    en: 'The file is too complex, or too large once it is unpacked. Save a simpler one and upload that.',
  },
  FILE_BUSY: {
    vi: 'Hệ thống đang đọc nhiều tệp khác. Hãy thử lại sau ít phút.',
    en: 'Many other files are being read just now. Try again in a few minutes.',
  },
  FILE_NAME_INVALID: {
    vi: 'Tên tệp không hợp lệ. Hãy đổi tên tệp: không dùng đường dẫn, ký tự điều khiển hay ký tự đặc biệt, dài không quá 200 ký tự.',
    en: 'The file name is not valid. Rename the file: no path, no control or special characters, 200 characters at most.',
  },
  FILE_NOT_UPLOADED: {
    vi: 'Tệp chưa được tải lên hoặc đã hết hạn lưu tạm.',
    en: 'The file was not uploaded, or was kept waiting too long.',
  },
  FILE_NOT_WHOLE: {
    vi: 'Tệp chưa được tải lên đầy đủ: còn thiếu {missing} phần.',
    en: 'The file has not come in whole: {missing} parts are missing.',
  },
  FILE_DIFFERS: {
    vi: 'Nội dung nhận được không trùng với mã SHA-256 đã khai. Hãy tải tệp lên lại.',
    en: 'What came in does not have the SHA-256 that was declared. Send the file again.',
  },
  FILE_PART_FALSE: {
    vi: 'Phần tệp gửi lên không phải phần mà đường dẫn này nhận. Hãy tải lại trang rồi gửi tiếp; các phần đã nhận vẫn được giữ.',
    en: 'What was sent is not the part that this address takes. Load the page again and go on; the parts that came in are kept.',
  },
  FILE_UPLOAD_OVER: {
    vi: 'Lần tải lên này đã kết thúc; đường dẫn không còn nhận nội dung.',
    en: 'This upload is over; its address takes nothing any more.',
  },
  FILE_KEPT: {
    vi: 'Tệp đã được xác nhận và lưu, không còn là tệp đang tải lên.',
    en: 'The file was confirmed and kept; it is no upload any more.',
  },
  FILE_NOT_VIEWABLE: {
    vi: 'Loại tệp này không xem trực tiếp được. Hãy tải tệp về.',
    en: 'Files of this type cannot be shown here. Download it.',
  },
  FILE_NAMES_STAY: {
    vi: 'Không gỡ được thông tin người lập khỏi tệp này nên không đưa ra trong vòng chấm giấu tên.',
    en: 'Who made this file cannot be taken out of it, so it is not shown in an anonymous round.',
  },
  FILE_LOST: {
    vi: 'Không tìm thấy nội dung đã lưu của tệp trong kho tệp. Quản trị viên đã được báo qua nhật ký hệ thống.',
    en: 'The content of this file was kept, but is not in the file store. It is in the log for the administrator.',
  },
  UPLOADS_TOO_MANY: {
    vi: 'Đang có {max} tệp tải lên chưa xác nhận. Hãy xác nhận hoặc hủy bớt trước khi tải thêm.',
    en: 'You have {max} uploads that are not confirmed. Confirm or give up some before you begin another.',
  },
  UPLOADS_TOO_LARGE: {
    vi: 'Các tệp đang tải lên chưa xác nhận vượt quá {max}. Hãy xác nhận hoặc hủy bớt trước khi tải thêm.',
    en: 'Your uploads that are not confirmed come to more than {max}. Confirm or give up some before you begin another.',
  },
  STORE_BUSY: {
    vi: 'Kho tệp chưa trả lời kịp. Hãy thử lại sau ít phút; thao tác lặp lại không gây trùng.',
    en: 'The file store did not answer in time. Try again in a few minutes; doing so does nothing twice.',
  },
  STORE_UNAVAILABLE: {
    vi: 'Hiện không kết nối hoặc không ghi được vào kho tệp. Hãy thử lại sau ít phút; thao tác lặp lại không gây trùng.',
    en: 'The file store cannot be reached or written now. Try again in a few minutes; doing so does nothing twice.',
  },
  STORE_FULL: {
    vi: 'Kho tệp đã hết dung lượng. Cần quản trị viên giải phóng dung lượng rồi gửi lại; thao tác lặp lại không gây trùng.',
    en: 'The file store is full. Once an administrator has made room, send this again; doing so does nothing twice.',
  },
  FILE_URL_INVALID: { vi: 'Đường dẫn tệp không hợp lệ.', en: 'The address of the file is not valid.' },
  FILE_URL_EXPIRED: { vi: 'Đường dẫn tệp đã hết hạn.', en: 'The address of the file has expired.' },
} as const satisfies Messages;
