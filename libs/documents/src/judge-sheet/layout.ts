import { encodeCell } from '../xlsx/address.js';
import { type JudgeSheet, type SheetCriterion } from './sheet.js';

export const MARKS_PAGE = 'Phiếu chấm';
export const SCALE_PAGE = 'Thang điểm';

/** How a cell looks. */
export type CellLook =
  | 'title'
  | 'subtitle'
  | 'line'
  | 'label'
  | 'code'
  | 'help'
  | 'heading'
  | 'initiative'
  | 'initiativeName'
  | 'total'
  | 'totalLabel'
  | 'criterion'
  | 'criterionName'
  | 'figure'
  | 'points'
  | 'comment'
  | 'scaleName'
  | 'band';

/** What stands in a cell, or is to be filled in there: `initiative` and `criterion` are places in the sheet's lists. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly decimal: string }
  | { readonly kind: 'sum'; readonly formula: string; readonly initiative: number }
  | { readonly kind: 'points' | 'comment'; readonly initiative: number; readonly criterion: number };

/** A cell of a page. `row` and `column` count from 0; one that spans goes on to the right. */
export interface LaidCell {
  readonly row: number;
  readonly column: number;
  readonly span?: number;
  readonly look: CellLook;
  readonly content: CellContent;
}

export interface Page {
  readonly name: string;
  readonly cells: readonly LaidCell[];
}

/** Columns of the page that is filled in. */
export const COLUMN = { number: 0, name: 1, max: 2, step: 3, points: 4, comment: 5 } as const;
export const WIDE = 6;
export const HEADING_ROW = 5;
export const SCALE_HEADING_ROW = 1;
const FIRST_ROW = HEADING_ROW + 1;

/** Where a sheet's own code stands, whatever else is on it. */
export const CODE_PLACE = { row: 2, column: 5 } as const;

const text = (value: string): CellContent => ({ kind: 'text', text: value });
const figure = (decimal: string): CellContent => ({ kind: 'number', decimal });
/** As Vietnamese officials write a decimal: with a comma. */
export const decimalText = (decimal: string): string => decimal.replace('.', ',');

/** The address a refusal names: `Phiếu chấm!E7`. */
export function addressOf(page: string, row: number, column: number): string {
  return `${page}!${encodeCell({ r: row, c: column })}`;
}

/** Where the points or the comment for a criterion of an initiative are filled in. */
export function markCell(sheet: JudgeSheet, place: { initiative: number; criterion: number }, column: 'points' | 'comment'): string {
  return addressOf(MARKS_PAGE, blockRow(sheet, place.initiative) + 1 + place.criterion, COLUMN[column]);
}

/** Where the sheet's code stands, as refusals name it. */
export const CODE_CELL = addressOf(MARKS_PAGE, CODE_PLACE.row, CODE_PLACE.column);

/** Every cell of the two pages; what is not here stands empty. */
export function sheetCells(sheet: JudgeSheet): Page[] {
  const blocks = sheet.initiatives.flatMap((_, at) => block(sheet, at));
  return [
    { name: MARKS_PAGE, cells: [...head(sheet), ...headings(), ...blocks] },
    { name: SCALE_PAGE, cells: scale(sheet) },
  ];
}

function head(sheet: JudgeSheet): LaidCell[] {
  const wide = (row: number, look: CellLook, value: string): LaidCell => ({ row, column: 0, span: WIDE, look, content: text(value) });
  const left = (row: number, value: string): LaidCell => ({ row, column: 0, span: 4, look: 'line', content: text(value) });
  const label = (row: number, value: string): LaidCell => ({ row, column: 4, look: 'label', content: text(value) });
  const issued = `${sheet.issuedAt}, lần ${String(sheet.number)}; ${String(sheet.initiatives.length)} sáng kiến`;
  return [
    wide(0, 'title', 'PHIẾU CHẤM ĐIỂM SÁNG KIẾN'),
    wide(1, 'subtitle', sheet.contest),
    left(2, `Vòng chấm: ${sheet.round}`),
    label(2, 'Mã phiếu:'),
    { ...CODE_PLACE, look: 'code', content: text(sheet.code) },
    left(3, `Giám khảo: ${sheet.judge}`),
    label(3, 'Phát hành:'),
    { row: 3, column: 5, look: 'line', content: text(issued) },
    wide(4, 'help', HELP),
  ];
}

const HELP =
  'Cách điền: chỉ nhập vào các ô nền vàng ở cột “Điểm chấm” và “Nhận xét”; ô chưa chấm để trống. Điểm từ 0 đến điểm tối đa, theo bước điểm; ' +
  'nhập số, không nhập công thức. Tiêu chí có dấu (*) bắt buộc có nhận xét. Không thêm, xóa, sắp xếp lại dòng, cột, trang tính. ' +
  'Lưu tệp ở dạng Excel (.xlsx), tải lên hệ thống, xem phần thay đổi rồi mới nhập; điểm chỉ có hiệu lực sau khi ký từng phiếu trên hệ thống.';

function headings(): LaidCell[] {
  const names = ['TT', 'Sáng kiến / Tiêu chí', 'Điểm tối đa', 'Bước điểm', 'Điểm chấm', 'Nhận xét'];
  return names.map((name, column) => ({ row: HEADING_ROW, column, look: 'heading', content: text(name) }));
}

/** The row of an initiative's name; its criteria stand below it. */
function blockRow({ criteria }: JudgeSheet, initiative: number): number {
  return FIRST_ROW + initiative * (criteria.length + 1);
}

function block(sheet: JudgeSheet, initiative: number): LaidCell[] {
  const row = blockRow(sheet, initiative);
  const { code, title } = sheet.initiatives[initiative] ?? { code: '', title: '' };
  const points = (at: number): string => encodeCell({ r: at, c: COLUMN.points });
  const cell = (column: number, look: CellLook, content: CellContent, span = 1): LaidCell => ({ row, column, span, look, content });
  return [
    cell(COLUMN.number, 'initiative', figure(String(initiative + 1))),
    cell(COLUMN.name, 'initiativeName', text(`${code} – ${title}`), 3),
    cell(COLUMN.points, 'total', { kind: 'sum', formula: `SUM(${points(row + 1)}:${points(row + sheet.criteria.length)})`, initiative }),
    cell(COLUMN.comment, 'totalLabel', text('Tổng điểm')),
    ...sheet.criteria.flatMap((criterion, at) => criterionRow(criterion, { row: row + 1 + at, initiative, criterion: at })),
  ];
}

function criterionRow(criterion: SheetCriterion, { row, ...place }: { row: number; initiative: number; criterion: number }): LaidCell[] {
  const cell = (column: number, look: CellLook, content: CellContent): LaidCell => ({ row, column, look, content });
  return [
    cell(COLUMN.number, 'criterion', text(keyOf(place.criterion))),
    cell(COLUMN.name, 'criterionName', text(nameOf(criterion))),
    cell(COLUMN.max, 'figure', figure(criterion.max)),
    cell(COLUMN.step, 'figure', figure(criterion.step)),
    cell(COLUMN.points, 'points', { kind: 'points', ...place }),
    cell(COLUMN.comment, 'comment', { kind: 'comment', ...place }),
  ];
}

const keyOf = (criterion: number): string => `TC${String(criterion + 1)}`;

function nameOf({ name, partOf, commentRequired }: SheetCriterion): string {
  return `${partOf === null ? name : `${partOf} – ${name}`}${commentRequired ? ' (*)' : ''}`;
}

/** The second page: each criterion with what to look for and its bands. */
function scale({ criteria }: JudgeSheet): LaidCell[] {
  const cells: LaidCell[] = [{ row: 0, column: 0, span: 4, look: 'title', content: text('THANG ĐIỂM VÀ HƯỚNG DẪN CHẤM') }];
  const put = (row: number, look: CellLook, values: readonly string[]): void => {
    for (const [column, value] of values.entries()) cells.push({ row, column, look, content: text(value) });
  };
  put(SCALE_HEADING_ROW, 'heading', ['TT', 'Tiêu chí', 'Điểm', 'Hướng dẫn, mức đánh giá']);
  let row = SCALE_HEADING_ROW;
  for (const [at, criterion] of criteria.entries()) {
    const range = `0 – ${decimalText(criterion.max)}, bước ${decimalText(criterion.step)}`;
    put((row += 1), 'scaleName', [keyOf(at), nameOf(criterion), range, criterion.guidance ?? '']);
    for (const { from, to, text: wording } of criterion.bands)
      put((row += 1), 'band', ['', '', `${decimalText(from)} – ${decimalText(to)}`, wording]);
  }
  return cells;
}
