import { crc32, deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';
import sharp from 'sharp';

/** A zip of the given parts, in order: stored as they are, or deflated; `says` is the size that each claims to have. */
export function aZip(
  parts: Readonly<Record<string, string | Buffer>>,
  { deflated = false, says }: { deflated?: boolean; says?: number } = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, given] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const content = Buffer.from(given);
    const packed = deflated ? deflateRawSync(content) : content;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(deflated ? 8 : 0, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(says ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** What is out of the common in a package: its main part and that part's type, further parts, types and relationships of the root. */
export interface PackageOrder {
  readonly main: string;
  readonly type: string;
  readonly relation?: string;
  readonly parts?: Readonly<Record<string, string | Buffer>>;
  readonly types?: string;
}

/** The smallest package of Office Open XML; the list of types comes last, as a streaming writer leaves it. */
export const aPackage = ({ main, type, relation = RELATION, parts = {}, types = '' }: PackageOrder): Buffer =>
  aZip({
    '_rels/.rels': `<Relationships xmlns="r"><Relationship Id="rId1" Type="${relation}" Target="${main}"/></Relationships>`,
    [main.replace(/^\//, '')]: '<x/>',
    ...parts,
    '[Content_Types].xml': `<Types xmlns="t"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types}<Override PartName="/${main.replace(/^\//, '')}" ContentType="${type}"/></Types>`,
  });

export const WORD = { main: 'word/document.xml', type: `${OFFICE}.wordprocessingml.document.main+xml` };
export const EXCEL = { main: 'xl/workbook.xml', type: `${OFFICE}.spreadsheetml.sheet.main+xml` };
export const POWERPOINT = { main: 'ppt/presentation.xml', type: `${OFFICE}.presentationml.presentation.main+xml` };

export const aDocx = (): Buffer => aPackage(WORD);
export const anXlsx = (): Buffer => aPackage(EXCEL);
export const aPptx = (): Buffer => aPackage(POWERPOINT);

/** A PDF of one empty page; `text` makes each its own. */
export const aPdf = (text = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n%${text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

export const aPng = (): Buffer =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
export const aJpeg = (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const aWebp = (): Buffer => Buffer.from('524946461a000000574542505650384c0d0000002f00000010071011118888fe0700', 'hex');
export const anMp4 = (): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypisom\0\0\x02\0isommp41', 'latin1'),
    Buffer.from([0, 0, 0, 8]),
    Buffer.from('mdat'),
  ]);

/** Who made a file, as programs note it. */
export interface MadeBy {
  readonly author: string;
  readonly company: string;
}

/** A PDF of one page with one line of plain letters. */
export function aPdfSaying(line: string, by?: MadeBy): Buffer {
  const content = `BT /F1 14 Tf 50 700 Td (${line}) Tj ET`;
  const named = by ? `6 0 obj<</Author<${utf16(by.author)}>/Company<${utf16(by.company)}>>>endobj\n` : '';
  const xmp = by ? `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${by.author}</dc:creator></x:xmpmeta>` : '';
  const metadata = by
    ? `7 0 obj<</Type/Metadata/Subtype/XML/Length ${String(Buffer.byteLength(xmp))}>>stream\n${xmp}\nendstream endobj\n`
    : '';
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R${by ? '/Metadata 7 0 R' : ''}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj\n` +
      `4 0 obj<</Length ${String(content.length)}>>stream\n${content}\nendstream endobj\n` +
      `5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n${named}${metadata}trailer<</Root 1 0 R${by ? '/Info 6 0 R' : ''}>>\n%%EOF\n`,
  );
}

const utf16 = (text: string): string => `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;

/** A DOCX of two paragraphs; its maker also changed a word and remarked on one. */
export async function aDocxSaying(first: string, second: string, by?: MadeBy): Promise<Buffer> {
  const zip = await JSZip.loadAsync(aDocx());
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const changed = by ? `<w:ins w:id="1" w:author="${by.author}"><w:r><w:t>.</w:t></w:r></w:ins>` : '';
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  zip.file(
    'word/document.xml',
    `<w:document ${w}><w:body>${paragraph(first)}${paragraph(second)}<w:p>${changed}</w:p></w:body></w:document>`,
  );
  if (by) {
    zip.file(
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="d"><dc:creator>${by.author}</dc:creator><cp:lastModifiedBy>${by.author}</cp:lastModifiedBy></cp:coreProperties>`,
    );
    zip.file(
      'docProps/app.xml',
      `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${by.company}</Company></Properties>`,
    );
    zip.file('word/comments.xml', `<w:comments ${w}><w:comment w:id="0" w:author="${by.author}" w:initials="M"/></w:comments>`);
  }
  return zip.generateAsync({ type: 'nodebuffer' });
}

/** A photograph whose camera notes whose it is. */
export const aPhotoBy = (artist: string, width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#7a9' } })
    .withExif({ IFD0: { Artist: artist, Copyright: artist } })
    .jpeg()
    .toBuffer();

/** Which of the names stand in a content, in whatever of the codings that programs use, or in one of its parts. */
export async function namesIn(content: Buffer, { author, company }: MadeBy): Promise<string[]> {
  const texts = content.subarray(0, 2).toString() === 'PK' ? await partsOf(content) : [content];
  return [author, company].filter((name) => {
    const coded = [
      Buffer.from(name),
      Buffer.from(name, 'utf16le').swap16(),
      Buffer.from(utf16(name)),
      Buffer.from(utf16(name).toUpperCase()),
    ];
    return texts.some((text) => coded.some((bytes) => text.includes(bytes)));
  });
}

async function partsOf(content: Buffer): Promise<Buffer[]> {
  const { files } = await JSZip.loadAsync(content);
  return Promise.all(Object.values(files).map((part) => part.async('nodebuffer')));
}
