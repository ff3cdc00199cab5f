import { pictureOf } from '../counter-sheet/counter-sheet.js';
import { pdfOf } from '../pdf/typst.js';

/** What stands on a certificate, in Vietnamese, as people write it. */
export interface CertificateView {
  readonly superior: string | null;
  readonly issuer: string;
  /** Who gives it, above the heading; null where the issuer does. */
  readonly authority: string | null;
  /** Null where it is withheld. */
  readonly name: string | null;
  readonly unit: string;
  /** Null on one of a recognition, as is the contest. */
  readonly prize: string | null;
  readonly initiative: string;
  readonly contest: string | null;
  /** Of a recognition by law: as what, how far it reaches, and what it is good for; null on one of a prize. */
  readonly recognition: { readonly authorship: string; readonly reach: string; readonly benefit: string } | null;
  /** The decision, e.g. `214/QĐ-UBND ngày 08/11/2026`. */
  readonly decision: string;
  readonly closing: readonly string[];
  /** e.g. `Hoài Đức, ngày 08 tháng 11 năm 2026`. */
  readonly placeAndDay: string;
  readonly signer: { readonly on: string | null; readonly position: string; readonly name: string | null };
  readonly illustrative: boolean;
  /** In groups, as somebody types it. */
  readonly shownCode: string;
  /** What the picture leads to. */
  readonly address: string;
}

/** The page in millimetres and points; a test reads them back from the PDF. */
export const CERTIFICATE_LAYOUT = { width: 297, height: 210, side: 22, heading: 38, name: 26 } as const;

// What is long is set smaller until the middle fits between the head and the foot, so that a certificate is one page whatever is on it.
const SOURCE = `
#let views = json(bytes(sys.inputs.view)).pages
#let blue = rgb("#1a2f6e")
#set document(title: "Giấy chứng nhận")
#set page(paper: "a4", flipped: true, margin: (x: 22mm, top: 18mm, bottom: 15mm), background: {
  place(top + left, dx: 8mm, dy: 8mm, rect(width: 281mm, height: 194mm, stroke: 1.6pt + blue))
  place(top + left, dx: 10mm, dy: 10mm, rect(width: 277mm, height: 190mm, stroke: 0.5pt + blue))
})
#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: false, leading: 0.55em, spacing: 0.7em)

#let ruled(content, width) = { content; v(-0.1em); line(length: width, stroke: 0.6pt) }
#let head(view) = grid(
  columns: (1fr, 1fr), column-gutter: 8mm, align: center,
  {
    set par(leading: 0.4em, spacing: 0.5em)
    if view.superior != none { text(size: 12pt, upper(view.superior)); parbreak() }
    ruled(text(size: 12pt, weight: "bold", upper(view.issuer)), 32%)
  },
  {
    set par(leading: 0.4em, spacing: 0.5em)
    text(size: 12pt, weight: "bold")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]
    parbreak()
    ruled(text(size: 13pt, weight: "bold")[Độc lập - Tự do - Hạnh phúc], 55%)
  },
)
#let middle(view, scale) = align(center, {
  set text(size: scale * 15pt)
  if view.authority != none { text(size: scale * 15pt, weight: "bold", upper(view.authority)); v(scale * 1mm) }
  text(size: scale * 38pt, weight: "bold", fill: blue, if view.recognition == none [GIẤY CHỨNG NHẬN] else [GIẤY CHỨNG NHẬN SÁNG KIẾN])
  v(scale * 2mm)
  text(size: scale * 26pt, weight: "bold", if view.name == none { [(họ tên không công bố)] } else { view.name })
  parbreak()
  view.unit
  v(scale * 2mm)
  if view.recognition == none {
    [đạt #text(weight: "bold", view.prize) – #view.contest]
    parbreak()
    [với sáng kiến]
  } else [là #text(weight: "bold", view.recognition.authorship) của sáng kiến được công nhận]
  parbreak()
  text(weight: "bold", style: "italic", [“#view.initiative”])
  if view.recognition != none {
    parbreak()
    text(size: scale * 13pt)[Phạm vi ảnh hưởng: #view.recognition.reach. Lợi ích: #view.recognition.benefit]
  }
  for one in view.closing { parbreak(); one }
  v(scale * 1mm)
  text(size: scale * 13pt)[(Theo Quyết định số #view.decision)]
})
#let foot(view) = grid(
  columns: (32mm, 1fr, 105mm), column-gutter: 4mm, align: (left + bottom, left + bottom, center + bottom),
  image(bytes(view.picture), format: "svg", width: 30mm, alt: view.address),
  text(size: 9.5pt, {
    set par(leading: 0.4em, spacing: 0.6em)
    [Quét mã, hoặc nhập mã tại #view.shownAddress, để đối chiếu từng nội dung in trên giấy này.]
    parbreak()
    [Mã: #text(weight: "bold", view.shownCode)]
    if view.illustrative { parbreak(); text(weight: "bold")[Dữ liệu minh họa] }
  }),
  {
    text(size: 13pt, style: "italic", view.placeAndDay)
    parbreak()
    if view.signer.on != none { text(size: 13pt, weight: "bold", upper(view.signer.on)); linebreak() }
    text(size: 13pt, weight: "bold", upper(view.signer.position))
    v(20mm)
    text(size: 14pt, weight: "bold", view.signer.name)
  },
)
#let page-of(view) = layout(room => {
  let top = measure(head(view), width: room.width).height
  let bottom = measure(foot(view), width: room.width).height
  let free = room.height - top - bottom - 4mm
  let scale = 1
  while scale > 0.5 and measure(middle(view, scale), width: room.width).height > free { scale -= 0.05 }
  block(height: room.height, width: 100%, {
    head(view)
    v(1fr)
    middle(view, scale)
    v(1fr)
    foot(view)
  })
})
#for (at, view) in views.enumerate() {
  if at > 0 { pagebreak() }
  page-of(view)
}
`;

/** Certificates as PDF/A, a page each: some at a time, since each takes some 30 ms and nothing else runs meanwhile. The same views and moment give the same bytes. */
export function certificatesPdf(views: readonly CertificateView[], madeAt: Date): Buffer {
  const pages = views.map((view) => ({
    ...view,
    picture: pictureOf(view.address),
    shownAddress: view.address.replace(/^https?:\/\//, '').replace(/\/[^/]+$/, ''),
  }));
  return pdfOf({ source: SOURCE, view: { pages }, madeAt, archived: true });
}
