import { type Messages } from '#lib/kernel';

/** What the file store refuses, for people. */
export const fileMessages = {
  FILE_TOO_LARGE: { vi: 'Tệp vượt quá dung lượng cho phép ({max} byte).', en: 'The file is larger than allowed ({max} bytes).' },
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
  FILE_ALREADY_UPLOADED: {
    vi: 'Đã có tệp khác được tải lên bằng đường dẫn này.',
    en: 'Another file was already uploaded with this address.',
  },
  FILE_URL_INVALID: { vi: 'Đường dẫn tệp không hợp lệ.', en: 'The address of the file is not valid.' },
  FILE_URL_EXPIRED: { vi: 'Đường dẫn tệp đã hết hạn.', en: 'The address of the file has expired.' },
} as const satisfies Messages;
