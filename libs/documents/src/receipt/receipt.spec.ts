import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { type ReceiptView, receiptDocx, receiptPdf } from './receipt.js';

const at = new Date('2026-03-02T02:00:00Z');
const view: ReceiptView = {
  host: 'Ủy ban nhân dân huyện Hoài Đức',
  code: '2026-017',
  place: 'Hoài Đức',
  day: '2026-03-02',
  contest: 'Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2026',
  title: 'Nhắc hạn giấy phép #panic("x") $1 + 1$ *đậm* \\ <nhãn>',
  area: 'Cải cách thủ tục hành chính',
  unit: 'Phòng Tài chính - Kế hoạch',
  authors: ['Nguyễn Thị Hòa', 'Trần Văn Đoàn'],
  receivedAt: '09 giờ 00 ngày 02/3/2026',
  onPaper: false,
  completedAt: null,
  files: 3,
  hash: 'ab'.repeat(32),
  illustrative: false,
};

async function textOf(changes: Partial<ReceiptView> = {}): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(receiptPdf({ ...view, ...changes }, at))), { mergePages: true });
  return text.replace(/\s+/g, ' ').normalize('NFC');
}

test('a receipt has the head of an official document, its number, place and day, and what was received', async () => {
  const text = await textOf();

  for (const part of [
    ...['ỦY BAN NHÂN DÂN HUYỆN HOÀI ĐỨC', 'BAN TỔ CHỨC CUỘC THI', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    ...[
      'Số: 2026-017/GTN',
      'Hoài Đức, ngày 02 tháng 3 năm 2026',
      'GIẤY TIẾP NHẬN',
      view.contest,
      view.area,
      view.unit,
      'Nguyễn Thị Hòa, Trần Văn Đoàn',
    ],
    ...['Tiếp nhận lúc: 09 giờ 00 ngày 02/3/2026', 'Số tệp kèm theo: 3', 'ab'.repeat(16)],
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/Bổ sung lần cuối|minh họa/);
});

test('what people typed is text, whatever it would mean as source', async () => {
  expect(await textOf()).toContain('Nhắc hạn giấy phép #panic("x") $1 + 1$ *đậm* \\ <nhãn>');
});

test('one that came on paper, one that was completed and one that is invented say so', async () => {
  const text = await textOf({ onPaper: true, completedAt: '10 giờ 00 ngày 09/3/2026', illustrative: true });
  expect(text).toMatch(/Nhận bản giấy lúc: 09 giờ 00 .* Bổ sung lần cuối lúc: 10 giờ 00 ngày 09\/3\/2026.*chỉ để minh họa/);
});

test('the longest title and twenty authors are set whole, and the same receipt is the same bytes', async () => {
  const long = { title: 'Đường dài '.repeat(30).trim(), authors: Array.from({ length: 20 }, (_, n) => `Nguyễn Thị Thanh ${String(n)}`) };

  expect(await textOf(long)).toContain(long.authors.join(', '));
  expect(receiptPdf(view, at).equals(receiptPdf(view, at))).toBe(true);
});

test('as DOCX it says what the PDF says, read by another library', async () => {
  const long = {
    ...view,
    authors: Array.from({ length: 20 }, (_, n) => `Nguyễn Thị Thanh ${String(n)}`),
    completedAt: '10 giờ 00 ngày 09/3/2026',
  };
  for (const one of [view, long]) {
    const { value, messages } = await mammoth.extractRawText({ buffer: await receiptDocx(one, at) });
    const words = (text: string): string[] =>
      text
        .split(/\s+/)
        .filter((word) => word !== '')
        .sort();
    expect(messages).toEqual([]);
    // Two cells side by side are read in another order, and two lines of a name as one word.
    expect(words(value.replace('NHÂN DÂNHUYỆN', 'NHÂN DÂN HUYỆN').normalize('NFC'))).toEqual(words(await textOf(one)));
  }
  expect((await receiptDocx(view, at)).equals(await receiptDocx(view, at))).toBe(true);
});
