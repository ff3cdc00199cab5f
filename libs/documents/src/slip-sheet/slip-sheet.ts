import { pictureOf } from '../counter-sheet/counter-sheet.js';
import { pdfOf } from '../pdf/typst.js';

/** Slips to cut up and hand out, in Vietnamese. */
export interface SlipSheetView {
  readonly unit: string;
  readonly counter: string;
  /** What a code leads to, but for the code itself. */
  readonly address: string;
  readonly codes: readonly string[];
  /** The last day on which they are good, as people write it. */
  readonly lastDay: string;
  readonly illustrative: boolean;
}

const SOURCE = `
#let view = json(bytes(sys.inputs.view))
#set page(paper: "a4", margin: 8mm)
#set text(font: "Tinos", size: 9pt, lang: "vi", hyphenate: false)
#set par(justify: false, leading: 0.4em)
#let slip(one) = box(width: 100%, height: 34mm, stroke: (paint: luma(160), dash: "dashed"), inset: 2mm, grid(
  columns: (26mm, 1fr), column-gutter: 2mm,
  image(bytes(one.picture), format: "svg", width: 26mm),
  [
    #text(weight: "bold", view.unit) #linebreak()
    #view.counter #linebreak()
    Mời ông/bà đánh giá lần phục vụ này: quét mã, không cần tài khoản. #linebreak()
    Mã phiếu: #text(weight: "bold", one.code) #linebreak()
    #text(size: 8pt)[Dùng một lần, đến hết ngày #view.lastDay. #if view.illustrative [Dữ liệu minh họa.]]
  ],
))
#grid(columns: (1fr, 1fr), row-gutter: 0mm, ..view.slips.map(slip))
`;

/** The sheets as PDF, sixteen slips to a page. The same view and moment give the same bytes. */
export function slipSheetPdf({ codes, address, ...view }: SlipSheetView, madeAt: Date): Buffer {
  const slips = codes.map((code) => ({ code: `${code.slice(0, 5)}-${code.slice(5)}`, picture: pictureOf(address + code) }));
  return pdfOf({ source: SOURCE, view: { ...view, slips }, madeAt });
}
