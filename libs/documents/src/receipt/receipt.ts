import { paperDocx } from '../paper/paper-docx.js';
import { paperPdf } from '../paper/paper-pdf.js';
import { type OfficialPaper } from '../paper/paper.js';

/** What a receipt says, as it is written there: in Vietnamese, as its reader is an office. */
export interface ReceiptView {
  /** Whose contest it is; the committee of the contest issues it. */
  readonly host: string;
  /** `2026-017`. */
  readonly code: string;
  /** Where it was received, e.g. `Hoài Đức`. */
  readonly place: string;
  /** ISO day on which it was. */
  readonly day: string;
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

const BOARD = 'Ban Tổ chức cuộc thi';

/** Of the committee of the contest, which puts its seal under it; its number is the code of what was received. */
function receiptPaper(view: ReceiptView): OfficialPaper {
  return {
    ...{ superior: view.host, issuer: BOARD, symbol: 'GTN', number: view.code, place: view.place, date: view.day },
    ...{ kind: 'Giấy tiếp nhận', subject: 'Hồ sơ sáng kiến dự thi', addressees: [], authority: null, bases: [], decides: null },
    body: [
      { kind: 'paragraph', text: `Ban Tổ chức “${view.contest}” đã tiếp nhận hồ sơ sáng kiến dự thi như sau:` },
      { kind: 'fields', rows: fieldsOf(view) },
      {
        kind: 'paragraph',
        text: 'Giấy tiếp nhận này được lập từ hệ thống của cuộc thi. Mã đối chiếu được tính từ toàn bộ nội dung hồ sơ gửi lần cuối; hồ sơ bị thay đổi sẽ cho mã khác.',
      },
    ],
    signers: [{ on: null, position: BOARD, name: null }],
    recipients: [view.unit, 'Lưu: Hồ sơ cuộc thi'],
    ...{ annexes: [], draft: null, illustrative: view.illustrative },
  };
}

function fieldsOf({ authors, hash, ...view }: ReceiptView): [string, string][] {
  return [
    ['Mã số hồ sơ:', view.code],
    ['Tên sáng kiến:', view.title],
    ['Lĩnh vực:', view.area],
    ['Đơn vị:', view.unit],
    [authors.length > 1 ? 'Các tác giả:' : 'Tác giả:', authors.join(', ')],
    [view.onPaper ? 'Nhận bản giấy lúc:' : 'Tiếp nhận lúc:', view.receivedAt],
    ...(view.completedAt === null ? [] : [['Bổ sung lần cuối lúc:', view.completedAt] satisfies [string, string]]),
    ['Số tệp kèm theo:', String(view.files)],
    ['Mã đối chiếu (SHA-256):', `${hash.slice(0, 32)} ${hash.slice(32)}`],
  ];
}

/** The receipt of an initiative as PDF, in the looks of an official document. The same view and moment give the same bytes. */
export const receiptPdf = (view: ReceiptView, madeAt: Date): Buffer => paperPdf(receiptPaper(view), madeAt);

/** The same as DOCX, to be edited. */
export const receiptDocx = (view: ReceiptView, madeAt: Date): Promise<Buffer> => paperDocx(receiptPaper(view), madeAt);
