import { OFFICIAL_LOOKS } from '../pdf/official.js';
import { pdfOf } from '../pdf/typst.js';

/** What a receipt says, as it is written there: in Vietnamese, as its reader is an office. */
export interface ReceiptView {
  /** Whose contest it is; the committee of the contest issues it. */
  readonly host: string;
  /** `2026-017`. */
  readonly code: string;
  /** Where and when, e.g. `Hoài Đức, ngày 02 tháng 3 năm 2026`. */
  readonly placeAndDay: string;
  readonly contest: string;
  readonly title: string;
  readonly area: string;
  readonly unit: string;
  /** By name, the lead author first. */
  readonly authors: readonly string[];
  /** Moments as officials write them. */
  readonly receivedAt: string;
  readonly onPaper: boolean;
  /** When it last came back after it was returned; null where it did not. */
  readonly completedAt: string | null;
  readonly files: number;
  /** SHA-256 of what was sent in last. */
  readonly hash: string;
  readonly illustrative: boolean;
}

const SOURCE = `${OFFICIAL_LOOKS}
#head(view.host, "Ban Tổ chức cuộc thi", [#view.code/GTN], view.placeAndDay)
#v(6mm)
#align(center)[
  #text(size: 14pt, weight: "bold")[GIẤY TIẾP NHẬN]
  #parbreak()
  #text(weight: "bold")[Hồ sơ sáng kiến dự thi]
]
#v(3mm)
#set par(first-line-indent: (amount: 12.7mm, all: true))
Ban Tổ chức “#view.contest” đã tiếp nhận hồ sơ sáng kiến dự thi như sau:

#let field(name, value) = (text(name), text(value))
#pad(left: 0mm, table(
  columns: (52mm, 1fr),
  stroke: none,
  inset: (x: 0mm, y: 1.6mm),
  align: (left + top, left + top),
  ..(
    field("Mã số hồ sơ:", view.code),
    field("Tên sáng kiến:", view.title),
    field("Lĩnh vực:", view.area),
    field("Đơn vị:", view.unit),
    field(if view.authors.len() > 1 { "Các tác giả:" } else { "Tác giả:" }, view.authors.join(", ")),
    field(if view.onPaper { "Nhận bản giấy lúc:" } else { "Tiếp nhận lúc:" }, view.receivedAt),
    ..if view.completedAt == none { () } else { (field("Bổ sung lần cuối lúc:", view.completedAt),) },
    field("Số tệp kèm theo:", str(view.files)),
    (text("Mã đối chiếu (SHA-256):"), text(size: 10pt, view.hash.slice(0, 32) + " " + view.hash.slice(32))),
  ).flatten(),
))

Giấy tiếp nhận này được lập từ hệ thống của cuộc thi. Mã đối chiếu được tính từ toàn bộ nội dung hồ sơ gửi lần cuối; hồ sơ bị thay đổi sẽ cho mã khác.
#if view.illustrative [Số liệu trong giấy này chỉ để minh họa.]

#v(8mm)
#set par(first-line-indent: 0mm)
#grid(
  columns: (1fr, 1fr),
  {
    set par(justify: false, leading: 0.5em, spacing: 0.5em)
    text(size: 12pt, weight: "bold", style: "italic")[Nơi nhận:]
    linebreak()
    text(size: 11pt, "- " + view.unit + ";")
    linebreak()
    text(size: 11pt, "- Lưu: Hồ sơ cuộc thi.")
  },
  align(center, text(weight: "bold")[BAN TỔ CHỨC CUỘC THI]),
)
`;

/** The receipt of an initiative as PDF, in the looks of an official document. The same view and moment give the same bytes. */
export const receiptPdf = (view: ReceiptView, madeAt: Date): Buffer => pdfOf({ source: SOURCE, view, madeAt });
