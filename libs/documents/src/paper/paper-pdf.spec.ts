import mammoth from 'mammoth';
import { paperDocx } from './paper-docx.js';
import { paperPdf } from './paper-pdf.js';
import { type OfficialPaper } from './paper.js';
import { type Placed, readPlaces } from './read-places.js';
import { SAMPLE } from './sample.js';

const at = new Date('2026-02-03T02:00:00Z');
const MM = 25.4 / 72;

const placesOf = (changes: Partial<OfficialPaper> = {}) => readPlaces(paperPdf({ ...SAMPLE, ...changes }, at));
const looks = ({ text, size, font }: Placed): [string, number, string] => [text, size, font.replace('Tinos-', '')];
const near = (value: number, wanted: number): boolean => Math.abs(value - wanted) <= 0.5;

test('each part of a decision has the size and the style of annex I of Decree 30/2020', async () => {
  const { text } = await placesOf();

  expect(text.filter(({ page }) => page === 1).map(looks)).toEqual([
    ['ỦY BAN NHÂN DÂN', 12, 'Regular'],
    ['THÀNH PHỐ HÀ NỘI', 12, 'Regular'],
    ['ỦY BAN NHÂN DÂN', 12, 'Bold'],
    ['HUYỆN HOÀI ĐỨC', 12, 'Bold'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 'Bold'],
    ['Độc lập - Tự do - Hạnh phúc', 13, 'Bold'],
    ['Số: 05/QĐ-UBND', 13, 'Regular'],
    ['Hoài Đức, ngày 03 tháng 02 năm 2026', 13, 'Italic'],
    ['QUYẾT ĐỊNH', 14, 'Bold'],
    ['Về việc công nhận kết quả và trao giải Cuộc thi “Tìm kiếm sáng kiến, giải', 14, 'Bold'],
    ['pháp về cải cách hành chính” năm 2026', 14, 'Bold'],
    ['CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN HOÀI ĐỨC', 14, 'Bold'],
    ['Căn cứ Luật Tổ chức chính quyền địa phương;', 14, 'Italic'],
    ['Căn cứ Kế hoạch số 45/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban', 14, 'Italic'],
    ['nhân dân huyện Hoài Đức về tổ chức Cuộc thi;', 14, 'Italic'],
    ['Theo đề nghị của Trưởng Phòng Nội vụ huyện tại Tờ trình số 12/TTr-NV', 14, 'Italic'],
    ['ngày 30 tháng 01 năm 2026.', 14, 'Italic'],
    ['QUYẾT ĐỊNH:', 14, 'Bold'],
    ['Điều 1.', 14, 'Bold'],
    ['Công nhận kết quả Cuộc thi và trao giải cho 03 sáng kiến có tên', 14, 'Regular'],
    ['trong danh sách kèm theo Quyết định này.', 14, 'Regular'],
    ['Điều 2.', 14, 'Bold'],
    ['Kinh phí khen thưởng là 30.000.000 đồng (Bằng chữ: Ba mươi triệu', 14, 'Regular'],
    ['đồng).', 14, 'Regular'],
    ['Điều 3.', 14, 'Bold'],
    ['Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện,', 14, 'Regular'],
    ['Trưởng Phòng Nội vụ và các đơn vị, cá nhân có tên tại Điều 1 chịu trách nhiệm thi', 14, 'Regular'],
    ['hành Quyết định này./.', 14, 'Regular'],
    ['Nơi nhận:', 12, 'BoldItalic'],
    ['- Như Điều 3;', 11, 'Regular'],
    ['- Thường trực Huyện ủy (để báo cáo);', 11, 'Regular'],
    ['- Lưu: VT, NV.', 11, 'Regular'],
    ['CHỦ TỊCH', 14, 'Bold'],
    ['Nguyễn Văn Ướm', 14, 'Bold'],
  ]);
});

test('the text stands 30 mm from the left and 15 from the right, 20 from above and below, also on a page that lies', async () => {
  const { text } = await placesOf({
    body: Array.from({ length: 40 }, () => ({ kind: 'paragraph', text: 'Nội dung báo cáo '.repeat(12) })),
  });
  const upright = text.filter(({ page }) => page === 2 || page === 3);
  const lying = text.filter(({ page }) => page === Math.max(...text.map((run) => run.page)));
  const body = upright.filter(({ baseline }) => baseline > 20);

  expect(near(Math.min(...body.map(({ left }) => left)), 30)).toBe(true);
  expect(near(Math.max(...body.map(({ right }) => right)), 195)).toBe(true);
  // From the margin to the first baseline are the ascenders.
  expect(near(Math.min(...body.map(({ baseline }) => baseline)), 20 + 14 * 0.891 * MM)).toBe(true);
  expect(Math.max(...body.map(({ baseline }) => baseline))).toBeLessThan(277);
  expect(Math.max(...lying.map(({ right }) => right))).toBeGreaterThan(270);
  expect(Math.max(...lying.map(({ right }) => right))).toBeLessThan(282);
});

test('the rule under the motto is as long as the motto, that under the issuer between a third and a half of its line', async () => {
  const { text, rules } = await placesOf();
  const [issuer, motto, subject] = rules;
  const motTo = text.find((run) => run.text.startsWith('Độc lập'));
  const name = text.find((run) => run.text === 'ỦY BAN NHÂN DÂN' && run.font === 'Tinos-Bold');
  if (!issuer || !motto || !subject || !motTo || !name) throw new Error('A rule is missing');

  expect([near(motto.left, motTo.left), near(motto.right, motTo.right)]).toEqual([true, true]);
  const part = (issuer.right - issuer.left) / (name.right - name.left);
  expect(part).toBeGreaterThanOrEqual(1 / 3);
  expect(part).toBeLessThanOrEqual(1 / 2);
  expect(near((issuer.left + issuer.right) / 2, (name.left + name.right) / 2)).toBe(true);
  expect(near((subject.left + subject.right) / 2, 112.5)).toBe(true);
});

test('the kind stands close under the head, and the rule of the subject under its last line', async () => {
  const { text, rules } = await placesOf();
  const at = (start: string): number => text.find((run) => run.text.startsWith(start))?.baseline ?? 0;
  const subject = rules[2];
  if (!subject) throw new Error('A rule is missing');

  expect(near(at('QUYẾT ĐỊNH') - at('Số: 05'), (13 * 0.216 + 12 + 14 * 0.891) * MM)).toBe(true);
  expect(subject.top - at('pháp về cải cách')).toBeGreaterThan(14 * 0.216 * MM);
  expect(subject.top - at('pháp về cải cách')).toBeLessThan(2.5);
});

test('no word of a table is broken, however narrow its column was meant to be', async () => {
  const columns = ['STT', 'Từ ngày', 'Ghi chú'].map((title, at) => ({ title, share: [1, 1, 40][at] ?? 1, align: 'left' as const }));
  const { text } = await placesOf({ annexes: [], body: [{ kind: 'table', columns, rows: [['1', '02/03/2026', 'một']] }] });
  const [number, day, next] = ['STT', '02/03/2026', 'một'].map((word) => text.find((run) => run.text === word));
  if (!number || !day || !next) throw new Error('A word is missing');

  expect(number.right + 3).toBeLessThan(day.left + 0.1);
  expect(day.right + 3).toBeLessThan(next.left + 0.1);
});

test('the last text stands on the page of the signatures', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => ({ kind: 'paragraph' as const, text: `Dòng ${String(at)}` }));
  for (const count of [16, 17, 18, 19, 20, 21]) {
    const { text } = await placesOf({ annexes: [], body: lines(count) });
    const page = (of: string): number | undefined => text.find((run) => run.text === of)?.page;
    expect(page(`Dòng ${String(count - 1)}`)).toBe(page('CHỦ TỊCH'));
  }
});

test('paragraphs begin 12.7 mm in, their lines 1.1 lines and paragraphs 6 points more apart', async () => {
  const { text } = await placesOf();
  const lineOf = (start: string): Placed => {
    const found = text.find((run) => run.text.startsWith(start));
    if (!found) throw new Error(start);
    return found;
  };
  const apart = (below: string, above: string): number => (lineOf(below).baseline - lineOf(above).baseline) / MM;
  const line = 14 * 1.149 * 1.1;

  expect(near(lineOf('Điều 1.').left, 42.7)).toBe(true);
  expect(near(apart('Trưởng Phòng Nội vụ và', 'Điều 3.'), line)).toBe(true);
  expect(near(apart('Điều 2.', 'trong danh sách kèm'), line + 6)).toBe(true);
});

test('pages are numbered in the middle of the upper margin, the first is not', async () => {
  const { text } = await placesOf({
    annexes: [],
    body: Array.from({ length: 40 }, () => ({ kind: 'paragraph', text: 'Nội dung '.repeat(20) })),
  });
  const above = text.filter(({ baseline }) => baseline < 20);

  expect(above.map(looks)).toEqual([2, 3, 4].map((page) => [String(page), 14, 'Regular']));
  expect(above.every(({ left, right }) => near((left + right) / 2, 112.5))).toBe(true);
});

test('a draft leaves room for number, day and name, and says that it is one', async () => {
  const { text } = await placesOf({
    number: null,
    date: null,
    signers: [{ on: 'KT. Chủ tịch', position: 'Phó Chủ tịch', name: null }],
    draft: 'DỰ THẢO',
  });
  const said = text.map((run) => run.text.trim());

  expect(said).toEqual(
    expect.arrayContaining(['Số:', '/QĐ-UBND', 'Hoài Đức, ngày', 'tháng', 'năm', 'DỰ THẢO', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']),
  );
  expect(said).not.toContain('Nguyễn Văn Ướm');
});

test('of two who sign, the first stands on the left and the second on the right', async () => {
  const sign = (position: string, name: string) => ({ on: null, position, name });
  const { text } = await placesOf({ signers: [sign('Thư ký', 'Lê Thị Ưng'), sign('Chủ trì', 'Trần Văn Ổn')] });
  const middle = (of: string): number => {
    const { left = 0, right = 0 } = text.find((run) => run.text === of) ?? {};
    return (left + right) / 2;
  };

  expect([near(middle('Lê Thị Ưng'), 30 + 165 / 4), near(middle('Trần Văn Ổn'), 30 + (165 * 3) / 4)]).toEqual([true, true]);
});

test('every Vietnamese letter with two marks is one letter of Tinos, from 11 to 14 points', async () => {
  const lower = ['ấ ầ ẩ ẫ ậ', 'ắ ằ ẳ ẵ ặ', 'ế ề ể ễ ệ', 'ố ồ ổ ỗ ộ', 'ớ ờ ở ỡ ợ', 'ứ ừ ử ữ ự'].join(' ');
  const all = `${lower} ${lower.toLocaleUpperCase('vi')}`;
  const { text } = await placesOf({
    body: [
      { kind: 'paragraph', text: all },
      { kind: 'table', columns: [{ title: 'Chữ', share: 1, align: 'left' }], rows: [[all]] },
    ],
    recipients: [all],
    place: all,
    annexes: [],
  });
  const letters = all.split(' ').sort();
  const set = (size: number): string[] => {
    const runs = text.filter((run) => run.size === size).map((run) => run.text);
    return [...new Set(runs.join(' ').match(/\p{L}+/gu))].filter((word) => letters.includes(word)).sort();
  };

  expect([11, 12, 13, 14].map(set)).toEqual([letters, letters, letters, letters]);
  expect(new Set(text.map(({ font }) => font.split('-')[0]))).toEqual(new Set(['Tinos']));
});

test('what people typed is text, whatever it would mean as source, and the same paper is the same bytes', async () => {
  const typed = '#panic("x") $1 + 1$ *đậm* <nhãn> \\';
  const { text } = await placesOf({ body: [{ kind: 'paragraph', text: typed }], subject: typed });

  expect(text.filter((run) => run.text === typed)).toHaveLength(2);
  expect(paperPdf(SAMPLE, at).equals(paperPdf(SAMPLE, at))).toBe(true);
});

test('what of the case itself a paper rests on stands after the legal bases, under the same punctuation, as PDF and as DOCX', async () => {
  const paper = { ...SAMPLE, bases: ['Căn cứ Luật Tổ chức chính quyền địa phương'], grounds: ['Căn cứ Kế hoạch số 45/KH-UBND'] };
  const { text } = await placesOf(paper);
  const { value } = await mammoth.extractRawText({ buffer: await paperDocx(paper, at) });
  const lines = ['Căn cứ Luật Tổ chức chính quyền địa phương;', 'Căn cứ Kế hoạch số 45/KH-UBND.'];

  expect(text.filter((run) => run.text.startsWith('Căn cứ')).map(looks)).toEqual(lines.map((line) => [line, 14, 'Italic']));
  expect(value.split('\n').filter((line) => line.startsWith('Căn cứ'))).toEqual(lines);
});
