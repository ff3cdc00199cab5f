import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';
import { Refused, bytes } from '#lib/kernel';
import { openFile } from '../opener/open-file.js';
import { FILE_KINDS, type FileKind, KINDS_WITH_CSV, kindOfEnding, kindOfType, whyNotEnding } from './file-kinds.js';
import { extensionOf, readFileName } from './file-name.js';

/** What a person says of a file, and the most bytes it may have. */
export interface DeclaredFile {
  readonly fileName: string;
  /** Advice only: browsers and phones know many files by another type or by none. */
  readonly contentType: string;
  readonly maxSize: number;
  /** Who sent it: one file of a person is opened at a time. */
  readonly person?: string;
  /** Whether its owner takes CSV, too. */
  readonly csv?: boolean;
}

/** A file as it may be announced: its name in NFC, and the type that its ending stands for. */
export interface CheckedFile {
  readonly fileName: string;
  readonly contentType: string;
}

/** What a file is, from its content, and what is to be kept of it. */
export interface InspectedFile {
  /** In NFC, with an ending that fits the type. */
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** What is to be kept in place of what was sent, with that size and hash; null where that is kept itself. */
  readonly converted: Buffer | null;
}

const NOBODY = '';

/**
 * What can be said before a byte has come. Refuses `FILE_NAME_INVALID`, `FILE_TYPE_NOT_ALLOWED`, `FILE_OLD_FORMAT` and `FILE_HAS_MACROS` by the ending
 * of the name, `FILE_TYPE_FALSE` where the type that is declared contradicts it, `FILE_EMPTY` and `FILE_TOO_LARGE`.
 */
export function checkDeclared(declared: DeclaredFile, size: number): CheckedFile {
  const { fileName, kind } = readDeclared(declared);
  if (size <= 0) throw new Refused('FILE_EMPTY', {}, 'size');
  if (size > declared.maxSize) throw new Refused('FILE_TOO_LARGE', { max: bytes(declared.maxSize) }, 'size');
  return { fileName, contentType: kind.type };
}

/**
 * Reads the content to its end and says what it is and what to keep. It is opened in a process of its own, with limits.
 * Refuses as `checkDeclared`, `lookAtFile` and `openFile` do.
 */
export async function inspectFile(content: () => Promise<Readable>, declared: DeclaredFile): Promise<InspectedFile> {
  // Whether its owner takes CSV was asked when it was announced.
  const { fileName, kind } = readDeclared({ ...declared, csv: true });
  const { maxSize, person = NOBODY } = declared;
  const measured = new Measure(maxSize);
  const look = await openFile('look', { person, order: { kind, maxSize }, content, through: (bytes) => measured.through(bytes) });
  const converted = look.converted === null ? null : Buffer.from(look.converted);
  const kept =
    converted === null ? measured.end() : { size: converted.length, sha256: createHash('sha256').update(converted).digest('hex') };
  return { fileName: endingFor(fileName, look.contentType), contentType: look.contentType, ...kept, converted };
}

function readDeclared({ fileName, contentType, csv = false }: DeclaredFile): { fileName: string; kind: FileKind } {
  const kinds = csv ? KINDS_WITH_CSV : FILE_KINDS;
  const name = readFileName(fileName);
  const ending = extensionOf(name);
  const kind = kindOfEnding(ending, kinds);
  const claimed = kindOfType(contentType, kinds);
  const why = whyNotEnding(ending);
  if (why) throw new Refused(why, {}, 'fileName');
  if (!kind && !claimed) {
    throw new Refused(
      'FILE_TYPE_NOT_ALLOWED',
      { declared: contentType, extension: ending },
      contentType === '' ? 'fileName' : 'contentType',
    );
  }
  if (!kind || (claimed && claimed.family !== kind.family)) {
    throw new Refused('FILE_TYPE_FALSE', { declared: contentType, extension: ending }, 'fileName');
  }
  return { fileName: name, kind };
}

/** The name with the ending of what is kept: a photograph under another picture's ending gets its own. */
function endingFor(fileName: string, type: string): string {
  const endings = kindOfType(type)?.endings;
  const ending = extensionOf(fileName);
  return !endings || endings.includes(ending) ? fileName : `${fileName.slice(0, -ending.length)}${endings[0]}`;
}

/** Measures what goes through it. Refuses `FILE_TOO_LARGE` at the byte too many, and `FILE_EMPTY`. */
class Measure {
  private readonly hash = createHash('sha256');
  private size = 0;

  constructor(private readonly maxSize: number) {}

  async *through(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of stream) {
      this.size += chunk.length;
      if (this.size > this.maxSize) throw new Refused('FILE_TOO_LARGE', { max: bytes(this.maxSize) });
      this.hash.update(chunk);
      yield chunk;
    }
    if (this.size === 0) throw new Refused('FILE_EMPTY');
  }

  end(): { size: number; sha256: string } {
    return { size: this.size, sha256: this.hash.digest('hex') };
  }
}
