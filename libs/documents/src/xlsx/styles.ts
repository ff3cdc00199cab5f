import { walk } from './walk.js';

/** Formats that are not written down because every program has them (ISO/IEC 29500-1, 18.8.30): shares, days and times. */
const BUILT_IN: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%', 14: 'dd/mm/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy' };
const DAYS_AND_TIMES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const MOST_STYLES = 100_000;

/** How each style of a workbook shows a number where that is not as a number: its format, or null. In the order in which cells name them. */
export function readStyles(xml: string): (string | null)[] {
  const formats = new Map<number, string>();
  const styles: (string | null)[] = [];
  let inCells = false;
  walk(xml, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells && styles.push(otherThanNumber(Number(numFmtId ?? 0), formats)) > MOST_STYLES) {
        throw new Error('More styles than any sheet has');
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function otherThanNumber(id: number, formats: ReadonlyMap<number, string>): string | null {
  const written = formats.get(id);
  if (written !== undefined) return showsOtherwise(written) ? written : null;
  if (BUILT_IN[id] !== undefined) return BUILT_IN[id];
  return DAYS_AND_TIMES.some(([from, to]) => id >= from && id <= to) ? 'dd/mm/yyyy' : null;
}

/** Without what only stands beside the number: texts, escaped letters, colours, currencies, fillings, `General`. */
function showsOtherwise(format: string): boolean {
  const signs = format
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general|e[+-]/gi, '');
  return /[%dmyhs]/i.test(signs);
}
