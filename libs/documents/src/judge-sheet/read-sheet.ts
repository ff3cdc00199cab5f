import { decodeCell, encodeCell } from '../xlsx/address.js';
import { Decimal, Refused, cleanText, decimal, charactersIn } from '#lib/kernel';
import { type ReadCell, type ReadWorkbook } from '../xlsx/cell.js';
import { CODE_CELL, CODE_PLACE, type CellContent, type LaidCell, MARKS_PAGE, type Page, addressOf, sheetCells } from './layout.js';
import { type JudgeSheet, type SheetMark } from './sheet.js';

/** What was filled in for one criterion of one initiative, and in which cells. */
export interface ReadMark extends SheetMark {
  readonly pointsCell: string;
  readonly commentCell: string;
}

const CODE = /^PC-[0-9A-Z]{4}-[0-9A-Z]{4}$/;
/** Digits of a mark, with a point or a Vietnamese comma. */
const POINTS = /^\d{1,6}(?:[.,]\d{1,10})?$/;

/** The code that a workbook carries. Refuses `SHEET_STRUCTURE` where it carries none. */
export function codeOf(book: ReadWorkbook): string {
  const page = book.get(MARKS_PAGE);
  if (!page) throw structure(MARKS_PAGE, MARKS_PAGE, [...book.keys()].join(', '));
  const code = plainText(page.get(encodeCell({ r: CODE_PLACE.row, c: CODE_PLACE.column })));
  if (!CODE.test(code)) throw structure(CODE_CELL, 'PC-****-****', code);
  return code;
}

/**
 * What was filled in, by initiative and criterion as the sheet lists them. Everything else must stand as it was issued: refuses `SHEET_STRUCTURE`
 * at the first cell that does not, `SHEET_MARK` for points that are no number, or a share or a day, `SHEET_COMMENT` for a comment that is no text, `SHEET_COMMENT_NUMBER` for one that a
 * program turned into a number; each names its cell.
 */
export function readJudgeSheet(book: ReadWorkbook, sheet: JudgeSheet): ReadMark[][] {
  const pages = sheetCells(sheet);
  refuseOtherPages(book, pages);
  const marks: ReadMark[][] = sheet.initiatives.map(() => sheet.criteria.map(() => NOTHING));
  for (const page of pages) {
    const found = new Map(book.get(page.name));
    for (const laid of page.cells) {
      const address = encodeCell({ r: laid.row, c: laid.column });
      readCell({ page: page.name, laid, cell: found.get(address) }, { sheet, marks });
      found.delete(address);
    }
    refuseFurther(page.name, found);
  }
  return marks;
}

const NOTHING: ReadMark = { points: null, comment: null, pointsCell: '', commentCell: '' };

interface Found {
  readonly page: string;
  readonly laid: LaidCell;
  readonly cell: ReadCell | undefined;
}

function readCell({ page, laid, cell }: Found, { sheet, marks }: { sheet: JudgeSheet; marks: ReadMark[][] }): void {
  const { content } = laid;
  const at = addressOf(page, laid.row, laid.column);
  if (content.kind !== 'points' && content.kind !== 'comment') {
    if (!stands(content, cell)) throw structure(at, wordsOf(content), cell?.text ?? '');
    return;
  }
  const row = marks[content.initiative] ?? [];
  const mark = row[content.criterion] ?? NOTHING;
  const criterion = sheet.criteria[content.criterion];
  row[content.criterion] =
    content.kind === 'points'
      ? { ...mark, points: pointsOf(cell, { at, max: criterion?.max ?? '', step: criterion?.step ?? '' }), pointsCell: at }
      : { ...mark, comment: commentOf(cell, { at, most: sheet.commentLength }), commentCell: at };
}

/** Whether a locked cell is as it was issued. A sum is recognised as such; its value is nobody's mark. */
function stands(content: CellContent, cell: ReadCell | undefined): boolean {
  switch (content.kind) {
    case 'text':
      return plainText(cell) === tidy(content.text);
    case 'number': {
      const given = cell && (cell.kind === 'number' || cell.kind === 'text') ? decimalOf(cell.text) : null;
      return given !== null && given.eq(content.decimal);
    }
    case 'sum':
      return cell?.kind === 'formula' && (cell.text === '' || cell.text.replace(/[\s$]/g, '').toUpperCase() === content.formula);
    case 'points':
    case 'comment':
      return true;
  }
}

function wordsOf(content: CellContent): string {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'number') return content.decimal;
  return content.kind === 'sum' ? `=${content.formula}` : '';
}

function pointsOf(cell: ReadCell | undefined, { at, max, step }: { at: string; max: string; step: string }): string | null {
  const text = cell ? tidy(cell.text) : '';
  if (text === '') return cell?.kind === 'formula' ? refuse() : null;
  if (cell?.kind === 'number') return cell.shownAs === undefined ? (shortest(text) ?? refuse()) : refuse();
  return cell?.kind === 'text' && POINTS.test(text) ? new Decimal(text.replace(',', '.')).toFixed() : refuse();

  function refuse(): never {
    throw new Refused('SHEET_MARK', { cell: at, found: shown(cell), max: decimal(max), step: decimal(step) }, at);
  }
}

/**
 * A number of a workbook is a binary one, written with up to 17 digits: 8.2 as 8.1999999999999993. The shortest decimal that is the same
 * binary number is what was typed.
 */
function shortest(raw: string): string | null {
  const decimal = decimalOf(String(Number(raw)));
  return decimal?.toFixed() ?? null;
}

function decimalOf(text: string): Decimal | null {
  try {
    const decimal = new Decimal(text);
    return decimal.isFinite() ? decimal : null;
  } catch {
    return null;
  }
}

function commentOf(cell: ReadCell | undefined, { at, most }: { at: string; most: number }): string | null {
  if (!cell) return null;
  // What was typed cannot be told from the number that a program made of it: 50% is 0.5, and 1/5 is a day.
  if (cell.kind === 'number') throw new Refused('SHEET_COMMENT_NUMBER', { cell: at, found: shown(cell) }, at);
  const text = cleanText(cell.text, 'LINES');
  if (cell.kind === 'formula' || cell.kind === 'other' || charactersIn(text) > most)
    throw new Refused('SHEET_COMMENT', { cell: at, most }, at);
  return text === '' ? null : text;
}

function refuseOtherPages(book: ReadWorkbook, pages: readonly Page[]): void {
  const expected = pages.map(({ name }) => name);
  for (const [at, name] of [...book.keys()].entries()) if (name !== expected[at]) throw structure(name, expected[at] ?? '', name);
  const missing = expected[book.size];
  if (missing !== undefined) throw structure(missing, missing, '');
}

/** Anything beside the sheet's own cells. */
function refuseFurther(page: string, left: ReadonlyMap<string, ReadCell>): void {
  for (const [address, cell] of left) {
    if (plainText(cell) === '' && cell.kind !== 'formula') continue;
    const { r, c } = decodeCell(address);
    throw structure(addressOf(page, r, c), '', shown(cell));
  }
}

const SHOWN = 80;

function structure(cell: string, expected: string, found: string): Refused {
  const short = (text: string): string => (text === '' ? '(trống)' : text.slice(0, SHOWN));
  return new Refused('SHEET_STRUCTURE', { cell, expected: short(expected), found: short(found) }, cell);
}

function shown(cell: ReadCell | undefined): string {
  const format = cell?.shownAs === undefined ? '' : ` [${cell.shownAs}]`;
  return `${cell?.kind === 'formula' ? '=' : ''}${cell?.text ?? ''}${format}`.slice(0, SHOWN);
}

function plainText(cell: ReadCell | undefined): string {
  return cell?.kind === 'text' || cell?.kind === 'number' ? tidy(cell.text) : (cell?.text ?? '');
}

/** As texts are compared: composed, and without the blanks that programs add or lose. */
function tidy(text: string): string {
  return cleanText(text);
}
