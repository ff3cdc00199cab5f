/** A cell by its row and column, both from 0. */
export interface CellPlace {
  readonly r: number;
  readonly c: number;
}

const LETTERS = 26;

/** As spreadsheets name it: `A1` is the first. Here and not from the library, which is large and loaded only where a workbook is read or written. */
export function encodeCell({ r, c }: CellPlace): string {
  let column = '';
  for (let left = c + 1; left > 0; left = Math.floor((left - 1) / LETTERS)) {
    column = String.fromCharCode(65 + ((left - 1) % LETTERS)) + column;
  }
  return `${column}${String(r + 1)}`;
}

/** The place of an address of capital letters and a number. */
export function decodeCell(address: string): CellPlace {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? '';
  const column = Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, digit) => sum * LETTERS + digit, 0);
  return { r: Number(address.slice(letters.length)) - 1, c: column - 1 };
}
