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
    vi: 'Loại tệp này không được chấp nhận. Chỉ nhận PDF, DOCX, XLSX, PPTX, PNG, JPEG, WebP và MP4.',
    en: 'Files of this type are not accepted. Accepted are PDF, DOCX, XLSX, PPTX, PNG, JPEG, WebP and MP4.',
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
