import JSZip from 'jszip';
import mammoth from 'mammoth';
import { paperDocx } from './paper-docx.js';
import { type OfficialPaper } from './paper.js';
import { SAMPLE } from './sample.js';

const TWIPS = 1440 / 25.4;
const at = new Date('2026-02-03T02:00:00Z');
const part = async (docx: Buffer, name: string): Promise<string> => {
  const content = await (await JSZip.loadAsync(docx)).file(name)?.async('string');
  if (content === undefined) throw new Error(`${name} is not there`);
  return content;
};

test('a paper as DOCX says what the PDF says, read by another library', async () => {
  const { value, messages } = await mammoth.extractRawText({ buffer: await paperDocx(SAMPLE, at) });
  const lines = value.split('\n').filter((line) => line !== '');

  expect(messages).toEqual([]);
  expect(lines).toEqual([
    ...[
      'ỦY BAN NHÂN DÂNTHÀNH PHỐ HÀ NỘI',
      'ỦY BAN NHÂN DÂNHUYỆN HOÀI ĐỨC',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ],
    ...['Số: 05/QĐ-UBND', 'Hoài Đức, ngày 03 tháng 02 năm 2026', 'QUYẾT ĐỊNH', SAMPLE.subject, 'CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN HOÀI ĐỨC'],
    ...[`${SAMPLE.bases[0] ?? ''};`, `${SAMPLE.bases[1] ?? ''};`, `${SAMPLE.bases[2] ?? ''}.`, 'QUYẾT ĐỊNH:'],
    ...SAMPLE.body.map((block) => (block.kind === 'article' ? `Điều ${String(block.number)}. ${block.text}` : '')),
    ...['Nơi nhận:', '- Như Điều 3;', '- Thường trực Huyện ủy (để báo cáo);', '- Lưu: VT, NV.', 'CHỦ TỊCH', 'Nguyễn Văn Ướm'],
    ...['DANH SÁCH SÁNG KIẾN ĐƯỢC TRAO GIẢI', SAMPLE.annexes[0]?.note, 'STT', 'Tên sáng kiến', 'Tác giả, đơn vị', 'Điểm'],
    ...['1', 'Nhắc hạn giấy phép kinh doanh bằng tin nhắn', 'Nguyễn Thị Hòa, Phòng Kinh tế', '92,50'],
    ...['2', 'Quét mã QR đánh giá sự hài lòng', 'Trần Văn Đoàn, Xã An Khánh', '90,25'],
  ]);
});

test('its margins, letters and page numbers are those of the PDF, and it names Times New Roman', async () => {
  const docx = await paperDocx(SAMPLE, at);
  const body = await part(docx, 'word/document.xml');
  const margins = [...body.matchAll(/<w:pgMar ([^>]*)>/g)].map(([, text = '']) =>
    Object.fromEntries([...text.matchAll(/w:(\w+)="(-?\d+)"/g)].map(([, name = '', value]) => [name, Math.round(Number(value) / TWIPS)])),
  );

  expect(margins).toEqual(
    [1, 2].map(() => ({ top: 20, right: 15, bottom: 20, left: 30, header: 10, footer: expect.any(Number), gutter: 0 })),
  );
  expect(body.match(/<w:titlePg/g)).toHaveLength(1);
  expect(body).toMatch(/w:orient="landscape"/);
  expect(new Set([...body.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, half]) => Number(half) / 2))).toEqual(new Set([11, 12, 13, 14]));
  expect(await part(docx, 'word/styles.xml')).toMatch(/w:ascii="Times New Roman"/);
  const headers = await Promise.all(['word/header1.xml', 'word/header2.xml', 'word/header3.xml'].map((name) => part(docx, name)));
  expect(headers.filter((header) => header.includes('PAGE'))).toHaveLength(2);
});

test('the same paper and moment are the same bytes, whenever they are written', async () => {
  const [one, other] = [await paperDocx(SAMPLE, at), await paperDocx(SAMPLE, at)];
  expect(one.equals(other)).toBe(true);
  expect(await part(one, 'docProps/core.xml')).toContain('2026-02-03T02:00:00.000Z');
});

const table = (cells: readonly string[]): OfficialPaper['body'][number] => ({
  kind: 'table',
  columns: ['STT', 'Từ ngày', 'Ghi chú'].map((title, at) => ({ title, share: [1, 1, 40][at] ?? 1, align: 'left' })),
  rows: [cells],
});
const paragraphsOf = (body: string): string[] => body.match(/<w:p>.*?<\/w:p>/gs) ?? [];

test('no word of a table is broken: a number of rows and a day have room in the narrowest column', async () => {
  const body = await part(await paperDocx({ ...SAMPLE, annexes: [], body: [table(['1', '02/03/2026', ''])] }, at), 'word/document.xml');
  const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, twips]) => Number(twips) / TWIPS);
  const [number = 0, day = 0] = widths.slice(2, 4);
  expect([number > 10.5, day > 21]).toEqual([true, true]);
});

test('a text after a table stands off it, and two tables stay two', async () => {
  const rows = table(['1', '02/03/2026', '']);
  const paper = { ...SAMPLE, annexes: [], body: [rows, rows, { kind: 'paragraph' as const, text: 'Sau bảng' }] };
  const body = await part(await paperDocx(paper, at), 'word/document.xml');
  const after = paragraphsOf(body).find((one) => one.includes('Sau bảng')) ?? '';
  expect(after).toMatch(/w:before="120"/);
  expect(body).not.toMatch(/<\/w:tbl><w:tbl>/);
});

test('an empty cell is as high as a line of its table', async () => {
  const body = await part(await paperDocx({ ...SAMPLE, annexes: [], body: [table(['1', '02/03/2026', ''])] }, at), 'word/document.xml');
  const cells = [...body.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell).filter((cell) => cell.includes('w:top w:type="dxa"'));
  expect(cells).toHaveLength(6);
  expect(cells.every((cell) => /<w:pPr>.*<w:rPr>.*<w:sz w:val="24"\/>.*<\/w:rPr><\/w:pPr>/s.test(cell))).toBe(true);
});

test('the last text stays on the page of the signatures', async () => {
  const body = await part(await paperDocx({ ...SAMPLE, annexes: [] }, at), 'word/document.xml');
  const last = paragraphsOf(body).findIndex((one) => one.includes('hành Quyết định này./.'));
  expect(
    paragraphsOf(body)
      .slice(last, last + 2)
      .every((one) => one.includes('<w:keepNext/>')),
  ).toBe(true);
});
