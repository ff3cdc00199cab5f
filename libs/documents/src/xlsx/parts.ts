import { decodeCell, encodeCell } from './address.js';
import { type ReadCell } from './cell.js';
import { walk } from './walk.js';

/** More than the largest sheet that is issued has, several times over: a part that has more is made to exhaust who reads it. */
const MOST_CELLS = 100_000;
const MOST_SHEETS = 20;
const MOST_STRINGS = 100_000;
/** Of all cells together, since many can name one string. */
const MOST_TEXT = 8_000_000;
/** What Excel itself holds in one cell, at most. */
const MOST_CHARACTERS = 32_767;

export function readSheetList(xml: string): { name: string; relation: string }[] {
  const sheets: { name: string; relation: string }[] = [];
  walk(xml, {
    open(name, attributes) {
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: (attributes.name ?? '').normalize('NFC'), relation });
    },
  });
  if (sheets.length === 0 || sheets.length > MOST_SHEETS) throw new Error('No worksheet, or too many');
  return sheets;
}

export function readRelations(xml: string): Map<string, { type: string; target: string }> {
  const relations = new Map<string, { type: string; target: string }>();
  walk(xml, {
    open(name, { Id, Type, Target }) {
      if (name === 'Relationship' && Id !== undefined) relations.set(Id, { type: Type ?? '', target: Target ?? '' });
    },
  });
  return relations;
}

export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const run = new Runs();
  walk(xml, {
    open(name) {
      if (name === 'si') run.begin();
      run.open(name);
    },
    text(piece) {
      run.text(piece);
    },
    close(name) {
      run.close(name);
      if (name !== 'si') return;
      if (strings.push(run.whole()) > MOST_STRINGS) throw new Error('More texts than any sheet has');
    },
  });
  return strings;
}

/** What the cells of a page are read with: the texts they name by number, and how each style shows a number where not as one. */
export interface SharedParts {
  readonly strings: readonly string[];
  readonly shownAs: readonly (string | null)[];
}

/** The cells with something in them, by address, in the order of the file. Rows and cells without an address follow the one before them. */
export function readCells(xml: string, { strings, shownAs }: SharedParts): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  let length = 0;
  const at = { row: -1, column: -1 };
  const run = new Runs();
  let cell: RawCell | null = null;
  let inside = '';
  walk(xml, {
    open(name, attributes) {
      if (name === 'row') Object.assign(at, { row: attributes.r ? Number(attributes.r) - 1 : at.row + 1, column: -1 });
      if (name === 'c') {
        Object.assign(at, attributes.r ? placeOf(attributes.r) : { column: at.column + 1 });
        cell = { type: attributes.t ?? 'n', value: '', formula: null, shownAs: shownAs[Number(attributes.s)] ?? null };
        run.begin();
      }
      if (cell && name === 'f') cell.formula = '';
      inside = name;
      run.open(name);
    },
    text(piece) {
      if (!cell) return;
      if (inside === 'v') cell.value += piece;
      if (inside === 'f') cell.formula = (cell.formula ?? '') + piece;
      run.text(piece);
    },
    close(name) {
      run.close(name);
      inside = '';
      if (name !== 'c' || !cell) return;
      const read = readCell(cell, cell.type === 'inlineStr' ? run.whole() : (strings[Number(cell.value)] ?? ''));
      cell = null;
      if (!read) return;
      cells.set(encodeCell({ r: at.row, c: at.column }), read);
      if (cells.size > MOST_CELLS || (length += read.text.length) > MOST_TEXT) throw new Error('More cells than any sheet has');
    },
  });
  return cells;
}

function placeOf(address: string): { row: number; column: number } {
  if (!/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(address)) throw new Error(`${address} is no cell`);
  const { r, c } = decodeCell(address);
  return { row: r, column: c };
}

interface RawCell {
  readonly type: string;
  readonly shownAs: string | null;
  value: string;
  formula: string | null;
}

function readCell({ type, value, formula, shownAs }: RawCell, string: string): ReadCell | null {
  if (formula !== null) return { kind: 'formula', text: formula };
  if (type === 's' || type === 'inlineStr') return textCell(string);
  if (value === '') return null;
  if (type === 'str') return textCell(unescaped(value));
  if (type !== 'n') return { kind: 'other', text: value.trim() };
  return { kind: 'number', text: value.trim(), ...(shownAs !== null && { shownAs }) };
}

function textCell(text: string): ReadCell | null {
  if (text.length > MOST_CHARACTERS) throw new Error('More text than a cell can hold');
  return text === '' ? null : { kind: 'text', text };
}

/** `_x000D_` and the like stand for characters that XML cannot carry (ISO/IEC 29500-1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The text of a rich or plain string: its `t`s one after the other, without those that tell how it is read aloud. */
class Runs {
  private pieces: string[] = [];
  private taken = false;
  private aloud = false;

  begin(): void {
    this.pieces = [];
  }

  open(name: string): void {
    if (name === 'rPh') this.aloud = true;
    this.taken = name === 't' && !this.aloud;
  }

  text(piece: string): void {
    if (this.taken) this.pieces.push(piece);
  }

  close(name: string): void {
    if (name === 'rPh') this.aloud = false;
    this.taken = false;
  }

  whole(): string {
    return unescaped(this.pieces.join(''));
  }
}
