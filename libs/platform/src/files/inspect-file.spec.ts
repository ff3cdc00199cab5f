import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { aDocx, aJpeg, aPdf, aPng, aPptx, aWebp, aZip, anMp4, anXlsx } from '../../../../test/support/files.js';
import { FILE_KINDS } from './file-kinds.js';
import { checkDeclared, inspectFile } from './inspect-file.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const PDF = 'application/pdf';
const DOCX = `${OFFICE}.wordprocessingml.document`;
const maxSize = 4 * 1024 * 1024;
const photograph = readFileSync('test/fixtures/turned.heic');

const inspect = (content: Buffer, fileName: string, contentType: string, limit = maxSize) =>
  inspectFile(() => Promise.resolve(Readable.from(content.length > 0 ? [content.subarray(0, 7), content.subarray(7)] : [])), {
    fileName,
    contentType,
    maxSize: limit,
  });

const refusal = (code: string, detail?: object): object => expect.objectContaining(detail ? { code, detail } : { code }) as object;

test.each([
  ['báo cáo.pdf', PDF, aPdf()],
  ['Thuyết minh sáng kiến.docx', DOCX, aDocx()],
  ['Số liệu 20 xã.xlsx', `${OFFICE}.spreadsheetml.sheet`, anXlsx()],
  ['Trình bày.pptx', `${OFFICE}.presentationml.presentation`, aPptx()],
  ['ảnh.png', 'image/png', aPng()],
  ['ảnh.JPG', 'image/jpeg', aJpeg()],
  ['ảnh.jpeg', 'image/jpeg', aJpeg()],
  ['ảnh.webp', 'image/webp', aWebp()],
  ['phim.mp4', 'video/mp4', anMp4()],
])('%s is taken for what it is', async (fileName, contentType, content) => {
  const sha256 = createHash('sha256').update(content).digest('hex');

  expect(await inspect(content, fileName, contentType)).toEqual({ fileName, contentType, size: content.length, sha256, converted: null });
});

test('a large Office file is told by its end, a large PDF by its beginning', async () => {
  const filling = 'x'.repeat(3 * 1024 * 1024);
  const docx = aZip({ 'word/media/a.bin': filling, 'word/document.xml': '<x/>', '[Content_Types].xml': '<x/>' });
  const pdf = Buffer.concat([aPdf(), Buffer.from(filling)]);
  const chunks = function* (content: Buffer) {
    for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
  };

  await expect(
    inspectFile(() => Promise.resolve(Readable.from(chunks(docx))), { fileName: 'a.docx', contentType: DOCX, maxSize }),
  ).resolves.toMatchObject({
    contentType: DOCX,
  });
  await expect(
    inspectFile(() => Promise.resolve(Readable.from(chunks(pdf))), { fileName: 'a.pdf', contentType: PDF, maxSize }),
  ).resolves.toMatchObject({
    size: pdf.length,
  });
});

test('a name in NFD is kept in NFC', async () => {
  const fileName = 'Cải cách hành chính – đợt 1.pdf';

  expect((await inspect(aPdf(), fileName.normalize('NFD'), PDF)).fileName).toBe(fileName);
});

test('an empty file is refused', async () => {
  await expect(inspect(Buffer.alloc(0), 'a.pdf', PDF)).rejects.toEqual(refusal('FILE_EMPTY'));
});

test('a file of exactly the limit is taken, one byte more is refused', async () => {
  const content = aPdf();

  await expect(inspect(content, 'a.pdf', PDF, content.length)).resolves.toMatchObject({ size: content.length });
  await expect(inspect(content, 'a.pdf', PDF, content.length - 1)).rejects.toEqual(
    refusal('FILE_TOO_LARGE', { max: { bytes: content.length - 1 } }),
  );
});

test.each([
  ['a picture', aPng(), 'image/png'],
  ['plain text', Buffer.from('Kính gửi Ủy ban nhân dân huyện'), 'unknown'],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown'],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'application/x-msdownload'],
  ['a zip', aZip({ 'a.txt': 'a' }), 'application/zip'],
])('%s under the name and type of a Word file is refused', async (_, content, actual) => {
  await expect(inspect(content, 'a.docx', DOCX)).rejects.toEqual(refusal('FILE_TYPE_FALSE', { declared: DOCX, actual }));
});

test('a Word file that is cut off is said to be damaged', async () => {
  await expect(inspect(aDocx().subarray(0, -5), 'a.docx', DOCX)).rejects.toEqual(refusal('FILE_DAMAGED'));
});

test('a name that ends otherwise than the type is refused', async () => {
  await expect(inspect(aPdf(), 'a.pdf.exe', PDF)).rejects.toEqual(refusal('FILE_TYPE_FALSE', { declared: PDF, extension: 'exe' }));
});

test.each([
  ['Văn bản.docx', 'application/msword', aDocx(), DOCX],
  ['Văn bản.docx', 'application/wps-office.docx', aDocx(), DOCX],
  ['Văn bản.DOCX', 'application/zip', aDocx(), DOCX],
  ['Số liệu.xlsx', 'application/vnd.ms-excel', anXlsx(), `${OFFICE}.spreadsheetml.sheet`],
  ['Số liệu.xlsx', 'application/octet-stream', anXlsx(), `${OFFICE}.spreadsheetml.sheet`],
  ['quyết định.pdf', '', aPdf(), PDF],
  ['quyết định.pdf', 'Application/PDF; charset=binary', aPdf(), PDF],
  ['ảnh.jpg', 'image/jpg', aJpeg(), 'image/jpeg'],
  ['ảnh.jpg', 'image/pjpeg', aJpeg(), 'image/jpeg'],
])('%s declared as %p is taken for what it is', async (fileName, contentType, content, kept) => {
  expect(checkDeclared({ fileName, contentType, maxSize }, content.length)).toEqual({ fileName, contentType: kept });
  expect(await inspect(content, fileName, contentType)).toMatchObject({ fileName, contentType: kept, size: content.length });
});

test.each([
  ['a.html', 'text/html', 'FILE_TYPE_NOT_ALLOWED', 'contentType'],
  ['a.zip', '', 'FILE_TYPE_NOT_ALLOWED', 'fileName'],
  ['a.svg', 'image/svg+xml', 'FILE_TYPE_NOT_ALLOWED', 'contentType'],
  ['a.pdf.exe', 'application/octet-stream', 'FILE_TYPE_NOT_ALLOWED', 'contentType'],
  ['a.toString', 'toString', 'FILE_TYPE_NOT_ALLOWED', 'contentType'],
  ['a.png', PDF, 'FILE_TYPE_FALSE', 'fileName'],
  ['a.doc', 'application/msword', 'FILE_OLD_FORMAT', 'fileName'],
  ['a.XLS', '', 'FILE_OLD_FORMAT', 'fileName'],
  ['a.docm', DOCX, 'FILE_HAS_MACROS', 'fileName'],
  ['a.xlsm', '', 'FILE_HAS_MACROS', 'fileName'],
])('%s declared as %p is refused before a byte is sent', (fileName, contentType, code, path) => {
  expect(() => checkDeclared({ fileName, contentType, maxSize }, 1)).toThrow(expect.objectContaining({ code, path }) as Error);
});

test('a photograph of a phone is kept as a JPEG, upright, with nothing of the phone in it, and with that size and hash', async () => {
  const { fileName, contentType, size, sha256, converted } = await inspect(photograph, 'Ảnh hiện trường.HEIC', 'image/heic');
  const { data, info } = await sharp(converted!).raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number) => (data[(y * info.width + x) * 3]! > 128 ? 'red' : 'blue');

  expect({ fileName, contentType }).toEqual({ fileName: 'Ảnh hiện trường.jpg', contentType: 'image/jpeg' });
  expect({ size, sha256 }).toEqual({ size: converted!.length, sha256: createHash('sha256').update(converted!).digest('hex') });
  expect([info.width, info.height, colourAt(24, 5), colourAt(24, 58)]).toEqual([48, 64, 'red', 'blue']);
  expect((await sharp(converted!).metadata()).exif).toBeUndefined();
  expect(photograph.includes('Phone')).toBe(true);
  expect(converted!.includes('Phone')).toBe(false);
});

test('a picture under the ending of another kind of picture is kept under its own', async () => {
  expect(await inspect(aPng(), 'ảnh.jpg', 'image/jpeg')).toMatchObject({ fileName: 'ảnh.png', contentType: 'image/png', converted: null });
  expect(await inspect(aJpeg(), 'IMG_0001.HEIC', '')).toMatchObject({
    fileName: 'IMG_0001.jpg',
    contentType: 'image/jpeg',
    converted: null,
  });
  expect(await inspect(photograph, 'IMG_0002.jpg', 'image/jpeg')).toMatchObject({ fileName: 'IMG_0002.jpg', contentType: 'image/jpeg' });
});

test('a photograph that is cut off is refused as damaged', async () => {
  await expect(inspect(photograph.subarray(0, 900), 'a.heic', '')).rejects.toEqual(refusal('FILE_DAMAGED'));
});

test.each([
  ['', 'EMPTY'],
  ['   ', 'EMPTY'],
  [`${'ă'.repeat(197)}.pdf`, 'LONG'],
  ['../../etc/passwd.pdf', 'RESERVED_CHARACTER'],
  ['thư mục/a.pdf', 'RESERVED_CHARACTER'],
  ['C:\\Users\\Lan\\a.pdf', 'RESERVED_CHARACTER'],
  ['C:a.pdf', 'RESERVED_CHARACTER'],
  ['a?.pdf', 'RESERVED_CHARACTER'],
  ['a\u0000.pdf', 'INVISIBLE_CHARACTER'],
  ['a\r\nSet-Cookie: x.pdf', 'INVISIBLE_CHARACTER'],
  ['a\u202Efdp.exe.pdf', 'INVISIBLE_CHARACTER'],
  ['a\u2066.pdf', 'INVISIBLE_CHARACTER'],
  ['a\u200B.pdf', 'INVISIBLE_CHARACTER'],
  ['a\ud800.pdf', 'INVISIBLE_CHARACTER'],
  ['B\ufffdo c\ufffdo.pdf', 'INVISIBLE_CHARACTER'],
  ['CON.pdf', 'DEVICE'],
  ['com1.tar.pdf', 'DEVICE'],
  ['nul', 'DEVICE'],
  ['a.pdf ', 'EDGE'],
  ['a.pdf.', 'EDGE'],
  ['.pdf', 'EDGE'],
  ['a', 'NO_EXTENSION'],
])('the name %j is refused', async (fileName, reason) => {
  await expect(inspect(aPdf(), fileName, PDF)).rejects.toEqual(refusal('FILE_NAME_INVALID', { reason }));
});

test('a name of 200 characters is taken, also where NFD made it longer', async () => {
  const fileName = `${'ằ'.repeat(196)}.pdf`;

  expect((await inspect(aPdf(), fileName.normalize('NFD'), PDF)).fileName).toBe(fileName);
});

test('what is declared is checked before an upload is let in', () => {
  const declared = { fileName: 'a.pdf', contentType: PDF, maxSize: 10 };

  expect(checkDeclared(declared, 10)).toEqual({ fileName: 'a.pdf', contentType: PDF });
  expect(() => checkDeclared(declared, 0)).toThrow('FILE_EMPTY');
  expect(() => checkDeclared(declared, 11)).toThrow('FILE_TOO_LARGE');
  expect(() => checkDeclared({ ...declared, fileName: 'a/b.pdf' }, 1)).toThrow('FILE_NAME_INVALID');
  expect(FILE_KINDS).toHaveLength(12);
});
