/** What stands in a column: it says how a cell is written, whatever program opens the file. */
export type ColumnKind = 'TEXT' | 'NUMBER' | 'MONEY' | 'DATE' | 'MOMENT';

export interface TableColumn {
  readonly head: string;
  readonly kind: ColumnKind;
}

/** Text; a number or a decimal as text; a day as `YYYY-MM-DD`; a moment. Null is an empty cell. */
export type CellValue = string | number | Date | null;

/** One sheet of a workbook, or a whole CSV file. Rows come as they are asked for, some at a time, and are never all in memory. */
export interface TableSheet {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: AsyncIterable<readonly (readonly CellValue[])[]>;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A number as every program reads it; null for what is none. */
export function numberOf(value: CellValue): string | null {
  const text = typeof value === 'number' ? decimalText(value) : value;
  return typeof text === 'string' && DECIMAL.test(text) ? text : null;
}

/** Without an exponent. */
const decimalText = (value: number): string => (Number.isInteger(value) ? BigInt(value).toString() : String(value));
