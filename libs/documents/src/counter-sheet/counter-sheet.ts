import encodeQR from 'qr';
import { pdfOf } from '../pdf/typst.js';

export const SHEET_PAPERS = ['A4', 'A5'] as const;
export type SheetPaper = (typeof SHEET_PAPERS)[number];

/** What hangs at a counter, in Vietnamese. */
export interface CounterSheetView {
  readonly paper: SheetPaper;
  /** What the code leads to, and what stands in words under it: whoever looks sees where they are led. */
  readonly address: string;
  readonly unit: string;
  readonly counter: string;
  readonly illustrative: boolean;
}

// Sizes of A4; those of A5 are seven tenths of them.
const SOURCE = `
#let view = json(bytes(sys.inputs.view))
#let of(size) = if view.paper == "A5" { size * 0.7 } else { size }
#set page(paper: lower(view.paper), margin: of(18mm))
#set text(font: "Tinos", size: of(20pt), lang: "vi", hyphenate: false)
#set par(justify: false, leading: 0.5em)
#set align(center)
#text(size: of(24pt), weight: "bold", upper(view.unit))
#v(of(2mm))
#text(size: of(30pt), weight: "bold", view.counter)
#v(of(6mm))
#text(size: of(22pt))[Quét mã để xem thủ tục của quầy]
#v(of(4mm))
#image(bytes(view.picture), format: "svg", width: of(110mm))
#v(of(4mm))
#text(size: of(18pt))[Mã dẫn đến địa chỉ:]
#parbreak()
#text(size: of(24pt), weight: "bold", view.shown)
#v(of(4mm))
#text(size: of(16pt))[Nếu địa chỉ hiện ra khác dòng trên, mã đã bị dán đè: xin không mở và báo cho bộ phận một cửa.]
#if view.illustrative [#parbreak() #text(size: of(14pt))[Dữ liệu minh họa]]
`;

/** The sheet as PDF. The same view and moment give the same bytes. */
export function counterSheetPdf(view: CounterSheetView, madeAt: Date): Buffer {
  const shown = view.address.replace(/^https?:\/\//, '');
  return pdfOf({ source: SOURCE, view: { ...view, shown, picture: pictureOf(view.address) }, madeAt });
}

/** The code as a drawing, with the white margin that readers need; a quarter of it may be covered or worn off. */
export function pictureOf(address: string): string {
  const rows = encodeQR(address, 'raw', { border: 4, ecc: 'quartile' });
  const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${String(x)} ${String(y)}h1v1h-1z`] : []))).join('');
  const size = String(rows.length);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="${dark}" fill="#000"/></svg>`;
}
