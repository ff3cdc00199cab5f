import { type ProcedureSaid, type VersionSaid } from '#domain/procedure';

const PORTAL = 'https://dichvucong.gov.vn/';
const AT_COUNTER = 'Trực tiếp tại bộ phận một cửa';
const ONLINE = 'Trực tuyến trên Cổng Dịch vụ công';
const FILED = ['Nộp hồ sơ', 'Nhận giấy tiếp nhận và hẹn trả kết quả', 'Nhận kết quả'];

/** Illustrative, in the shape of the portal's own records: codes, limits and fees that hold stand there alone. */
export const procedures: readonly (ProcedureSaid & VersionSaid)[] = [
  {
    ...{ code: '9.000001.H26', name: 'Đăng ký khai sinh (minh họa)', field: 'Hộ tịch', level: 'COMMUNE', sourceUrl: PORTAL },
    ...{ checkedOn: '2025-12-15', decision: 'Quyết định minh họa số 101/QĐ-MH', startsOn: '2025-07-01', endsOn: null, steps: FILED },
    ways: [
      { way: AT_COUNTER, amount: 1, countedIn: 'WORKING_DAY', fee: 'Không thu' },
      { way: ONLINE, amount: 1, countedIn: 'WORKING_DAY', fee: 'Không thu' },
    ],
    items: [
      { name: 'Tờ khai đăng ký khai sinh', originals: 1, copies: 0, form: 'Theo mẫu' },
      { name: 'Giấy chứng sinh', originals: 1, copies: 0, form: null },
    ],
    basis: ['Luật Hộ tịch năm 2014'],
  },
  {
    ...{ code: '9.000002.H26', name: 'Đăng ký kết hôn (minh họa)', field: 'Hộ tịch', level: 'COMMUNE', sourceUrl: PORTAL },
    ...{ checkedOn: '2025-12-15', decision: 'Quyết định minh họa số 101/QĐ-MH', startsOn: '2025-07-01', endsOn: null, steps: FILED },
    ways: [{ way: AT_COUNTER, amount: 1, countedIn: 'WORKING_DAY', fee: 'Không thu' }],
    items: [{ name: 'Tờ khai đăng ký kết hôn', originals: 1, copies: 0, form: 'Theo mẫu' }],
    basis: ['Luật Hộ tịch năm 2014'],
  },
  {
    ...{
      code: '9.000003.H26',
      name: 'Chứng thực bản sao từ bản chính (minh họa)',
      field: 'Chứng thực',
      level: 'COMMUNE',
      sourceUrl: PORTAL,
    },
    ...{ checkedOn: '2024-10-21', decision: 'Quyết định minh họa số 77/QĐ-MH', startsOn: '2024-01-01', endsOn: null },
    steps: ['Xuất trình bản chính và bản cần chứng thực', 'Nhận bản sao đã chứng thực'],
    ways: [{ way: AT_COUNTER, amount: 4, countedIn: 'HOUR', fee: '2.000 đồng/trang' }],
    items: [{ name: 'Bản chính giấy tờ', originals: 1, copies: 1, form: null }],
    basis: [],
  },
  {
    ...{ code: '9.000004.H26', name: 'Cấp giấy phép bán lẻ rượu (minh họa)', field: 'Lưu thông hàng hóa trong nước', level: 'COMMUNE' },
    ...{ sourceUrl: PORTAL, checkedOn: '2025-11-03', decision: 'Quyết định minh họa số 58/QĐ-MH', startsOn: '2024-03-01', endsOn: null },
    steps: FILED,
    ways: [
      { way: AT_COUNTER, amount: 15, countedIn: 'WORKING_DAY', fee: 'Theo quy định' },
      { way: ONLINE, amount: 15, countedIn: 'WORKING_DAY', fee: 'Theo quy định' },
    ],
    items: [{ name: 'Đơn đề nghị cấp giấy phép', originals: 1, copies: 0, form: 'Theo mẫu' }],
    basis: ['Nghị định số 105/2017/NĐ-CP'],
  },
  {
    ...{ code: '9.000004.H26', name: 'Cấp giấy phép bán lẻ rượu (minh họa)', field: 'Lưu thông hàng hóa trong nước', level: 'COMMUNE' },
    ...{ sourceUrl: PORTAL, checkedOn: '2025-11-03', decision: 'Quyết định minh họa số 112/QĐ-MH', startsOn: '2025-10-15', endsOn: null },
    steps: FILED,
    ways: [
      { way: AT_COUNTER, amount: 10, countedIn: 'WORKING_DAY', fee: 'Theo quy định' },
      { way: ONLINE, amount: 10, countedIn: 'WORKING_DAY', fee: 'Theo quy định' },
    ],
    items: [{ name: 'Đơn đề nghị cấp giấy phép', originals: 1, copies: 0, form: 'Theo mẫu' }],
    basis: ['Nghị định số 105/2017/NĐ-CP'],
  },
];
