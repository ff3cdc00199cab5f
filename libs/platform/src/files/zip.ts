import { createInflateRaw } from 'node:zlib';
import { Refused } from '#lib/kernel';

const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const MOST_ENTRIES = 20_000;

/** A part of a zip as its directory says. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly offset: number;
}

/** How many bytes may still be unpacked: counted as they come out, whatever a zip says of itself. */
export class Allowance {
  constructor(private left: number) {}

  /** Refuses `FILE_TOO_COMPLEX` where there is more than was left. */
  take(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new Refused('FILE_TOO_COMPLEX');
  }
}

/** The directory of a zip, or null where it is damaged or there is none. */
export function zipEntries(bytes: Buffer): ZipEntry[] | null {
  const end = endOfDirectory(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Refused('FILE_TOO_COMPLEX');
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  while (entries.length < count) {
    if (at + ENTRY_LENGTH > end || bytes.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** What a part unpacks to, chunk by chunk; throws where it is damaged. */
export async function* unpacked(bytes: Buffer, entry: ZipEntry, allowance: Allowance): AsyncIterable<Buffer> {
  const { offset, packedSize, method } = entry;
  if (offset + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw new Error(`${entry.name} is not where it should be`);
  const begin = offset + LOCAL_LENGTH + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(begin, begin + packedSize);
  if (method === STORED) {
    allowance.take(packed.length);
    yield packed;
    return;
  }
  if (method !== DEFLATED) throw new Error(`${entry.name} is packed in a way that no Office program uses`);
  const inflating = createInflateRaw();
  inflating.end(packed);
  for await (const chunk of inflating as AsyncIterable<Buffer>) {
    allowance.take(chunk.length);
    yield chunk;
  }
}

/** Where the end record begins: the last place that holds its mark and whose comment reaches exactly to the end of the file. */
function endOfDirectory(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY && at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return null;
}
