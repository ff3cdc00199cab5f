import { isUtf8 } from 'node:buffer';
import { fileTypeFromBuffer } from 'file-type';
import { Refused } from '#lib/kernel';
import { isCompoundFile, whyNotCompound } from './compound-file.js';
import { type FileFamily, type FileKind, KINDS_WITH_CSV, kindOfType } from './file-kinds.js';
import { officeType } from './office-package.js';
import { isLockedPdf, isPdf } from './pdf.js';
import { Allowance, zipEntries } from './zip.js';

/** What a file claims to be, and the most bytes of what is kept of it. */
export interface LookOrder {
  readonly kind: FileKind;
  readonly maxSize: number;
}

/** What a file is. `converted` are the bytes to keep in its place, of that type; null where it is kept as it came. */
export interface FileLook {
  readonly contentType: string;
  readonly converted: Uint8Array | null;
}

/** As much of a beginning as tells what a file is. */
const HEAD = 64 * 1024;
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const OFFICE: ReadonlySet<FileFamily> = new Set(['WORD', 'EXCEL', 'POWERPOINT']);
const HEIC: ReadonlySet<string> = new Set(['image/heic', 'image/heic-sequence', 'image/heif', 'image/heif-sequence']);
const FILM: ReadonlySet<string> = new Set(['video/mp4', 'video/quicktime', 'video/x-m4v', 'video/3gpp', 'video/3gpp2']);
/** What the parts of a document may come to together. */
const MOST_UNPACKED = 300 * 1024 * 1024;

/**
 * Reads a file to its end and says what it is. An ending says what a file claims to be, the content decides: it has to be of the family that the ending
 * names. Refuses `FILE_TYPE_FALSE` with what it is instead, `FILE_LOCKED`, `FILE_OLD_FORMAT`, `FILE_HAS_MACROS`, `FILE_HAS_PACKAGE`,
 * `FILE_DAMAGED` and `FILE_TOO_COMPLEX`. Runs in the opener's process alone.
 */
export async function lookAtFile(content: AsyncIterable<Buffer>, order: LookOrder): Promise<FileLook> {
  const bytes = await gather(content, order.kind.family === 'VIDEO' ? HEAD : Infinity);
  const type = await typeOf(bytes, order.kind);
  const found = type === null ? null : kindOfType(type, KINDS_WITH_CSV);
  if (found?.family !== order.kind.family) {
    throw new Refused('FILE_TYPE_FALSE', { declared: order.kind.type, actual: type ?? 'unknown' });
  }
  if (found.family === 'PDF' && (await isLockedPdf(bytes))) throw new Refused('FILE_LOCKED');
  if (found.type !== 'image/heic') return { contentType: found.type, converted: null };
  const { jpegOfHeic } = await import('./heic.js');
  return { contentType: 'image/jpeg', converted: await jpegOfHeic(bytes, order.maxSize) };
}

/** The whole content is read in any case: whoever sends it reckons its hash on the way. */
async function gather(content: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    if (size < most) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}

async function typeOf(bytes: Buffer, { type, family }: FileKind): Promise<string | null> {
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) {
    // Cut off on its way, or in a way that no program reads.
    if (OFFICE.has(family) && zipEntries(bytes) === null) throw new Refused('FILE_DAMAGED');
    return (await officeType(bytes, new Allowance(MOST_UNPACKED))) ?? 'application/zip';
  }
  if (OFFICE.has(family) && isCompoundFile(bytes)) throw new Refused(whyNotCompound(bytes));
  const sniffed = (await fileTypeFromBuffer(bytes.subarray(0, HEAD)))?.mime ?? null;
  if (sniffed === null && family === 'CSV') return isText(bytes) ? type : null;
  if (sniffed === null) return isPdf(bytes) ? 'application/pdf' : null;
  if (HEIC.has(sniffed)) return 'image/heic';
  // One film has many brands, and programs go by what is in it: it is kept under the type that its name has.
  return FILM.has(sniffed) && family === 'VIDEO' ? type : sniffed;
}

/** UTF-8 without what no text has. */
function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}
