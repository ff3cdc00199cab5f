import { type Words, asSentence } from '#lib/kernel';
import { type ImportChoice, type ImportColumn } from '#lib/platform';
import { LINEAGE_WORDS, UNIT_KIND_WORDS } from '../domain/words.js';

const choicesOf = (words: Readonly<Record<string, Words>>): ImportChoice[] =>
  Object.entries(words).map(([value, { vi, en }]) => ({ value, words: { vi: asSentence(vi), en: asSentence(en) } }));

/** What stands in a sheet of units. */
export const UNIT_COLUMNS: readonly ImportColumn[] = [
  {
    key: 'code',
    head: { vi: 'Mã thống kê', en: 'Statistics code' },
    cell: 'CODE',
    hint: {
      vi: 'Mã của cơ quan thống kê, nếu có; định dạng ô là Văn bản',
      en: 'Of the statistics office, where there is one; format the cell as text',
    },
    example: '09877',
  },
  {
    key: 'kind',
    head: { vi: 'Loại đơn vị', en: 'Kind' },
    cell: 'CHOICE',
    required: true,
    choices: choicesOf(UNIT_KIND_WORDS),
    hint: { vi: 'Một trong các loại được nhận', en: 'One of the kinds' },
    example: 'Xã',
  },
  {
    key: 'nameVi',
    head: { vi: 'Tên đơn vị', en: 'Name' },
    cell: 'TEXT',
    required: true,
    hint: { vi: 'Tên đầy đủ', en: 'The full name' },
    example: 'Xã An Khánh',
  },
  {
    key: 'nameEn',
    head: { vi: 'Tên tiếng Anh', en: 'English name' },
    cell: 'TEXT',
    hint: { vi: 'Để trống thì lập từ tên tiếng Việt', en: 'Left empty, it is made from the Vietnamese name' },
    example: 'An Khanh Commune',
  },
  {
    key: 'abbreviation',
    head: { vi: 'Tên viết tắt', en: 'Short form' },
    cell: 'TEXT',
    hint: { vi: 'Nếu có', en: 'Where there is one' },
    example: 'UBND.AK',
  },
  {
    key: 'parent',
    head: { vi: 'Đơn vị cấp trên', en: 'Parent' },
    cell: 'TEXT',
    hint: {
      vi: 'Mã hoặc tên; đơn vị cấp trên mới phải ở dòng phía trên. Để trống thì thuộc đơn vị đã chọn khi nhập',
      en: 'Its code or name; a new one has to stand in a row above. Left empty, it is the unit chosen for the import',
    },
    example: 'Huyện Hoài Đức',
  },
  {
    key: 'validFrom',
    head: { vi: 'Hoạt động từ ngày', en: 'First day' },
    cell: 'DAY',
    required: true,
    hint: { vi: 'Ngày đầu tiên', en: 'The first day' },
    example: '01/07/2025',
  },
  {
    key: 'validTo',
    head: { vi: 'Hoạt động đến ngày', en: 'Last day' },
    cell: 'DAY',
    hint: { vi: 'Ngày cuối cùng, nếu đã hoặc sẽ kết thúc', en: 'The last day, where there is one' },
    example: '30/06/2025',
  },
  {
    key: 'became',
    head: { vi: 'Đơn vị kế thừa', en: 'Went into' },
    cell: 'TEXT',
    hint: {
      vi: 'Mã hoặc tên của đơn vị mới; nhiều đơn vị kế thừa thì ghi mỗi đơn vị một dòng',
      en: 'Code or name of the new unit; a row for each where there are several',
    },
    example: 'Xã Sơn Đồng',
  },
  {
    key: 'becameKind',
    head: { vi: 'Phần kế thừa', en: 'What went into it' },
    cell: 'CHOICE',
    choices: choicesOf(LINEAGE_WORDS),
    hint: { vi: 'Ghi cùng đơn vị kế thừa', en: 'Beside the unit that it went into' },
    example: 'Nguyên trạng',
  },
];
