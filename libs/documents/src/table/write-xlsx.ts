import { zip } from '@cj-tech-master/excelts/archive';
import { encodeCell } from '../xlsx/address.js';
import { daySerial, momentSerial } from './moments.js';
import { type CellValue, type ColumnKind, type TableSheet, numberOf } from './table.js';
import { STYLE, fixedParts, sheetBegin, sheetEnd, sheetPath } from './workbook-parts.js';
import { cellText } from './xml-text.js';

/** The most characters that a cell holds. */
const CELL_MAX = 32_767;
const NAME_MAX = 31;
const NOT_IN_A_NAME = /[[\]:*?/\\]/g;
/** Of no meaning, and the same wherever it is written. */
const ENTRY_TIME = new Date(2000, 0, 1);
/** Sheets repeat themselves so much that the usual 6 makes a file a tenth smaller, in half as much time again. */
const LEVEL = 3;
const WIDTHS: Readonly<Record<ColumnKind, number>> = { TEXT: 28, NUMBER: 12, MONEY: 16, DATE: 13, MOMENT: 18 };

/**
 * The sheets as an XLSX workbook, piece by piece. The library's own writer of rows takes five times as long; it packs what is written here.
 * Text is text whatever it begins with, and there are no formulas.
 */
export function xlsxPieces(sheets: readonly TableSheet[]): AsyncIterable<Uint8Array> {
  const names = sheets.map(({ name }) => name.replace(NOT_IN_A_NAME, ' ').slice(0, NAME_MAX).trim());
  const book = zip({ modTime: ENTRY_TIME, timestamps: 'dos', level: LEVEL });
  for (const [path, text] of fixedParts(names)) book.add(path, text);
  for (const [at, sheet] of sheets.entries()) book.add(sheetPath(at + 1), sheetPieces(sheet));
  return book.stream();
}

async function* sheetPieces({ columns, rows }: TableSheet): AsyncGenerator<Uint8Array> {
  const places = columns.map(({ kind }, c) => ({ kind, letters: encodeCell({ r: 0, c }).slice(0, -1) }));
  let at = 0;
  // One text grows by what is put to it: a list of pieces for each row and each cell is all rubbish a moment later.
  const line = (written: (kind: ColumnKind, place: number) => string): string => {
    at += 1;
    let text = `<row r="${String(at)}">`;
    for (const [place, { kind, letters }] of places.entries()) {
      const rest = written(kind, place);
      if (rest !== '') text += `<c r="${letters}${String(at)}"${rest}</c>`;
    }
    return `${text}</row>`;
  };
  const heads = line((_, place) => textCell(columns[place]?.head ?? '', STYLE.HEAD));
  yield Buffer.from(sheetBegin(columns.map(({ kind }) => WIDTHS[kind])) + heads);
  for await (const some of rows) {
    let text = '';
    for (const row of some) text += line((kind, place) => cell(kind, row[place] ?? null));
    yield Buffer.from(text);
  }
  yield Buffer.from(sheetEnd(`A1:${places.at(-1)?.letters ?? 'A'}${String(at)}`));
}

/** What follows the address of a cell; empty where it says nothing. */
function cell(kind: ColumnKind, value: CellValue): string {
  if (value === null || value === '') return '';
  if (kind === 'TEXT') return textCell(String(value), STYLE.TEXT);
  const number = NUMBER_OF[kind](value);
  return number === null ? textCell(String(value), STYLE.TEXT) : ` s="${String(STYLE[kind])}"><v>${String(number)}</v>`;
}

const NUMBER_OF: Readonly<Record<Exclude<ColumnKind, 'TEXT'>, (value: CellValue) => string | number | null>> = {
  NUMBER: numberOf,
  MONEY: numberOf,
  DATE: daySerial,
  MOMENT: momentSerial,
};

const textCell = (text: string, style: number): string =>
  ` t="inlineStr" s="${String(style)}"><is><t xml:space="preserve">${cellText(text.slice(0, CELL_MAX))}</t></is>`;
