import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { Refused } from '#lib/kernel';
import { extensionOf, readFileName } from './file-name.js';
import { officeType } from './office-package.js';

/** The types that are taken, each with the endings a name may have. */
export const ALLOWED_TYPES: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'video/mp4': ['mp4'],
};

/** What a person says of a file, and the most bytes it may have. */
export interface DeclaredFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly maxSize: number;
}

/** What a file is, from its content. */
export interface InspectedFile {
  /** In NFC, with an ending that fits the type. */
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** As much of either end as is kept in memory to tell the type. */
const SAMPLE = 1024 * 1024;
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/**
 * What can be said before a byte has come: the file's name in NFC.
 * Refuses `FILE_NAME_INVALID`, `FILE_TYPE_NOT_ALLOWED` (declared), `FILE_TYPE_FALSE` (the name ends otherwise), `FILE_EMPTY` and `FILE_TOO_LARGE`.
 */
export function checkDeclared(declared: DeclaredFile, size: number): string {
  const fileName = readDeclared(declared);
  if (size <= 0) throw new Refused('FILE_EMPTY', {}, 'size');
  if (size > declared.maxSize) throw new Refused('FILE_TOO_LARGE', { max: declared.maxSize }, 'size');
  return fileName;
}

/**
 * Reads the stream to its end and says what it is: size, SHA-256 and type from the content.
 * Refuses as `checkDeclared` does, and `FILE_TYPE_FALSE` when the content is not what was declared.
 */
export async function inspectFile(stream: AsyncIterable<Buffer>, declared: DeclaredFile): Promise<InspectedFile> {
  const fileName = readDeclared(declared);
  const hash = createHash('sha256');
  const ends = new Ends();
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > declared.maxSize) throw new Refused('FILE_TOO_LARGE', { max: declared.maxSize });
    hash.update(chunk);
    ends.add(chunk);
  }
  if (size === 0) throw new Refused('FILE_EMPTY');
  const actual = await typeOf(ends, size);
  if (actual !== declared.contentType) {
    throw new Refused('FILE_TYPE_FALSE', { declared: declared.contentType, actual: actual ?? 'unknown' });
  }
  return { fileName, contentType: actual, size, sha256: hash.digest('hex') };
}

function readDeclared({ fileName, contentType }: DeclaredFile): string {
  const name = readFileName(fileName);
  const endings = Object.hasOwn(ALLOWED_TYPES, contentType) ? ALLOWED_TYPES[contentType] : undefined;
  if (!endings) throw new Refused('FILE_TYPE_NOT_ALLOWED', { declared: contentType }, 'contentType');
  const extension = extensionOf(name);
  if (!endings.includes(extension)) throw new Refused('FILE_TYPE_FALSE', { declared: contentType, extension }, 'fileName');
  return name;
}

async function typeOf(ends: Ends, size: number): Promise<string | null> {
  const head = ends.head();
  if (head.subarray(0, ZIP.length).equals(ZIP)) return officeType(ends.tail(), size) ?? 'application/zip';
  const found = await fileTypeFromBuffer(head);
  return found?.mime ?? null;
}

/** The beginning and the end of a stream. */
class Ends {
  private readonly first: Buffer[] = [];
  private firstSize = 0;
  private last: Buffer[] = [];
  private lastSize = 0;

  add(chunk: Buffer): void {
    if (this.firstSize < SAMPLE) {
      this.first.push(chunk);
      this.firstSize += chunk.length;
    }
    this.last.push(chunk);
    this.lastSize += chunk.length;
    while (this.last[0] && this.lastSize - this.last[0].length >= SAMPLE) this.lastSize -= this.last.shift()?.length ?? 0;
  }

  head(): Buffer {
    return Buffer.concat(this.first);
  }

  tail(): Buffer {
    return Buffer.concat(this.last);
  }
}
