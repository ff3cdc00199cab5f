import { isEmail } from 'class-validator';
import { type ReadCell, type ReadWorkbook } from '#lib/documents';
import { cleanText, foldMarks } from '#lib/kernel';
import { type Cells, type Places, type ReadRow, type RowProblem, areTurned, dayOfSerial, findOfficeList, typedDay } from '#lib/platform';
import { phoneNumber } from '../domain/licence.entity.js';
import { ALSO_CALLED, LICENCE_COLUMNS } from './licence.columns.js';

/** Days that a bare number may mean: from 1954 to 2119. */
const SERIALS = { from: 20_000, to: 80_000 };

/** What stands for a day or a term where there is none. */
export const NO_END = 'NONE';

/** The rows of a list of licences that an office keeps of its own, each with all that is wrong with its cells. */
export function readLicences(book: ReadWorkbook): ReadRow[] {
  const found = findOfficeList(book, { columns: LICENCE_COLUMNS, alsoCalled: ALSO_CALLED });
  if ('headless' in found) return [...found.headless];
  const { places, below } = found;
  const isTurned = (place: number) =>
    areTurned(
      below.map(({ cells }) => cells.get(place)),
      dayAlone,
    );
  const turned = new Set([...places].filter(([place, { cell }]) => cell === 'DAY' && isTurned(place)).map(([place]) => place));
  return below.map(({ number, cells }) => ({ number, ...rowOf(cells, places, turned) }));
}

function rowOf(cells: Cells, places: Places, turned: ReadonlySet<number>): Omit<ReadRow, 'number'> {
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
    else if (turned.has(place) && cell.kind === 'number') say('IMPORT_DAYS_TURNED');
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

const dayAlone = (cell: ReadCell): string | null => {
  const day = dayOf(cell);
  return day === NO_END ? null : day;
};

const TERM_UNIT_OF: Readonly<Record<string, string>> = { '': 'YEAR', nam: 'YEAR', thang: 'MONTH', ngay: 'DAY' };

/** `5 năm` as `5 YEAR`; a bare number is of years. */
function termOf({ text }: ReadCell): string | null {
  const said = foldMarks(text);
  if (ENDLESS.test(said)) return NO_END;
  const [, amount, unit = ''] = /^0*([1-9]\d{0,2})\s*(nam|thang|ngay)?$/.exec(said) ?? [];
  return amount === undefined ? null : `${amount} ${TERM_UNIT_OF[unit] ?? ''}`;
}

const READ: Readonly<Record<string, (cell: ReadCell) => string | null>> = {
  issuedOn: dayAlone,
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
