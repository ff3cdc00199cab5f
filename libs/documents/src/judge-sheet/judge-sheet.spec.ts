import { Workbook, decodeCell } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { Decimal, Refused } from '#lib/kernel';
import { readWorkbook } from '../xlsx/read-workbook.js';
import { MARKS_PAGE, markCell, sheetCells } from './layout.js';
import { codeOf, readJudgeSheet } from './read-sheet.js';
import { type JudgeSheet, type SheetCriterion, type SheetMark } from './sheet.js';
import { writeJudgeSheet } from './write-sheet.js';

const criterion = (name: string, max: string, changes: Partial<SheetCriterion> = {}): SheetCriterion => ({
  name,
  partOf: null,
  guidance: null,
  max,
  step: '0.5',
  commentRequired: false,
  bands: [],
  ...changes,
});

const SHEET: JudgeSheet = {
  layout: 1,
  code: 'PC-7F3K-92QD',
  contest: 'Tìm kiếm sáng kiến cải cách hành chính năm 2026',
  round: 'Vòng sơ khảo',
  judge: 'Nguyễn Thị Ánh Tuyết',
  number: 1,
  issuedAt: '09:00 02/03/2026',
  commentLength: 4000,
  criteria: [
    criterion('Mức độ mới', '30', {
      partOf: 'Tính mới',
      guidance: 'Lần đầu áp dụng ở huyện, hoặc cải tiến rõ rệt.',
      bands: [
        { from: '20', to: '30', text: 'Hoàn toàn mới' },
        { from: '0', to: '19.5', text: 'Cải tiến' },
      ],
    }),
    criterion('Hiệu quả', '70', { step: '0.1', commentRequired: true }),
  ],
  initiatives: [
    { code: '2026-017', title: '=HYPERLINK("http://x.vn") là tên' },
    { code: '2026-003', title: 'Nhắc hạn hồ sơ qua Zalo' },
  ],
};

const none: SheetMark = { points: null, comment: null };
const MARKS: SheetMark[][] = [
  [{ points: '7.5', comment: '=1+1 vẫn là chữ' }, none],
  [none, { points: '0', comment: 'Dòng một\nDòng hai' }],
];

const plain = (marks: readonly (readonly SheetMark[])[]) => marks.map((row) => row.map(({ points, comment }) => ({ points, comment })));

/** The sheet as it comes back after somebody worked on it with another program. */
async function workedOn(change: (book: Workbook) => void, marks = MARKS): Promise<Buffer> {
  const book = new Workbook();
  await book.xlsx.load(await writeJudgeSheet(SHEET, marks));
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const put = (page: string, address: string, value: any) => (book: Workbook) => {
  book.getWorksheet(page)!.getCell(address).value = value;
};

const readBack = async (bytes: Buffer) => plain(readJudgeSheet(await readWorkbook(bytes), SHEET));

async function refusalOf(bytes: Buffer): Promise<{ code: string; cell: unknown; path: string | null }> {
  try {
    await readBack(bytes);
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, cell: error.detail.cell, path: error.path };
    throw error;
  }
  return { code: 'read', cell: null, path: null };
}

test('what was written is read back: the code, the marks given so far, and nothing where nothing was given', async () => {
  const book = await readWorkbook(await writeJudgeSheet(SHEET, MARKS));
  expect(codeOf(book)).toBe('PC-7F3K-92QD');
  expect(plain(readJudgeSheet(book, SHEET))).toEqual(MARKS);
});

test('the same sheet has the same bytes', async () => {
  expect(await writeJudgeSheet(SHEET, MARKS)).toEqual(await writeJudgeSheet(SHEET, MARKS));
});

test('only points and comments can be typed; every other cell is locked', async () => {
  const book = new Workbook();
  await book.xlsx.load(await writeJudgeSheet(SHEET, MARKS));
  const open: string[] = [];
  for (const page of book.worksheets) {
    expect(page.sheetProtection?.sheet).toBe(true);
    page.eachRow({ includeEmpty: true }, (row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.protection?.locked === false) open.push(`${page.name}!${cell.address}`);
      });
    });
  }
  expect(open.sort()).toEqual(
    ['E10', 'E11', 'E8', 'E9', 'F10', 'F11', 'F8', 'F9']
      .flatMap((at) => (at.endsWith('10') ? [] : [`${MARKS_PAGE}!${at}`]))
      .concat(`${MARKS_PAGE}!E12`, `${MARKS_PAGE}!F12`)
      .sort(),
  );
});

test('text that begins like a formula is a text', async () => {
  const book = new Workbook();
  await book.xlsx.load(await writeJudgeSheet(SHEET, MARKS));
  const page = book.getWorksheet(MARKS_PAGE)!;
  expect(page.getCell('B7').value).toBe('2026-017 – =HYPERLINK("http://x.vn") là tên');
  expect(page.getCell('F8').value).toBe('=1+1 vẫn là chữ');
  expect(page.getCell('F8').numFmt).toBe('@');
});

test('a workbook saved by another program reads the same', async () => {
  expect(await readBack(await workedOn(() => undefined))).toEqual(MARKS);
});

test('numbers are the decimals that were typed, with a Vietnamese comma too', async () => {
  const points = async (value: unknown) => (await readBack(await workedOn(put(MARKS_PAGE, 'E9', value))))[0]![1]!.points;
  expect(await points(8.2)).toBe('8.2');
  expect(await points('7,5')).toBe('7.5');
  expect(await points(' 7.50 ')).toBe('7.5');
  expect(await points(0.1 + 0.2)).toBe('0.30000000000000004');
  expect(await points(null)).toBeNull();
});

test('the seventeen digits that Excel writes are read as the decimal that was typed', async () => {
  const book = new Map(await readWorkbook(await writeJudgeSheet(SHEET, MARKS)));
  const points = (text: string) => {
    const page = new Map(book.get(MARKS_PAGE)).set('E9', { kind: 'number', text });
    return readJudgeSheet(new Map(book).set(MARKS_PAGE, page), SHEET)[0]![1]!.points;
  };
  expect(points('8.1999999999999993')).toBe('8.2');
  expect(points('7.4000000000000004')).toBe('7.4');
  expect(points('2.5E1')).toBe('25');
  expect(() => points('1E999')).toThrow('SHEET_MARK');
});

test('any decimal of a rubric survives the way through a binary number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 5 }), async (digits, places) => {
      const points = new Decimal(digits).div(new Decimal(10).pow(places)).toFixed();
      const marks = [
        [{ points, comment: null }, none],
        [none, none],
      ];
      expect(await readBack(await writeJudgeSheet(SHEET, marks))).toEqual(marks);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['a word', 'nhiều'],
  ['a negative number as text', '-1'],
  ['a formula', { formula: '7+0.5', result: 7.5 }],
  ['a truth value', true],
  ['an error', { error: '#N/A' }],
])('points that are %s are refused with their cell', async (_, value) => {
  expect(await refusalOf(await workedOn(put(MARKS_PAGE, 'E9', value)))).toEqual({
    code: 'SHEET_MARK',
    cell: 'Phiếu chấm!E9',
    path: 'Phiếu chấm!E9',
  });
});

const typed = (page: string, address: string, value: unknown, numFmt: string) => (book: Workbook) => {
  Object.assign(book.getWorksheet(page)!.getCell(address), { value, numFmt });
};

test.each([
  ['50% typed', 0.5, '0%'],
  ['50,00% typed', 0.5, '0.00%'],
  ['1/5 typed', 46143, 'd-mmm'],
  ['12:00 typed', 0.5, 'h:mm'],
  ['a day', new Date(Date.UTC(2026, 4, 1)), 'dd/mm/yyyy'],
  ['a day in Vietnamese', 46143, '[$-42A]dd "tháng" mm;@'],
])('points that a program made of %s are refused with their cell', async (_, value, numFmt) => {
  expect(await refusalOf(await workedOn(typed(MARKS_PAGE, 'E9', value, numFmt)))).toEqual({
    code: 'SHEET_MARK',
    cell: 'Phiếu chấm!E9',
    path: 'Phiếu chấm!E9',
  });
});

test.each(['General', '0.00', '#,##0.0', '@', '0.0" điểm"', '[Red]0.0', '_-* #,##0.0 ₫_-', '# ?/?', '0.0E+00'])(
  'points in a cell of the format %p are the number that was typed',
  async (numFmt) => {
    expect((await readBack(await workedOn(typed(MARKS_PAGE, 'E9', 7.5, numFmt))))[0]![1]!.points).toBe('7.5');
  },
);

test.each([
  ['50%', 0.5, '0%'],
  ['1/5', 46143, 'd-mmm'],
  ['1/5 in a cell of text', 46143, '@'],
  ['2025', 2025, 'General'],
])('a comment typed as %s that a program made a number of is refused with its cell', async (_, value, numFmt) => {
  expect(await refusalOf(await workedOn(typed(MARKS_PAGE, 'F9', value, numFmt)))).toEqual({
    code: 'SHEET_COMMENT_NUMBER',
    cell: 'Phiếu chấm!F9',
    path: 'Phiếu chấm!F9',
  });
});

test('a comment of figures that stayed text is that text', async () => {
  for (const comment of ['50%', '1/5', '2025', '0912', "'50%"])
    expect((await readBack(await workedOn(put(MARKS_PAGE, 'F9', comment))))[0]![1]!.comment).toBe(comment);
  const rich = { richText: [{ text: 'Đạt ' }, { font: { bold: true }, text: '50%' }] };
  expect((await readBack(await workedOn(put(MARKS_PAGE, 'F9', rich))))[0]![1]!.comment).toBe('Đạt 50%');
});

test.each([
  ['too long', 'x'.repeat(4001)],
  ['a truth value', true],
  ['an error', { error: '#N/A' }],
  ['a formula', { formula: 'E8', result: 1 }],
])('a comment that is %s is refused with its cell', async (_, value) => {
  expect(await refusalOf(await workedOn(put(MARKS_PAGE, 'F12', value)))).toMatchObject({ code: 'SHEET_COMMENT', cell: 'Phiếu chấm!F12' });
});

test('a comment is kept as any text of several lines: composed, of what can be seen, its breaks as line feeds', async () => {
  const read = await readBack(await workedOn(put(MARKS_PAGE, 'F9', ` Rất tốt\u200b\u202e\r\nCần\u00a0làm\u2028ngay `.normalize('NFD'))));
  expect(read[0]![1]!.comment).toBe('Rất tốt\nCần làm\nngay');
});

test.each(['\u200b\u200b', ' \u00a0\n'])('a comment of nothing that can be seen is none (%j)', async (value) => {
  expect((await readBack(await workedOn(put(MARKS_PAGE, 'F9', value))))[0]![1]!.comment).toBeNull();
});

const STRUCTURE = sheetCells(SHEET).flatMap(({ name, cells }) =>
  cells
    .filter(({ content }) => content.kind !== 'points' && content.kind !== 'comment')
    .filter(({ content }) => content.kind !== 'text' || content.text !== '')
    .map(({ row, column }) => [name, `${String.fromCharCode(65 + column)}${String(row + 1)}`] as const),
);

test.each(STRUCTURE)('%s!%s is part of the structure: changed or emptied, the sheet is refused there', async (page, address) => {
  for (const value of ['khác', null])
    expect(await refusalOf(await workedOn(put(page, address, value)))).toEqual({
      code: 'SHEET_STRUCTURE',
      cell: `${page}!${address}`,
      path: `${page}!${address}`,
    });
});

test.each<[string, (book: Workbook) => void, string]>([
  ['a row put in', (book) => book.getWorksheet(MARKS_PAGE)!.insertRow(9, []), 'Phiếu chấm!A9'],
  [
    'a row taken out',
    (book) => {
      book.getWorksheet(MARKS_PAGE)!.spliceRows(9, 1);
    },
    'Phiếu chấm!A9',
  ],
  [
    'a column put in',
    (book) => {
      book.getWorksheet('Thang điểm')!.spliceColumns(2, 0, []);
    },
    'Thang điểm!B2',
  ],
  ['something written beside it', put(MARKS_PAGE, 'H9', 'ghi chú'), 'Phiếu chấm!H9'],
  ['something written below it', put('Thang điểm', 'B40', 'ghi chú'), 'Thang điểm!B40'],
  ['a further page', (book) => book.addWorksheet('Nháp'), 'Nháp'],
  ['a page renamed', (book) => (book.getWorksheet('Thang điểm')!.name = 'Thang'), 'Thang'],
  [
    'a page taken out',
    (book) => {
      book.removeWorksheet('Thang điểm');
    },
    'Thang điểm',
  ],
  ['the wrong sum', put(MARKS_PAGE, 'E7', { formula: 'SUM(E8:E8)' }), 'Phiếu chấm!E7'],
  ['a typed sum', put(MARKS_PAGE, 'E7', 12), 'Phiếu chấm!E7'],
])('%s is refused at its cell', async (_, change, cell) => {
  expect(await refusalOf(await workedOn(change))).toMatchObject({ code: 'SHEET_STRUCTURE', cell });
});

test('two initiatives that changed places are refused at the first', async () => {
  const swapped = { ...SHEET, initiatives: [...SHEET.initiatives].reverse() };
  const bytes = await writeJudgeSheet(swapped, MARKS);
  expect(await refusalOf(bytes)).toMatchObject({ code: 'SHEET_STRUCTURE', cell: 'Phiếu chấm!B7' });
});

test('a workbook without a code is no sheet, and is refused where the code should be', async () => {
  const code = async (change: (book: Workbook) => void) => {
    const book = await readWorkbook(await workedOn(change));
    try {
      return codeOf(book);
    } catch (error) {
      return (error as Refused).detail.cell;
    }
  };
  expect(await code(put(MARKS_PAGE, 'F3', null))).toBe('Phiếu chấm!F3');
  expect(await code(put(MARKS_PAGE, 'F3', 'PC-1'))).toBe('Phiếu chấm!F3');
  expect(await code((book) => (book.getWorksheet(MARKS_PAGE)!.name = 'Sheet1'))).toBe('Phiếu chấm');
});

test('the cells that refusals and differences name are those of the file', () => {
  expect(markCell(SHEET, { initiative: 1, criterion: 1 }, 'points')).toBe('Phiếu chấm!E12');
  expect(markCell(SHEET, { initiative: 0, criterion: 0 }, 'comment')).toBe('Phiếu chấm!F8');
  expect(decodeCell('E12')).toEqual({ r: 11, c: 4 });
});
