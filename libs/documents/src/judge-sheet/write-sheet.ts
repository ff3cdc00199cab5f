import { type Cell, PaperSize, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { Decimal } from '#lib/kernel';
import { HEADING_ROW, type LaidCell, MARKS_PAGE, type Page, SCALE_HEADING_ROW, SCALE_PAGE, decimalText, sheetCells } from './layout.js';
import { LOOKS } from './looks.js';
import { type JudgeSheet, type SheetCriterion, type SheetMark } from './sheet.js';

/** Marks given so far, by initiative and criterion as the sheet lists them. */
type Marks = readonly (readonly SheetMark[])[];

/** Of no meaning, and the same wherever it is written: the time zone of the server does not tell in the bytes. */
const ENTRY_TIME = new Date(2000, 0, 1);

const WIDTHS: Readonly<Record<string, readonly number[]>> = { [MARKS_PAGE]: [6, 50, 10, 10, 13, 62], [SCALE_PAGE]: [6, 46, 20, 78] };
/** Heights, in points, of rows whose text runs over several columns: no program works these out by itself. */
const HEIGHTS: Readonly<Record<string, readonly number[]>> = { [MARKS_PAGE]: [24, 20, 18, 18, 48, 32], [SCALE_PAGE]: [26, 22] };
const NAME_CHARACTERS = 60;
const LINE_HEIGHT = 17;

/** The sheet as an XLSX workbook, locked but for points and comments; `marks` are filled in. The same sheet and marks give the same bytes. */
export async function writeJudgeSheet(sheet: JudgeSheet, marks: Marks): Promise<Buffer> {
  const book = new Workbook();
  Object.assign(book, { creator: '', lastModifiedBy: '', created: ENTRY_TIME, modified: ENTRY_TIME, title: `Phiếu chấm ${sheet.code}` });
  book.calcProperties = { fullCalcOnLoad: true };
  book.protection = { lockStructure: true };
  for (const page of sheetCells(sheet)) await writePage(book, page, { sheet, marks });
  return Buffer.from(await book.xlsx.writeBuffer({ zip: { modTime: ENTRY_TIME, timestamps: 'dos' } }));
}

async function writePage(book: Workbook, { name, cells }: Page, filled: { sheet: JudgeSheet; marks: Marks }): Promise<void> {
  const headingRow = (name === MARKS_PAGE ? HEADING_ROW : SCALE_HEADING_ROW) + 1;
  const page = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headingRow, showGridLines: false }],
    pageSetup: {
      paperSize: PaperSize.A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${String(headingRow)}:${String(headingRow)}`,
      margins: { left: 0.5, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L&"Times New Roman"&10Mã phiếu: ${filled.sheet.code}&R&"Times New Roman"&10Trang &P/&N` },
  });
  for (const [at, width] of (WIDTHS[name] ?? []).entries()) page.getColumn(at + 1).width = width;
  for (const [at, height] of (HEIGHTS[name] ?? []).entries()) page.getRow(at + 1).height = height;
  for (const cell of cells) writeCell(page, cell, filled);
  await page.protect('', { formatRows: true, formatColumns: true });
}

function writeCell(page: Worksheet, laid: LaidCell, { sheet, marks }: { sheet: JudgeSheet; marks: Marks }): void {
  const { row, column, span = 1, look, content } = laid;
  const cell = page.getCell(row + 1, column + 1);
  for (let at = 0; at < span; at += 1) page.getCell(row + 1, column + 1 + at).style = LOOKS[look];
  if (span > 1) page.mergeCells(row + 1, column + 1, row + 1, column + span);
  switch (content.kind) {
    case 'text':
      if (content.text !== '') cell.value = content.text;
      if (look === 'initiativeName') page.getRow(row + 1).height = LINE_HEIGHT * Math.ceil(content.text.length / NAME_CHARACTERS) + 5;
      break;
    case 'number':
      cell.value = Number(content.decimal);
      break;
    case 'sum':
      cell.value = { formula: content.formula, result: totalOf(marks[content.initiative] ?? []) };
      break;
    case 'points':
    case 'comment': {
      const criterion = sheet.criteria[content.criterion];
      const mark = marks[content.initiative]?.[content.criterion];
      if (criterion) fillIn(cell, { kind: content.kind, criterion, mark, commentLength: sheet.commentLength });
    }
  }
}

/** What a program that does not calculate shows. */
function totalOf(marks: readonly SheetMark[]): number {
  return marks.reduce((sum, { points }) => sum.plus(points ?? 0), new Decimal(0)).toNumber();
}

interface Input {
  readonly kind: 'points' | 'comment';
  readonly criterion: SheetCriterion;
  readonly mark: SheetMark | undefined;
  readonly commentLength: number;
}

function fillIn(cell: Cell, { kind, criterion, mark, commentLength }: Input): void {
  const stop = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', operator: 'between' } as const;
  if (kind === 'comment') {
    if (mark?.comment) cell.value = mark.comment;
    const error = `Nhận xét dài nhất ${String(commentLength)} ký tự.`;
    cell.dataValidation = { ...stop, type: 'textLength', formulae: [0, commentLength], errorTitle: 'Nhận xét quá dài', error };
    return;
  }
  if (typeof mark?.points === 'string') cell.value = Number(mark.points);
  const rule = `Điểm từ 0 đến ${decimalText(criterion.max)}, bước ${decimalText(criterion.step)}.`;
  cell.dataValidation = {
    ...stop,
    type: 'decimal',
    formulae: [0, Number(criterion.max)],
    errorTitle: 'Điểm không hợp lệ',
    error: rule,
    showInputMessage: true,
    promptTitle: 'Điểm chấm',
    prompt: rule,
  };
}
