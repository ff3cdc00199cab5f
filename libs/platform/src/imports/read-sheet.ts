import { type ReadCell, type ReadWorkbook, decodeCell } from '#lib/documents';
import { Refused, foldMarks } from '#lib/kernel';
import { type ImportColumn, type ReadRow } from './import-kind.js';
import { type RowProblem } from './import.entity.js';
import { readCell } from './read-cell.js';

/** Of one sheet; a district has fewer people in its offices. What is more is brought in with a second one. */
export const IMPORT_ROWS = 1000;

export type Cells = ReadonlyMap<number, ReadCell>;

/**
 * The rows of the first page of a workbook, below the row that names the columns, which may stand in any order. Where that row does not fit,
 * it is the only one that is answered, with all that is wrong with it. Refuses `IMPORT_EMPTY` and `IMPORT_TOO_LONG`.
 */
export function readSheet(book: ReadWorkbook, columns: readonly ImportColumn[]): ReadRow[] {
  const [head, ...rows] = rowsOf(book);
  if (!head || rows.length === 0) throw new Refused('IMPORT_EMPTY', {}, 'fileId');
  if (rows.length > IMPORT_ROWS) throw new Refused('IMPORT_TOO_LONG', { max: IMPORT_ROWS }, 'fileId');
  const { places, problems } = placesOf(head.cells, columns);
  if (problems.length > 0) return [{ number: head.number, typed: {}, values: {}, problems }];
  return rows.map(({ number, cells }) => ({ number, ...rowOf(cells, places) }));
}

/** What stands in the rows of the first page that have something in them. */
export function rowsOf(book: ReadWorkbook): { number: number; cells: Cells }[] {
  const [page] = book.values();
  const rows = new Map<number, Map<number, ReadCell>>();
  for (const [address, cell] of page ?? []) {
    if (cell.text.trim() === '') continue;
    const { r, c } = decodeCell(address);
    rows.set(r, (rows.get(r) ?? new Map<number, ReadCell>()).set(c, cell));
  }
  return [...rows].sort(([one], [other]) => one - other).map(([r, cells]) => ({ number: r + 1, cells }));
}

export type Places = ReadonlyMap<number, ImportColumn>;

/** Which column stands where, by its head in either language. A head that is none is said, since what stands below it would be left out in silence. */
function placesOf(head: Cells, columns: readonly ImportColumn[]): { places: Places; problems: RowProblem[] } {
  const places = new Map<number, ImportColumn>();
  const problems: RowProblem[] = [];
  for (const [at, { text: value }] of head) {
    const name = headKey(value);
    const column = columns.find(({ key, head: { vi, en } }) => [key, vi, en].some((known) => headKey(known) === name));
    const twice = [...places.values()].includes(column as ImportColumn);
    if (column && !twice) places.set(at, column);
    else problems.push({ column: null, value, code: twice ? 'IMPORT_COLUMN_TWICE' : 'IMPORT_COLUMN_UNKNOWN', detail: { column: value } });
  }
  const found = new Set(places.values());
  const missing = columns.filter((column) => column.required && !found.has(column));
  problems.push(...missing.map(columnMissing));
  return { places, problems };
}

export const columnMissing = ({ key, head }: ImportColumn): RowProblem => ({
  ...{ column: key, value: null, code: 'IMPORT_COLUMN_MISSING', detail: { column: head } },
});

/** What is due is starred in the template. */
export const headKey = (head: string): string => foldMarks(head).replace(/[\s*]+/g, '');

export function rowOf(cells: Cells, places: Places): Omit<ReadRow, 'number'> {
  const typed: Record<string, string> = {};
  const values: Record<string, string> = {};
  const problems: RowProblem[] = [];
  for (const [at, column] of places) {
    const cell = cells.get(at);
    if (cell) typed[column.key] = cell.text;
    try {
      const value = readCell(cell, column);
      if (value !== null) values[column.key] = value;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problems.push({ column: column.key, value: cell?.text ?? null, code: error.code, detail: error.detail });
    }
  }
  return { typed, values, problems };
}
