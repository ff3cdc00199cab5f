import { type ReadCell } from '#lib/documents';
import { type Fact, Refused, cleanText, foldMarks, isDay, meantNumber } from '#lib/kernel';
import { type ImportColumn } from './import-kind.js';

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet, from 1 March 1900 on, when its calendar is right. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const CROSSES = new Set(['x', 'co', 'yes', '1', 'true']);
const NO_CROSSES = new Set(['khong', 'no', '0', 'false', '-']);

/**
 * What stands in a cell, as the column takes it; null where it is empty. Refuses, each with what to do: a formula, a truth value or an error of
 * the spreadsheet, a number where its zeros in front would count, and what is no day, no number, or none of the choices.
 */
export function readCell(cell: ReadCell | undefined, column: ImportColumn): string | null {
  const typed = cell ? cleanText(cell.text, 'LINES') : '';
  if (!cell || typed === '') {
    if (column.required) throw refusal('IMPORT_CELL_MISSING', column);
    return null;
  }
  if (cell.kind === 'formula') throw refusal('IMPORT_CELL_FORMULA', column);
  if (cell.kind === 'other') throw refusal('IMPORT_CELL_OTHER', column);
  return READ[column.cell](cell, typed, column);
}

type Read = (cell: ReadCell, typed: string, column: ImportColumn) => string | null;

const READ: Readonly<Record<ImportColumn['cell'], Read>> = {
  TEXT: (cell, typed, column) => {
    if (cell.shownAs) throw refusal('IMPORT_CELL_NOT_TEXT', column);
    return typed;
  },
  CODE: (cell, typed, column) => {
    if (cell.kind === 'number') throw refusal('IMPORT_CELL_NOT_TEXT', column);
    return typed;
  },
  DAY: (cell, typed, column) => {
    const day = dayIn(cell, typed);
    if (day === null) throw refusal('IMPORT_CELL_DAY', column);
    return day;
  },
  NUMBER: (cell, typed, column) => {
    const number = /^\d+$/.test(typed) ? typed : (meantNumber(typed) ?? '');
    if (cell.shownAs || !/^\d{1,15}$/.test(number)) throw refusal('IMPORT_CELL_NUMBER', column);
    return number;
  },
  CHOICE: (_, typed, column) => {
    const wanted = foldMarks(typed);
    const found = column.choices?.find(({ value, words }) => [value, words.vi, words.en].some((name) => foldMarks(name) === wanted));
    if (!found)
      throw refusal('IMPORT_CELL_CHOICE', column, { column: column.head, known: (column.choices ?? []).map(({ words }) => words) });
    return found.value;
  },
  MARK: (_, typed, column) => {
    const said = foldMarks(typed);
    if (NO_CROSSES.has(said)) return null;
    if (!CROSSES.has(said)) throw refusal('IMPORT_CELL_MARK', column);
    return 'x';
  },
};

const refusal = (code: string, { key, head }: ImportColumn, detail: Readonly<Record<string, Fact | readonly Fact[]>> = {}): Refused =>
  new Refused(code, { column: head, ...detail }, key);

/** The day in a cell, as the spreadsheet keeps it or as it was typed; null where there is none. */
export const dayIn = (cell: ReadCell, typed = cleanText(cell.text)): string | null =>
  cell.kind === 'number' ? serialDay(cell) : typedDay(typed);

/** A day that the spreadsheet keeps as one; a bare number is none. */
function serialDay({ text, shownAs }: ReadCell): string | null {
  return shownAs === undefined ? null : dayOfSerial(Number(text));
}

/** The day that a spreadsheet keeps under a number; null where it keeps none under it. */
export function dayOfSerial(days: number): string | null {
  if (!Number.isInteger(days)) return null;
  const day = new Date(DAY_ZERO + days * DAY_MS);
  return Number.isNaN(day.getTime()) ? null : knownDay(day.toISOString().slice(0, 10));
}

/** `15/10/2023`, `5-1-2023` or `2023-10-15`; null where that is no day. */
export function typedDay(typed: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  return knownDay(year ? `${year}-${month?.padStart(2, '0') ?? ''}-${day?.padStart(2, '0') ?? ''}` : typed);
}

const knownDay = (day: string): string | null => (isDay(day) ? day : null);
