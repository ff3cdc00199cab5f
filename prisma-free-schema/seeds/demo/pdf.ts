import { strokesOf } from './pdf-marks.js';

const PAGE = { width: 595, height: 842, left: 72, top: 760, columns: 78 };
const FIRST_PRINTABLE = 32;
const SPACING = 1.7;
const STROKE = 0.055;

/** Widths of Helvetica from the space to the tilde, in thousandths of the size (Adobe's font metrics). */
const WIDTHS =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number);

/** One paragraph on the page. */
export interface Paragraph {
  readonly text: string;
  readonly size: number;
}

/**
 * A PDF of one page. The fonts that every reader has know no Vietnamese, so that letters are Helvetica's and their marks are drawn;
 * each line carries its text, to be searched and copied.
 */
export function pdfOf(title: string, paragraphs: readonly Paragraph[]): Buffer {
  let y = PAGE.top;
  const drawn: string[] = ['1 J'];
  for (const { text, size } of paragraphs) {
    for (const line of linesOf(text, Math.floor((PAGE.columns * 11) / size))) {
      drawn.push(drawLine(line, size, y));
      y -= size * SPACING;
    }
    y -= size;
  }
  return assemble(title, drawn.join('\n'));
}

function linesOf(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function drawLine(line: string, size: number, y: number): string {
  let x = PAGE.left;
  let plain = '';
  const marks: string[] = [];
  for (const letter of line.normalize('NFC')) {
    const decomposed = letter.normalize('NFD');
    const base = plainOf(decomposed);
    const width = ((WIDTHS[base.charCodeAt(0) - FIRST_PRINTABLE] ?? 0) * size) / 1000;
    plain += base.replace(/[\\()]/, '\\$&');
    marks.push(strokesOf(decomposed, { x, y, width, size }));
    x += width;
  }
  const shown = `BT /F1 ${String(size)} Tf ${String(PAGE.left)} ${y.toFixed(2)} Td (${plain}) Tj ET`;
  return `/Span <</ActualText <FEFF${Buffer.from(line, 'utf16le').swap16().toString('hex')}>>> BDC\n${shown}\n${(STROKE * size).toFixed(2)} w ${marks.filter(Boolean).join(' ')}\nEMC`;
}

/** The letter under the marks. */
function plainOf(decomposed: string): string {
  const [base = '?'] = decomposed;
  if (base === 'đ') return 'd';
  if (base === 'Đ') return 'D';
  return base >= ' ' && base <= '~' ? base : '-';
}

function assemble(title: string, content: string): Buffer {
  const named = `FEFF${Buffer.from(title, 'utf16le').swap16().toString('hex')}`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Lang(vi-VN)>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${String(PAGE.width)} ${String(PAGE.height)}]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>`,
    `<</Length ${String(content.length)}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Title<${named}>>>`,
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${String(at + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R/Info 6 0 R>>\nstartxref\n${String(body.length)}\n%%EOF\n`,
    'latin1',
  );
}
