import { type ReadCell, type ReadWorkbook } from '#lib/documents';
import { Refused } from '#lib/kernel';
import { type ImportColumn, type ReadRow } from './import-kind.js';
import { type RowProblem, type RowValues } from './import.entity.js';
import { dayIn } from './read-cell.js';
import { IMPORT_ROWS, type Cells, type Places, columnMissing, headKey, rowOf, rowsOf } from './read-sheet.js';

/** Above the heads stand a title, the office, a date. */
const HEAD_WITHIN = 10;
/** As few heads tell that this row has them. */
const FEWEST_HEADS = 3;

/** What is read of a list that offices keep of their own; what else stands there is not taken in, numbers of identity are not even read. */
export interface OfficeList {
  readonly columns: readonly ImportColumn[];
  /** What offices call the columns beside the names of the template. */
  readonly alsoCalled: Readonly<Record<string, readonly string[]>>;
}

/** The rows below the heads, and which column stands where; or what is wrong with the heads. */
export type FoundList =
  | { readonly places: Places; readonly below: readonly { readonly number: number; readonly cells: Cells }[] }
  | { readonly headless: readonly ReadRow[] };

/**
 * Finds the heads within ten rows, and the rows below that have something in a column that is read. Refuses `IMPORT_EMPTY`, `IMPORT_TOO_LONG`
 * and `IMPORT_HEADS_MISSING`.
 */
export function findOfficeList(book: ReadWorkbook, list: OfficeList): FoundList {
  const rows = rowsOf(book);
  const at = rows.findIndex(({ number, cells }) => number <= HEAD_WITHIN && placesOf(cells, list).size >= FEWEST_HEADS);
  const head = rows[at];
  if (!head) throw new Refused(rows.length === 0 ? 'IMPORT_EMPTY' : 'IMPORT_HEADS_MISSING', { max: HEAD_WITHIN }, 'fileId');
  const places = placesOf(head.cells, list);
  const missing = list.columns.filter((column) => column.required && ![...places.values()].includes(column));
  if (missing.length > 0) return { headless: [{ number: head.number, typed: {}, values: {}, problems: missing.map(columnMissing) }] };
  const below = rows.slice(at + 1).filter(({ cells }) => [...places.keys()].some((place) => cells.has(place)));
  if (below.length === 0) throw new Refused('IMPORT_EMPTY', {}, 'fileId');
  if (below.length > IMPORT_ROWS) throw new Refused('IMPORT_TOO_LONG', { max: IMPORT_ROWS }, 'fileId');
  return { places, below };
}

/** Its rows, with cells that are read as those of a template. */
export function readOfficeList(book: ReadWorkbook, list: OfficeList): ReadRow[] {
  const found = findOfficeList(book, list);
  if ('headless' in found) return [...found.headless];
  const { places, below } = found;
  const days = [...places].filter(([, { cell }]) => cell === 'DAY');
  const turned = days.filter(([place]) =>
    areTurned(
      below.map(({ cells }) => cells.get(place)),
      (cell) => dayIn(cell),
    ),
  );
  return below.map(({ number, cells }) => {
    const { typed, values, problems } = rowOf(cells, places);
    const held = turned.filter(([place]) => cells.get(place)?.kind === 'number').map(([, column]) => dayTurned(column, typed));
    return { number, typed, values, problems: [...problems, ...held] };
  });
}

const dayTurned = ({ key, head }: ImportColumn, typed: RowValues): RowProblem => ({
  ...{ column: key, value: typed[key] ?? null, code: 'IMPORT_DAYS_TURNED', detail: { column: head } },
});

function placesOf(cells: Cells, { columns, alsoCalled }: OfficeList): Places {
  const places = new Map<number, ImportColumn>();
  for (const [place, { text }] of cells) {
    const name = headKey(text);
    const column = columns.find(({ key, head: { vi, en } }) => [vi, en, ...(alsoCalled[key] ?? [])].some((one) => headKey(one) === name));
    if (column && ![...places.values()].includes(column)) places.set(place, column);
  }
  return places;
}

/**
 * A spreadsheet that takes the month first makes a day of `05/03/2021` and leaves `26/03/2021` as text: where all texts have days after the twelfth and
 * all days are up to it, day and month of those are turned. Nobody can tell which of them were right, so that none is taken.
 */
export function areTurned(cells: readonly (ReadCell | undefined)[], dayOf: (cell: ReadCell) => string | null): boolean {
  const of = (kind: ReadCell['kind']) => cells.flatMap((cell) => (cell?.kind === kind ? [dayOf(cell)] : [])).filter((day) => day !== null);
  const [texts, days] = [of('text'), of('number')];
  const late = (day: string) => Number(day.slice(8)) > 12;
  return texts.length > 0 && days.length > 0 && texts.every(late) && !days.some(late);
}
