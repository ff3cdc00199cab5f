import { pictureOf } from '../counter-sheet/counter-sheet.js';
import { OFFICIAL_LOOKS } from '../pdf/official.js';
import { pdfOf } from '../pdf/typst.js';

/** A letter to who holds a licence, in Vietnamese. */
export interface ReminderLetter {
  readonly holder: string;
  readonly contact: string | null;
  readonly address: string | null;
  readonly subject: string;
  readonly text: string;
  /** Where its reader sees what to file, and says that they want no more. */
  readonly link: string;
  readonly illustrative: boolean;
}

export interface ReminderLettersView {
  /** The unit whose committee writes. */
  readonly unit: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly letters: readonly ReminderLetter[];
}

const SOURCE = `${OFFICIAL_LOOKS}
#for (at, letter) in view.letters.enumerate() [
  #if at > 0 { pagebreak() }
  #counter(page).update(1)
  #head(none, "Ủy ban nhân dân " + view.unit, [#h(12mm)/TB-UBND], view.placeAndDay)
  #v(6mm)
  #align(center)[
    #text(size: 14pt, weight: "bold")[THÔNG BÁO]
    #parbreak()
    #text(weight: "bold", letter.subject)
  ]
  #v(4mm)
  #align(center)[Kính gửi: #letter.holder]
  #if letter.contact != none { align(center, text(letter.contact)) }
  #if letter.address != none { align(center, text(letter.address)) }
  #v(3mm)
  #[
    #set par(first-line-indent: (amount: 12.7mm, all: true))
    #letter.text

    Giấy tờ cần nộp, nơi nộp và cách đề nghị không nhận thư nhắc nữa có tại địa chỉ dưới đây. Thư này chỉ để nhắc; Ông/Bà không phải trả khoản tiền nào cho việc nhắc.
  ]
  #v(4mm)
  #grid(
    columns: (34mm, 1fr),
    column-gutter: 5mm,
    align: (left + horizon, left + horizon),
    image(bytes(letter.picture), format: "svg", width: 34mm),
    text(size: 12pt, letter.shown),
  )
  #if letter.illustrative [Số liệu trong thư này chỉ để minh họa.]
  #v(8mm)
  #grid(
    columns: (1fr, 1fr),
    {
      set par(justify: false, leading: 0.5em, spacing: 0.5em)
      text(size: 12pt, weight: "bold", style: "italic")[Nơi nhận:]
      linebreak()
      text(size: 11pt)[- Như trên;]
      linebreak()
      text(size: 11pt)[- Lưu: VT.]
    },
    align(center)[
      #text(weight: "bold")[TM. ỦY BAN NHÂN DÂN]
      #parbreak()
      #text(weight: "bold")[CHỦ TỊCH]
    ],
  )
]
`;

/** `ngày 02 tháng 3 năm 2026`, days below ten and the first two months with a nought. */
function inWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) > 2 ? String(Number(month)) : month} năm ${year}`;
}

/** All of them in one document, each from a page of its own on. The same view and moment give the same bytes. */
export function reminderLettersPdf({ unit, day, letters }: ReminderLettersView, madeAt: Date): Buffer {
  const place = unit.replace(/^(Xã|Phường|Thị trấn|Huyện) /, '');
  const drawn = letters.map((letter) => ({ ...letter, picture: pictureOf(letter.link), shown: letter.link.replace(/^https?:\/\//, '') }));
  return pdfOf({ source: SOURCE, view: { unit, placeAndDay: `${place}, ${inWords(day)}`, letters: drawn }, madeAt });
}
