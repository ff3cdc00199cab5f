import { Refused } from '#lib/kernel';
import { encodeCell } from '../xlsx/address.js';
import { type ReadCell, type ReadWorkbook } from '../xlsx/cell.js';

/** As of a workbook. */
const MOST_CELLS = 100_000;
const MOST_CHARACTERS = 32_767;
const SEPARATORS = [';', '\t', ','];
/** What `csvPieces` puts before a text that a program would take for a formula. */
const HELD_APART = /^'(?=[=+\-@\t\r])/;

/**
 * The cells of a CSV file as those of a workbook with one page: all are texts, as they were typed. RFC 4180; the first line shows what parts
 * the cells, since Excel in Vietnamese writes semicolons. Refuses `SHEET_UNREADABLE`: no UTF-8, a quotation mark without end, or larger than any
 * sheet is.
 */
export function readCsvCells(bytes: Uint8Array): ReadWorkbook {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return new Map([['CSV', cellsOf(text)]]);
  } catch {
    throw new Refused('SHEET_UNREADABLE', {}, 'fileId');
  }
}

function cellsOf(text: string): ReadonlyMap<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  let at = { r: 0, c: 0 };
  for (const { value, ends } of tokens(text, separatorOf(text))) {
    if (value.length > MOST_CHARACTERS) throw new Error('More text than a cell can hold');
    const typed = value.replace(HELD_APART, '');
    if (typed !== '') cells.set(encodeCell(at), { kind: 'text', text: typed });
    if (cells.size > MOST_CELLS) throw new Error('More cells than any sheet has');
    at = ends === 'CELL' ? { r: at.r, c: at.c + 1 } : { r: at.r + 1, c: 0 };
  }
  return cells;
}

/** The sign that stands in the first line most often, outside of quotation marks; of two the rarer one, since commas stand in texts. */
function separatorOf(text: string): string {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const often = (sign: string) => line.split(sign).length;
  return SEPARATORS.reduce((best, sign) => (often(sign) > often(best) ? sign : best));
}

interface Token {
  readonly value: string;
  /** What comes after it: another cell of the row, or the next row. */
  readonly ends: 'CELL' | 'ROW';
}

function* tokens(text: string, separator: string): Generator<Token> {
  const cell = new RegExp(`"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)|`, 'y');
  for (let place = 0; place < text.length;) {
    cell.lastIndex = place;
    const found = cell.exec(text);
    const value = found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? '';
    place += found?.[0].length ?? 0;
    const next = text.charAt(place);
    if (next !== '' && next !== separator && next !== '\r' && next !== '\n') throw new Error('A quotation mark within a cell');
    place += text.startsWith('\r\n', place) ? 2 : 1;
    yield { value, ends: next === separator ? 'CELL' : 'ROW' };
  }
}
