import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import readXlsxFile from 'read-excel-file/node';
import { csvPieces } from './write-csv.js';
import { xlsxPieces } from './write-xlsx.js';
import { type CellValue, type TableColumn } from './table.js';

const COLUMNS: readonly TableColumn[] = [
  { head: 'Tên', kind: 'TEXT' },
  { head: 'Điểm', kind: 'NUMBER' },
  { head: 'Tiền (đồng)', kind: 'MONEY' },
  { head: 'Ngày', kind: 'DATE' },
  { head: 'Lúc', kind: 'MOMENT' },
];

type Row = readonly CellValue[];

// eslint-disable-next-line @typescript-eslint/require-await
async function* inParts(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += 2) yield rows.slice(at, at + 2);
}

const xlsx = async (rows: readonly Row[], columns = COLUMNS, name = 'Danh sách') =>
  buffer(Readable.from(xlsxPieces([{ name, columns, rows: inParts(rows) }])));
const csv = async (rows: readonly Row[], columns = COLUMNS) =>
  (await buffer(Readable.from(csvPieces({ columns, rows: inParts(rows) })))).toString('utf8');
/** As another library reads it. */
const read = async (rows: readonly Row[], columns = COLUMNS) => {
  const [sheet] = await readXlsxFile(await xlsx(rows, columns));
  return sheet?.data;
};

const FORMULAS = ['=1+1', '+84 24 3386', '-5', '@SUM(A1)', '\tdòng', '\rdòng', '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"];

test('in a workbook numbers are numbers, days and moments are dates, and everything else is text', async () => {
  const rows: Row[] = [
    ['Một cửa', '87.25', 3_000_000, '2026-11-26', new Date('2026-11-26T02:45:00Z')],
    ['Số hóa', -2.5, '500000', '2024-02-29', '2026-12-31T17:00:00.000Z'],
    ['Trống', null, null, null, null],
  ];
  expect(await read(rows)).toEqual([
    ['Tên', 'Điểm', 'Tiền (đồng)', 'Ngày', 'Lúc'],
    ['Một cửa', 87.25, 3_000_000, new Date('2026-11-26T00:00:00Z'), new Date('2026-11-26T09:45:00Z')],
    ['Số hóa', -2.5, 500_000, new Date('2024-02-29T00:00:00Z'), new Date('2027-01-01T00:00:00Z')],
    ['Trống', null, null, null, null],
  ]);
});

test.each(FORMULAS)('%p that somebody typed is the same text in a workbook, and no formula', async (typed) => {
  const bytes = await xlsx([[typed, null, null, null, null]]);
  const [sheet] = await readXlsxFile(bytes, { trim: false });
  expect(sheet?.data[1]?.[0]).toBe(typed);
});

test('text is the same in a workbook whatever is in it', async () => {
  const typed = ['<b>&"\'', '_x0041_ và _x000D_', 'hai\ndòng', ' đầu và cuối ', '007', '2026-11-26', 'TRUE', '👩‍💼 ẵ Ỗ'];
  const [sheet] = await readXlsxFile(await xlsx(typed.map((text) => [text, null, null, null, null])), { trim: false });
  const shown = sheet?.data.slice(1).map(([text]) => text);
  expect(shown?.map((text) => String(text).replaceAll('_x005F_', '_'))).toEqual(typed);
});

test('what cannot be written in a workbook is left out, and the rest of the text stays', async () => {
  expect((await read([['a\u0000b\u0008c\uD800d\uFFFF', null, null, null, null]]))?.[1]?.[0]).toBe('abc\uFFFDd');
});

test('what is no number or no date stands there as the text that it is', async () => {
  const rows: Row[] = [['x', 'chưa chấm', '1e5', '2026-02-30', 'hôm qua']];
  expect((await read(rows))?.[1]).toEqual(['x', 'chưa chấm', '1e5', '2026-02-30', 'hôm qua']);
});

test('in CSV typed text that a program would reckon with gets an apostrophe, and numbers never do', async () => {
  const rows: Row[] = [
    ...FORMULAS.map((typed): Row => [typed, '-2.5', -7, '2026-11-26', '2026-11-26T02:41:05Z']),
    [' =1', '+3', 1, null, null],
  ];
  expect((await csv(rows)).split('\r\n')).toEqual([
    '\uFEFFTên,Điểm,Tiền (đồng),Ngày,Lúc',
    ...[
      `'=1+1`,
      `'+84 24 3386`,
      `'-5`,
      `'@SUM(A1)`,
      `'\tdòng`,
      `"'\rdòng"`,
      `"'=HYPERLINK(""http://x"",""y"")"`,
      `'=cmd|' /C calc'!A0`,
    ].map((text) => `${text},-2.5,-7,2026-11-26,2026-11-26 09:41:05`),
    // A number with a sign before it is none that the platform writes: it was typed.
    ` =1,'+3,1,,`,
    '',
  ]);
});

test('a CSV field with commas, quotes or lines is read back as it was', async () => {
  const [, first] = (await csv([['a,"b"\nc', 1, null, null, null]], COLUMNS)).split('\r\n');
  expect(first).toBe('"a,""b""\nc",1,,,');
});

test('a sheet is named as far as a workbook can name it', async () => {
  const [sheet] = await readXlsxFile(await xlsx([], COLUMNS, "Vòng 1/2: [thử] 'A' & <B> và một cái tên dài"));
  expect(sheet?.sheet).toBe("Vòng 1 2   thử  'A' & <B> và mộ");
});
