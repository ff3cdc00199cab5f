import { type ImportColumn } from '#lib/platform';

/** What is read of an office's own list of licences; what else stands there is not taken in, and numbers of identity are not even read. */
export const LICENCE_COLUMNS: readonly ImportColumn[] = [
  {
    ...{ key: 'kind', head: { vi: 'Loại giấy', en: 'Kind' }, cell: 'TEXT', required: true },
    hint: {
      vi: 'Tên hoặc mã trong danh mục loại giấy; ghi ở từng dòng, không trộn ô; màu ô không được đọc',
      en: 'Its name or code, in every row; merged cells and colours say nothing',
    },
    example: 'Giấy phép bán lẻ rượu',
  },
  {
    ...{ key: 'number', head: { vi: 'Số giấy', en: 'Number' }, cell: 'TEXT', required: true },
    hint: { vi: 'Như ghi trên giấy', en: 'As on the paper' },
    example: '12/GP-UBND',
  },
  {
    ...{ key: 'holder', head: { vi: 'Tên cơ sở', en: 'Holder' }, cell: 'TEXT', required: true },
    hint: { vi: 'Tên cơ sở kinh doanh', en: 'The business' },
    example: 'Cửa hàng tạp hóa Hòa Bình',
  },
  {
    ...{ key: 'contact', head: { vi: 'Người đại diện', en: 'Contact' }, cell: 'TEXT' },
    hint: { vi: 'Họ và tên; không ghi số định danh', en: 'Full name, without a number of identity' },
    example: 'Nguyễn Thị Bình',
  },
  {
    ...{ key: 'address', head: { vi: 'Địa chỉ KD', en: 'Business address' }, cell: 'TEXT' },
    hint: { vi: 'Nơi kinh doanh, để gửi thư; không ghi nơi ở', en: 'Of the business, for letters; no home' },
    example: 'Thôn 3',
  },
  {
    ...{ key: 'unit', head: { vi: 'Xã/TT', en: 'Commune' }, cell: 'TEXT' },
    hint: { vi: 'Tên hoặc mã thống kê; để trống là đơn vị của lần nhập', en: 'Its name or statistics code; empty: the unit of the import' },
    example: 'Xã An Khánh',
  },
  {
    ...{ key: 'issuedOn', head: { vi: 'Ngày cấp', en: 'Issued on' }, cell: 'DAY', required: true },
    hint: { vi: 'Ngày/tháng/năm', en: 'Day/month/year' },
    example: '26/03/2021',
  },
  {
    ...{ key: 'term', head: { vi: 'Thời hạn', en: 'Term' }, cell: 'TEXT' },
    hint: { vi: '5 năm, 36 tháng, 90 ngày hoặc không thời hạn', en: '5 năm, 36 tháng, 90 ngày, or không thời hạn' },
    example: '5 năm',
  },
  {
    ...{ key: 'expiresOn', head: { vi: 'Ngày hết hạn', en: 'Expires on' }, cell: 'DAY' },
    hint: {
      vi: 'Ngày/tháng/năm, hoặc không thời hạn; để trống là tính theo thời hạn',
      en: 'Day/month/year or không thời hạn; empty: by the term',
    },
    example: '26/03/2026',
  },
  {
    ...{ key: 'phone', head: { vi: 'Điện thoại', en: 'Telephone' }, cell: 'TEXT' },
    hint: { vi: 'Một số; số 0 đầu bị mất được thêm lại', en: 'One number; a lost zero in front is put back' },
    example: '0912345678',
  },
  {
    ...{ key: 'email', head: { vi: 'Email', en: 'E-mail' }, cell: 'TEXT' },
    hint: { vi: 'Một địa chỉ', en: 'One address' },
    example: 'cuahang@example.vn',
  },
];

/** What offices call the columns beside the names of the template. */
export const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  kind: ['Loại giấy phép', 'Loại giấy tờ', 'Tên giấy phép'],
  number: ['Số giấy phép', 'Số GP', 'Số giấy chứng nhận', 'Số GCN'],
  holder: ['Tên cơ sở kinh doanh', 'Cơ sở', 'Tên hộ kinh doanh', 'Hộ kinh doanh'],
  contact: ['Chủ cơ sở', 'Đại diện', 'Họ và tên người đại diện'],
  address: ['Địa chỉ kinh doanh', 'Địa điểm kinh doanh', 'Địa chỉ cơ sở'],
  unit: ['Xã', 'Xã/Phường', 'Xã, thị trấn', 'Xã/thị trấn', 'Đơn vị'],
  issuedOn: ['Ngày cấp phép', 'Cấp ngày'],
  term: ['Thời hạn giấy phép', 'Thời hạn hiệu lực'],
  expiresOn: ['Hết hạn', 'Ngày hết hiệu lực', 'Có giá trị đến ngày', 'Hiệu lực đến ngày'],
  phone: ['SĐT', 'Số điện thoại', 'ĐT', 'Số ĐT', 'Điện thoại liên hệ'],
  email: ['Thư điện tử', 'Địa chỉ email', 'E-mail'],
};
