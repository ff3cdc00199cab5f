import { SaxParser } from '@cj-tech-master/excelts/xml';
import { decodeCell, encodeCell } from './address.js';
import { type ReadCell } from './cell.js';

const MOST_CELLS = 200_000;
const MOST_SHEETS = 20;
/** What Excel itself holds in one cell, at most. */
const MOST_CHARACTERS = 32_767;

type Attributes = Readonly<Record<string, string>>;

interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Goes through a part by local names, since some writers prefix each. Throws where it is not well-formed. */
function walk(xml: string, { open, text, close }: Handlers): void {
  const parser = new SaxParser({ position: false });
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => close?.(local(name)));
  parser.on('text', (piece) => text?.(piece));
  parser.on('cdata', (piece) => text?.(piece));
  parser.write(xml).close();
}

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
      if (name === 'si') strings.push(run.whole());
    },
  });
  return strings;
}

/** The cells with something in them, by address, in the order of the file. Rows and cells without an address follow the one before them. */
export function readCells(xml: string, strings: readonly string[]): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  const at = { row: -1, column: -1 };
  const run = new Runs();
  let cell: { type: string; value: string; formula: string | null } | null = null;
  let inside = '';
  walk(xml, {
    open(name, attributes) {
      if (name === 'row') Object.assign(at, { row: attributes.r ? Number(attributes.r) - 1 : at.row + 1, column: -1 });
      if (name === 'c') {
        Object.assign(at, attributes.r ? placeOf(attributes.r) : { column: at.column + 1 });
        cell = { type: attributes.t ?? 'n', value: '', formula: null };
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
      if (cells.size > MOST_CELLS) throw new Error('More cells than any sheet has');
    },
  });
  return cells;
}

function placeOf(address: string): { row: number; column: number } {
  if (!/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(address)) throw new Error(`${address} is no cell`);
  const { r, c } = decodeCell(address);
  return { row: r, column: c };
}

function readCell({ type, value, formula }: { type: string; value: string; formula: string | null }, string: string): ReadCell | null {
  if (formula !== null) return { kind: 'formula', text: formula };
  if (type === 's' || type === 'inlineStr') return textCell(string);
  if (value === '') return null;
  if (type === 'str') return textCell(unescaped(value));
  return { kind: type === 'n' ? 'number' : 'other', text: value.trim() };
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
