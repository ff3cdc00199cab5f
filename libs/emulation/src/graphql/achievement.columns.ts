import { type ImportColumn } from '#lib/platform';

/** What is read of an office's own list of titles; years of birth, codes of staff and what else stands there are not read. */
export const ACHIEVEMENT_COLUMNS: readonly ImportColumn[] = [
  {
    ...{ key: 'fullName', head: { vi: 'Họ và tên', en: 'Full name' }, cell: 'TEXT', required: true },
    hint: { vi: 'Như trong danh sách người dùng', en: 'As in the list of people' },
    example: 'Nguyễn Thị Hoa',
  },
  {
    ...{ key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, cell: 'TEXT' },
    hint: {
      vi: 'Nơi công tác khi đạt: tên hoặc mã thống kê; để trống là đơn vị của lần nhập',
      en: 'Where they worked then: its name or statistics code; empty: the unit of the import',
    },
    example: 'Phòng Nội vụ',
  },
  {
    ...{ key: 'position', head: { vi: 'Chức vụ', en: 'Position' }, cell: 'TEXT' },
    hint: { vi: 'Để phân biệt người trùng họ tên trong một đơn vị', en: 'Tells apart those of one name in a unit' },
    example: 'Chuyên viên',
  },
  {
    ...{ key: 'email', head: { vi: 'Thư điện tử', en: 'E-mail' }, cell: 'TEXT' },
    hint: {
      vi: 'Cần ghi khi họ tên, đơn vị và chức vụ chưa đủ phân biệt',
      en: 'Needed where name, unit and position do not tell who it is',
    },
    example: 'nthoa@example.vn',
  },
  {
    ...{ key: 'kind', head: { vi: 'Danh hiệu', en: 'Title' }, cell: 'TEXT', required: true },
    hint: { vi: 'Tên hoặc mã trong danh mục danh hiệu, khen thưởng', en: 'Its name or code in the list of titles' },
    example: 'Lao động tiên tiến',
  },
  {
    ...{ key: 'year', head: { vi: 'Năm', en: 'Year' }, cell: 'NUMBER', required: true },
    hint: { vi: 'Năm đạt, bốn chữ số', en: 'The year it is of, in four digits' },
    example: '2023',
  },
  {
    ...{ key: 'detail', head: { vi: 'Nội dung', en: 'What for' }, cell: 'TEXT' },
    hint: { vi: 'Thành tích cụ thể, nếu quyết định có ghi', en: 'What for, where the decision says so' },
    example: 'Có thành tích xuất sắc trong cải cách hành chính',
  },
  {
    ...{ key: 'decisionNumber', head: { vi: 'Số quyết định', en: 'Decision' }, cell: 'TEXT', required: true },
    hint: { vi: 'Đủ số và ký hiệu', en: 'Number and symbols' },
    example: '1234/QĐ-UBND',
  },
  {
    ...{ key: 'decidedOn', head: { vi: 'Ngày quyết định', en: 'Decided on' }, cell: 'DAY', required: true },
    hint: { vi: 'Ngày/tháng/năm', en: 'Day/month/year' },
    example: '20/12/2023',
  },
  {
    ...{ key: 'issuer', head: { vi: 'Cơ quan quyết định', en: 'Decided by' }, cell: 'TEXT', required: true },
    hint: { vi: 'Cơ quan ban hành quyết định', en: 'Who made the decision' },
    example: 'Ủy ban nhân dân huyện',
  },
];

/** What offices call the columns beside the names of the template, and what the file of the list calls them. */
export const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  fullName: ['Họ tên', 'Họ và tên cán bộ', 'Tên cá nhân', 'Cá nhân', 'Name'],
  unit: ['Đơn vị công tác', 'Nơi công tác', 'Mã đơn vị', 'Phòng ban', 'Cơ quan, đơn vị', 'Đơn vị khi đạt'],
  position: ['Chức danh', 'Chức vụ, chức danh', 'Chức vụ công tác'],
  email: ['Email', 'E-mail', 'Địa chỉ email', 'Hộp thư'],
  kind: ['Danh hiệu thi đua', 'Hình thức khen thưởng', 'Danh hiệu, hình thức khen thưởng', 'Danh hiệu/hình thức khen thưởng', 'Loại'],
  year: ['Năm đạt', 'Năm xét', 'Năm khen thưởng'],
  detail: ['Thành tích', 'Nội dung khen thưởng', 'Ghi nhận'],
  decisionNumber: ['Số QĐ', 'QĐ số', 'Quyết định số'],
  decidedOn: ['Ngày QĐ', 'Ngày ký', 'Ngày ban hành'],
  issuer: ['Cơ quan', 'Cơ quan ban hành', 'Cơ quan QĐ', 'Cấp quyết định', 'Cơ quan khen thưởng'],
};
