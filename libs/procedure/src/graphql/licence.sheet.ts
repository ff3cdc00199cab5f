import { isEmail } from 'class-validator';
import { type ReadCell, type ReadWorkbook } from '#lib/documents';
import { Refused, cleanText, foldMarks } from '#lib/kernel';
import { IMPORT_ROWS, type ImportColumn, type ReadRow, type RowProblem, dayOfSerial, headKey, rowsOf, typedDay } from '#lib/platform';
import { phoneNumber } from '../domain/licence.entity.js';
import { ALSO_CALLED, LICENCE_COLUMNS } from './licence.columns.js';

/** Above the heads stand a title, the office, a date. */
const HEAD_WITHIN = 10;
/** As few heads tell that this row has them. */
const FEWEST_HEADS = 3;
/** Days that a bare number may mean: from 1954 to 2119. */
const SERIALS = { from: 20_000, to: 80_000 };

/** What stands for a day or a term where there is none. */
export const NO_END = 'NONE';

type Cells = ReturnType<typeof rowsOf>[number]['cells'];
type Places = ReadonlyMap<number, ImportColumn>;

/**
 * The rows of a list of licences that an office keeps of its own. The heads are found within ten rows; columns that are none of ours are not read.
 * Refuses `IMPORT_EMPTY`, `IMPORT_TOO_LONG` and `LICENCE_HEADS_MISSING`.
 */
export function readLicences(book: ReadWorkbook): ReadRow[] {
  const rows = rowsOf(book);
  const at = rows.findIndex(({ number, cells }) => number <= HEAD_WITHIN && placesOf(cells).size >= FEWEST_HEADS);
  const head = rows[at];
  if (!head) throw new Refused(rows.length === 0 ? 'IMPORT_EMPTY' : 'LICENCE_HEADS_MISSING', { max: HEAD_WITHIN }, 'fileId');
  const places = placesOf(head.cells);
  const missing = LICENCE_COLUMNS.filter((column) => column.required && ![...places.values()].includes(column));
  if (missing.length > 0) return [{ number: head.number, typed: {}, values: {}, problems: missing.map(columnMissing) }];
  const below = rows.slice(at + 1).filter(({ cells }) => [...places.keys()].some((place) => cells.has(place)));
  if (below.length === 0) throw new Refused('IMPORT_EMPTY', {}, 'fileId');
  if (below.length > IMPORT_ROWS) throw new Refused('IMPORT_TOO_LONG', { max: IMPORT_ROWS }, 'fileId');
  const swapped = [...places].filter(([place, { cell }]) => cell === 'DAY' && isSwapped(below.map(({ cells }) => cells.get(place))));
  return below.map(({ number, cells }) => ({ number, ...rowOf(cells, places, new Set(swapped.map(([place]) => place))) }));
}

const columnMissing = ({ key, head }: ImportColumn): RowProblem => ({
  column: key,
  value: null,
  code: 'IMPORT_COLUMN_MISSING',
  detail: { column: head },
});

function placesOf(cells: Cells): Places {
  const places = new Map<number, ImportColumn>();
  for (const [place, { text }] of cells) {
    const name = headKey(text);
    const column = LICENCE_COLUMNS.find(({ key, head: { vi, en } }) =>
      [vi, en, ...(ALSO_CALLED[key] ?? [])].some((called) => headKey(called) === name),
    );
    if (column && ![...places.values()].includes(column)) places.set(place, column);
  }
  return places;
}

/**
 * A spreadsheet that takes the month first makes a day of `05/03/2021` and leaves `26/03/2021` as text: where all texts have days after the twelfth and
 * all days are up to it, day and month of those are turned. Nobody can tell which of them were right, so that none is taken.
 */
function isSwapped(cells: readonly (ReadCell | undefined)[]): boolean {
  const of = (kind: ReadCell['kind']) =>
    cells.flatMap((cell) => (cell?.kind === kind ? [dayOf(cell)] : [])).filter((day) => day !== null && day !== NO_END);
  const [texts, days] = [of('text'), of('number')];
  const late = (day: string | null) => Number(day?.slice(8)) > 12;
  return texts.length > 0 && days.length > 0 && texts.every(late) && !days.some(late);
}

function rowOf(cells: Cells, places: Places, swapped: ReadonlySet<number>): Omit<ReadRow, 'number'> {
  const typed: Record<string, string> = {};
  const values: Record<string, string> = {};
  const problems: RowProblem[] = [];
  for (const [place, column] of places) {
    const cell = cells.get(place);
    if (cell) typed[column.key] = cell.text;
    const say = (code: string) => problems.push({ column: column.key, value: cell?.text ?? null, code, detail: { column: column.head } });
    const text = cell ? cleanText(cell.text, 'LINES') : '';
    if (!cell || text === '') {
      if (column.required) say('IMPORT_CELL_MISSING');
    } else if (cell.kind === 'formula') say('IMPORT_CELL_FORMULA');
    else if (cell.kind === 'other') say('IMPORT_CELL_OTHER');
    else if (swapped.has(place) && cell.kind === 'number') say('LICENCE_DAYS_SWAPPED');
    else {
      const value = READ[column.key]?.(cell) ?? (column.key in READ ? null : cell.shownAs ? null : text);
      if (value === null) say(UNREAD[column.key] ?? 'IMPORT_CELL_NOT_TEXT');
      else values[column.key] = value;
    }
  }
  return { typed, values, problems };
}

const ENDLESS = /^(khong|vo) (thoi han|xac dinh thoi han)$/;

/** A day as a spreadsheet keeps it, as a bare number, or as people type it. */
function dayOf({ kind, text, shownAs }: ReadCell): string | null {
  const typed = cleanText(text);
  if (ENDLESS.test(foldMarks(typed))) return NO_END;
  if (kind === 'text' && !/^\d{5}$/.test(typed)) return typedDay(typed);
  const days = Number(typed);
  return shownAs !== undefined || (days >= SERIALS.from && days <= SERIALS.to) ? dayOfSerial(days) : null;
}

const TERM_UNIT_OF: Readonly<Record<string, string>> = { '': 'YEAR', nam: 'YEAR', thang: 'MONTH', ngay: 'DAY' };

/** `5 năm` as `5 YEAR`; a bare number is of years. */
function termOf({ text }: ReadCell): string | null {
  const said = foldMarks(text);
  if (ENDLESS.test(said)) return NO_END;
  const [, amount, unit = ''] = /^0*([1-9]\d{0,2})\s*(nam|thang|ngay)?$/.exec(said) ?? [];
  return amount === undefined ? null : `${amount} ${TERM_UNIT_OF[unit] ?? ''}`;
}

const READ: Readonly<Record<string, (cell: ReadCell) => string | null>> = {
  issuedOn: (cell) => (dayOf(cell) === NO_END ? null : dayOf(cell)),
  expiresOn: dayOf,
  term: termOf,
  phone: ({ text }) => phoneNumber(text),
  email: ({ text }) => (isEmail(text.trim()) ? text.trim().toLowerCase() : null),
};

const UNREAD: Readonly<Record<string, string>> = {
  issuedOn: 'IMPORT_CELL_DAY',
  expiresOn: 'IMPORT_CELL_DAY',
  term: 'LICENCE_TERM_UNREAD',
  phone: 'LICENCE_PHONE',
  email: 'LICENCE_EMAIL',
};
