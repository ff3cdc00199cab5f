import { ROLES, asSentence } from '#lib/kernel';
import { type ImportColumn } from '#lib/platform';
import { ROLE_WORDS } from '../domain/rights.js';

const EMPTY_UNIT = {
  vi: 'Mã hoặc tên; để trống thì là đơn vị đã chọn khi nhập',
  en: 'Its code or name; left empty, it is the unit chosen for the import',
};

/** What stands in a sheet of people. Somebody with several roles or positions has a row for each. */
export const PERSON_COLUMNS: readonly ImportColumn[] = [
  {
    key: 'fullName',
    head: { vi: 'Họ và tên', en: 'Full name' },
    cell: 'TEXT',
    required: true,
    hint: { vi: 'Người có nhiều vai trò hoặc chức vụ thì ghi nhiều dòng', en: 'A row for each role or position, where there are several' },
    example: 'Nguyễn Thị Lan',
  },
  {
    key: 'email',
    head: { vi: 'Thư điện tử', en: 'E-mail' },
    cell: 'TEXT',
    hint: { vi: 'Có thư điện tử thì có tài khoản', en: 'With one, the person gets an account' },
    example: 'nguyenthilan@hoaiduc.gov.vn',
  },
  {
    key: 'phone',
    head: { vi: 'Điện thoại', en: 'Telephone' },
    cell: 'CODE',
    hint: { vi: 'Định dạng ô là Văn bản', en: 'Format the cell as text' },
    example: '0912345678',
  },
  { key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, cell: 'TEXT', hint: EMPTY_UNIT, example: 'Phòng Nội vụ' },
  {
    key: 'external',
    head: { vi: 'Người ngoài', en: 'From outside' },
    cell: 'MARK',
    hint: { vi: 'x nếu không làm việc ở đơn vị nào', en: 'x for somebody who works in no unit' },
    example: 'x',
  },
  {
    key: 'position',
    head: { vi: 'Chức vụ', en: 'Position' },
    cell: 'TEXT',
    hint: { vi: 'Nếu có; ghi cùng ngày giữ chức vụ', en: 'Where there is one, with its first day' },
    example: 'Chuyên viên',
  },
  {
    key: 'positionEn',
    head: { vi: 'Chức vụ bằng tiếng Anh', en: 'Position in English' },
    cell: 'TEXT',
    hint: { vi: 'Để trống thì dùng chức vụ bằng tiếng Việt', en: 'Left empty, it is as in Vietnamese' },
    example: 'Specialist',
  },
  {
    key: 'heads',
    head: { vi: 'Thủ trưởng', en: 'Heads the unit' },
    cell: 'MARK',
    hint: { vi: 'x nếu đứng đầu đơn vị', en: 'x for who heads the unit' },
    example: 'x',
  },
  {
    key: 'positionFrom',
    head: { vi: 'Giữ chức vụ từ ngày', en: 'In the position from' },
    cell: 'DAY',
    hint: { vi: 'Bắt buộc khi có chức vụ', en: 'Needed with a position' },
    example: '01/03/2024',
  },
  {
    key: 'role',
    head: { vi: 'Vai trò', en: 'Role' },
    cell: 'CHOICE',
    choices: ROLES.map((value) => ({ value, words: { vi: asSentence(ROLE_WORDS[value].vi), en: asSentence(ROLE_WORDS[value].en) } })),
    hint: {
      vi: 'Vai trò liên quan đến việc chấm chờ người thứ hai xác nhận sau khi ghi',
      en: 'One over the judging waits for a second person once it is applied',
    },
    example: 'Người gửi sáng kiến',
  },
  { key: 'roleUnit', head: { vi: 'Vai trò tại đơn vị', en: 'Role in the unit' }, cell: 'TEXT', hint: EMPTY_UNIT, example: 'Phòng Nội vụ' },
  {
    key: 'roleFrom',
    head: { vi: 'Vai trò từ ngày', en: 'Role from' },
    cell: 'DAY',
    hint: { vi: 'Để trống thì từ ngày ghi', en: 'Left empty, it is from the day on which it is applied' },
    example: '01/03/2024',
  },
  {
    key: 'roleTo',
    head: { vi: 'Vai trò đến ngày', en: 'Role to' },
    cell: 'DAY',
    hint: { vi: 'Để trống nếu không có thời hạn', en: 'Left empty, it has no end' },
    example: '31/12/2026',
  },
  {
    key: 'decision',
    head: { vi: 'Số quyết định', en: 'Decision' },
    cell: 'TEXT',
    hint: { vi: 'Của vai trò, nếu có; ghi cùng ngày quyết định', en: 'Of the role, where there is one, with its day' },
    example: '12/QĐ-UBND',
  },
  {
    key: 'decidedOn',
    head: { vi: 'Ngày quyết định', en: 'Decided on' },
    cell: 'DAY',
    hint: { vi: 'Bắt buộc khi có số quyết định', en: 'Needed with a decision' },
    example: '26/02/2024',
  },
  {
    key: 'invite',
    head: { vi: 'Gửi thư mời', en: 'Invite by mail' },
    cell: 'MARK',
    hint: { vi: 'x để gửi liên kết đặt mật khẩu cho người mới', en: 'x to mail a link for the password to somebody new' },
    example: 'x',
  },
];
