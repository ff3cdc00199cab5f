import { type Messages } from '#lib/kernel';

/** What imports refuse, for people. */
export const importMessages = {
  IMPORT_APPLIED: { vi: 'Danh sách này đã được ghi.', en: 'This sheet has been applied already.' },
  IMPORT_GIVEN_UP: { vi: 'Lần nhập này đã được bỏ. Hãy bắt đầu lần nhập mới.', en: 'This import was given up. Begin another.' },
  IMPORT_RUNNING: {
    vi: 'Danh sách đang được đọc hoặc đang được ghi. Hãy đợi xong, hoặc dừng lại trước.',
    en: 'The sheet is being read or applied. Wait for the end of it, or stop it first.',
  },
  IMPORT_NOT_CHECKED: { vi: 'Danh sách chưa được kiểm tra.', en: 'The sheet has not been checked yet.' },
  IMPORT_HAS_PROBLEMS: {
    vi: 'Còn {count} dòng có lỗi nên chưa dòng nào được ghi. Hãy sửa tệp rồi tải lên lại.',
    en: '{count} rows have problems, so none was applied. Put the file right and upload it again.',
  },
  IMPORT_CHANGES_NOTHING: {
    vi: 'Mọi dòng của danh sách đều đã có; không có gì để ghi.',
    en: 'Everything in the sheet is there already; there is nothing to apply.',
  },
  IMPORT_EMPTY: {
    vi: 'Tệp không có dòng nào dưới dòng tên cột ở trang đầu tiên.',
    en: 'The first page of the file has no row below the one with the names of the columns.',
  },
  IMPORT_TOO_LONG: {
    vi: 'Mỗi lần nhập tối đa {max} dòng. Hãy chia danh sách thành nhiều tệp.',
    en: 'At most {max} rows can be brought in at a time. Divide the list into several files.',
  },
  IMPORT_COLUMN_UNKNOWN: {
    vi: 'Không có cột nào tên là “{column}”. Hãy dùng tên cột của tệp mẫu, hoặc xóa cột này.',
    en: 'There is no column called “{column}”. Use the names of the template, or remove the column.',
  },
  IMPORT_COLUMN_TWICE: { vi: 'Cột “{column}” có hai lần.', en: 'The column “{column}” is there twice.' },
  IMPORT_COLUMN_MISSING: { vi: 'Thiếu cột “{column}”.', en: 'The column “{column}” is missing.' },
  IMPORT_HEADS_MISSING: {
    vi: 'Không tìm thấy dòng tên cột trong {max} dòng đầu của trang thứ nhất. Hãy ghi tên các cột bắt buộc như tệp mẫu.',
    en: 'The first {max} rows of the first page do not name the columns. Name those that are required as the template does.',
  },
  IMPORT_DAYS_TURNED: {
    vi: 'Cột {column} có ngày và tháng bị đảo: ô nào ngày đến 12 đã thành ngày kiểu tháng/ngày, ô còn lại vẫn là chữ. Hãy định dạng cả cột là Văn bản rồi ghi lại ngày/tháng/năm.',
    en: 'In the column {column} day and month are turned: days up to the 12th were read month first, the others stayed text. Format the whole column as text and write day/month/year again.',
  },
  IMPORT_CELL_MISSING: { vi: 'Cần ghi {column}.', en: '{column} is missing.' },
  IMPORT_CELL_FORMULA: {
    vi: 'Ô {column} là công thức. Hãy ghi kết quả của công thức vào ô.',
    en: 'The cell of {column} is a formula. Write its result there.',
  },
  IMPORT_CELL_OTHER: {
    vi: 'Ô {column} không phải văn bản, số hoặc ngày.',
    en: 'The cell of {column} is neither a text nor a number nor a day.',
  },
  IMPORT_CELL_NOT_TEXT: {
    vi: 'Ô {column} là số hoặc ngày nên có thể đã mất các chữ số ban đầu. Hãy định dạng ô là Văn bản rồi ghi lại.',
    en: 'The cell of {column} is a number or a day and may have lost digits. Format it as text and write it again.',
  },
  IMPORT_CELL_DAY: { vi: 'Ô {column} phải là ngày, ví dụ 15/10/2023.', en: 'The cell of {column} must be a day, such as 15/10/2023.' },
  IMPORT_CELL_NUMBER: {
    vi: 'Ô {column} phải là số nguyên không âm, ví dụ 1500000.',
    en: 'The cell of {column} must be a whole number, such as 1500000.',
  },
  IMPORT_CELL_CHOICE: { vi: 'Ô {column} phải là một trong các giá trị: {known}.', en: 'The cell of {column} must be one of: {known}.' },
  IMPORT_CELL_MARK: { vi: 'Ô {column} ghi x nếu có, để trống nếu không.', en: 'Write x in the cell of {column}, or leave it empty.' },
  IMPORT_UNIT_UNKNOWN: {
    vi: 'Không có đơn vị “{unit}” trong phạm vi được giao. Hãy ghi mã thống kê hoặc đúng tên đơn vị.',
    en: 'There is no unit “{unit}” in your reach. Write its statistics code or its exact name.',
  },
  IMPORT_UNIT_UNCLEAR: {
    vi: 'Có nhiều đơn vị tên là “{unit}”. Hãy ghi mã thống kê.',
    en: 'Several units are called “{unit}”. Write the statistics code.',
  },
} satisfies Messages;
