import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { EXCEL, POWERPOINT, WORD, aDocx, aPackage, aPdf, aZip, anXlsx } from '../../../../test/support/files.js';
import { kindOfEnding } from './file-kinds.js';
import { lookAtFile } from './look-at-file.js';
import { officeType } from './office-package.js';
import { Allowance } from './zip.js';

/** The type that a file is taken as under an ending, or the code of the refusal. */
async function look(content: Buffer, ending: string): Promise<string> {
  try {
    return (await lookAtFile(Readable.from([content]), { kind: kindOfEnding(ending)!, maxSize: 1e6 })).contentType;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCX = `${OFFICE}.wordprocessingml.document`;
const relations = (target: string, type: string) =>
  `<Relationships><Relationship Id="rId9" TargetMode="External" Type="${type}" Target="${target}"/></Relationships>`;
const TEMPLATE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate';
const compound = (...names: string[]) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...names.map((name) => Buffer.from(`${name}\0`, 'utf16le'))]);
const LARGE_FORM = readFileSync('test/fixtures/zip64.docx');
/** The end record says that count and place of the directory stand in the record of the larger form. */
const saysElsewhere = (zip: Buffer): Buffer => {
  const changed = Buffer.from(zip);
  changed.fill(0xff, zip.length - 14, zip.length - 2);
  return changed;
};
const inUtf16 = (markup: string) => Buffer.from(`\ufeff${markup}`, 'utf16le');
const PACKAGE_CLASS = Buffer.from('0c00030000000000c000000000000046', 'hex');

test.each<[string, Buffer, string, string]>([
  ['Word online, whose main part has a number', aPackage({ ...WORD, main: 'word/document2.xml' }), 'docx', DOCX],
  ['a main part named from the root', aPackage({ ...WORD, main: '/word/document.xml' }), 'docx', DOCX],
  ['a main part named by somebody else', aPackage({ ...WORD, main: 'noidung/VanBan.xml' }), 'docx', DOCX],
  [
    'the strict form of the standard',
    aPackage({ ...WORD, relation: 'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' }),
    'docx',
    DOCX,
  ],
  ['a package whose relationships are lost', aZip({ 'word/document.xml': '<x/>', '[Content_Types].xml': '<Types/>' }), 'docx', DOCX],
  ['a zip whose sizes stand in the larger form', LARGE_FORM, 'docx', DOCX],
  ['a zip whose directory is found by the larger form alone', saysElsewhere(LARGE_FORM), 'docx', DOCX],
  [
    'a list of types and relationships in UTF-16',
    aZip({
      '[Content_Types].xml': inUtf16(`<Types><Override PartName="/word/a.xml" ContentType="${WORD.type}"/></Types>`),
      '_rels/.rels': inUtf16(
        '<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/a.xml"/></Relationships>',
      ),
      'word/a.xml': '<x/>',
    }),
    'docx',
    DOCX,
  ],
  ['a workbook', anXlsx(), 'xlsx', `${OFFICE}.spreadsheetml.sheet`],
  [
    'slides that begin to run when opened',
    aPackage({ ...POWERPOINT, type: `${OFFICE}.presentationml.slideshow.main+xml` }),
    'pptx',
    `${OFFICE}.presentationml.presentation`,
  ],
  ['an embedded chart', aPackage({ ...WORD, parts: { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': anXlsx() } }), 'docx', DOCX],
  ['an equation', aPackage({ ...WORD, parts: { 'word/embeddings/oleObject1.bin': compound('Equation Native') } }), 'docx', DOCX],
  [
    'a chart of a binary workbook',
    aPackage({ ...POWERPOINT, types: '<Default Extension="xlsb" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.12"/>' }),
    'pptx',
    `${OFFICE}.presentationml.presentation`,
  ],
  [
    'a template on the own disk',
    aPackage({ ...WORD, parts: { 'word/_rels/settings.xml.rels': relations('file:///C:\\Mau\\CongVan.dotx', TEMPLATE) } }),
    'docx',
    DOCX,
  ],
])('%s is taken', async (_, content, ending, type) => {
  expect(await look(content, ending)).toBe(type);
});

test.each<[string, Buffer]>([
  ['a part of macros', aPackage({ ...WORD, parts: { 'word/vbaProject.bin': 'x' } })],
  ['a part of macros elsewhere', aPackage({ ...WORD, parts: { 'customXml/VBAPROJECT.BIN': 'x' } })],
  [
    'macros under another name',
    aPackage({ ...WORD, types: '<Override PartName="/word/media/a.dat" ContentType="application/vnd.ms-office.vbaProject"/>' }),
  ],
  [
    'macros by a relationship',
    aPackage({
      ...WORD,
      parts: { 'word/_rels/document.xml.rels': relations('a.dat', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject') },
    }),
  ],
  ['the type of documents with macros', aPackage({ ...WORD, type: 'application/vnd.ms-word.document.macroEnabled.main+xml' })],
  [
    'macros in an embedded workbook',
    aPackage({ ...WORD, parts: { 'word/embeddings/a.xlsx': aPackage({ ...EXCEL, parts: { 'xl/vbaProject.bin': 'x' } }) } }),
  ],
  [
    'macros in an embedded old workbook',
    aPackage({ ...WORD, parts: { 'word/embeddings/oleObject1.bin': compound('Workbook', '_VBA_PROJECT_CUR') } }),
  ],
  [
    'a template from the network',
    aPackage({ ...WORD, parts: { 'word/_rels/settings.xml.rels': relations('https://x.example/a.dotm', TEMPLATE) } }),
  ],
])('a document with %s is refused, whatever it is called', async (_, content) => {
  expect(await look(content, 'docx')).toBe('FILE_HAS_MACROS');
});

test('macros of old workbooks, in a sheet, are macros', async () => {
  const types = '<Override PartName="/xl/macrosheets/sheet1.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>';

  expect(await look(aPackage({ ...EXCEL, types }), 'xlsx')).toBe('FILE_HAS_MACROS');
});

test.each<[string, Buffer, string, string]>([
  [
    'any file put into a document as an object',
    aPackage({ ...WORD, parts: { 'word/embeddings/oleObject1.bin': Buffer.concat([compound(), PACKAGE_CLASS]) } }),
    'docx',
    'FILE_HAS_PACKAGE',
  ],
  ['a document locked with a password', compound('EncryptionInfo', 'EncryptedPackage'), 'docx', 'FILE_LOCKED'],
  ['a workbook locked with a password', compound('EncryptedPackage'), 'xlsx', 'FILE_LOCKED'],
  ['an old document under a new ending', compound('WordDocument'), 'docx', 'FILE_OLD_FORMAT'],
  ['an old workbook under a new ending', compound('Workbook'), 'xlsx', 'FILE_OLD_FORMAT'],
  ['a workbook under the ending of a document', anXlsx(), 'docx', 'FILE_TYPE_FALSE'],
  ['a document under the ending of a PDF', aDocx(), 'pdf', 'FILE_TYPE_FALSE'],
  ['a PDF under the ending of a picture', aPdf(), 'png', 'FILE_TYPE_FALSE'],
  ['a web page with the header of a PDF in it', Buffer.from('<script>1</script>%PDF-1.4'), 'pdf', 'FILE_TYPE_FALSE'],
  ['a program with the header of a PDF in it', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(60), aPdf()]), 'pdf', 'FILE_TYPE_FALSE'],
  ['a document cut off on its way', aDocx().subarray(0, 400), 'docx', 'FILE_DAMAGED'],
  ['a zip of the larger form cut off on its way', LARGE_FORM.subarray(0, -30), 'docx', 'FILE_DAMAGED'],
  ['a list of types that is no XML', aZip({ '[Content_Types].xml': '<Types', 'word/document.xml': 'x' }), 'docx', 'FILE_DAMAGED'],
])('%s is refused for what it is', async (_, content, ending, code) => {
  expect(await look(content, ending)).toBe(code);
});

const film = (brand: string, ...others: string[]) => {
  const head = Buffer.from(`\0\0\0\0ftyp${brand}\0\0\0\0${others.join('')}`, 'latin1');
  head.writeUInt32BE(head.length, 0);
  return Buffer.concat([head, Buffer.from('\0\0\0\bmdat', 'latin1'), Buffer.alloc(64)]);
};

test.each(['isom', 'iso6', 'mp41', 'mp42', 'avc1', 'hvc1', '3gp4', '3gp5', '3gp6', '3g2a', 'qt  ', 'M4V ', 'M4VP', 'MSNV', 'dash', 'mmp4'])(
  'a film of the brand %p is taken under every ending that phones give it',
  async (brand) => {
    const types = await Promise.all(['mp4', 'mov', 'm4v', '3gp'].map((ending) => look(film(brand, 'isom', 'mp42'), ending)));

    expect(types).toEqual(['video/mp4', 'video/quicktime', 'video/x-m4v', 'video/3gpp']);
  },
);

test('a film from before there were brands is taken; sound alone and pictures are no film', async () => {
  expect(await look(Buffer.concat([Buffer.from('\0\0\0\bwide\0\0\0\bmdat', 'latin1'), Buffer.alloc(64)]), 'mov')).toBe('video/quicktime');
  expect(await look(film('M4A '), 'mp4')).toBe('FILE_TYPE_FALSE');
  expect(await look(film('heic'), 'mp4')).toBe('FILE_TYPE_FALSE');
  expect(await look(Buffer.from('RIFF\x40\0\0\0AVI LIST', 'latin1'), 'mp4')).toBe('FILE_TYPE_FALSE');
});

test.each([
  ['a mark of byte order', '\ufeff'],
  ['blank lines of a mail program', '\r\n\r\n'],
  ['the lines of a printer', '\x1b%-12345X@PJL JOB\n@PJL ENTER LANGUAGE=PDF\n'],
])('a PDF after %s is a PDF', async (_, before) => {
  expect(await look(Buffer.concat([Buffer.from(before), aPdf()]), 'pdf')).toBe('application/pdf');
});

/** Encrypted with RC4 of 40 bits (ISO 32000-1, 7.6.3), by a password of the reader's or by none. */
const encryptedPdf = (u: string, o: string) =>
  Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
4 0 obj<</Filter/Standard/V 1/R 2/O <${o}>/U <${u}>/P -44>> endobj
trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<30313233343536373839616263646566><30313233343536373839616263646566>]>>
%%EOF
`);

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** The key that says which password opens it: that of none (ISO 32000-1, algorithms 2 and 4). */
function keyOfNoPassword(owner: string): string {
  const parts = [PADDING, Buffer.from(owner, 'hex'), Buffer.from('d4ffffff', 'hex'), Buffer.from('0123456789abcdef')];
  const key = createHash('md5').update(Buffer.concat(parts)).digest().subarray(0, 5);
  return rc4(key, PADDING).toString('hex');
}

function rc4(key: Buffer, text: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => ([box[a], box[b]] = [box[b]!, box[a]!]);
  for (let at = 0, other = 0; at < 256; at += 1) swap(at, (other = (other + box[at]! + key[at % key.length]!) % 256));
  let i = 0;
  let j = 0;
  return Buffer.from(
    text.map((byte) => {
      swap((i = (i + 1) % 256), (j = (j + box[i]!) % 256));
      return byte ^ box[(box[i]! + box[j]!) % 256]!;
    }),
  );
}

test('a PDF that only a password opens is locked; one that forbids printing alone is not', async () => {
  const owner = 'dab20975b05fcf9d8333da9f7f3d3cb0172624cf58c48f3083e7bc73685c5843';
  const locked = encryptedPdf('dc74b44e56117be2dacef1a1cc86799ffb1d2d9d11484671daebbbddf4663b58', owner);

  expect(await look(locked, 'pdf')).toBe('FILE_LOCKED');
  expect(await look(encryptedPdf(keyOfNoPassword(owner), owner), 'pdf')).toBe('application/pdf');
});

test('what a package unpacks to is counted as it comes out, whatever it says of itself', async () => {
  const parts = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>', 'word/media/a.bmp': Buffer.alloc(100_000) };
  const type = (says?: number) => officeType(aZip(parts, { deflated: true, ...(says !== undefined && { says }) }), new Allowance(50_000));

  await expect(type()).rejects.toMatchObject({ code: 'FILE_TOO_COMPLEX' });
  await expect(type(10)).rejects.toMatchObject({ code: 'FILE_TOO_COMPLEX' });
  await expect(officeType(aZip(parts, { deflated: true }), new Allowance(150_000))).resolves.toBe(DOCX);
});

test('a list of parts without end is refused before it is read', async () => {
  const parts = Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`a${String(at)}`, '']));

  expect(await look(aZip(parts), 'docx')).toBe('FILE_TOO_COMPLEX');
});
