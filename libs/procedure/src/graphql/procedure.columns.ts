import { asSentence } from '#lib/kernel';
import { type ImportColumn } from '#lib/platform';
import { PROCEDURE_LEVELS, PROCEDURE_LEVEL_WORDS } from '../domain/procedure-policy.js';

const LEVELS = PROCEDURE_LEVELS.map((value) => {
  const { vi, en } = PROCEDURE_LEVEL_WORDS[value];
  return { value, words: { vi: asSentence(vi), en: asSentence(en) } };
});

/** What stands in a sheet of procedures: a row for each version, and in a cell a line for each step, way, paper and law. */
export const PROCEDURE_COLUMNS: readonly ImportColumn[] = [
  {
    ...{ key: 'code', head: { vi: 'Mã thủ tục', en: 'Code' }, cell: 'CODE', required: true },
    hint: { vi: 'Mã trên Cổng Dịch vụ công quốc gia; định dạng ô là Văn bản', en: 'As on the national portal; format the cell as text' },
    example: '1.012379.H13',
  },
  {
    ...{ key: 'name', head: { vi: 'Tên thủ tục', en: 'Name' }, cell: 'TEXT', required: true },
    hint: { vi: 'Tên đầy đủ như trên Cổng', en: 'The full name, as on the portal' },
    example: 'Cấp Giấy phép bán lẻ rượu',
  },
  {
    ...{ key: 'field', head: { vi: 'Lĩnh vực', en: 'Field' }, cell: 'TEXT', required: true },
    hint: { vi: 'Lĩnh vực như trên Cổng', en: 'As on the portal' },
    example: 'Lưu thông hàng hóa trong nước',
  },
  {
    ...{ key: 'level', head: { vi: 'Cấp thực hiện', en: 'Level' }, cell: 'CHOICE', required: true, choices: LEVELS },
    hint: { vi: 'Một trong các cấp được nhận', en: 'One of the levels' },
    example: 'Cấp xã',
  },
  {
    ...{ key: 'sourceUrl', head: { vi: 'Địa chỉ trên Cổng', en: 'Address on the portal' }, cell: 'TEXT', required: true },
    hint: { vi: 'Địa chỉ https của trang thủ tục, tên miền gov.vn', en: 'The https address of its page, on a gov.vn domain' },
    example: 'https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.012379',
  },
  {
    ...{ key: 'checkedOn', head: { vi: 'Đối chiếu ngày', en: 'Checked on' }, cell: 'DAY', required: true },
    hint: { vi: 'Ngày đối chiếu với Cổng', en: 'The day on which it was held against the portal' },
    example: '05/01/2026',
  },
  {
    ...{ key: 'decision', head: { vi: 'Quyết định công bố', en: 'Decision' }, cell: 'TEXT', required: true },
    hint: { vi: 'Số, ngày và cơ quan ban hành', en: 'Its number, day and issuer' },
    example: 'Quyết định số 12/QĐ-UBND ngày 02/01/2026',
  },
  {
    ...{ key: 'startsOn', head: { vi: 'Áp dụng từ ngày', en: 'In force from' }, cell: 'DAY', required: true },
    hint: {
      vi: 'Ngày đầu tiên; bản đang áp dụng trước đó tự kết thúc vào ngày trước',
      en: 'The first day; the version before it ends the day before',
    },
    example: '02/01/2026',
  },
  {
    ...{ key: 'endsOn', head: { vi: 'Đến hết ngày', en: 'Until' }, cell: 'DAY' },
    hint: { vi: 'Ngày cuối cùng, nếu có', en: 'The last day, where there is one' },
    example: '31/12/2026',
  },
  {
    ...{ key: 'steps', head: { vi: 'Trình tự thực hiện', en: 'Steps' }, cell: 'TEXT', required: true },
    hint: { vi: 'Mỗi bước một dòng trong ô', en: 'A line in the cell for each step' },
    example: 'Nộp hồ sơ tại bộ phận một cửa\nNhận kết quả theo giấy hẹn',
  },
  {
    ...{ key: 'ways', head: { vi: 'Cách thức, thời hạn, phí', en: 'Ways, limits, fees' }, cell: 'TEXT', required: true },
    hint: {
      vi: 'Mỗi cách một dòng: cách nộp | thời hạn (ngày làm việc, ngày, giờ) | phí, lệ phí',
      en: 'A line for each: way | limit (ngày làm việc, ngày, giờ) | fee',
    },
    example: 'Trực tiếp | 15 ngày làm việc | 1.100.000 đồng\nTrực tuyến | 15 ngày làm việc | 1.100.000 đồng',
  },
  {
    ...{ key: 'items', head: { vi: 'Thành phần hồ sơ', en: 'Dossier' }, cell: 'TEXT' },
    hint: {
      vi: 'Mỗi giấy tờ một dòng: tên | số bản chính | số bản sao | mẫu đơn, tờ khai',
      en: 'A line for each paper: name | originals | copies | form',
    },
    example: 'Đơn đề nghị cấp giấy phép | 1 | 0 | Mẫu số 01',
  },
  {
    ...{ key: 'basis', head: { vi: 'Căn cứ pháp lý', en: 'Legal basis' }, cell: 'TEXT' },
    hint: { vi: 'Mỗi văn bản một dòng', en: 'A line for each document' },
    example: 'Nghị định số 105/2017/NĐ-CP',
  },
];
