import { type CellValue, type TableColumn, type TableSheet, numberOf } from './table.js';
import { momentText } from './moments.js';

/** Without it, spreadsheets take UTF-8 for something else. */
const MARK = '\uFEFF';
const LINE_END = '\r\n';
/** What a spreadsheet would reckon with, were it typed there. */
const BEGINS_A_FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** The sheet as CSV in UTF-8, piece by piece. Text that would be a formula is kept from it by an apostrophe; numbers never are. */
export async function* csvPieces({ columns, rows }: Pick<TableSheet, 'columns' | 'rows'>): AsyncGenerator<Buffer> {
  yield Buffer.from(MARK + line(columns.map(({ head }) => textField(head))));
  for await (const some of rows) {
    yield Buffer.from(some.map((row) => line(columns.map((column, at) => field(column, row[at] ?? null)))).join(''));
  }
}

const line = (fields: readonly string[]): string => fields.join(',') + LINE_END;

function field({ kind }: TableColumn, value: CellValue): string {
  if (value === null) return '';
  switch (kind) {
    case 'NUMBER':
    case 'MONEY':
      return numberOf(value) ?? textField(value);
    case 'MOMENT':
      return momentText(value) ?? textField(value);
    case 'DATE':
    case 'TEXT':
      return textField(value);
  }
}

function textField(value: CellValue): string {
  const text = String(value ?? '');
  const safe = BEGINS_A_FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
