import { widthsOf } from '../pdf/typst.js';
import { A4, PAPER_LAYOUT } from './layout.js';
import { type OfficialPaper, type PaperBlock, type PaperTable } from './paper.js';

const { cell, margin, size } = PAPER_LAYOUT;
/** No column is made wider than that part of its table for the sake of one long word. */
const MOST = 1 / 3;
/** A word with fewer letters than that part of those of the longest is not wider. */
const NEARLY = 0.75;
/** What text processors may need beside the letters of a word, in millimetres. */
const SPARE = 0.4;

const tablesOf = (blocks: readonly PaperBlock[]): PaperTable[] => blocks.filter((block) => block.kind === 'table');

/** The words of a column that may be its widest: no line is broken within a word. */
function longestOf({ columns, rows }: PaperTable, at: number): string[] {
  const words = new Set([columns[at]?.title ?? '', ...rows.map((cells) => cells[at] ?? '')].flatMap((text) => text.split(/\s+/)));
  const most = Math.max(...[...words].map(({ length }) => length));
  return [...words].filter(({ length }) => length >= most * NEARLY);
}

/** Widths in millimetres by the shares of columns, none of them narrower than its least; by the shares alone where there is no room for that. */
export function widthsBy(columns: readonly { readonly share: number; readonly least: number }[], width: number): number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  if (columns.reduce((sum, { least }) => sum + least, 0) > width) return columns.map(({ share }) => (width * share) / whole);
  const narrow = new Set<number>();
  for (;;) {
    const left = columns.reduce((sum, { least }, at) => sum - (narrow.has(at) ? least : 0), width);
    const shares = columns.reduce((sum, { share }, at) => sum + (narrow.has(at) ? 0 : share), 0);
    const widths = columns.map(({ share, least }, at) => (narrow.has(at) ? least : (left * share) / shares));
    const tooNarrow = columns.flatMap(({ least }, at) => ((widths[at] ?? 0) < least && !narrow.has(at) ? [at] : []));
    if (tooNarrow.length === 0) return widths;
    for (const at of tooNarrow) narrow.add(at);
  }
}

/** The same paper, the shares of whose columns are such that no word is broken: in a PDF as in a text processor, which breaks them where a column is too narrow. */
export function fitted(paper: OfficialPaper): OfficialPaper {
  const words = [
    ...new Set([paper, ...paper.annexes].flatMap((part) => tablesOf('body' in part ? part.body : part.blocks)).flatMap(allLongest)),
  ];
  if (words.length === 0) return paper;
  const measured = widthsOf(words, size.table);
  const widths = new Map(words.map((word, at) => [word, (measured[at] ?? 0) + 2 * cell.side + SPARE]));
  const fit = (blocks: readonly PaperBlock[], width: number): PaperBlock[] =>
    blocks.map((block) => (block.kind === 'table' ? { ...block, columns: fittedColumns(block, width, widths) } : block));
  return {
    ...paper,
    body: fit(paper.body, A4.width - margin.left - margin.right),
    annexes: paper.annexes.map((annex) => ({
      ...annex,
      blocks: fit(annex.blocks, (annex.landscape ? A4.height : A4.width) - margin.left - margin.right),
    })),
  };
}

const allLongest = (table: PaperTable): string[] => table.columns.flatMap((_, at) => longestOf(table, at));

function fittedColumns(table: PaperTable, width: number, widths: ReadonlyMap<string, number>): PaperTable['columns'] {
  const least = table.columns.map((_, at) =>
    Math.min(width * MOST, Math.max(...longestOf(table, at).map((word) => widths.get(word) ?? 0))),
  );
  const shares = widthsBy(
    table.columns.map(({ share }, at) => ({ share, least: least[at] ?? 0 })),
    width,
  );
  return table.columns.map((column, at) => ({ ...column, share: shares[at] ?? column.share }));
}
