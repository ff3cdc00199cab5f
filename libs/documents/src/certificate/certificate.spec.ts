import { extractText, getDocumentProxy } from 'unpdf';
import Zip from 'jszip';
import { readPlaces } from '../paper/read-places.js';
import { CERTIFICATE_LAYOUT, type CertificateView, certificatesPdf } from './certificate.js';
import { oneFileOf } from './one-file.js';
import { storedZip } from './stored-zip.js';

const AT = new Date('2026-11-08T02:00:00Z');
const view = (changes: Partial<CertificateView> = {}): CertificateView => ({
  superior: 'Ủy ban nhân dân thành phố Hà Nội',
  issuer: 'Ủy ban nhân dân huyện Hoài Đức',
  authority: 'Chủ tịch Ủy ban nhân dân huyện Hoài Đức',
  name: 'Nguyễn Phúc Thị Hồng Ngọc Quỳnh Hương',
  unit: 'Bộ phận một cửa, Ủy ban nhân dân xã An Khánh',
  prize: 'Giải Nhất',
  initiative: 'Phần mềm theo dõi thi đua',
  recognition: null,
  contest: 'Cuộc thi Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2026',
  decision: '214/QĐ-UBND ngày 08/11/2026',
  closing: [],
  placeAndDay: 'Hoài Đức, ngày 08 tháng 11 năm 2026',
  signer: { on: 'KT. Chủ tịch', position: 'Phó Chủ tịch', name: 'Trần Văn Ổn' },
  illustrative: false,
  shownCode: 'ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2-3',
  address: 'https://sangkien.example.vn/c/ABCDEFGHJKLMNPQRSTUVWXYZ23',
  ...changes,
});
const LONG =
  'Rút ngắn thời gian giải quyết hồ sơ đăng ký biến động đất đai bằng cách liên thông dữ liệu giữa bộ phận một cửa và cơ quan thuế ';

// eslint-disable-next-line @typescript-eslint/require-await
async function* of<T>(...all: T[]): AsyncGenerator<T> {
  yield* all;
}

test('a certificate is one landscape page of A4, its heading and name in the middle and of their sizes, all inside its margins', async () => {
  const pdf = certificatesPdf([view()], AT);
  const document = await getDocumentProxy(new Uint8Array(pdf));
  expect(document.numPages).toBe(1);
  const [, , width = 0, height = 0] = (await document.getPage(1)).view;
  const mm = (points: number): number => Math.round((points * 25.4) / 72);
  expect([mm(width), mm(height)]).toEqual([CERTIFICATE_LAYOUT.width, CERTIFICATE_LAYOUT.height]);
  const { text } = await readPlaces(pdf);
  const { heading, name, side } = CERTIFICATE_LAYOUT;
  const line = (size: number) => text.filter((one) => Math.abs(one.size - size) < 0.5);
  for (const [size, shown] of [
    [heading, 'GIẤY CHỨNG NHẬN'],
    [name, view().name],
  ] as const) {
    const found = line(size);
    expect(
      found
        .map(({ text: some }) => some)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toBe(shown);
    const middle = (Math.min(...found.map(({ left }) => left)) + Math.max(...found.map(({ right }) => right))) / 2;
    expect(Math.abs(middle - CERTIFICATE_LAYOUT.width / 2)).toBeLessThan(0.5);
  }
  for (const { left, right } of text) {
    expect(left).toBeGreaterThan(side - 0.5);
    expect(right).toBeLessThan(CERTIFICATE_LAYOUT.width - side + 0.5);
  }
});

test.each<[string, Partial<CertificateView>]>([
  ['a long title', { initiative: LONG.repeat(4) }],
  ['much that the template adds', { initiative: LONG.repeat(2), closing: [LONG, LONG, LONG] }],
  ['a withheld name', { name: null }],
])('with %s it stays one page, and nothing is left out', async (_, changes) => {
  const pdf = certificatesPdf([view(changes)], AT);
  const document = await getDocumentProxy(new Uint8Array(pdf));
  expect(document.numPages).toBe(1);
  const { text } = await extractText(document, { mergePages: true });
  const flat = text.normalize('NFC').replace(/\s+/g, ' ');
  const last = changes.closing?.at(-1) ?? changes.initiative ?? '(họ tên không công bố)';
  expect(flat).toContain(last.trim());
  expect(flat).toContain('Trần Văn Ổn');
  expect(flat).toContain('ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2-3');
});

test('what is invented says so on paper', async () => {
  const of = async (illustrative: boolean) =>
    (await extractText(await getDocumentProxy(new Uint8Array(certificatesPdf([view({ illustrative })], AT))), { mergePages: true })).text;
  expect((await of(true)).normalize('NFC')).toContain('Dữ liệu minh họa');
  expect((await of(false)).normalize('NFC')).not.toContain('minh họa');
});

test('each is PDF/A, and so are several that were put together: its part, the profile of colours, an identifier', async () => {
  const parts = [1, 2, 3].map((at) => certificatesPdf([view({ name: `Lê Thị Ưng ${String(at)}` })], AT));
  const whole = Buffer.from(await oneFileOf(of(...parts)));
  const document = await getDocumentProxy(new Uint8Array(whole));
  const { text } = await extractText(document, { mergePages: false });
  expect(text.map((page) => /Ưng \d/.exec(page.normalize('NFC'))?.[0])).toEqual(['Ưng 1', 'Ưng 2', 'Ưng 3']);
  for (const file of [parts[0]!, whole]) {
    const raw = file.toString('latin1');
    expect(/pdfaid:part>(\d)<.*pdfaid:conformance>(\w)</s.exec(raw)?.slice(1)).toEqual(['2', 'U']);
    expect(raw).toMatch(/\/ID ?\[/);
    expect((await getDocumentProxy(new Uint8Array(file))).fingerprints[0]).toMatch(/^[0-9a-f]{32}$/);
  }
  const { PDFDocument, PDFName } = await import('@cantoo/pdf-lib');
  for (const file of [parts[0]!, whole]) {
    const { catalog } = await PDFDocument.load(file, { updateMetadata: false });
    expect(catalog.get(PDFName.of('OutputIntents'))).toBeDefined();
    expect(catalog.get(PDFName.of('Metadata'))).toBeDefined();
  }
});

test('an archive has each file under its Vietnamese name, as another library reads it', async () => {
  const files = [
    { name: '0001 Nguyễn Thị Ổn.pdf', content: Buffer.from('một') },
    { name: '0002 Lê Ưng.pdf', content: Buffer.alloc(100_000, 7) },
  ];
  const pieces: Uint8Array[] = [];
  for await (const piece of storedZip(of(...files))) pieces.push(piece);
  const archive = await Zip.loadAsync(Buffer.concat(pieces), { checkCRC32: true });
  expect(Object.keys(archive.files)).toEqual(files.map(({ name }) => name));
  for (const { name, content } of files) expect(await archive.file(name)!.async('nodebuffer')).toEqual(content);
});

test('one of a recognition names no prize: as what, of which initiative, how far it reaches and what it is good for', async () => {
  const recognition = { authorship: 'đồng tác giả', reach: 'tỉnh, thành phố', benefit: 'Rút ngắn ba ngày mỗi hồ sơ.' };
  const of = (changes: Partial<CertificateView>) => view({ prize: null, contest: null, recognition, ...changes });
  const pdf = await getDocumentProxy(
    new Uint8Array(certificatesPdf([of({}), of({ recognition: { ...recognition, benefit: LONG.repeat(4) } })], AT)),
  );
  const { text } = await extractText(pdf, { mergePages: false });
  const [short = '', long = ''] = text.map((page) => page.replace(/\s+/g, ' ').normalize('NFC'));

  expect(pdf.numPages).toBe(2);
  expect(short).toMatch(
    /GIẤY CHỨNG NHẬN SÁNG KIẾN Nguyễn .* là đồng tác giả của sáng kiến được công nhận “Phần mềm theo dõi thi đua” Phạm vi ảnh hưởng: tỉnh, thành phố\. Lợi ích: Rút ngắn ba ngày mỗi hồ sơ\. \(Theo Quyết định số 214/,
  );
  expect(short).not.toMatch(/đạt|Cuộc thi/);
  expect(long).toContain(LONG.repeat(4).trim());
});
